"""Markdown by pandoc and by markdownlint."""

import comparing
import expected
import project
from readers import markdown


def test_every_cell_has_its_text_and_its_footnotes(stem):
    table = expected.table(stem.with_suffix(".json"))
    tables, _ = markdown.read(stem.with_suffix(".md"))
    comparing.markdown(table, tables)


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
