#!/usr/bin/env python3
"""Adds a slide of every layout with python-pptx, to see that another program understands the base deck.

    tests/decks/base/check.py IN.pptx OUT.pptx

Needs python-pptx 1.0.2. Stops with a sentence at the first layout, placeholder or color that is not as it should be.
"""

import sys

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Emu

# What the program that writes decks relies on: the placeholders of each layout, by index and type.
WANTED = {
    "Title": {0: "CENTER_TITLE", 1: "SUBTITLE"},
    "Title and Content": {0: "TITLE", 1: "OBJECT"},
    "Agenda": {0: "TITLE", 1: "OBJECT"},
    "Section": {0: "TITLE", 1: "BODY"},
    "Table": {0: "TITLE", 1: "TABLE"},
    "Decision": {0: "TITLE", 13: "BODY", 1: "BODY", 14: "BODY"},
    "Title Only": {0: "TITLE"},
    "Sources": {0: "TITLE", 1: "OBJECT"},
    "Blank": {},
}
FOOTERS = {10: "DATE", 11: "FOOTER", 12: "SLIDE_NUMBER"}

# Text and what lies behind it. A ratio of 4.5 is what WCAG 2.2, 1.4.3, asks of text.
READ = [
    *((text, back) for text in ("dk1", "dk2", "hlink", "folHlink") for back in ("lt1", "lt2")),
    *((f"accent{number}", back) for number in range(1, 7) for back in ("lt1", "lt2")),
    ("lt1", "accent1"),
]
LEAST_CONTRAST = 4.5

TEXTS = {
    "Agenda": ["Where containers and serverless differ most", "Cost", "Team", "HTTP API with spiky traffic", "HTTP API with steady traffic", "Always on", "Sources"],
    "Sources": [f"Lambda quotas. AWS Docs, copies of 2026, read {day} November 2026. docs.aws.amazon.com/lambda" for day in range(1, 25)],
}


def kinds(placeholders):
    return {it.placeholder_format.idx: it.placeholder_format.type.name for it in placeholders}


def luminance(color):
    """Relative luminance, WCAG 2.2."""
    parts = [part / 255 for part in color]
    red, green, blue = (it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def theme_colors(deck):
    part = deck.slide_master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    )
    text = part.blob.decode("utf-8")
    names = [f"accent{number}" for number in range(1, 7)] + ["dk1", "lt1", "dk2", "lt2", "hlink", "folHlink"]
    return {it: RGBColor.from_string(text.split(f'<a:{it}><a:srgbClr val="')[1][:6]) for it in names}


def check_colors(deck):
    colors = theme_colors(deck)
    for text, back in READ:
        ratio = contrast(colors[text], colors[back])
        assert ratio >= LEAST_CONTRAST, f"{text} on {back} has a contrast of {ratio:.2f}"


def check_layouts(deck):
    found = {it.name: kinds(it.placeholders) for it in deck.slide_layouts}
    wanted = {name: {**own, **FOOTERS} for name, own in WANTED.items()}
    assert list(found) == list(wanted), f"the layouts are {list(found)}"
    for name in wanted:
        assert found[name] == wanted[name], f"layout {name} has {found[name]}, wanted {wanted[name]}"
    for layout in deck.slide_layouts:
        for it in layout.placeholders:
            inside = 0 <= it.left and it.left + it.width <= deck.slide_width and it.top + it.height <= deck.slide_height
            assert inside, f"{it.name} of layout {layout.name} leaves the slide"


def add(deck, layout):
    slide = deck.slides.add_slide(layout)
    for it in slide.placeholders:
        kind = it.placeholder_format.type.name
        if kind == "TABLE":
            frame = it.insert_table(rows=4, cols=3)
            for number, cell in enumerate(frame.table.iter_cells()):
                cell.text = f"Cell {number + 1}"
        elif "TITLE" in kind:
            it.text_frame.text = f"Layout {layout.name}: a title that is long enough for a second line, as some of them are, and still fits"
        else:
            it.text_frame.text = "\n".join(TEXTS.get(layout.name, ["First level", "Another one"]))
            second = it.text_frame.add_paragraph()
            second.text, second.level = "Second level", 1
    if layout.name == "Blank":
        box = slide.shapes.add_shape(1, Emu(609600), Emu(1422400), Emu(2000000), Emu(700000))
        box.text_frame.text = "A shape"


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: check.py IN.pptx OUT.pptx")
    deck = Presentation(sys.argv[1])
    check_colors(deck)
    check_layouts(deck)
    for layout in deck.slide_layouts:
        add(deck, layout)
    assert deck.part._element.find(qn("p:sldIdLst")) is not None
    deck.save(sys.argv[2])
