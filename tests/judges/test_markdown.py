"""Markdown by pandoc and by markdownlint."""

import pytest

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


def lint(folder, *patterns):
    """Runs markdownlint, which fails if it finds something."""
    config = project.ROOT / "tests/judges/.markdownlint-cli2.jsonc"
    project.run(project.PACKAGES / "markdownlint-cli2", "--config", config, *patterns, cwd=folder)


def test_a_linter_finds_nothing():
    lint(project.DIST, "tables/*.md", "print/*.md")


def test_untidy_markdown_is_seen(tmp_path):
    (tmp_path / "untidy.md").write_text("# One\n## Two\n| a | b |\n| --- | --- |\n| c |\n")
    with pytest.raises(AssertionError):
        lint(tmp_path, "*.md")
