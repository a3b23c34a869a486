"""A small project with a table of costs, and decks of other programs that show it."""

import os
import shutil

import project

DAY = "2026-11-23"

# What the decks of `generator/ooxml/tests/decks/` say already.
IDLE = ("Cost when idle", "Paid by the hour", "Nothing")

OPTION = """name = "{name}"
family = "power"
reference = "cordless-drill"
summary = "A tool."
color = {{ light = "#5b6b09", dark = "#c0d050" }}
symbol = "■"
"""

DIMENSION = """name = "{name}"
group = "work"
question = "{name}?"
prose = "As the handbook says."
"""

CELL = """
[cells.{option}]
value = "{value}"
basis = "documented"
prose = "It is so."
sources = ["handbook"]
reviewed = 2026-11-23
"""


class Project:
    """A copy of `tests/base/` in which `hammer` and `drill` are called as in the decks; `saw` may come later."""

    options = ["drill", "hammer", "saw"]

    def __init__(self, folder):
        self.folder = folder
        shutil.copytree(project.ROOT / "tests/base", folder)
        (folder / "data/options/saw.toml").write_text(OPTION.format(name="Edge"), encoding="utf-8")
        for option, was, name in (("hammer", "Hammer", "Containers"), ("drill", "Drill", "Serverless")):
            path = folder / f"data/options/{option}.toml"
            path.write_text(path.read_text(encoding="utf-8").replace(f'"{was}"', f'"{name}"'), encoding="utf-8")

    def says(self, *rows, columns=("hammer", "drill")):
        """Lets the table of costs have these rows: a name, then the answers of hammer, drill and saw."""
        for at, (name, *values) in enumerate(rows):
            answers = dict(zip(("hammer", "drill", "saw"), [*values, "unknown to us"], strict=False))
            cells = "".join(CELL.format(option=it, value=answers[it]) for it in self.options)
            path = self.folder / f"data/dimensions/row-{at}.toml"
            path.write_text(DIMENSION.format(name=name) + cells, encoding="utf-8")
        names = ", ".join(f'"dimension:row-{at}"' for at in range(len(rows)))
        text = f'title = "Costs"\nquestion = "What?"\ncolumns = {list(columns)}\nrows = [{names}]\n'
        (self.folder / "data/tables/costs.toml").write_text(text, encoding="utf-8")

    def deck(self, *words):
        """Runs `tradeoff deck`, which may find that something is left undone."""
        return project.run(project.PROGRAM, "--today", DAY, "deck", *words, cwd=self.folder, codes=(0, 1))


def state(path):
    """The bytes of a deck and of the lock beside it, and when they were written."""
    paths = (path, path.with_name(f"{path.name}.tradeoff.json"))
    return [(it.read_bytes(), os.stat(it).st_mtime_ns) for it in paths]
