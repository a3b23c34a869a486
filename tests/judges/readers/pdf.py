"""PDFs, read by poppler."""

import re

from project import run


def facts(path):
    """What `pdfinfo` tells, by its own words; dates as they are written in the file."""
    lines = run("pdfinfo", "-rawdates", path).splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def language(path):
    """The language in the metadata of the file, and nothing if it has none."""
    found = re.search(r"<dc:language>.*?<rdf:li>([^<]*)</rdf:li>", run("pdfinfo", "-meta", path), re.DOTALL)
    return found and found.group(1)


def text(path):
    """The text in the order in which the file writes it, which is the one that is read aloud."""
    return run("pdftotext", "-raw", "-enc", "UTF-8", path, "-")


def missing(texts, within):
    """The texts that do not stand in `within` one after the other; where a line breaks says nothing."""
    within, lost, at = squeezed(within), [], 0
    for it in texts:
        found = within.find(squeezed(it), at)
        if found < 0:
            lost.append(it)
        else:
            at = found + len(squeezed(it))
    return lost


def squeezed(text):
    """`text` without any blank, and without the signs that only keep words together."""
    return "".join(re.sub("[\u2060\u200b\u00ad]", "", text).split())
