//! The list of slides, and the sections that repeat it.

use std::collections::{BTreeSet, HashMap};
use std::io::{Read, Seek};

use roxmltree::Node;

use crate::package::Package;
use crate::package::relationships::{NewRelationship, Target};
use crate::presentation::Presentation;
use crate::xml::{
    Edits, OFFICE, PRESENTATION, PRESENTATION_2010, append, child, children, is, number, prefix,
};
use crate::{Error, Result};

/// A slide that has to be entered.
pub(super) struct Entry<'a> {
    /// The part of the slide that it follows; none for the end.
    pub(super) after: Option<&'a str>,
    /// Its own part.
    pub(super) part: &'a str,
}

/// Ids of slides, from ECMA-376-1, 19.7.13.
const FIRST_ID: u32 = 256;
const LAST_ID: u32 = 0x7fff_ffff;

/// Enters slides into the presentation: relationships, list, sections.
pub(super) fn enter(
    package: &mut Package<impl Read + Seek>,
    presentation: &Presentation,
    entries: &[Entry],
) -> Result<()> {
    let related = entries.iter().map(|it| NewRelationship {
        kind: "slide",
        target: Target::Part(it.part.to_owned()),
    });
    let relationships = package.relate(&presentation.part, &related.collect::<Vec<_>>())?;
    let taken = presentation.slides.iter().map(|it| it.id).collect();
    let ids = free_ids(taken, entries.len());
    let by_part: HashMap<String, u32> = presentation
        .slides
        .iter()
        .map(|it| (it.part.to_ascii_lowercase(), it.id))
        .collect();
    let text = package.text(&presentation.part)?;
    let document = text.parse()?;
    let root = document.root_element();
    let list = child(root, PRESENTATION, "sldIdLst");
    let at = Places {
        list,
        sections: root
            .descendants()
            .filter(|it| is(*it, PRESENTATION_2010, "sldIdLst"))
            .collect(),
    };
    let mut edits = Edits::default();
    let mut last = String::new();
    let mut last_of_section = String::new();
    let attribute = relationship_attribute(root);
    for ((entry, id), relationship) in entries.iter().zip(ids).zip(&relationships) {
        let after = entry
            .after
            .and_then(|it| by_part.get(&it.to_ascii_lowercase()))
            .copied();
        let name = prefix(&text, root);
        let xml = format!("<{name}sldId id=\"{id}\" {attribute}=\"{relationship}\"/>");
        match after.and_then(|it| at.in_list(it)) {
            Some(node) => edits.insert(node.range().end, xml),
            None => last.push_str(&xml),
        }
        let Some(section) = at.sections.last() else {
            continue;
        };
        let xml = format!("<{}sldId id=\"{id}\"/>", prefix(&text, *section));
        match after.and_then(|it| at.in_section(it)) {
            Some(node) => edits.insert(node.range().end, xml),
            None => last_of_section.push_str(&xml),
        }
    }
    if let Some(section) = at.sections.last() {
        append(&text, *section, &last_of_section, &mut edits);
    }
    match list {
        Some(list) => append(&text, list, &last, &mut edits),
        None => {
            let name = prefix(&text, root);
            let place = masters_end(root)
                .ok_or_else(|| Error::Lacks(presentation.part.clone(), "p:sldMasterIdLst"))?;
            edits.insert(place, format!("<{name}sldIdLst>{last}</{name}sldIdLst>"));
        }
    }
    let changed = text.encode(&edits.apply(&text));
    package.replace(&presentation.part, changed)
}

/// Where slides are listed.
struct Places<'a, 'i> {
    list: Option<Node<'a, 'i>>,
    sections: Vec<Node<'a, 'i>>,
}

impl<'a, 'i> Places<'a, 'i> {
    fn in_list(&self, id: u32) -> Option<Node<'a, 'i>> {
        children(self.list?, PRESENTATION, "sldId").find(|it| number(*it, "id") == Some(id))
    }

    fn in_section(&self, id: u32) -> Option<Node<'a, 'i>> {
        let all = self
            .sections
            .iter()
            .flat_map(|it| children(*it, PRESENTATION_2010, "sldId"));
        let mut all = all.filter(|it| number(*it, "id") == Some(id));
        all.next()
    }
}

/// Ids that no slide has: one more than the greatest, and where that is the last one, what is free below.
fn free_ids(mut taken: BTreeSet<u32>, count: usize) -> Vec<u32> {
    let above = taken
        .last()
        .copied()
        .unwrap_or(0)
        .saturating_add(1)
        .max(FIRST_ID);
    let mut out = Vec::new();
    for id in (above..=LAST_ID).chain(FIRST_ID..=LAST_ID) {
        if out.len() == count {
            break;
        }
        if taken.insert(id) {
            out.push(id);
        }
    }
    out
}

/// How an element names a relationship: with the prefix that the text declares, or with one of its own.
fn relationship_attribute(root: Node) -> String {
    let declared = OFFICE.iter().find_map(|it| root.lookup_prefix(it));
    match declared {
        Some(prefix) => format!("{prefix}:id"),
        None => format!("xmlns:r=\"{}\" r:id", OFFICE[0]),
    }
}

/// Where the lists of masters end, behind which that of slides begins.
fn masters_end(root: Node) -> Option<usize> {
    let lists = ["sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst"];
    let found = lists.iter().filter_map(|it| child(root, PRESENTATION, it));
    found.map(|it| it.range().end).max()
}

/// Lists a master of notes, right behind the masters of slides.
pub(super) fn insert_after_masters(
    package: &mut Package<impl Read + Seek>,
    part: &str,
    relationship: &str,
) -> Result<()> {
    let text = package.text(part)?;
    let document = text.parse()?;
    let root = document.root_element();
    let masters = child(root, PRESENTATION, "sldMasterIdLst");
    let place = masters
        .ok_or_else(|| Error::Lacks(part.to_owned(), "p:sldMasterIdLst"))?
        .range()
        .end;
    let name = prefix(&text, root);
    let attribute = relationship_attribute(root);
    let mut edits = Edits::default();
    edits.insert(
        place,
        format!(
            "<{name}notesMasterIdLst><{name}notesMasterId {attribute}=\"{relationship}\"/></{name}notesMasterIdLst>"
        ),
    );
    let changed = text.encode(&edits.apply(&text));
    package.replace(part, changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_above_the_greatest_and_then_in_a_gap() {
        assert_eq!(free_ids(BTreeSet::new(), 2), [256, 257]);
        assert_eq!(free_ids(BTreeSet::from([256, 300]), 1), [301]);
        assert_eq!(
            free_ids(BTreeSet::from([256, LAST_ID - 1]), 3),
            [LAST_ID, 257, 258]
        );
        assert_eq!(free_ids(BTreeSet::from([u32::MAX]), 1), [256]);
    }
}
