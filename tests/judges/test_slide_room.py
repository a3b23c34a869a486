"""Tables on slides as LibreOffice draws them: as many lines as were counted on, and nothing beyond its place."""

import json

import pptx
import pytest
from PIL import Image

import decks
import project
from readers import picture, slides

# The share of cells whose lines are counted right, of all cells of a kind of deck.
LEAST = 0.95

# How far a text may stand from where it was expected, in points: fonts differ in what they leave above their letters.
NEAR = 3
# The rule above the footer of the built-in deck, in points above the footer.
RULE = 8
DOTS_PER_POINT = 1


@pytest.fixture(scope="module")
def expected(presentations):
    """The tables of each deck with the lines of each cell, as the program counts them. The tests of the crates build it."""
    program = project.ROOT / "target/release/examples/deck_lines"
    paths = [presentations / f"{name}.pptx" for name in decks.NAMES]
    return dict(zip(decks.NAMES, (it["tables"] for it in json.loads(project.run(program, *paths))), strict=True))


@pytest.fixture(scope="module")
def found(presentations):
    """The tables of each deck with the words of each cell, as they are drawn. Every text is there, whole and in order."""

    def of(name):
        pages = slides.pages(presentations / f"{name}.pdf")
        tables = slides.tables(presentations / f"{name}.pptx")
        return [(table, slides.cells(table, pages[table.page - 1])) for table in tables]

    return {name: of(name) for name in decks.NAMES}


@pytest.mark.parametrize("kind", ["ours", "theirs"])
def test_lines_are_counted_as_they_are_drawn(kind, expected, found, remark):
    counted = []
    for name in decks.OURS if kind == "ours" else decks.THEIRS:
        for it, (table, rows) in zip(expected[name], found[name], strict=True):
            assert (it["slide"], it["name"]) == (table.page, table.name)
            for row, cells in zip(it["rows"], rows, strict=True):
                pairs = zip(row["lines"], cells, strict=True)
                counted += [(n, slides.lines(words)) for n, words in pairs if words is not None]
    right = sum(n == drawn for n, drawn in counted)
    few = sum(n < drawn for n, drawn in counted)
    template = "the base deck" if kind == "ours" else "templates of others"
    remark(f"lines in {template}: {right} of {len(counted)} cells as counted ({right / len(counted):.1%}), {few} with more")
    assert right / len(counted) >= LEAST


def test_rows_are_as_high_as_their_lines_need(expected):
    rows = [row for tables in expected.values() for table in tables for row in table["rows"]]
    assert rows and all(abs(row["height"] - row["needed"]) < 0.01 for row in rows)


@pytest.mark.parametrize("name", decks.NAMES)
def test_no_row_grows(name, found, expected):
    """A row that were too low would push those below it down."""
    for it, (table, rows) in zip(expected[name], found[name], strict=True):
        top = table.top
        for row, cells in zip(it["rows"], rows, strict=True):
            first = min(words[0].top for words in cells if words)
            assert abs(first - top - slides.INSET) < NEAR, f"page {table.page}, {table.name}: {top:.0f} is {first:.0f}"
            top += row["height"]


@pytest.mark.parametrize("name", decks.NAMES)
def test_nothing_stands_beyond_a_table(name, presentations, found, expected, tmp_path):
    """On the picture of its slide, nothing is drawn between the table and the footer, nor beside the table."""
    deck = pptx.Presentation(presentations / f"{name}.pptx")
    footers = [_top_of_footer(slide, deck) for slide in deck.slides]
    for it, (table, _) in zip(expected[name], found[name], strict=True):
        bottom = table.top + sum(row["height"] for row in it["rows"])
        assert bottom <= footers[table.page - 1], f"page {table.page}, {table.name}: {bottom:.0f} points"
        assert 0 <= table.edges[0] < table.edges[-1] <= deck.slide_width / slides.EMU_PER_POINT
        page = picture.drawn(presentations / f"{name}.pdf", table.page, tmp_path, 72 * DOTS_PER_POINT)
        below = (0, bottom + 1, page.width, footers[table.page - 1] - RULE)
        right = (table.edges[-1] + 1, table.top, page.width, bottom)
        left = (0, table.top, table.edges[0] - 1, bottom)
        for area in (below, right, left):
            assert picture.is_blank(page, area, DOTS_PER_POINT), f"page {table.page}, {table.name}: {area}"


@pytest.mark.parametrize("name", decks.NAMES)
def test_a_footer_has_one_line(name, presentations):
    deck = pptx.Presentation(presentations / f"{name}.pptx")
    pages = slides.pages(presentations / f"{name}.pdf")
    for page, (slide, words) in enumerate(zip(deck.slides, pages, strict=True), 1):
        top = _top_of_footer(slide, deck)
        middles = [word.middle for word in words if word.middle > top]
        assert max(middles, default=0) - min(middles, default=0) < slides.INSET, f"page {page}: {middles}"


def _top_of_footer(slide, deck):
    """Where the footer of a slide begins, in points; the end of a slide that has none."""
    kinds = (13, 15, 16)  # The number of the slide, the footer, the date.
    tops = [it.top for it in slide.placeholders if it.placeholder_format.type in kinds]
    return min(tops, default=deck.slide_height) / slides.EMU_PER_POINT


def test_a_row_that_grows_and_a_text_that_is_cut_are_seen():
    texts = (("Question", "One"), ("name", "two words"))
    table = slides.Table(page=1, name="it", left=10, top=10, widths=(50, 50), heights=(18, 30), texts=texts)

    def word(text, left, top):
        return slides.Word(text, left, top, left + 20, top + 10)

    words = [word("Question", 12, 12), word("One", 62, 12), word("name", 12, 30), word("two", 62, 30), word("words", 62, 42)]
    rows = slides.cells(table, words)
    assert [[slides.lines(words) for words in row] for row in rows] == [[1, 1], [1, 2]]
    with pytest.raises(AssertionError):
        slides.cells(table, words[:-1])
    page = Image.new("RGB", (40, 40), "white")
    assert picture.is_blank(page, (0, 0, 20, 20), 2)
    page.putpixel((39, 39), (0, 0, 0))
    assert not picture.is_blank(page, (0, 0, 20, 20), 2)
