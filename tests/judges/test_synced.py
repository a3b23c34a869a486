"""Decks of other programs that were brought up to date: sound, readable, and elsewhere the same to the byte and the dot."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

import decks
import synced
from readers import office, openxml, picture, records, slides

NAMES = sorted(path.stem for path in decks.FOREIGN.glob("*.pptx"))
TABLE = "tradeoff:costs"

# One deck after another: as it came, with a cell, a row and a column that are new, and without them.
LONGER = ("Cost when idle", r"Paid by the minute & more, if \\< 5 > 2", "Nothing", "Nothing at all")
START = ("First start", "seconds", "some ms", "a few ms")
SHORTER = ("Cost when idle", "Paid by the minute", "Nothing")
SAID = {"grown": ([LONGER, START], ["hammer", "drill", "saw"]), "shrunk": ([SHORTER], ["hammer", "drill"])}

# Drawn twice, the same picture has the same dots; a difference of this much nobody sees.
UNSEEN = 8
# How far the edge of a table may be drawn from where it is, in points.
EDGE = 4


@dataclass(frozen=True)
class Synced:
    """A folder with each deck after each step, `NAME-STEP.pptx`, and as PDF; and whether a second run then touched nothing."""

    folder: Path
    is_settled: dict

    def deck(self, name, step):
        """The deck after a step."""
        return self.folder / f"{name}-{step}.pptx"


@pytest.fixture(scope="module")
def found(tmp_path_factory, settings):
    out = tmp_path_factory.mktemp("synced")
    ours = synced.Project(tmp_path_factory.mktemp("costs") / "project")
    here = [ours.folder / f"{name}.pptx" for name in NAMES]
    for path in here:
        shutil.copy(decks.FOREIGN / path.name, path)
        shutil.copy(path, out / f"{path.stem}-was.pptx")
    ours.says(synced.IDLE)
    ours.deck("adopt", ours.folder / "pandoc.pptx", "--slide", "1", "costs")
    ours.deck("sync", *here)
    is_settled = {}
    for step, (rows, columns) in SAID.items():
        ours.says(*rows, columns=columns)
        ours.deck("sync", *here)
        states = [synced.state(path) for path in here]
        ours.deck("sync", *here)
        for path, state in zip(here, states, strict=True):
            shutil.copy(path, out / f"{path.stem}-{step}.pptx")
            is_settled[path.stem, step] = synced.state(path) == state
    office.convert(office.PDF, sorted(out.glob("*.pptx")), out, settings)
    return Synced(out, is_settled)


@pytest.mark.parametrize("step", SAID)
@pytest.mark.parametrize("name", NAMES)
def test_only_the_slide_of_the_table_is_written(name, step, found):
    assert records.differing(found.deck(name, "was"), found.deck(name, step)) == ["ppt/slides/slide1.xml"]


@pytest.mark.parametrize("step", SAID)
@pytest.mark.parametrize("name", NAMES)
def test_a_second_run_touches_nothing(name, step, found):
    assert found.is_settled[name, step]


@pytest.fixture(scope="module")
def faults(found):
    return openxml.faults(sorted(found.folder.glob("*.pptx")))


@pytest.mark.parametrize("step", SAID)
@pytest.mark.parametrize("name", NAMES)
def test_no_fault_comes_in(name, step, found, faults):
    assert not faults[found.deck(name, step)] - faults[found.deck(name, "was")]


def texts(path):
    """The texts of the table, read by python-pptx."""
    (table,) = [it for it in slides.tables(path) if it.name == TABLE or len(slides.tables(path)) == 1]
    return [list(row) for row in table.texts]


@pytest.mark.parametrize("name", NAMES)
def test_a_program_of_others_reads_what_was_written(name, found):
    head, idle, *by_hand = texts(found.deck(name, "was"))
    grown = texts(found.deck(name, "grown"))
    assert grown[0] == [*head, "Edge"]
    assert ["Cost when idle", "Paid by the minute & more, if < 5 > 2", "Nothing", "Nothing at all"] == grown[1]
    assert list(START) in grown[2:]
    assert [row for row in grown[2:] if row != list(START)] == [[*row, ""] for row in by_hand]
    assert texts(found.deck(name, "shrunk")) == [head, ["Cost when idle", "Paid by the minute", "Nothing"], *by_hand]
    assert idle == ["Cost when idle", "Paid by the hour", "Nothing"]


@pytest.mark.parametrize("step", SAID)
@pytest.mark.parametrize("name", NAMES)
def test_the_pictures_differ_where_the_table_is_and_nowhere_else(name, step, found, tmp_path):
    """Every text of the table is drawn, and outside its box no dot differs, on its slide and on the others."""
    deck = found.deck(name, step)
    before, after = (found.deck(name, it).with_suffix(".pdf") for it in ("was", step))
    words = slides.pages(after)
    assert len(words) == len(slides.pages(before))
    for page in range(1, len(words) + 1):
        pictures = [picture.drawn(it, page, tmp_path, 72) for it in (before, after)]
        area = picture.difference(*pictures, UNSEEN)
        (table,) = [it for it in slides.tables(deck) if it.page == page == 1] or [None]
        if table is None:
            assert area is None, f"page {page} differs in {area}"
            continue
        (was,) = [it for it in slides.tables(found.deck(name, "was")) if it.page == 1]
        cells = slides.cells(table, words[page - 1])
        bottom = max(slides.bottom(table, cells), slides.bottom(was, slides.cells(was, slides.pages(before)[0])))
        left, top, right, low = area
        assert table.edges[0] - EDGE <= left and right <= max(table.edges[-1], was.edges[-1]) + EDGE
        assert table.top - EDGE <= top and low <= bottom + EDGE, (area, table.top, bottom)


def test_a_deck_that_libreoffice_saved_again_is_known(settings, tmp_path):
    """It keeps the name of a table and loses its alternative text, the ids of its rows, and its style."""
    ours = synced.Project(tmp_path / "project")
    ours.says(synced.IDLE, START)
    deck = ours.folder / "talk.pptx"
    ours.deck("build", "costs", "--out", deck)
    office.convert(office.PPTX, [deck], tmp_path, settings)
    saved = tmp_path / "talk.pptx"
    assert saved.read_bytes() != deck.read_bytes()
    shutil.copy(saved, deck)
    ours.says(SHORTER, START)
    (report,) = json.loads(ours.deck("sync", deck, "--format", "json"))
    assert report["tables"][0]["table"] == "costs", report
    assert texts(deck)[1:] == [list(SHORTER), list(START[:3])]
    assert records.differing(saved, deck) == ["ppt/slides/slide2.xml"]
    before, after = openxml.faults([saved, deck]).values()
    assert not after - before


def test_a_byte_or_a_dot_elsewhere_is_seen(tmp_path):
    deck = decks.FOREIGN / "pandoc.pptx"
    data = bytearray(deck.read_bytes())
    at = {name: data.index(record) for name, record, _ in records.records(deck)}
    data[at["ppt/theme/theme1.xml"] + 12] ^= 1  # The time in its local header, which no reader of zips looks at.
    (tmp_path / "touched.pptx").write_bytes(data)
    assert records.differing(deck, tmp_path / "touched.pptx") == ["ppt/theme/theme1.xml"]
    page = Image.new("RGB", (20, 20), "white")
    touched = page.copy()
    touched.putpixel((4, 5), (255, 255, 255 - 2 * UNSEEN))
    assert picture.difference(page, page.copy(), UNSEEN) is None
    assert picture.difference(page, touched, UNSEEN) == (4, 5, 5, 6)
