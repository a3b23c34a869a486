"""HTML fragments by Python's parser, by html-validate and by LibreOffice Writer."""

import pytest

import comparing
import expected
import project
from readers import fragment, office

SAFE = ("https://", "http://", "mailto:")
# What a fragment may not hold: none of it survives being pasted, and some of it runs.
FOREIGN = {"script", "style", "link", "iframe", "object", "embed", "form", "input", "svg"}


def test_every_cell_has_its_text(stem):
    found = fragment.read(stem.with_suffix(".html"))
    (rows,) = found.tables
    comparing.fragment(expected.table(stem.with_suffix(".json")), rows)


def test_a_fragment_is_whole_and_safe_to_paste(stem):
    table = expected.table(stem.with_suffix(".json"))
    found = fragment.read(stem.with_suffix(".html"))
    assert not found.wrong
    assert any(table.stamp in comment for comment in found.comments)
    assert not [tag for tag, _ in found.tags if tag in FOREIGN]
    for tag, attributes in found.tags:
        assert not [name for name in attributes if name.startswith("on") or name in ("class", "id")], tag
        assert attributes.get("href", "https://").startswith(SAFE)
        style = attributes.get("style", "")
        assert "var(" not in style and "rgba" not in style and "url(" not in style
        if tag in ("td", "th"):
            assert f"background-color:{attributes['bgcolor']}" in style and "border:" in style


def validate(*paths):
    """Runs html-validate, which fails if it finds something."""
    config = project.ROOT / "tests/judges/htmlvalidate.json"
    project.run(project.PACKAGES / "html-validate", "--config", config, *paths)


def test_a_validator_finds_nothing():
    validate(*project.files("tables", ".html"), *project.files("print", ".html"))


def test_a_wrong_fragment_is_seen(tmp_path):
    path = tmp_path / "wrong.html"
    path.write_text("<table><tr><td><p>one</td></tr></table><ul><p>two</p></ul>")
    with pytest.raises(AssertionError):
        validate(path)


def test_a_word_processor_takes_every_cell(stem, pasted):
    table = expected.table(stem.with_suffix(".json"))
    (rows,) = fragment.read(stem.with_suffix(".html")).tables
    (cells,) = office.cells(pasted / f"{stem.name}.docx")
    comparing.pasted(table, rows, cells)
