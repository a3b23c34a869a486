"""Where the repository, its programs and the output of its build are."""

import os
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DIST = Path(os.environ.get("TRADEOFF_DIST", ROOT / "dist"))
PROGRAM = ROOT / "target/release/tradeoff"
PACKAGES = ROOT / "tests/browser/node_modules/.bin"


def run(*words, cwd=ROOT, env=None, codes=(0,)):
    """Runs a program that must end with one of `codes`, and gives what it printed."""
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env=None if env is None else {**os.environ, **env},
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode in codes, f"{words[0]} ended with {done.returncode}:\n{done.stdout[-4000:]}{done.stderr[-4000:]}"
    return done.stdout


def files(folder, ending):
    """The files of the build in `folder` that end so, by name."""
    return sorted(path for path in (DIST / folder).glob(f"*{ending}") if path.is_file())


def ids(kind):
    """The ids of all records of a kind."""
    return sorted(path.stem for path in (ROOT / "data" / kind).glob("*.toml"))


def record(kind, name):
    """A record as its author wrote it."""
    return tomllib.loads((ROOT / "data" / kind / f"{name}.toml").read_text(encoding="utf-8"))


def newest_review():
    """The newest day of review in the data: the day that builds are told, so that nothing turns red by waiting."""
    lines = (line for path in (ROOT / "data").rglob("*.toml") for line in path.read_text(encoding="utf-8").splitlines())
    return max(line.removeprefix("reviewed = ")[:10] for line in lines if line.startswith("reviewed = "))
