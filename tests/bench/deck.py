"""Writes a list of slides with tables into a copy of a deck with python-pptx: `deck.py LIST TEMPLATE DECK`.

The list is one of `slides.py`. Sizes and colors of texts are left to the template, which takes nothing that ours does not take.
"""

import json
import sys

from pptx import Presentation


def write(slides, template, path):
    """Writes the deck."""
    deck = Presentation(template)
    layout = next(it for it in deck.slide_layouts if it.name == "Title Only")
    for it in slides:
        slide = deck.slides.add_slide(layout)
        slide.shapes.title.text_frame.text = it["title"]
        rows, columns = len(it["rows"]), len(it["widths"])
        frame = slide.shapes.add_table(rows, columns, it["left"], it["top"], sum(it["widths"]), sum(it["heights"]))
        frame.name = it["name"]
        frame._element.nvGraphicFramePr.cNvPr.set("descr", it["description"])
        table = frame.table
        for column, width in zip(table.columns, it["widths"]):
            column.width = width
        for row, height, texts in zip(table.rows, it["heights"], it["rows"]):
            row.height = height
            for cell, text in zip(row.cells, texts):
                cell.text_frame.text = text
        if it["notes"]:
            slide.notes_slide.notes_text_frame.text = it["notes"]
    deck.save(path)


def main(listed, template, path):
    """Reads the list and writes the deck."""
    with open(listed, encoding="utf-8") as file:
        slides = json.load(file)
    write(slides, template, path)


main(*sys.argv[1:])
