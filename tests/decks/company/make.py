#!/usr/bin/env python3
"""Writes the template of a company that does not exist, so that the book can show tables in a look that is not ours.

    tests/decks/company/make.py OUT.potx

It has three layouts as PowerPoint itself names and types them, a band with the name of the company, warm paper and PowerPoint's
own style of tables. The same program gives the same bytes.
"""

import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # nothing is left behind in the repository
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "base"))

import make as base  # noqa: E402

COMPANY = "ALDER BAY"
COLORS = {
    "dk1": "2B2A27",
    "lt1": "FFFCF5",
    "dk2": "5E5A50",
    "lt2": "F1EBDD",
    "accent1": "1F5A46",
    "accent2": "D9772B",
    "accent3": "2E6F95",
    "accent4": "8C4A3C",
    "accent5": "6B5B95",
    "accent6": "9A7B1C",
    "hlink": "1F5A46",
    "folHlink": "6B5B95",
}
# Liberation Serif and Carlito, which are free, have the same widths.
FONTS = {"majorFont": "Times New Roman", "minorFont": "Calibri"}
# Medium Style 2, which every PowerPoint knows without being told.
TABLE_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"

BAND = 457200  # the width of the band at the left
LEFT, WIDTH = 914400, 10668000
FOOT = 6388100


def frame(box):
    x, y, width, height = box
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def colored(color):
    return f'<a:solidFill><a:schemeClr val="{color}"/></a:solidFill>'


def drawn(number, name, box, fill, words="", turned=""):
    """A rectangle of the master, with words in it or without."""
    text = '<a:p><a:endParaRPr lang="en-US"/></a:p>'
    if words:
        look = f'<a:rPr lang="en-US" sz="1200" b="1" spc="300">{colored("bg1")}<a:latin typeface="+mn-lt"/></a:rPr>'
        text = f'<a:p><a:pPr algn="l"/><a:r>{look}<a:t>{words}</a:t></a:r></a:p>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{colored(fill)}<a:ln><a:noFill/></a:ln></p:spPr>'
        f'<p:txBody><a:bodyPr{turned} rtlCol="0" anchor="ctr"/><a:lstStyle/>{text}</p:txBody></p:sp>'
    )


def placeholder(number, name, kind, box=None, body="<a:bodyPr/>", style="", text=None):
    """A placeholder; without a box it stands where the master has it."""
    place = f'{frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if box else ""
    text = text or '<a:p><a:endParaRPr lang="en-US"/></a:p>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name} {number - 1}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place}</p:spPr><p:txBody>{body}<a:lstStyle>{style}</a:lstStyle>{text}</p:txBody></p:sp>"
    )


def level(number, size, color, align="l"):
    return (
        f'<a:lvl{number}pPr marL="0" indent="0" algn="{align}"><a:buNone/>'
        f'<a:defRPr sz="{size}">{colored(color)}</a:defRPr></a:lvl{number}pPr>'
    )


def prompt(text):
    return f'<a:p><a:r><a:rPr lang="en-US"/><a:t>{text}</a:t></a:r></a:p>'


NUMBER = (
    '<a:p><a:fld id="{9B1D7A52-46C3-4E0F-8A6D-2F5B8C1E7D34}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>'
    '<a:endParaRPr lang="en-US"/></a:p>'
)
# LibreOffice draws the footers of slides in a wrong font when those of the layout are empty.
SPACE = prompt("\u00a0")


def tree(shapes):
    return f"<p:spTree>{base.GROUP}{''.join(shapes)}</p:spTree>"


def master(text):
    """The master of the base deck with another tree, and other titles."""
    fit = '<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="{}"><a:normAutofit/></a:bodyPr>'
    foot = fit.format("ctr")
    shapes = [
        drawn(7, "Band", (0, 0, BAND, 6858000), "accent1", COMPANY, ' vert="vert270"'),
        drawn(8, "Stripe", (BAND, 0, 45720, 6858000), "accent2"),
        placeholder(
            2, "Title Placeholder", 'type="title"', (LEFT, 381000, WIDTH, 762000), fit.format("b"), "", prompt("Click to edit Master title style")
        ),
        placeholder(
            3, "Text Placeholder", 'type="body" idx="1"', (LEFT, 1447800, WIDTH, 4775200), fit.format("t"), "", prompt("Click to edit Master text styles")
        ),
        placeholder(4, "Date Placeholder", 'type="dt" sz="half" idx="2"', (8686800, FOOT, 1905000, 254000), foot, level(1, 1000, "tx2", "r")),
        placeholder(5, "Footer Placeholder", 'type="ftr" sz="quarter" idx="3"', (LEFT, FOOT, 7620000, 254000), foot, level(1, 1000, "tx2")),
        placeholder(
            6, "Slide Number Placeholder", 'type="sldNum" sz="quarter" idx="4"', (10820400, FOOT, 762000, 254000), foot, level(1, 1000, "accent2", "r"), NUMBER
        ),
    ]
    text = re.sub(r"<p:spTree>.*</p:spTree>", lambda _: tree(shapes), text, flags=re.S)
    text = re.sub(r"<p:extLst>.*</p:extLst>\s*(?=</p:sldMaster>)", "", text, flags=re.S)  # its guides
    text = re.sub(r"\s*<p:sldLayoutId id=\"\d+\" r:id=\"rId[4-9]\"/>", "", text)
    return text.replace('sz="2800" b="1"', 'sz="3000" b="0"')


def feet(number):
    return [
        placeholder(number, "Date Placeholder", 'type="dt" sz="half" idx="10"', text=SPACE),
        placeholder(number + 1, "Footer Placeholder", 'type="ftr" sz="quarter" idx="11"', text=SPACE),
        placeholder(number + 2, "Slide Number Placeholder", 'type="sldNum" sz="quarter" idx="12"', text=NUMBER),
    ]


def layout(name, kind, shapes, background=""):
    return (
        f'{base.DECLARATION}<p:sldLayout {base.NAMESPACES} type="{kind}" preserve="1"><p:cSld name="{name}">{background}{tree(shapes)}'
        "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def layouts():
    title = placeholder(2, "Title", 'type="title"', text=prompt("Click to edit Master title style"))
    body = '<a:bodyPr anchor="{}"><a:normAutofit/></a:bodyPr>'
    first = [
        placeholder(
            2, "Title", 'type="ctrTitle"', (LEFT, 1905000, 9144000, 1600200), body.format("b"), level(1, 4400, "accent1"), prompt("Click to edit Master title style")
        ),
        placeholder(
            3, "Subtitle", 'type="subTitle" idx="1"', (LEFT, 3733800, 9144000, 1143000), body.format("t"), level(1, 2000, "tx2") + level(2, 1600, "tx2"),
            prompt("Click to edit Master subtitle style"),
        ),
    ]
    paper = f"<p:bg><p:bgPr>{colored('bg2')}<a:effectLst/></p:bgPr></p:bg>"
    return [
        layout("Title Slide", "title", [*first, *feet(4)], paper),
        layout("Title and Content", "obj", [title, placeholder(3, "Content Placeholder", 'idx="1"', text=prompt("Click to edit Master text styles")), *feet(4)]),
        layout("Title Only", "titleOnly", [title, *feet(3)]),
    ]


def theme(text):
    for name, color in COLORS.items():
        text = re.sub(rf'(<a:{name}><a:srgbClr val=")[0-9A-F]+', rf"\g<1>{color}", text)
    for name, font in FONTS.items():
        text = re.sub(rf'(<a:{name}>\s*<a:latin typeface=")[^"]+', rf"\g<1>{font}", text)
    return text.replace('name="Tradeoff"', 'name="Alder Bay"')


def template():
    """The parts of the template."""
    deck = base.parts()
    gone = [base.LAYOUTS.format(number) for number in range(4, 10)]
    for part in gone:
        deck.pop(part)
        deck.pop(part.replace("slideLayouts/", "slideLayouts/_rels/") + ".rels")
        deck[base.TYPES] = re.sub(rf'\s*<Override PartName="/{re.escape(part)}"[^>]*/>', "", deck[base.TYPES])
    for number, text in enumerate(layouts(), 1):
        deck[base.LAYOUTS.format(number)] = text
    main, links = "ppt/slideMasters/slideMaster1.xml", "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    deck[main] = master(deck[main])
    deck[links] = re.sub(r'\s*<Relationship Id="rId[4-9]"[^>]*/>', "", deck[links])
    deck["ppt/theme/theme1.xml"] = theme(deck["ppt/theme/theme1.xml"])
    styles = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    deck["ppt/tableStyles.xml"] = f'{base.DECLARATION}<a:tblStyleLst {styles} def="{TABLE_STYLE}"/>'
    deck[base.TYPES] = deck[base.TYPES].replace("presentation.main+xml", "template.main+xml")
    deck["docProps/core.xml"] = deck["docProps/core.xml"].replace("Tradeoff", "Alder Bay")
    return deck


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: make.py OUT.potx")
    base.write(template(), sys.argv[1])
