"""PDFs, read by poppler and by a validator of PDF/UA-1 and PDF/A-2a."""

import re
from xml.etree import ElementTree

import page

from project import run

PROFILES = [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A]


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


def failures(path):
    """What the validator finds in a file, in both profiles.

    It takes a carriage return that is the last byte of a stream for a part of the end of the line behind it, and the length
    for wrong. This one finding is therefore judged by ourselves.
    """
    reports = [page.validate_pdf(path, profile=profile) for profile in PROFILES]
    found = [(report.profile, it) for report in reports for it in report.failures]
    if lengths_hold(path):
        found = [(profile, it) for profile, it in found if it.rule_id != "PDFA2A-STREAM-LENGTH-001"]
    return [f"{profile}: {it.rule_id} {it.message}" for profile, it in found]


def lengths_hold(path):
    """Whether each stream of the file ends where its length says, seen by the word that follows."""
    data = path.read_bytes()
    heads = re.finditer(rb"/Length (\d+)\b[^>]*>>\s*stream\r?\n", data)
    ends = [head.end() + int(head[1]) for head in heads]
    return bool(ends) and all(re.match(rb"\r?\n?endstream", data[end:end + 12]) for end in ends)


def squeezed(text):
    """`text` without any blank, and without the signs that only keep words together."""
    return "".join(re.sub("[\u2060\u200b\u00ad]", "", text).split())


def drawn(path):
    """The texts of all pages with their places and links, in the XML of poppler."""
    return ElementTree.fromstring(run("pdftohtml", "-xml", "-stdout", "-i", "-nodrm", path))


def outside(path):
    """The texts that run off their page, each with the number of the page."""
    found = []
    for sheet in drawn(path).iter("page"):
        for it in sheet.iter("text"):
            if int(it.get("left")) < 0 or int(it.get("left")) + int(it.get("width")) > int(sheet.get("width")):
                found.append((int(sheet.get("number")), "".join(it.itertext())))
    return found


def links(path):
    """Every link as its text and where it leads: the number of a page, or an address."""
    found = []
    for it in drawn(path).iter("a"):
        inner = re.fullmatch(r".*\.html#(\d+)", it.get("href"))
        found.append(("".join(it.itertext()).strip(), int(inner[1]) if inner else it.get("href")))
    return found


def areas_of_links(path):
    """Of each page the links in the order of the file: the rectangle of each, and those that its lines take."""
    data = path.read_bytes()
    objects = dict(re.findall(rb"^(\d+) 0 obj\n(.*?)\nendobj", data, re.DOTALL | re.MULTILINE))
    listed = [re.search(rb"/Annots ?\[([^\]]*)\]", it) for it in objects.values()]
    pages = [[objects[number] for number in re.findall(rb"(\d+) 0 R", it[1])] for it in listed if it]
    return [[(corners(link, b"Rect")[0], corners(link, b"QuadPoints") or corners(link, b"Rect")) for link in page] for page in pages]


def corners(link, key):
    """The rectangles below a key, as left, bottom, right, top: each is given by two of its corners, or by all four."""
    found = re.search(rb"/%s ?\[([^\]]*)\]" % key, link)
    numbers = [float(it) for it in found[1].split()] if found else []
    step = 4 if len(numbers) == 4 else 8
    rectangles = [numbers[at:at + step] for at in range(0, len(numbers), step)]
    return [(min(it[::2]), min(it[1::2]), max(it[::2]), max(it[1::2])) for it in rectangles]


def said_of_links(path):
    """What is read aloud of each link, in the order of the file."""
    return [it.decode() for it in re.findall(rb"/Contents ?\(([^)]*)\)", path.read_bytes())]


def pages(path):
    """The squeezed text of each page; the first stands at 1."""
    return ["", *(squeezed(it) for it in text(path).split("\f"))]
