"""The comparisons themselves: each sees a text that is another, and a cell that is in another place."""

import pytest

import comparing
from expected import Cell, Row, Table
from readers.fragment import Found

TABLE = Table(
    title="Tools",
    corner="Question",
    options=("Hammer", "Drill"),
    rows=(Row("Use", "Noise", (Cell("some", "good", ("1",), None), Cell("80 dB", None, (), 80.0))),),
    sources=(),
    notes=(),
    stamp="tradeoff:tools@0",
    as_of=None,
)


def found(tag, text, *signs):
    """A cell of HTML."""
    return Found(tag, {"scope": "row" if tag == "th" else None}, text, list(signs))


HEAD = [Found("th", {"scope": "col"}, text) for text in ("Question", "■ Hammer", "◆ Drill")]
SHOWN = {
    "values": [["Question", "Hammer", "Drill"], ["Noise", "some", "80 dB"]],
    "sheet": [["Question", "Hammer", "Hammer mark", "Drill"], ["Noise", "some", "good", "80 dB"]],
    "fragment": [HEAD, [found("th", "Noise"), found("td", "●●● good some", "1"), found("td", "80 dB")]],
    "markdown": [[
        [("Question", []), ("■ Hammer", []), ("◆ Drill", [])],
        [("Noise", []), ("●●● good: some", ["a source"]), ("80 dB", [])],
    ]],
}


def compare(form, shown):
    """Compares what is shown in a format with the table."""
    more = [lambda text: text] if form == "values" else []
    getattr(comparing, form)(TABLE, shown, *more)


def swapped(form):
    """The same with the last two cells of the row in each other's place."""
    rows = SHOWN[form][0] if form == "markdown" else SHOWN[form]
    *before, one, other = rows[-1]
    rows = [rows[0], [*before, other, one]]
    return [rows] if form == "markdown" else rows


@pytest.mark.parametrize("form", SHOWN)
def test_cells_in_their_places_pass(form):
    compare(form, SHOWN[form])


@pytest.mark.parametrize("form", SHOWN)
def test_cells_in_other_places_are_seen(form):
    with pytest.raises(AssertionError):
        compare(form, swapped(form))


def test_a_text_that_is_read_too_late_is_seen():
    comparing.printed(TABLE, "Tools Noise good some 80 dB")
    with pytest.raises(AssertionError):
        comparing.printed(TABLE, "Tools Noise 80 dB good some")
