"""Builds of the same records are the same, whenever and wherever they run."""

import filecmp

import project

def build(dest, env, *more):
    """Builds the project into a folder."""
    words = ["-C", project.ROOT, "build", "--today", project.newest_review(), "--dest", dest, *more]
    return project.run(project.PROGRAM, *words, env=env)


def differing(one, other):
    """The files that only one of two folders has, or that differ."""
    names = {path.relative_to(folder) for folder in (one, other) for path in folder.rglob("*") if path.is_file()}
    return sorted(str(it) for it in names if not _same(one / it, other / it))


def _same(one, other):
    return one.is_file() and other.is_file() and filecmp.cmp(one, other, shallow=False)


def test_another_time_zone_and_language_give_the_same_bytes(tmp_path):
    build(tmp_path / "again", {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"}, "--force")
    assert differing(project.DIST, tmp_path / "again") == []


def test_a_build_without_a_change_writes_nothing(tmp_path):
    def state():
        paths = [project.DIST, *project.DIST.rglob("*")]
        return {path: (it.st_ino, it.st_mtime_ns, it.st_ctime_ns) for path in paths for it in [path.stat()]}

    before = state()
    assert "up to date" in build(project.DIST, {})
    assert state() == before


def test_a_difference_is_seen(tmp_path):
    for name, text in (("one", "a"), ("other", "b")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(text)
    (tmp_path / "one" / "more").write_text("")
    assert differing(tmp_path / "one", tmp_path / "other") == ["file", "more"]
