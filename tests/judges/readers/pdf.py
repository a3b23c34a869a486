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


def holds(within, text):
    """Whether the squeezed text `within` has `text`, in one piece or in two: a page may end in the middle."""
    text = squeezed(text)
    if text in within:
        return True
    known, least = 0, 4
    for step in (1 << power for power in reversed(range(len(text).bit_length()))):
        if text[: known + step] in within and known + step < len(text):
            known += step
    at = within.find(text[:known])
    return known >= least and text[known:] in within[at + known:]


def lengths_hold(path):
    """Whether each stream of the file ends where its length says, seen by the word that follows."""
    data = path.read_bytes()
    heads = re.finditer(rb"/Length (\d+)\b[^>]*>>\s*stream\r?\n", data)
    ends = [head.end() + int(head[1]) for head in heads]
    return bool(ends) and all(re.match(rb"\r?\n?endstream", data[end:end + 12]) for end in ends)


def squeezed(text):
    """`text` without any blank, and without the signs that only keep words together."""
    return "".join(re.sub("[\u2060\u200b\u00ad]", "", text).split())
