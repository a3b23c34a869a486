"""Workbooks by openpyxl and by LibreOffice Calc."""

import csv
import datetime

import comparing
import expected
import project
from readers import workbook

LAST = ["Answers", "Sources", "About"]


def test_every_cell_has_its_text(stem):
    table = expected.table(stem.with_suffix(".json"))
    comparing.sheet(table, workbook.rows(workbook.read(stem.with_suffix(".xlsx")).worksheets[0]))


def test_a_calculator_shows_the_same(stem, calculated):
    table = expected.table(stem.with_suffix(".json"))
    name = workbook.read(stem.with_suffix(".xlsx")).sheetnames[0]
    with (calculated / f"{stem.name}-{name}.csv").open(encoding="utf-8", newline="") as file:
        comparing.sheet(table, list(csv.reader(file, strict=True)))


def test_numbers_are_numbers_and_nothing_is_computed(stem):
    table = expected.table(stem.with_suffix(".json"))
    book = workbook.read(stem.with_suffix(".xlsx"))
    columns, _ = comparing.answers(table, workbook.rows(book.worksheets[0])[0])
    for row, record in zip(table.rows, list(book.worksheets[0].iter_rows())[1:]):
        for cell, column in zip(row.cells, columns):
            if cell.amount is not None:
                assert record[column].value == cell.amount, f"{row.name}: {cell.text}"
    assert not [cell for sheet in book for record in sheet.iter_rows() for cell in record if cell.data_type == "f"]


def test_a_table_can_be_filtered_and_keeps_its_head_in_view(stem):
    book = workbook.read(stem.with_suffix(".xlsx"))
    assert book.sheetnames[1:] == LAST
    for sheet in book.worksheets[:3]:
        (table,) = sheet.tables.values()
        assert table.autoFilter is not None and table.tableStyleInfo.showRowStripes, sheet.title
        assert sheet.freeze_panes, sheet.title
        assert len({name.lower() for name in table.column_names}) == len(table.column_names), sheet.title
        assert all(1 <= it.width <= 61 for it in sheet.column_dimensions.values()), sheet.title


def test_every_source_is_linked(stem):
    table = expected.table(stem.with_suffix(".json"))
    sheet = workbook.read(stem.with_suffix(".xlsx"))["Sources"]
    found = {str(record[0].value): record for record in list(sheet.iter_rows())[1:]}
    assert sorted(found) == sorted(str(source["number"]) for source in table.sources)
    for source in table.sources:
        links = [cell.hyperlink.target for cell in found[str(source["number"])] if cell.hyperlink]
        assert links == ([source["url"]] if source["url"] else []), source["id"]


def test_the_file_says_of_which_day_and_data_it_is(stem):
    table = expected.table(stem.with_suffix(".json"))
    book = workbook.read(stem.with_suffix(".xlsx"))
    assert " ".join(it.value for it in book.custom_doc_props.props) == table.stamp
    assert book.properties.created.date() == datetime.date.fromisoformat(table.as_of)
    about = [str(cell.value) for row in book["About"].iter_rows() for cell in row if cell.value]
    assert table.title in about and table.stamp.split(" rows ")[0] in about


def test_the_workbook_of_everything_has_a_sheet_for_each_table():
    book = workbook.read(project.DIST / "tables/comparison.xlsx")
    tables = [expected.table(path) for path in project.files("tables", ".json")]
    assert len(book.sheetnames) == len(tables) + len(LAST) and book.sheetnames[-3:] == LAST
    for table, sheet in zip(tables, book.worksheets):
        comparing.sheet(table, workbook.rows(sheet))
