//! All questions and all options side by side, a table for each group.

use super::known::{Known, section};
use crate::comparison::of_group;
use crate::{Element, Notes, Section};

pub(super) fn chapter(known: &Known<'_>, notes: &mut Notes<'_>) -> Vec<Section> {
    let mut sections = Vec::new();
    for (id, _, name) in known.model.manifest.groups.iter() {
        let mut table = of_group(id, known.model, known.scores, notes);
        if table.is_empty() {
            continue;
        }
        table.title.clone_from(&name.text);
        let table = Element::Comparison {
            table: Box::new(table),
        };
        let heading = name.text.clone();
        sections.push(section(format!("group:{id}"), heading, vec![table]));
    }
    known.chapter("tables", Vec::new(), sections)
}
