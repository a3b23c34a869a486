"""A table with everything that a table can hold, in every format: signs of each format, long cells, many scripts."""

import csv
import json
import re
from dataclasses import replace
from itertools import compress

import pytest

import comparing
import expected
import printing
import project
from readers import fragment, markdown, office, pdf, values, workbook
from test_csv import unguarded

NAME = "full-table"

# Rows with what no built-in letter or no paper has, such as control characters: refused by name, not printed as boxes.
UNPRINTABLE = {"lines", "scripts"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with the table in every format, and what has to be found there. The tests of the crates build the program."""
    out = tmp_path_factory.mktemp("full")
    project.run(project.ROOT / "target/release/examples/full_table", out)
    return out


@pytest.fixture(scope="module")
def table(folder):
    """The table as it was made, by `expected.json`, which no writer has written."""
    return expected.listed(folder / "expected.json")


@pytest.fixture(scope="module")
def source(folder):
    """The JSON of the table."""
    return json.loads((folder / f"{NAME}.json").read_text(encoding="utf-8"))


def test_json(folder, table):
    found = expected.table(folder / f"{NAME}.json")
    assert found.texts == table.texts and found.options == table.options and found.stamp == table.stamp
    for row, other in zip(found.rows, table.rows, strict=True):
        assert (row.group, row.name) == (other.group, other.name)
        assert [(it.mark, it.signs, it.amount) for it in row.cells] == [(it.mark, it.signs, it.amount) for it in other.cells]


def test_csv(folder, table):
    comparing.values(table, values.rows(folder / f"{NAME}.csv"), unguarded)


def test_workbook(folder, table):
    comparing.sheet(table, workbook.rows(workbook.read(folder / f"{NAME}.xlsx").worksheets[0]))


def test_workbook_in_a_calculator(folder, table, settings, tmp_path):
    office.convert(office.CSV, [folder / f"{NAME}.xlsx"], tmp_path, settings)
    sheet = workbook.read(folder / f"{NAME}.xlsx").sheetnames[0]
    with next(tmp_path.glob(f"{NAME}-{sheet[:8]}*.csv")).open(encoding="utf-8", newline="") as file:
        comparing.sheet(table, list(csv.reader(file, strict=True)))


def test_markdown(folder, table):
    comparing.markdown(table, markdown.read(folder / f"{NAME}.md")[0])


def test_html(folder, table):
    found = fragment.read(folder / f"{NAME}.html")
    assert not found.wrong
    comparing.fragment(table, found.tables[0])


def test_html_in_a_word_processor(folder, table, settings, tmp_path):
    office.convert(office.DOCX, [folder / f"{NAME}.html"], tmp_path, settings, "--infilter=HTML (StarWriter)")
    (cells,) = office.cells(tmp_path / f"{NAME}.docx")
    comparing.pasted(table, fragment.read(folder / f"{NAME}.html").tables[0], cells)


def without(it, ids):
    """The JSON of a table without some of its rows."""
    return {**it, "rows": [row for row in it["rows"] if row["id"] not in ids]}


def test_pdf_refuses_what_it_has_no_letters_for(source, tmp_path):
    report = printing.printed(source, tmp_path / "whole.pdf")
    assert report["written"] == [] and not (tmp_path / "whole.pdf").exists()
    places = {it["at"].split(",")[0] for it in report["diagnostics"] if it["at"]}
    assert places == UNPRINTABLE


def test_pdf(source, table, tmp_path):
    path = tmp_path / "printable.pdf"
    report = printing.printed(without(source, UNPRINTABLE), path)
    assert report["written"] == [str(path)], report["diagnostics"]
    assert report["losses"] == [], "a word of 5,000 letters breaks wherever a line ends"
    kept = [row["id"] not in {*UNPRINTABLE, "long"} for row in source["rows"]]
    text = pdf.text(path)
    comparing.printed(replace(table, rows=tuple(compress(table.rows, kept))), text)
    # The cells of the long row go over several pages, each with its head and foot, and none runs off its page.
    assert len(re.findall(r"\bword\b", text)) == 1_000
    assert pdf.outside(path) == []


def test_pdf_keeps_its_standards(source, tmp_path):
    # A string of PDF/A-2a has at most 32,767 bytes.
    printing.printed(without(source, {*UNPRINTABLE, "long"}), tmp_path / "short.pdf")
    assert not pdf.failures(tmp_path / "short.pdf")
