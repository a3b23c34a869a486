"""Comma-separated values, read by Python's own module."""

import csv


def rows(path):
    """The records of the file, the header first."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))
