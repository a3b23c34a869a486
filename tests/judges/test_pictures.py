"""What is printed looks as it was found good: pages as pictures in `tests/golden/print/`.

After a change of the look, draw them again, look at them, and put them into the change:

    TRADEOFF_DRAW=1 target/judges-venv/bin/pytest tests/judges/test_pictures.py
"""

import os

import pytest
from PIL import Image, ImageDraw

import project
from readers import picture

GOLDEN = project.ROOT / "tests/golden/print"

# Of the small project, so that a correction of the data changes no picture.
SUBJECTS = ["table:overview", "use-case:bookshelf", "comparison"]


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """A folder with the PDFs of the small project."""
    out = tmp_path_factory.mktemp("printed")
    for subject in SUBJECTS:
        words = ["-C", project.ROOT / "tests/base", "export", subject, "--format", "pdf", "--out", out]
        project.run(project.PROGRAM, *words)
    return out


@pytest.mark.parametrize("name", [subject.split(":")[-1] for subject in SUBJECTS])
def test_a_page_looks_as_it_was_found_good(name, printed, tmp_path):
    page = picture.drawn(printed / f"{name}.pdf", 1, tmp_path)
    path = GOLDEN / f"{name}.png"
    if "TRADEOFF_DRAW" in os.environ:
        GOLDEN.mkdir(parents=True, exist_ok=True)
        page.quantize(64).save(path, optimize=True)
    apart = picture.apart(page, Image.open(path).convert("RGB"))
    assert apart <= picture.BEARABLE, f"{apart:.2%} of the page differs; the head of this file says how to draw it again"


def test_a_moved_word_is_seen_and_a_softer_edge_is_not():
    page = Image.new("RGB", (496, 702), "white")
    moved, softer = page.copy(), page.copy()
    for it, at, ink in ((page, 100, "#12294a"), (moved, 108, "#12294a"), (softer, 100, "#223a5a")):
        ImageDraw.Draw(it).rectangle((at, 100, at + 60, 108), fill=ink)
    assert picture.apart(page, moved) > picture.BEARABLE
    assert picture.apart(page, softer) <= picture.BEARABLE
