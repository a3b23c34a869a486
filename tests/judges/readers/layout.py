"""The columns that a table has in formats of plain rows: a group if there are several, the question, the options."""


def header(table):
    """The headings that come before further columns."""
    return (["Group"] if len(table.groups) > 1 else []) + [table.corner, *table.options]


def lead(table, row):
    """What stands before the answers of a row."""
    return ([row.group] if len(table.groups) > 1 else []) + [row.name]
