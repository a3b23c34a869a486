//! The list of slides, the sections that repeat it, and pages of notes.

use std::collections::BTreeSet;
use std::io::{Read, Seek};

use super::{Finding, understood};
use crate::Result;
use crate::package::Package;
use crate::presentation::Presentation;

pub(super) fn check(package: &mut Package<impl Read + Seek>, out: &mut Vec<Finding>) -> Result<()> {
    let result = Presentation::read(package);
    let Some(presentation) = understood(result, "ppt/presentation.xml", out)? else {
        return Ok(());
    };
    let main = presentation.part.clone();
    let (mut ids, mut parts) = (BTreeSet::new(), BTreeSet::new());
    for it in &presentation.slides {
        let mut tell = |what: String| out.push(Finding::of("slide-list", &main, what));
        if !ids.insert(it.id) {
            tell(format!("lists two slides of the id {}", it.id));
        }
        if !(256..0x8000_0000).contains(&it.id) {
            tell(format!(
                "lists a slide of the id {}, which is out of range",
                it.id
            ));
        }
        if !parts.insert(it.part.to_ascii_lowercase()) {
            tell(format!("lists {} twice", it.part));
        }
    }
    if package.relationships(&main)?.of_kind("notesMaster").count() > 1 {
        out.push(Finding::of(
            "notes",
            &main,
            "leads to several masters of notes",
        ));
    }
    sections(&presentation, &ids, out);
    for it in &presentation.slides {
        notes(package, &it.part, out)?;
    }
    Ok(())
}

/// If there are sections, each slide is in one of them.
fn sections(presentation: &Presentation, ids: &BTreeSet<u32>, out: &mut Vec<Finding>) {
    let mut sorted = BTreeSet::new();
    let mut tell = |what: String| out.push(Finding::of("sections", &presentation.part, what));
    for id in presentation.sections.iter().flat_map(|it| &it.slides) {
        if !sorted.insert(*id) {
            tell(format!("has the slide {id} in two sections"));
        }
        if !ids.contains(id) {
            tell(format!(
                "has the slide {id} in a section and not in its list"
            ));
        }
    }
    if !presentation.sections.is_empty() {
        for id in ids.difference(&sorted) {
            tell(format!("has the slide {id} in no section"));
        }
    }
}

/// A page of notes leads to its slide and to the master of notes.
fn notes(
    package: &mut Package<impl Read + Seek>,
    slide: &str,
    out: &mut Vec<Finding>,
) -> Result<()> {
    let result = package
        .relationships(slide)
        .and_then(|it| it.first("notesSlide"));
    let Some(Some(page)) = understood(result, slide, out)? else {
        return Ok(());
    };
    let result = package.relationships(&page);
    let Some(relationships) = understood(result, &page, out)? else {
        return Ok(());
    };
    if relationships.of_kind("notesMaster").count() != 1 {
        out.push(Finding::of(
            "notes",
            &page,
            "does not lead to one master of notes",
        ));
    }
    let back = relationships.first("slide").ok().flatten();
    if !back.is_some_and(|it| it.eq_ignore_ascii_case(slide)) {
        out.push(Finding::of(
            "notes",
            &page,
            "does not lead back to its slide",
        ));
    }
    Ok(())
}
