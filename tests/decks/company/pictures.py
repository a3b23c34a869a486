#!/usr/bin/env python3
"""Draws the pictures of the page "Into your slides": slide 2 of four decks that the program made, as LibreOffice shows them.

    tests/decks/company/pictures.py

Run it from the repository, after `tests/run`, with `target/judges-venv/bin/python`. LibreOffice and poppler draw; look at each
picture before it goes into a change.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[3]
DECKS = ROOT / "target" / "slides-page"
OUT = ROOT / "book" / "src" / "slides"
DAY = "2026-11-26"  # only the look of dates depends on it

WIDTH = 1200
# The part of the slide that is shown where a change is, in hundredths of its width: left, top, right, bottom.
CHANGED = (7, 27.4, 96, 50.4)
# A slide has few colors: with a palette a picture has a third of the bytes.
COLORS = 96
MOST_BYTES = 60_000


def run(*words, **more):
    subprocess.run([str(it) for it in words], check=True, cwd=ROOT, **more)


def decks():
    """The four decks, by the name of the picture: the one that a build offers, and three from the story of the page's test."""
    run("cargo", "test", "--release", "--quiet", "--test", "suite", "slides_page", env=os.environ | {"TRADEOFF_DRAW": "1"})
    run("target/release/tradeoff", "export", "headline", "--format", "pptx", "--today", DAY, "--out", DECKS)
    return {"downloaded": DECKS / "headline.pptx"} | {name: DECKS / f"{name}.pptx" for name in ("company", "before", "after")}


def draw(deck, picture, folder, part=None):
    """Slide 2 of a deck as a picture, or a part of it."""
    run("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", folder, deck)
    # Twice as large, and then made smaller: lines and small letters are smoother than poppler's own.
    page = Path(folder) / "page"
    run("pdftoppm", "-f", "2", "-l", "2", "-singlefile", "-png", "-scale-to-x", 2 * WIDTH, "-scale-to-y", -1, Path(folder) / f"{deck.stem}.pdf", page)
    with Image.open(page.with_suffix(".png")) as large:
        shown = large.convert("RGB").crop([round(at * large.width / 100) for at in part] if part else None)
        height = round(WIDTH * shown.height / shown.width)
        small = shown.resize((WIDTH, height), Image.Resampling.LANCZOS)
    palette = small.quantize(COLORS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    palette.save(picture, optimize=True)
    size = picture.stat().st_size
    assert size < MOST_BYTES, f"{picture} has {size} bytes: use fewer colors"
    print(picture.relative_to(ROOT), f"{small.width} x {small.height}", size)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, deck in decks().items():
            draw(deck, OUT / f"{name}.png", folder, CHANGED if name in ("before", "after") else None)


if __name__ == "__main__":
    if len(sys.argv) != 1:
        sys.exit("usage: pictures.py")
    main()
