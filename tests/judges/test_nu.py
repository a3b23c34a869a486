"""Pages of the book, and fragments within a page of their own, by Nu."""

import project
from readers import nu

BOOK = project.DIST / "book"
# Said of the frame that mdBook puts around a page: of its button for the contents.
FRAME = {
    f"The “{name}” attribute must not be used on any “label” element that is associated with a labelable element."
    for name in ("aria-label", "aria-controls")
}
# What mail and word processors want instead of a style.
FOR_PASTING = ("bgcolor", "border", "cellspacing", "cellpadding")


def pages():
    """The pages of the book. Files to take away are none, nor is mdBook's own list of chapters for readers without scripts."""
    inside = [path.relative_to(BOOK) for path in BOOK.rglob("*.html")]
    return [BOOK / path for path in sorted(inside) if path.parts[0] != "files" and path.name != "toc.html"]


def test_a_page_of_the_book_is_sound():
    found = nu.findings(pages())
    assert {words for *_, words in found if words in FRAME} == FRAME, "mdBook's frame is sound now: judge all of it"
    assert [it for it in found if it[2] not in FRAME] == []


def test_a_fragment_is_sound_within_a_page(tmp_path):
    whole = []
    for path in [*project.files("tables", ".html"), *project.files("print", ".html")]:
        whole.append(tmp_path / f"{path.parent.name}-{path.name}")
        fragment = path.read_text(encoding="utf-8")
        whole[-1].write_text(f'<!doctype html><html lang="en"><title>A page</title>{fragment}', encoding="utf-8")
    obsolete = tuple(f"The “{name}” attribute on the" for name in FOR_PASTING)
    assert [it for it in nu.findings(whole) if not it[2].startswith(obsolete)] == []


def test_an_unsound_page_is_seen(tmp_path):
    path = tmp_path / "page.html"
    path.write_text('<!doctype html><html lang="en"><title>A page</title><ul><p>one</ul>', encoding="utf-8")
    assert [line for _, line, _ in nu.findings([path])] == [1]
