"""What it means that a format shows a table: each function takes what a reader found, and fails where it is another."""

import expected
from readers import pdf


def _is_grouped(table):
    return len(table.groups) > 1


def header(table):
    """The headings in formats of plain rows: a group if there are several, the question, the options."""
    return (["Group"] if _is_grouped(table) else []) + [table.corner, *table.options]


def lead(table, row):
    """What stands before the answers of a row."""
    return ([row.group] if _is_grouped(table) else []) + [row.name]


def values(table, rows, unguarded):
    """Rows of plain values, the header first; `unguarded` takes the guard off a field."""
    assert [expected.plain(unguarded(text)) for text in rows[0]] == header(table)
    for row, record in zip(table.rows, rows[1:], strict=True):
        texts = [expected.plain(unguarded(text)) for text in record]
        assert texts == lead(table, row) + [cell.text for cell in row.cells]


def answers(table, head):
    """In the head of a sheet, the columns of the answers, and of the marks or nothing where no answer has one."""
    names = [expected.plain(name) for name in head]
    columns = [names.index(name) for name in table.options]
    marks = [names.index(f"{name} mark") if f"{name} mark" in names else None for name in table.options]
    return columns, marks


def sheet(table, rows):
    """Rows of a sheet, the header first. An address may follow the text that it is behind."""
    columns, marks = answers(table, rows[0])
    n_lead = columns[0]
    assert [expected.plain(name) for name in rows[0][:n_lead]] == header(table)[:n_lead]
    for row, record in zip(table.rows, rows[1:], strict=True):
        texts = [expected.plain(text) for text in record]
        assert texts[:n_lead] == lead(table, row)
        for cell, column, mark in zip(row.cells, columns, marks, strict=True):
            assert expected.without_addresses(texts[column]) == cell.text, row.name
            assert (texts[mark] if mark is not None else "") == (cell.mark or ""), row.name


def fragment(table, rows):
    """Rows of cells of HTML: a head, then names of groups and rows; a cell has its mark before and its signs
    behind; signs within its text come first."""
    for cell, name in zip(rows[0][1:], table.options, strict=True):
        assert expected.plain(cell.text).endswith(name) and cell.attributes["scope"] == "col"
    groups = [expected.plain(cells[0].text) for cells in rows[1:] if len(cells) == 1]
    assert groups == (table.groups if _is_grouped(table) else [])
    body = [cells for cells in rows[1:] if len(cells) > 1]
    for row, (name, *cells) in zip(table.rows, body, strict=True):
        assert expected.plain(name.text) == row.name and name.attributes["scope"] == "row"
        for cell, found in zip(row.cells, cells, strict=True):
            assert cell.is_shown_by(found.text), f"{row.name}: {found.text!r} is not {cell.text!r}"
            assert tuple(found.signs[-len(cell.signs):] if cell.signs else ()) == cell.signs, row.name


def pasted(table, rows, cells):
    """The texts of the cells of a word processor, one after the other, as many as in the rows of HTML."""
    assert len(cells) == sum(len(row) for row in rows)
    texts = iter(expected.plain(text) for text in cells)
    for row in table.rows:
        for cell in row.cells:
            assert any(cell.text in text for text in texts), f"{row.name}: {cell.text}"


def markdown(table, tables):
    """A table of texts and footnotes for each group of rows."""
    assert len(tables) == len(table.groups)
    rows = []
    for (corner, *options), *body in tables:
        assert expected.plain(corner[0]) == table.corner
        assert all(expected.plain(text).endswith(name) for (text, _), name in zip(options, table.options, strict=True))
        rows += body
    for row, ((name, _), *cells) in zip(table.rows, rows, strict=True):
        assert expected.plain(name) == row.name
        for cell, (text, notes) in zip(row.cells, cells, strict=True):
            assert cell.is_shown_by(text), f"{row.name}: {text!r} is not {cell.text!r}"
            assert len(notes) >= len(cell.signs) and all(notes), row.name


def printed(table, text):
    """The text of a PDF, in the order in which it is read: titles, names of rows, marks and answers."""
    order = [table.title]
    for row in table.rows:
        order.append(row.name)
        order += [it for cell in row.cells for it in (cell.mark, cell.text) if it]
    lost = pdf.missing(order, text)
    assert not lost, f"{len(lost)} texts are missing or out of order: {lost[:3]}"
