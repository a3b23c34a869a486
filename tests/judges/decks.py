"""The presentations that are judged: those of the build, and every deck of the records in templates of other programs."""

import shutil
from pathlib import Path

import pptx

import project

# Decks that other programs made.
FOREIGN = project.ROOT / "generator/ooxml/tests/decks"

# The one that python-pptx begins with has slides of 4:3, the one of pandoc has slides of 16:9; both are set in Calibri.
TEMPLATES = {
    "python-pptx": Path(pptx.__file__).parent / "templates/default.pptx",
    "pandoc": FOREIGN / "pandoc.pptx",
}

OURS = {f"deck-{path.stem}": path for path in project.files("decks", ".pptx")}
OURS |= {f"table-{path.stem}": path for path in project.files("tables", ".pptx")}
THEIRS = {f"deck-{deck}-in-{name}": (deck, name) for deck in project.ids("decks") for name in TEMPLATES}

NAMES = [*OURS, *THEIRS]


def gather(out):
    """Puts all of them into the folder `out`, by their names."""
    for name, path in OURS.items():
        shutil.copy(path, out / f"{name}.pptx")
    for name, (deck, template) in THEIRS.items():
        words = ["export", f"deck:{deck}", "--format", "pptx", "--template", TEMPLATES[template]]
        project.run(project.PROGRAM, *words, "--today", project.newest_review(), "--out", out)
        (out / f"{deck}.pptx").rename(out / f"{name}.pptx")
