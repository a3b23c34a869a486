"""Jobs of `tradeoff-print`: a table in JSON, and a template of one's own."""

import json
import subprocess
from itertools import groupby

from project import ROOT

PROGRAM = ROOT / "target/release/tradeoff-print"
GLYPHS = {"strong": "●●●●", "good": "●●●○", "mixed": "●●○○", "weak": "●○○○", "unknown": "–"}


def neutral(it):
    """The neutral table that was written as the JSON `it`, without the rows that `it` does not have."""

    def runs(text):
        return (text.get("runs") or [{"text": text["text"]}]) if text else []

    def cell(value):
        number = value.get("amount")
        return {
            "mark": value.get("mark"),
            "glyphs": GLYPHS.get(value.get("mark")),
            "value": runs(value),
            "number": None if number is None else {"value": number, "prefix": "", "suffix": "", "decimals": 0},
            "prose": value.get("prose", []),
            "basis": value.get("basis"),
            "because": runs(value.get("because")),
            "sources": value["sources"],
            "notes": value["notes"],
            "reviewed": value.get("reviewed"),
        }

    def row(value):
        cells = [cell(value["cells"][column["id"]]) for column in it["columns"]]
        return {"id": value["id"], "name": value["name"], "question": runs(value.get("question")), "cells": cells}

    return {
        "id": it["table"],
        "selection": {"options": None, "differing": False},
        **{key: it[key] for key in ("comparison", "title", "corner", "columns", "sources", "revision")},
        "question": runs(it.get("question")),
        "note": runs(it.get("note")),
        "groups": [
            {"id": id_, "name": name, "rows": [row(value) for value in rows]}
            for (id_, name), rows in groupby(it["rows"], lambda row: (row["group"]["id"], row["group"]["name"]))
        ],
        "notes": [{"letter": note["letter"], "runs": runs(note)} for note in it["notes"]],
        "as_of": it.get("as-of"),
    }


def printed(it, path):
    """Prints the table in the JSON `it` into the file `path`, and gives what the program reports of it."""
    data = {"stamp": it["stamp"], "language": "en", "table": neutral(it)}
    return report({"template": "table.typ", "ident": f"table:{it['table']}", "data": data}, path)


def typeset(text, path):
    """Prints the template `text` into the file `path`, and gives what the program reports of it."""
    return report({"template": "main.typ", "ident": "main", "data": {}}, path, {"main.typ": text})


def report(job, path, others={}):
    """Does a job with the templates of the repository and `others`."""
    job = {
        **job,
        "name": path.stem,
        "options": {"paper": "a4", "flipped": True, "standards": ["ua-1", "a-2a"]},
        "outputs": [{"format": "pdf", "path": str(path)}],
    }
    templates = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / "templates/print").glob("*.typ")}
    jobs = json.dumps({"templates": {**templates, **others}, "fonts": None, "jobs": [job]})
    done = subprocess.run([PROGRAM], input=jobs, capture_output=True, encoding="utf-8", check=True)
    return json.loads(done.stdout)
