"""HTML to paste, read by Python's own parser."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "meta", "hr", "img", "link", "col"}


@dataclass
class Found:
    """A cell: its tag, attributes, text, and what was raised in it."""

    tag: str
    attributes: dict
    text: str = ""
    signs: list = field(default_factory=list)


class Fragment(HTMLParser):
    """Collects all text, tables as rows of cells, comments, and tags with their attributes; says what is not closed."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tables, self.comments, self.tags, self.wrong, self.text = [], [], [], [], ""
        self._open = []

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append(Found(tag, dict(attributes)))
        if tag == "br":
            self.handle_data(" ")
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        if not self._open or self._open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing")

    def handle_comment(self, data):
        self.comments.append(data)

    def handle_data(self, data):
        self.text += data
        if not {"td", "th"}.intersection(self._open):
            return
        cell = self.tables[-1][-1][-1]
        if "sup" in self._open:
            cell.signs.extend(data.strip("[] ").split(", "))
        else:
            cell.text += data


def read(path):
    """The fragment in a file."""
    fragment = Fragment()
    fragment.feed(path.read_text(encoding="utf-8"))
    fragment.close()
    fragment.wrong += [f"<{tag}> is not closed" for tag in fragment._open]
    return fragment
