"""Markdown, read by pandoc as GitHub writes it, with footnotes."""

import json

from project import run

# What is a text of its own in pandoc's tree, and what separates texts.
BLANKS = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}


def read(path):
    """The tables of the file, each as rows of `(text, footnotes)`, and the text of everything."""
    found = blocks(path, "gfm+footnotes")
    tables = [block["c"] for block in found if block["t"] == "Table"]
    return [_rows(table) for table in tables], text(found)


def blocks(path, form):
    """The blocks of the file, which is of a form that pandoc knows."""
    return json.loads(run("pandoc", f"--from={form}", "--to=json", path))["blocks"]


def text(blocks):
    """The text of blocks, without what is HTML."""
    return _text(blocks)[0]


def _rows(table):
    head, bodies = table[3], table[4]
    rows = list(head[1])
    for body in bodies:
        rows += body[2] + body[3]
    return [[_text(cell[4]) for cell in row[1]] for row in rows]


def _text(node):
    """The text below `node`, and the texts of the footnotes that it points at."""
    if isinstance(node, list):
        parts = [_text(it) for it in node]
        return "".join(text for text, _ in parts), [note for _, notes in parts for note in notes]
    if not isinstance(node, dict):
        return "", []
    kind, content = node.get("t"), node.get("c")
    if kind == "Str":
        return content, []
    if kind in BLANKS:
        return BLANKS[kind], []
    if kind == "Code":
        return content[1], []
    if kind == "Note":
        return "", [_text(content)[0]]
    if kind in ("Link", "Image"):
        return _text(content[1])
    return _text(content)
