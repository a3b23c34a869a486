"""Workbooks, read by openpyxl."""

import re

import openpyxl

# A number format with a unit, such as `"$"#,##0.00" a month"`: what stands before, the digits, what stands after.
NUMBER = re.compile(r'(?:"(?P<before>[^"]*)")?(?P<comma>#,##)?0(?:\.(?P<decimals>0+))?(?:"(?P<after>[^"]*)")?$')


def read(path):
    """The workbook in a file."""
    return openpyxl.load_workbook(path)


def rows(sheet):
    """The texts of the table object of `sheet` as they are seen, the header first."""
    (table,) = sheet.tables.values()
    return [[shown(cell) for cell in row] for row in sheet[table.ref]]


def shown(cell):
    """What a spreadsheet shows in `cell`."""
    if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
        return printed(cell.value, cell.number_format)
    # A carriage return is left as it is written, by its number.
    return "" if cell.value is None else str(cell.value).replace("_x000D_", "\r")


def printed(number, form):
    """A number in a number format: the few parts that a table uses, by section 18.8.31 of ECMA-376 part 1."""
    if form == "General":
        return f"{number:g}"
    found = NUMBER.fullmatch(form)
    assert found, f"a number format of another kind: {form}"
    decimals = len(found["decimals"] or "")
    digits = f"{abs(number):,.{decimals}f}" if found["comma"] else f"{abs(number):.{decimals}f}"
    sign = "-" if number < 0 else ""
    return f"{sign}{found['before'] or ''}{digits}{found['after'] or ''}"
