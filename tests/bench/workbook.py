"""Writes a list of cells as a workbook with openpyxl, and prints the microseconds of processor time that this took.

`workbook.py LIST WORKBOOK`, with a list of `cells.py`. It uses what openpyxl has for large workbooks: rows are written one
after the other, and looks are made once and named. Python's start and the reading of the list are not counted.
"""

import json
import sys
import time
import warnings

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.worksheet.table import Table, TableStyleInfo


def named(number, look):
    """The look with its number as a style with a name."""
    bold, italic, line, ink, paper, edge, edge_ink, across, down, wrapped, form = look
    side = Side(style=edge, color=edge_ink) if edge else Side()
    style = NamedStyle(
        name=f"look-{number}",
        font=Font(bold=bold, italic=italic, underline=line, color=ink),
        border=Border(left=side, right=side, top=side, bottom=side),
        alignment=Alignment(horizontal=across, vertical=down, wrap_text=wrapped),
        number_format=form,
    )
    if paper:
        style.fill = PatternFill("solid", fgColor=paper)
    return style


def write(listed, path):
    """Writes the workbook."""
    book = Workbook(write_only=True)
    for number, look in enumerate(listed["looks"]):
        book.add_named_style(named(number, look))
    for it in listed["sheets"]:
        sheet = book.create_sheet(it["name"])
        sheet.freeze_panes = it["frozen"]
        for name, width in it["widths"].items():
            sheet.column_dimensions[name].width = width
        for number, height in it["heights"].items():
            sheet.row_dimensions[int(number)].height = height
        for area, formula, ink, paper in it["rules"]:
            rule = CellIsRule(operator="equal", formula=[formula], font=Font(color=ink), fill=PatternFill(bgColor=paper))
            sheet.conditional_formatting.add(area, rule)
        for row in it["rows"]:
            cells = []
            for value, look, link in row:
                cell = WriteOnlyCell(sheet, value)
                cell.style = f"look-{look}"
                if link:
                    cell.hyperlink = link
                cells.append(cell)
            sheet.append(cells)
        for name, area in it["tables"].items():
            table = Table(displayName=name, ref=area)
            table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
            table._initialise_columns()
            for column, (value, _, _) in zip(table.tableColumns, it["rows"][0]):
                column.name = str(value)
            sheet.add_table(table)
    book.save(path)


def main(listed, path):
    """Reads the list and writes the workbook."""
    # It says of every table that its columns have to be named by hand, which they are.
    warnings.simplefilter("ignore")
    with open(listed, encoding="utf-8") as file:
        listed = json.load(file)
    before = time.process_time_ns()
    write(listed, path)
    print((time.process_time_ns() - before) // 1000)


main(*sys.argv[1:])
