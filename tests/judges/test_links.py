"""Links within PDFs: from a number to its source, from a letter to its note, from a line of the contents to its chapter."""

import json
import re

import pytest

import expected
import printing
import project
from readers import pdf

DOCUMENTS = project.files("print", ".pdf")
PAPERS = project.files("tables", ".pdf") + DOCUMENTS


def astray(links, targets, pages):
    """The links within whose text is one of `targets` and that lead to a page without what it stands for.

    Poppler also takes the number beside a source for a part of the link that its title is, if that has two lines.
    """
    squeezed = {sign: pdf.squeezed(text) for sign, text in targets.items()}
    known = [(sign, page) for sign, page in inner(links) if sign in squeezed]
    return [(sign, page) for sign, page in known if squeezed[sign] not in pages[page]]


def inner(links):
    """The links that lead to a page."""
    return [(sign, page) for sign, page in links if isinstance(page, int)]


def sources(listed):
    """What a number leads to: itself, and the beginning of the title of its source."""
    return {str(it["number"]): f"{it['number']}{expected.plain(it['title'])[:12]}" for it in listed}


def notes(listed):
    """What a letter leads to: itself, and the beginning of its note."""
    return {it["letter"]: it["letter"] + expected.plain(it["text"])[:12] for it in listed}


def test_each_number_and_letter_of_a_table_leads_to_what_it_stands_for(stem):
    path, shown = stem.with_suffix(".pdf"), stem.with_suffix(".json")
    table = json.loads(shown.read_text(encoding="utf-8"))
    targets, links = {**sources(table["sources"]), **notes(table["notes"])}, pdf.links(path)
    assert astray(links, targets, pdf.pages(path)) == []
    cited = {sign for row in expected.table(shown).rows for cell in row.cells for sign in cell.signs}
    assert cited and cited <= {sign for sign, _ in inner(links)}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_each_number_of_a_document_leads_to_its_source(path):
    listed = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["sources"]
    targets, links = sources(listed), pdf.links(path)
    # A line of the contents ends with the number of its page, which is a link too.
    lines = {it for it in links if it[0] == str(it[1])}
    assert astray([it for it in links if it not in lines], targets, pdf.pages(path)) == []
    assert set(targets) <= {sign for sign, _ in inner(links)}


def test_the_contents_lead_to_their_chapters():
    path = project.DIST / "print/comparison.pdf"
    whole = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    chapters = {expected.plain(it["heading"]): it["heading"] for it in whole["sections"] if it["level"] == 1}
    links = [(expected.plain(text), page) for text, page in pdf.links(path)]
    assert set(chapters) <= {text for text, _ in inner(links)}
    assert astray(links, chapters, pdf.pages(path)) == []


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_every_other_link_leads_out(path):
    others = {page for _, page in pdf.links(path) if not isinstance(page, int)}
    assert not {it for it in others if not re.match("https?://|mailto:", it)}


def covered(links):
    """Which links of a page lie below a later one: many viewers take the rectangle around all lines of a link for the link."""

    def holds(area, x, y):
        return area[0] <= x <= area[2] and area[1] <= y <= area[3]

    found = []
    for at, (_, lines) in enumerate(links):
        for left, bottom, right, top in lines:
            x, y = (left + right) / 2, (bottom + top) / 2
            above = [own for around, own in links[at + 1:] if holds(around, x, y)]
            found += [at for own in above if not any(holds(it, x, y) for it in own)]
    return found


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_no_link_covers_another(path):
    pages = pdf.areas_of_links(path)
    assert sum(map(len, pages)) > 0
    assert [(page, found) for page, links in enumerate(pages) if (found := covered(links))] == []


def test_a_covered_link_is_seen():
    first = ((0, 20, 10, 30), [(0, 20, 10, 30)])
    second = ((0, 10, 99, 30), [(50, 20, 99, 30), (0, 10, 10, 20)])
    assert covered([first, second]) == [0]
    assert covered([second, first]) == []


# The second page has what the first link names; nothing has what the second names.
LINKS = """
#set document(title: "Links", date: datetime(year: 2026, month: 11, day: 23))
#set text(font: "Inter", lang: "en")
= Links
#link("place:there")[Here]

#link("place:nowhere")[lost]

#link("https://example.org/place:there")[out]
#pagebreak()
#[#metadata("there") <place>] There.
"""


def test_a_link_to_a_place_that_is_not_there_is_text(tmp_path):
    path, out = tmp_path / "links.pdf", "https://example.org/place:there"
    assert printing.typeset(LINKS, path)["diagnostics"] == []
    assert pdf.links(path) == [("Here", 2), ("out", out)]
    assert pdf.said_of_links(path) == ["page 2", out]
    assert "lost" in pdf.text(path)
    assert pdf.failures(path) == []


def test_a_link_to_another_page_is_seen():
    pages = ["", "one", pdf.squeezed("1 A log. Harbor")]
    assert astray([("1", 2), ("x", 1)], {"1": "1A log"}, pages) == []
    assert astray([("1", 1), ("1", "https://example.org")], {"1": "1A log"}, pages) == [("1", 1)]
