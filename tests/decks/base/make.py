#!/usr/bin/env python3
"""Zips the base deck with sample slides, so that other programs can check it and people can look at it.

    tests/decks/base/make.py OUT.pptx

The same parts give the same bytes: names in a fixed order, one date, no clock.
"""

import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

sys.dont_write_bytecode = True  # nothing is left behind in the repository

import samples  # noqa: E402

ROOT = Path(__file__).resolve().parents[3]
DECK = ROOT / "templates" / "deck"
TYPES = "[Content_Types].xml"
LAYOUTS = "ppt/slideLayouts/slideLayout{}.xml"

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{RELATIONSHIPS}" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
TYPE_OF = "application/vnd.openxmlformats-officedocument.presentationml.{}+xml"
TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
# The identifiers that PowerPoint gives columns and rows, so that they are known again after an edit.
COLUMN_ID = ("{9D8B030D-6E8A-4147-A177-3AD203B41FA5}", "colId")
ROW_ID = ("{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}", "rowId")


def parts():
    """The parts of the base deck by name, content types first, then by name."""
    files = (it for it in DECK.rglob("*") if it.name.endswith((".xml", ".rels")))
    names = sorted((it.relative_to(DECK).as_posix() for it in files), key=lambda it: (it != TYPES, it))
    return {name: (DECK / name).read_text(encoding="utf-8") for name in names}


def layout_numbers(deck):
    """The number of each layout by its name."""
    found = {}
    number = 1
    while LAYOUTS.format(number) in deck:
        name = deck[LAYOUTS.format(number)].split('<p:cSld name="')[1].split('"')[0]
        found[name] = number
        number += 1
    return found


def table_style(deck):
    """The style that the deck gives new tables."""
    return deck["ppt/tableStyles.xml"].split('def="')[1].split('"')[0]


def run(text, size=None, bold=False):
    size = f' sz="{size}"' if size else ""
    bold = ' b="1"' if bold else ""
    return f'<a:r><a:rPr lang="en-US"{size}{bold} dirty="0"/><a:t>{escape(text)}</a:t></a:r>'


def paragraph(text, level=0):
    properties = f'<a:pPr lvl="{level}"/>' if level else ""
    return f"<a:p>{properties}{run(text)}</a:p>"


def shape(number, name, placeholder, paragraphs):
    """A placeholder of the layout with text in it; where it stands, the layout says."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(name)}/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {placeholder}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{''.join(paragraphs)}</p:txBody></p:sp>"
    )


def slide_number(number, index):
    field = (
        '<a:p><a:fld id="{9B1D7A52-46C3-4E0F-8A6D-2F5B8C1E7D34}" type="slidenum">'
        '<a:rPr lang="en-US" dirty="0"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="en-US" dirty="0"/></a:p>'
    )
    return shape(number, f"Slide Number Placeholder {number - 1}", f'type="sldNum" sz="quarter" idx="{index}"', [field])


def identifier(kind, value):
    uri, element = kind
    namespace = "http://schemas.microsoft.com/office/drawing/2014/main"
    return (
        f'<a:extLst><a:ext uri="{uri}"><a16:{element} xmlns:a16="{namespace}" val="{value}"/></a:ext></a:extLst>'
    )


def cell(text, size, span="", properties=""):
    content = run(text, size) if text else f'<a:endParaRPr lang="en-US" sz="{size}" dirty="0"/>'
    return (
        f"<a:tc{span}><a:txBody><a:bodyPr/><a:lstStyle/><a:p>{content}</a:p></a:txBody>"
        f"<a:tcPr>{properties}</a:tcPr></a:tc>"
    )


def row(cells, number, height):
    return f'<a:tr h="{height}">{"".join(cells)}{identifier(ROW_ID, 10000 + number)}</a:tr>'


def heading(text, size, columns):
    """The name of a group: one cell over all columns, tinted with the color of text, so that it suits every theme."""
    tint = '<a:solidFill><a:schemeClr val="tx1"><a:alpha val="6000"/></a:schemeClr></a:solidFill>'
    followers = [cell("", size, ' hMerge="1"', tint) for _ in range(columns - 1)]
    return [cell(text, size, f' gridSpan="{columns}"', tint), *followers]


def table(number, it, style, box):
    """A native table in the placeholder of the layout `Table`."""
    x, y, width, _ = box
    size, height = it["size"], it["row_height"]
    columns = len(it["widths"])
    widths = [width * share // sum(it["widths"]) for share in it["widths"]]
    grid = "".join(
        f'<a:gridCol w="{wide}">{identifier(COLUMN_ID, 20000 + at)}</a:gridCol>' for at, wide in enumerate(widths)
    )
    lines = [heading(line, size, columns) if isinstance(line, str) else [cell(text, size) for text in line] for line in it["rows"]]
    rows = "".join(row(cells, at, height) for at, cells in enumerate(lines))
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name={quoteattr(it["name"])} '
        f'descr={quoteattr(it["alt"])}/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f'<p:nvPr><p:ph type="tbl" idx="1"/></p:nvPr></p:nvGraphicFramePr>'
        f'<p:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{sum(widths)}" cy="{height * len(lines)}"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="{TABLE}"><a:tbl><a:tblPr firstRow="1" firstCol="1">'
        f"<a:tableStyleId>{style}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl>"
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def box_of(layout, placeholder):
    """Where a placeholder of a layout stands: x, y, width and height in EMU."""
    rest = layout.split(f"<p:ph {placeholder}/>")[1].split("</p:spPr>")[0]
    value = lambda element, name: int(rest.split(f"<a:{element} ")[1].split(f'{name}="')[1].split('"')[0])
    return value("off", "x"), value("off", "y"), value("ext", "cx"), value("ext", "cy")


def slide(it, deck, layouts):
    """The XML of a sample slide."""
    shapes = []
    for placeholder, paragraphs in it["texts"]:
        number = len(shapes) + 2
        texts = [paragraph(*(line if isinstance(line, tuple) else (line,))) for line in paragraphs]
        shapes.append(shape(number, f"Placeholder {number - 1}", placeholder, texts))
    if "table" in it:
        box = box_of(deck[LAYOUTS.format(layouts["Table"])], 'type="tbl" idx="1"')
        shapes.append(table(len(shapes) + 2, it["table"], table_style(deck), box))
    if it.get("footer"):
        texts = [paragraph(it["footer"])]
        number = len(shapes) + 2
        shapes.append(shape(number, f"Footer Placeholder {number - 1}", 'type="ftr" sz="quarter" idx="11"', texts))
        shapes.append(slide_number(number + 1, 12))
    return (
        f"{DECLARATION}<p:sld {NAMESPACES}><p:cSld><p:spTree>{GROUP}{''.join(shapes)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


def notes(lines):
    """The XML of the notes of a slide."""
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image Placeholder 1"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr>'
        "</p:nvSpPr><p:spPr/></p:sp>"
    )
    body = shape(3, "Notes Placeholder 2", 'type="body" idx="1"', [paragraph(line) for line in lines])
    return (
        f"{DECLARATION}<p:notes {NAMESPACES}><p:cSld><p:spTree>{GROUP}{image}{body}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def relationships(targets):
    lines = (
        f'<Relationship Id="rId{at}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, 1)
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{DECLARATION}<Relationships xmlns="{namespace}">{"".join(lines)}</Relationships>'


def before(text, mark, addition):
    """`text` with `addition` before `mark`, which it has once."""
    assert text.count(mark) == 1, f"{mark} stands {text.count(mark)} times"
    return text.replace(mark, addition + mark)


def with_slides(deck, slides):
    """The deck with these slides, each with its notes."""
    deck = dict(deck)
    layouts = layout_numbers(deck)
    types, listed, related = [], [], []
    for number, it in enumerate(slides, 1):
        part, notes_part = f"slides/slide{number}.xml", f"notesSlides/notesSlide{number}.xml"
        layout = f"../slideLayouts/slideLayout{layouts[it['layout']]}.xml"
        deck[f"ppt/{part}"] = slide(it, deck, layouts)
        deck[f"ppt/slides/_rels/slide{number}.xml.rels"] = relationships(
            [("slideLayout", layout), ("notesSlide", f"../{notes_part}")]
        )
        deck[f"ppt/{notes_part}"] = notes(it["notes"])
        deck[f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels"] = relationships(
            [("notesMaster", "../notesMasters/notesMaster1.xml"), ("slide", f"../{part}")]
        )
        types.append(f'<Override PartName="/ppt/{part}" ContentType="{TYPE_OF.format("slide")}"/>')
        types.append(f'<Override PartName="/ppt/{notes_part}" ContentType="{TYPE_OF.format("notesSlide")}"/>')
        listed.append(f'<p:sldId id="{255 + number}" r:id="rId{1000 + number}"/>')
        related.append(f'<Relationship Id="rId{1000 + number}" Type="{RELATIONSHIPS}/slide" Target="{part}"/>')
    deck[TYPES] = before(deck[TYPES], "</Types>", "".join(types))
    main, links = "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"
    deck[main] = before(deck[main], "<p:sldSz", f"<p:sldIdLst>{''.join(listed)}</p:sldIdLst>")
    deck[links] = before(deck[links], "</Relationships>", "".join(related))
    return deck


def write(deck, path):
    """Writes the deck. Every record has the first date that a zip can hold."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in deck.items():
            record = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            record.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(record, text.encode("utf-8"))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: make.py OUT.pptx")
    write(with_slides(parts(), samples.SLIDES), sys.argv[1])
