"""Markdown by pandoc and by markdownlint."""

import expected
import project
from readers import markdown


def test_every_cell_has_its_text_and_its_footnotes(stem):
    table = expected.table(stem.with_suffix(".json"))
    tables, _ = markdown.read(stem.with_suffix(".md"))
    assert len(tables) == len(table.groups)
    rows = []
    for (corner, *options), *body in tables:
        assert corner[0] == table.corner
        assert all(text.endswith(name) for (text, _), name in zip(options, table.options, strict=True))
        rows += body
    for row, ((name, _), *cells) in zip(table.rows, rows, strict=True):
        assert expected.plain(name) == row.name
        for cell, (text, notes) in zip(row.cells, cells, strict=True):
            assert cell.is_shown_by(text), f"{row.name}: {text!r} is not {cell.text!r}"
            assert len(notes) == len(cell.signs) and all(notes), row.name


def test_no_sign_is_left_over(stem):
    _, text = markdown.read(stem.with_suffix(".md"))
    assert "[^" not in text


def test_documents_can_be_read():
    for path in project.files("print", ".md"):
        tables, text = markdown.read(path)
        assert tables and "[^" not in text, path.name


def test_a_linter_finds_nothing():
    config = project.ROOT / "tests/judges/.markdownlint-cli2.jsonc"
    project.run(project.PACKAGES / "markdownlint-cli2", "--config", config, "tables/*.md", "print/*.md", cwd=project.DIST)
