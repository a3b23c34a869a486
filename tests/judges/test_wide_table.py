"""A table of more options than any sheet holds side by side, printed in parts; its files tell what every part must show."""

import re
from pathlib import Path

import pytest

import expected
import project
from readers import pdf

MORE = 13


def widen(root):
    """Gives the starter `MORE` options that answer everything as JSON does."""
    data = Path(root) / "data"
    ids = [f"more-{chr(ord('a') + at)}" for at in range(MORE)]

    def change(path, *changes):
        """The text of the file with each pattern replaced, which must be there."""
        text = path.read_text(encoding="utf-8")
        for pattern, put in changes:
            text, count = re.subn(pattern, put, text, count=1, flags=re.MULTILINE)
            assert count == 1, f"{path}: {pattern}"
        return text

    listed = ", ".join(f'"{name}"' for name in ids)
    comparison = data / "comparison.toml"
    comparison.write_text(change(comparison, (r"^columns = \[(.*)\]", rf"columns = [\1, {listed}]")), encoding="utf-8")
    for at, name in enumerate(ids):
        (data / f"options/{name}.toml").write_text(
            change(
                data / "options/json.toml",
                (r'^name = .*', f'name = "Format {chr(ord("A") + at)}"'),
                (r'^long = .*\n', ""),
                (r'^reference = .*', f'reference = "{name}"'),
                (r'^symbol = .*', f'symbol = "{chr(ord("A") + at)}"'),
                (r'^color = .*', f'color = {{ light = "#{32 + 9 * at:02x}47b8", dark = "#{128 + 7 * at:02x}9cf0" }}'),
            ),
            encoding="utf-8",
        )
        (data / f"products/{name}.toml").write_text(
            change(data / "products/json-rfc-8259.toml", (r'^name = .*', f'name = "Product of {name}"'), (r'"json"', f'"{name}"')),
            encoding="utf-8",
        )
    for path in (data / "dimensions").glob("*.toml"):
        cell = re.search(r"^\[cells\.json.*?(?=^\[cells\.(?!json))", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)[0]
        more = "".join(cell.replace("[cells.json", f"[cells.{name}") for name in ids)
        path.write_text(change(path, (r"^(?=\[cells\.toml)", lambda _: more)), encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with the table in JSON and as PDF."""
    root = tmp_path_factory.mktemp("wide") / "project"
    project.run(project.PROGRAM, "new", root)
    widen(root)
    project.run(project.PROGRAM, "-C", root, "export", "by-hand", "--format", "json,pdf", "--out", root, codes=(0, 1))
    return root


def test_each_part_has_its_options_and_all_rows(folder):
    table = expected.table(folder / "by-hand.json")
    pages = pdf.text(folder / "by-hand.pdf").split("\f")[:-1]
    assert len(table.options) == 3 + MORE and len(pages) == 2
    half = len(table.options) // 2
    for page, places in zip(pages, (slice(0, half), slice(half, None))):
        assert not pdf.missing(table.options[places], page)
        # The names of the first three stand in the title of the starter.
        others = [name for name in table.options[3:] if name not in table.options[places]]
        assert not [name for name in others if pdf.squeezed(name) in pdf.squeezed(page)]
        for row in table.rows:
            wanted = [row.name] + [cell.text for cell in row.cells[places]]
            assert not pdf.missing(wanted, page), row.name


def test_the_parts_keep_the_standards_together(folder):
    assert not pdf.failures(folder / "by-hand.pdf")
