"""Zip files as they lie on disk, by the directory that Python's own module reads."""

import zipfile


def records(path):
    """Every record of a zip in the order of the file: its name, its bytes from its local header to the next record, and what
    the directory says of it but for the place."""
    data = path.read_bytes()
    with zipfile.ZipFile(path) as file:
        entries = sorted(file.infolist(), key=lambda it: it.header_offset)
        ends = [it.header_offset for it in entries[1:]] + [file.start_dir]
        return [(it.filename, data[it.header_offset:end], _said(it)) for it, end in zip(entries, ends, strict=True)]


def _said(it):
    return {name: getattr(it, name) for name in zipfile.ZipInfo.__slots__ if _is_said(it, name)}


def _is_said(it, name):
    return name not in ("header_offset", "_raw_time", "_end_offset") and hasattr(it, name)


def differing(one, other):
    """The names of the records that differ between two zips, which must have the same names in the same order."""
    pairs = list(zip(records(one), records(other), strict=True))
    assert [it[0] for it, _ in pairs] == [it[0] for _, it in pairs]
    return [it[0] for it, changed in pairs if it != changed]
