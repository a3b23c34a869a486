"""A deck of python-pptx: three slides, two tables, a group heading, notes, a hidden slide, a picture and a chart."""

import datetime
import io
import struct
import sys
import zlib

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Emu, Inches, Pt


def picture():
    """A gray square of 8 by 8 dots as PNG."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x80" * 8 for _ in range(8))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    return io.BytesIO(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    )


def fill(table, rows):
    for row, texts in zip(table.rows, rows):
        for cell, text in zip(row.cells, texts):
            cell.text = text
            for paragraph in cell.text_frame.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(14)


deck = Presentation()
deck.slide_width, deck.slide_height = Emu(12192000), Emu(6858000)
first = deck.slides.add_slide(deck.slide_layouts[5])
first.shapes.title.text = "Costs & limits"
frame = first.shapes.add_table(4, 3, Inches(0.5), Inches(1.8), Inches(9), Inches(2))
frame.name = "tradeoff:costs"
fill(
    frame.table,
    [
        ("Question", "Containers", "Serverless"),
        ("Cost when idle", "Paid by the hour", "Nothing"),
        ("Longest run", "No limit", "15 min"),
        ("Größe 大 😀", "a < b & c", "שלום"),
    ],
)
run = frame.table.cell(1, 2).text_frame.paragraphs[0].runs[0]
run.hyperlink.address = "https://example.org/pricing?a=1&b=2"
first.notes_slide.notes_text_frame.text = "Say it slowly."

second = deck.slides.add_slide(deck.slide_layouts[5])
second.shapes.title.text = "Merged"
frame = second.shapes.add_table(5, 3, Inches(0.5), Inches(1.8), Inches(9), Inches(2))
frame.name = "tradeoff:merged"
fill(
    frame.table,
    [
        ("Question", "One", "Two"),
        ("Heading of a group", "", ""),
        ("tall", "x", "y"),
        ("", "z", "w"),
        ("last", "u", "v"),
    ],
)
frame.table.cell(1, 0).merge(frame.table.cell(1, 2))
frame.table.cell(2, 0).merge(frame.table.cell(3, 0))
second._element.set("show", "0")

third = deck.slides.add_slide(deck.slide_layouts[6])
third.shapes.add_picture(picture(), Inches(1), Inches(1), Inches(1))
data = CategoryChartData()
data.categories = ["a", "b"]
data.add_series("s", (1, 2))
third.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(3), Inches(1), Inches(4), Inches(3), data)
about = deck.core_properties
about.title, about.author, about.keywords = "Costs & limits", "An author", "one, two"
about.comments, about.last_modified_by = "", ""
about.modified = datetime.datetime(2026, 11, 23, 12, 0)
deck.save(sys.argv[1])
