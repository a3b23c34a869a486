"""CSV files by Python's module."""

import re

import expected
from readers import values
from readers.layout import header, lead

NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
DANGEROUS = tuple("=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20")


def runs(field):
    """Whether a spreadsheet would evaluate `field`, by section 1.2.10 of OWASP's ASVS 5.0."""
    return field.startswith(DANGEROUS) and not NUMBER.fullmatch(field)


def test_every_cell_has_its_text(stem):
    table = expected.table(stem.with_suffix(".json"))
    found = values.rows(stem.with_suffix(".csv"))
    assert found[0] == header(table)
    for row, record in zip(table.rows, found[1:], strict=True):
        texts = [text.removeprefix("'") if runs(text.removeprefix("'")) else text for text in record]
        assert texts == lead(table, row) + [cell.text for cell in row.cells]


def test_no_field_is_run_by_a_spreadsheet(stem):
    assert not [field for record in values.rows(stem.with_suffix(".csv")) for field in record if runs(field)]


def test_a_field_that_would_be_run_is_seen():
    assert runs("=1+1") and runs("-1+2") and runs("@x") and not runs("-1.5e3") and not runs("'=1+1")
