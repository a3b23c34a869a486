"""What is in a workbook, as a list that `workbook.py` writes again: `cells.py WORKBOOK LIST`."""

import json
import sys

import openpyxl


def look(cell):
    """How a cell looks, by the few things that our workbooks set."""
    return [
        bool(cell.font.b),
        bool(cell.font.i),
        cell.font.u,
        cell.font.color.rgb if cell.font.color and cell.font.color.type == "rgb" else None,
        cell.fill.fgColor.rgb if cell.fill.fill_type == "solid" else None,
        cell.border.left.style,
        cell.border.left.color.rgb if cell.border.left.color else None,
        cell.alignment.horizontal,
        cell.alignment.vertical,
        bool(cell.alignment.wrap_text),
        cell.number_format,
    ]


def fields(sheet, looks):
    """The rows of a sheet: of each cell its value, the number of its look, and its link."""
    for row in sheet.iter_rows():
        record = []
        for cell in row:
            key = json.dumps(look(cell))
            value = cell.value if isinstance(cell.value, (int, float, str, type(None))) else cell.value.isoformat()[:10]
            link = cell.hyperlink.target if cell.hyperlink else None
            record.append([value, looks.setdefault(key, len(looks)), link])
        yield record


def main(path, out):
    """Lists the workbook in `path`."""
    looks, sheets = {}, []
    for sheet in openpyxl.load_workbook(path):
        sheets.append({
            "name": sheet.title,
            "frozen": sheet.freeze_panes,
            "widths": {name: it.width for name, it in sheet.column_dimensions.items()},
            "heights": {number: it.height for number, it in sheet.row_dimensions.items() if it.height},
            "tables": dict(sheet.tables.items()),
            "rules": [
                [str(area.sqref), rule.formula[0], rule.dxf.font.color.rgb, rule.dxf.fill.bgColor.rgb]
                for area, rules in sheet.conditional_formatting._cf_rules.items()
                for rule in rules
            ],
            "rows": list(fields(sheet, looks)),
        })
    with open(out, "w", encoding="utf-8") as file:
        json.dump({"looks": [json.loads(key) for key in looks], "sheets": sheets}, file)


main(*sys.argv[1:])
