"""The texts of a document, read from its JSON: every one of them must stand in every format."""

import json

# What is for programs, or is said in another place: of a need by its name, of a row by its own.
UNSAID = {
    "as-of", "basis", "columns", "comparison", "corner", "dimensions", "fact", "group", "hash", "id", "kind", "link", "mark",
    "reviewed", "scale", "stamp", "strength", "unit", "url", "word",
}  # fmt: skip

# What only paper has room for: the marks of an axis, and the prose of a pro or a con.
ON_PAPER = {"ticks", "prose"}


def texts(path, paper):
    """The pieces of text of all sections; those that only paper has if `paper`."""
    for section in json.loads(path.read_text(encoding="utf-8"))["sections"]:
        for element in section["elements"]:
            skipped = UNSAID if paper or element["kind"] not in ("ranges", "sides") else UNSAID | ON_PAPER
            yield from _below(element, skipped)


def _below(node, skipped):
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for it in node:
            yield from _below(it, skipped)
    elif isinstance(node, dict):
        for key, it in node.items():
            if key not in skipped:
                yield from _below(it, skipped)
