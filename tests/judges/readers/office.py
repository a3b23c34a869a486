"""LibreOffice: one process converts many files, with settings of its own."""

import re
import zipfile
from xml.etree import ElementTree

from project import run

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# Comma, double quote, UTF-8, from the first line, text as shown, every sheet in a file of its own.
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
DOCX = "docx:MS Word 2007 XML"
PDF = "pdf"
PPTX = "pptx:Impress MS PowerPoint 2007 XML"


def convert(form, paths, out, settings, *more):
    """Converts the files to `form` into the folder `out`."""
    run(
        "soffice", f"-env:UserInstallation={settings.as_uri()}", "--headless", "--norestore",
        *more, "--convert-to", form, "--outdir", out, *paths,
    )


def cells(path):
    """The texts of all cells of a DOCX, table by table."""
    with zipfile.ZipFile(path) as package:
        tree = ElementTree.fromstring(package.read("word/document.xml"))
    return [[_text(cell) for cell in table.iter(f"{WORD}tc")] for table in tree.iter(f"{WORD}tbl")]


def _text(cell):
    parts = []
    for it in cell.iter():
        if it.tag == f"{WORD}t":
            parts.append(it.text or "")
        elif it.tag in (f"{WORD}br", f"{WORD}p", f"{WORD}tab"):
            parts.append(" ")
    # A text that looks like the number of a character has its first sign written as one.
    return re.sub(r"\s+", " ", "".join(parts)).strip().replace("_x005F_", "_")
