"""Presentations by the Open XML SDK of Microsoft and by openxml-audit."""

import zipfile

import pytest

import decks
from readers import openxml


@pytest.fixture(scope="module")
def found(presentations):
    """What is wrong with each presentation, by its name."""
    by_path = openxml.faults(sorted(presentations.glob("*.pptx")))
    return {path.stem: faults for path, faults in by_path.items()}


@pytest.mark.parametrize("name", decks.NAMES)
def test_nothing_is_wrong_with_a_deck(name, found):
    assert not found[name]


def test_what_is_wrong_is_seen(presentations, tmp_path):
    """A row without a height, and a shape with the number of another one: the second only one of them sees."""
    path = tmp_path / "wrong.pptx"
    with zipfile.ZipFile(presentations / f"{decks.NAMES[0]}.pptx") as deck, zipfile.ZipFile(path, "w") as wrong:
        for name in deck.namelist():
            data = deck.read(name)
            if name.startswith("ppt/slides/slide"):
                data = data.replace(b"<a:tr h=", b"<a:tr w=").replace(b'id="3" name=', b'id="2" name=')
            wrong.writestr(name, data)
    (tmp_path / "none.pptx").write_text("no zip")
    found = openxml.faults([path, tmp_path / "none.pptx"])
    assert {fault[0] for fault in found[path]} == {"sdk", "audit"}
    assert any("Duplicate shape" in fault[-1] for fault in found[path])
    assert {fault[0] for fault in found[tmp_path / "none.pptx"]} == {"sdk", "audit"}
