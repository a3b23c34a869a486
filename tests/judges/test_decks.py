"""Slides for reveal.js by Python's parser of HTML, and for Marp by pandoc."""

import pytest

import expected
import project
from readers import fragment, markdown, pdf
from test_html import FOREIGN, SAFE

DECKS = [path.with_name(path.name.removesuffix(".reveal.html")) for path in project.files("decks", ".reveal.html")]


def parts(deck):
    """The tables that the author put into a deck."""
    names = [part.removeprefix("table:") for part in project.record("decks", deck.name)["parts"] if part.startswith("table:")]
    return [expected.table(project.DIST / f"tables/{name}.json") for name in names]


def read_marp(deck):
    """The blocks of the deck for Marp."""
    return markdown.blocks(deck.with_suffix(".marp.md"), "gfm+yaml_metadata_block")


@pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.name)
def test_every_cell_is_on_a_slide(deck):
    texts = {"reveal": fragment.read(deck.with_suffix(".reveal.html")).text, "marp": markdown.text(read_marp(deck))}
    for name, text in texts.items():
        for table in parts(deck):
            for row in table.rows:
                wanted = [row.name] + [cell.text for cell in row.cells]
                assert not pdf.missing(wanted, text), f"{name}, {table.title}: {row.name}"


@pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.name)
def test_sections_are_whole_and_safe(deck):
    found = fragment.read(deck.with_suffix(".reveal.html"))
    assert not found.wrong
    assert not [tag for tag, _ in found.tags if tag in FOREIGN]
    for tag, attributes in found.tags:
        assert not [name for name in attributes if name.startswith("on")], tag
        assert attributes.get("href", "#/").startswith((*SAFE, "#/"))
    assert any(f"tradeoff:deck:{deck.name}@" in comment for comment in found.comments)


@pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.name)
def test_both_decks_have_the_same_slides(deck):
    tags = [(tag, it.get("class")) for tag, it in fragment.read(deck.with_suffix(".reveal.html")).tags]
    blocks = read_marp(deck)
    slides = 1 + sum(block["t"] == "HorizontalRule" for block in blocks)
    assert tags.count(("section", None)) == slides > len(parts(deck))
    notes = sum(block["t"] == "RawBlock" and block["c"][1].startswith("<!--") for block in blocks)
    assert tags.count(("aside", "notes")) == notes > 0
