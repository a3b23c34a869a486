"""PDFs by a validator of PDF/UA-1 and PDF/A-2a and by poppler."""

import json

import page
import pytest
from PIL import Image

import comparing
import expected
import project
from readers import pdf

PROFILES = [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A]
PAPERS = project.files("tables", ".pdf") + project.files("print", ".pdf")


def failures(path):
    """What the validator finds in a file, in both profiles.

    It takes a carriage return that is the last byte of a stream for a part of the end of the line behind it, and the length
    for wrong. This one finding is therefore judged by ourselves.
    """
    reports = [page.validate_pdf(path, profile=profile) for profile in PROFILES]
    found = [(report.profile, it) for report in reports for it in report.failures]
    if pdf.lengths_hold(path):
        found = [(profile, it) for profile, it in found if it.rule_id != "PDFA2A-STREAM-LENGTH-001"]
    return [f"{profile}: {it.rule_id} {it.message}" for profile, it in found]


def shown(path):
    """What the file shows, as the JSON beside it has it."""
    return json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_a_pdf_keeps_its_standards(path):
    assert not failures(path)


def test_a_pdf_without_structure_is_seen(tmp_path):
    path = tmp_path / "picture.pdf"
    Image.new("RGB", (8, 8)).save(path)
    assert failures(path)


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
