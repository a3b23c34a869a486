"""Slides as LibreOffice draws them: where the words are, and which cell of a table they stand in."""

import re
import unicodedata
from dataclasses import dataclass
from xml.etree import ElementTree

import pptx

from project import run

EMU_PER_POINT = 12_700
# What a cell leaves free above its text, in points, if it says nothing else.
INSET = 3.6
PAGE, WORD = (f"{{http://www.w3.org/1999/xhtml}}{name}" for name in ("page", "word"))


@dataclass(frozen=True)
class Word:
    """A word of a page and its box, in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self):
        """Where it stands between the edges of its line."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Table:
    """A table of a deck: its page from 1, the name of its shape, where it begins, its columns, and its rows as
    high as they are at least, in points."""

    page: int
    name: str
    left: float
    top: float
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    texts: tuple[tuple[str | None, ...], ...]

    @property
    def edges(self):
        """The edges of its columns, from left to right."""
        return [self.left + sum(self.widths[:at]) for at in range(len(self.widths) + 1)]


def tables(path):
    """The tables of a deck, read by python-pptx. A cell that another one covers has no text."""
    slides = [it for it in pptx.Presentation(path).slides if it._element.get("show") != "0"]
    return [_table(page, shape) for page, slide in enumerate(slides, 1) for shape in slide.shapes if shape.has_table]


def _table(page, shape):
    rows = [[None if cell.is_spanned else cell.text for cell in row.cells] for row in shape.table.rows]
    return Table(
        page=page,
        name=shape.name,
        left=shape.left / EMU_PER_POINT,
        top=shape.top / EMU_PER_POINT,
        widths=tuple(column.width / EMU_PER_POINT for column in shape.table.columns),
        heights=tuple(row.height / EMU_PER_POINT for row in shape.table.rows),
        texts=tuple(map(tuple, rows)),
    )


def pages(pdf):
    """The words of each page of a PDF, found by poppler."""
    tree = ElementTree.fromstring(_legal(run("pdftotext", "-bbox-layout", "-enc", "UTF-8", pdf, "-")))
    return [[_word(it) for it in page.iter(WORD)] for page in tree.iter(PAGE)]


def _legal(xml):
    return re.sub("[\0-\x08\x0b\x0c\x0e-\x1f]", "", xml)


def _word(it):
    left, top, right, bottom = (float(it.get(name)) for name in ("xMin", "yMin", "xMax", "yMax"))
    text = it.text or ""
    # A word that is read from right to left is found as it is seen.
    from_right = text and all(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text)
    return Word(text[::-1] if from_right else text, left, top, right, bottom)


def cells(table, words):
    """The words of each cell of a table, by row and column; nothing where a cell is covered.

    Words fall to columns by their place, and in a column to rows by their texts, one after the other.

    Fails if a text is not there, or in another order.
    """
    edges = table.edges
    inside = [word for word in words if word.middle >= table.top and edges[0] <= word.left < edges[-1]]
    queues = [_ordered(word for word in inside if left <= word.left < right) for left, right in zip(edges, edges[1:])]
    return [_row(texts, queues) for texts in table.texts]


def _row(texts, queues):
    found = []
    for at, text in enumerate(texts):
        if text is None:
            found.append(None)
            continue
        end = next((it for it in range(at + 1, len(texts)) if texts[it] is not None), len(texts))
        found.append(_taken(_squeezed(text), queues[at:end]))
    return found


def _taken(text, queues):
    """The words that `text` consists of, taken from the heads of the queues, the first of which has its beginning."""
    taken, at = [], 0
    while at < len(text):
        heads = [queue for queue in queues if queue and text.startswith(_squeezed(queue[0].text), at)]
        assert heads, f"`{text[at:]}` of `{text}` is not where it should be"
        taken.append(heads[0].pop(0))
        at += len(_squeezed(taken[-1].text))
    return taken


def bottom(table, cells):
    """Where a table ends as it is drawn, in points: a row is as high as it says, or as its words need."""
    at = table.top
    for height, row in zip(table.heights, cells, strict=True):
        lowest = max((word.bottom for words in row for word in words or []), default=at)
        at = max(at + height, lowest + INSET)
    return at


def lines(words):
    """How many lines words take, 1 at least: a line begins where a word stands below the one before."""
    n_lines, middle = 1, None
    for word in words:
        if middle is not None and word.middle > middle + (word.bottom - word.top) / 2:
            n_lines += 1
        middle = word.middle
    return n_lines


def _ordered(words):
    """Words in the order in which they are read: those of a line have about the same middle."""
    rows = []
    for word in sorted(words, key=lambda it: it.middle):
        if rows and word.middle - rows[-1][0].middle < (word.bottom - word.top) / 2:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [word for row in rows for word in sorted(row, key=lambda it: it.left)]


def _squeezed(text):
    text = unicodedata.normalize("NFKC", text)
    return "".join(re.sub("[\u2060\u200b\u00ad\x0b]", "", text).split())
