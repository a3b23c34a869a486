"""Office packages by two validators: the Open XML SDK of Microsoft, and openxml-audit."""

import json
import re

from openxml_audit import FileFormat, OpenXmlValidator

from project import ROOT, run


def faults(paths):
    """What either validator finds in each file: a dictionary of sets, so that a fault of every row counts once.

    A fault is its validator, the part, the rule, the path and the text, without the numbers that differ from row to row.
    """
    by_sdk = json.loads(run("node", ROOT / "tests/browser/openxml.mjs", *paths))
    return {path: {_of_sdk(it) for it in by_sdk[str(path)]} | _by_audit(path) for path in paths}


def _of_sdk(it):
    return _fault("sdk", it["path"]["partUri"], it["id"], it["path"]["xpath"], it["description"])


def _by_audit(path):
    audit = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0)
    found = audit.validate(path).errors
    return {_fault("audit", it.part_uri, it.error_type.value, it.path, it.description) for it in found}


def _fault(validator, part, rule, path, text):
    return validator, part, rule, re.sub(r"\[\d+\]", "", path or ""), re.sub(r"\d+", "", text)
