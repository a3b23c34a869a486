"""CSV files by Python's module."""

import re

import comparing
import expected
from readers import values

NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
DANGEROUS = tuple("=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20")


def runs(field):
    """Whether a spreadsheet would evaluate `field`, by section 1.2.10 of OWASP's ASVS 5.0."""
    return field.startswith(DANGEROUS) and not NUMBER.fullmatch(field)


def unguarded(field):
    """`field` without the sign that keeps a spreadsheet from evaluating it."""
    return field[1:] if field.startswith("'") and runs(field[1:]) else field


def test_every_cell_has_its_text(stem):
    comparing.values(expected.table(stem.with_suffix(".json")), values.rows(stem.with_suffix(".csv")), unguarded)


def test_no_field_is_run_by_a_spreadsheet(stem):
    assert not [field for record in values.rows(stem.with_suffix(".csv")) for field in record if runs(field)]


def test_records_end_as_rfc_4180_says(stem):
    data = stem.with_suffix(".csv").read_bytes()
    assert data.endswith(b"\r\n") and data.count(b"\r\n") > len(expected.table(stem.with_suffix(".json")).rows)


def test_a_field_that_would_be_run_is_seen():
    assert runs("=1+1") and runs("-1+2") and runs("@x") and not runs("-1.5e3") and not runs("'=1+1")
