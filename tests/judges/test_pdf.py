"""PDFs by a validator of PDF/UA-1 and PDF/A-2a and by poppler."""

import json

import pytest
from PIL import Image

import comparing
import expected
import project
from readers import pdf

PAPERS = project.files("tables", ".pdf") + project.files("print", ".pdf")


def shown(path):
    """What the file shows, as the JSON beside it has it."""
    return json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_a_pdf_keeps_its_standards(path):
    assert not pdf.failures(path)


def test_a_pdf_without_structure_is_seen(tmp_path):
    path = tmp_path / "picture.pdf"
    Image.new("RGB", (8, 8)).save(path)
    assert pdf.failures(path)


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_a_pdf_says_what_it_is(path):
    facts, source = pdf.facts(path), shown(path)
    assert facts["Tagged"] == "yes"
    assert expected.plain(source["title"]) in expected.plain(facts["Title"])
    assert source["stamp"] in facts["Keywords"]
    day = source["as-of"].replace("-", "")
    assert facts["CreationDate"].startswith(f"D:{day}") and facts["ModDate"].startswith(f"D:{day}")
    assert pdf.language(path) == "en"


def test_a_decision_has_two_pages_at_most():
    paths = [project.DIST / "print" / f"{name}.pdf" for name in project.ids("use-cases")]
    pages = {path.stem: int(pdf.facts(path)["Pages"]) for path in paths}
    assert not {name: n_pages for name, n_pages in pages.items() if n_pages > 2}


def test_every_cell_is_read_in_its_order(stem):
    comparing.printed(expected.table(stem.with_suffix(".json")), pdf.text(stem.with_suffix(".pdf")))


def test_a_missing_cell_is_seen():
    text = "Title one\ntwo wrapped\nthree"
    assert pdf.missing(["one", "two wrap\u2060ped", "three"], text) == []
    assert pdf.missing(["two wrapped", "one", "four"], text) == ["one", "four"]


def test_a_stream_of_another_length_is_seen(tmp_path):
    path = tmp_path / "short.pdf"
    path.write_bytes(b"<< /Length 3 >> stream\nabc\nendstream")
    assert pdf.lengths_hold(path)
    path.write_bytes(b"<< /Length 2 >> stream\nabc\nendstream")
    assert not pdf.lengths_hold(path)
