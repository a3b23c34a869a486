"""The table that every format must show: read from its JSON, which is itself compared with the records."""

import json
import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True)
class Cell:
    """The answer of one option: `text` without form, the word of its mark, the signs of its sources and notes."""

    text: str
    mark: str | None
    signs: tuple[str, ...]
    amount: float | None

    def is_shown_by(self, found):
        """Whether `found` is the text, with or without the mark before it: `●●● strong: 15 min`."""
        mark = rf"(?:\S+ )?{re.escape(self.mark)}(?::|$)?" if self.mark else ""
        return re.sub(f"^{mark} ?", "", plain(found)) == self.text


@dataclass(frozen=True)
class Row:
    """One question: the name of its group, its own, and a cell for each option."""

    group: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """Options side by side."""

    title: str
    corner: str
    options: tuple[str, ...]
    rows: tuple[Row, ...]
    sources: tuple[dict, ...]
    notes: tuple[str, ...]
    stamp: str
    as_of: str | None

    @property
    def groups(self):
        """The names of the groups of rows, in order; a name comes again where other rows stood between."""
        return [name for name, _ in groupby(row.group for row in self.rows)]

    @property
    def texts(self):
        """The texts of the cells, row by row."""
        return [[cell.text for cell in row.cells] for row in self.rows]


def plain(text):
    """`text` as a reader takes it: blanks of any width and line breaks are one blank, joiners nothing, accents composed."""
    text = re.sub("[\u2060\u200b\u00ad]", "", text)
    return unicodedata.normalize("NFC", " ".join(text.split()))


def without_addresses(text):
    """`text` without the addresses in brackets that stand for links where there can be none."""
    return re.sub(r" \((?:https?://|mailto:)\S*\)(?=\s|$)", "", text)


def table(path):
    """The table in a file of JSON."""
    it = json.loads(path.read_text(encoding="utf-8"))
    columns = [column["id"] for column in it["columns"]]

    def cell(value):
        signs = [str(number) for number in value["sources"]] + value["notes"]
        return Cell(plain(value["text"]), value.get("mark"), tuple(signs), value.get("amount"))

    return Table(
        title=plain(it["title"]),
        corner=plain(it["corner"]),
        options=tuple(plain(column["name"]) for column in it["columns"]),
        rows=tuple(
            Row(plain(row["group"]["name"]), plain(row["name"]), tuple(cell(row["cells"][name]) for name in columns))
            for row in it["rows"]
        ),
        sources=tuple(it["sources"]),
        notes=tuple(note["letter"] for note in it["notes"]),
        stamp=it["stamp"],
        as_of=it.get("as-of"),
    )


def listed(path):
    """The table in a list of what must be found, which is made beside a table for tests."""
    it = json.loads(path.read_text(encoding="utf-8"))

    def cell(value):
        signs = [str(number) for number in value["sources"]] + value["notes"]
        return Cell(plain(value["text"]), value["mark"], tuple(signs), value["number"])

    return Table(
        title=plain(it["title"]),
        corner=plain(it["corner"]),
        options=tuple(plain(name) for name in it["columns"]),
        rows=tuple(Row(plain(row["group"]), plain(row["name"]), tuple(map(cell, row["cells"]))) for row in it["rows"]),
        sources=tuple(it["sources"]),
        notes=tuple(note["letter"] for note in it["notes"]),
        stamp=it["stamp"],
        as_of=None,
    )
