"""The files of a build against the records that their authors wrote."""

import json
import re

import pytest

import expected
import project
from project import DIST

FORMATS = {
    "tables": ("tables", ["pdf", "xlsx", "csv", "md", "html", "json", "svg", "png", "pptx"]),
    "use-cases": ("print", ["pdf", "md", "html", "json"]),
    "decks": ("decks", ["reveal.html", "marp.md", "pptx"]),
}

PLACEHOLDER = re.compile(r"\{\{ *fact\.([a-z0-9-]+) *\}\}")
CITATION = re.compile(r"\[\^[a-z0-9-]+\]")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@pytest.mark.parametrize("kind", FORMATS)
def test_every_record_has_its_files(kind):
    folder, endings = FORMATS[kind]
    wanted = [DIST / folder / f"{name}.{ending}" for name in project.ids(kind) for ending in endings]
    assert wanted
    assert not [path for path in wanted if not path.is_file() or path.stat().st_size == 0]


def test_the_whole_comparison_has_its_files():
    wanted = [DIST / "tables/comparison.xlsx"] + [DIST / f"print/comparison.{it}" for it in ("pdf", "md", "html", "json")]
    assert not [path for path in wanted if not path.is_file()]


def test_cells_say_what_authors_wrote(stem):
    printed = json.loads((DIST / "data.json").read_text(encoding="utf-8"))["printed"]
    shown = json.loads(stem.with_suffix(".json").read_text(encoding="utf-8"))
    compared = 0
    for row in shown["rows"]:
        written = project.record("dimensions", row["id"])["cells"]
        for option, cell in row["cells"].items():
            if value := written[option].get("value"):
                text = PLACEHOLDER.sub(lambda it: printed[it[1]], CITATION.sub("", value))
                text = re.sub(r"[*`]", "", LINK.sub(r"\1", text)).replace("'", "\u2019")
                assert expected.plain(cell["text"]) == expected.plain(text), f"{row['id']}, {option}"
                compared += 1
    assert compared


def test_facts_are_printed_with_the_number_of_the_author():
    printed = json.loads((DIST / "data.json").read_text(encoding="utf-8"))["printed"]
    assert sorted(printed) == project.ids("facts")
    for name, text in printed.items():
        fact = project.record("facts", name)
        if shown := fact.get("show"):
            assert expected.plain(text) == expected.plain(shown), name
        elif isinstance(fact["value"], str):
            assert expected.plain(text) == expected.plain(fact["value"]), name
        else:
            numbers = fact["value"] if isinstance(fact["value"], dict) else {"value": fact["value"]}
            digits = re.sub(r"[^0-9.]", "", text)
            for key in ("value", "low", "high"):
                if key in numbers:
                    assert f"{numbers[key]:.12g}".split("e")[0].rstrip("0").strip("-.")[:3].replace(".", "") in digits.replace(".", ""), name
