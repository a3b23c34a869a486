"""What is on the slides with tables of a deck, as a list that `deck.py` writes again: `slides.py DECK LIST [--without-notes]`."""

import json
import sys

from pptx import Presentation


def listed(slide, shape, with_notes):
    """A slide as plain values; lengths are in EMU."""
    table = shape.table
    return {
        "title": slide.shapes.title.text_frame.text,
        "name": shape.name,
        "description": shape._element.nvGraphicFramePr.cNvPr.get("descr"),
        "left": shape.left,
        "top": shape.top,
        "widths": [it.width for it in table.columns],
        "heights": [it.height for it in table.rows],
        "rows": [[cell.text_frame.text for cell in row.cells] for row in table.rows],
        "notes": slide.notes_slide.notes_text_frame.text if with_notes else None,
    }


def main(path, out, *flags):
    """Lists the deck in `path`."""
    slides = []
    for slide in Presentation(path).slides:
        for shape in slide.shapes:
            if shape.has_table:
                slides.append(listed(slide, shape, "--without-notes" not in flags))
    with open(out, "w", encoding="utf-8") as file:
        json.dump(slides, file)


main(*sys.argv[1:])
