//! All slides taken out of a template, and with them what only they used.

use std::collections::{BTreeSet, HashSet};
use std::io::{Read, Seek};

use crate::Result;
use crate::check::reachable;
use crate::package::Package;
use crate::presentation::Presentation;
use crate::xml::{Edits, PRESENTATION, PRESENTATION_2010, child, children, is};

/// Takes all slides out, for a new deck in the style of an old one: never for a refresh.
///
/// Sections stay, without slides; shows that were put together of slides do not. The presentation is read again.
///
/// # Errors
/// A part cannot be read.
pub fn remove_all(
    package: &mut Package<impl Read + Seek>,
    presentation: &mut Presentation,
) -> Result<()> {
    package.attempt(|package| take_out(package, presentation))?;
    *presentation = Presentation::read(package)?;
    Ok(())
}

fn take_out(package: &mut Package<impl Read + Seek>, presentation: &Presentation) -> Result<()> {
    let before = reachable(package)?;
    let text = package.text(&presentation.part)?;
    let document = text.parse()?;
    let root = document.root_element();
    let mut edits = Edits::default();
    if let Some(list) = child(root, PRESENTATION, "sldIdLst") {
        children(list, PRESENTATION, "sldId").for_each(|it| edits.remove(it.range()));
    }
    if let Some(shows) = child(root, PRESENTATION, "custShowLst") {
        edits.remove(shows.range());
    }
    for entry in root
        .descendants()
        .filter(|it| is(*it, PRESENTATION_2010, "sldId"))
    {
        edits.remove(entry.range());
    }
    let changed = text.encode(&edits.apply(&text));
    package.replace(&presentation.part, changed)?;
    let ids = presentation
        .slides
        .iter()
        .map(|it| it.relationship.as_str())
        .collect::<HashSet<_>>();
    if !ids.is_empty() {
        package.unrelate(&presentation.part, &ids)?;
    }
    let after: BTreeSet<String> = reachable(package)?;
    for part in before.difference(&after) {
        package.remove(part);
    }
    Ok(())
}
