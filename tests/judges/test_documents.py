"""Decisions and the whole comparison say in every format what their JSON says."""

import pytest

import documents
import project
from readers import fragment, markdown, pdf

DOCUMENTS = [path.with_suffix("") for path in project.files("print", ".json")]
READERS = {
    "pdf": pdf.text,
    "html": lambda path: fragment.read(path).text,
    "md": lambda path: markdown.read(path)[1],
}


@pytest.mark.parametrize("ending", READERS)
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda stem: stem.name)
def test_every_text_is_there(document, ending):
    text = pdf.squeezed(READERS[ending](document.with_suffix(f".{ending}")))
    wanted = list(documents.texts(document.with_suffix(".json"), paper=ending == "pdf"))
    assert wanted
    lost = [it for it in wanted if not pdf.holds(text, it)]
    assert not lost, f"{len(lost)} of {len(wanted)} texts are missing: {lost[:5]}"


def test_a_missing_text_is_seen():
    text = pdf.squeezed("One page ends here, foot, head, and goes on.")
    assert pdf.holds(text, "ends here, and goes on") and not pdf.holds(text, "goes off") and not pdf.holds(text, "and ends")
