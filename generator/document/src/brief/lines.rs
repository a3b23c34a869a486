//! Lines of the book as a list.

use super::Decided;
use crate::decision::Line;
use crate::sentence::Slots;
use crate::{Block, Element, Run};

/// A list with an item for each line; nothing for no lines.
pub(crate) fn list<'l>(lines: impl IntoIterator<Item = &'l Line>) -> Vec<Element> {
    bullets(lines.into_iter().map(|it| it.runs.clone()).collect(), None)
}

/// A list with an item for each of `lines`, and a last one that says how much is left out.
pub(crate) fn bullets(mut lines: Vec<Vec<Run>>, more: Option<String>) -> Vec<Element> {
    lines.extend(more.map(|it| vec![Run::Emphasis(vec![Run::Text(it)])]));
    if lines.is_empty() {
        return Vec::new();
    }
    let items = lines.into_iter().map(|it| vec![Block::Paragraph(it)]);
    let list = Block::List {
        ordered: false,
        items: items.collect(),
    };
    vec![Element::Text { blocks: vec![list] }]
}

/// A paragraph.
pub(crate) fn paragraph(runs: Vec<Run>) -> Element {
    Element::Text {
        blocks: vec![Block::Paragraph(runs)],
    }
}

/// What only the page of the use case has room for.
pub(super) fn elsewhere(decided: &Decided<'_>) -> Element {
    let text = decided.sentences.text("print.on-page", &Slots::new());
    paragraph(vec![Run::Emphasis(vec![Run::Text(text)])])
}

/// How sure it is, without the places of which the shares show the first; of each component below its title.
pub(super) fn sure(decided: &Decided<'_>) -> Vec<Element> {
    let mut elements = Vec::new();
    decided.each(|part| {
        let all = decided.lines("sure", part.component);
        if let Some(component) = part.component.filter(|_| !all.is_empty()) {
            let title = part.names.component(component).to_owned();
            elements.push(paragraph(vec![Run::Strong(vec![Run::Text(title)])]));
        }
        let told = all.iter().filter(|it| it.sentence != "sure.option");
        let told: Vec<_> = told.map(|it| it.runs.clone()).collect();
        let more = decided.more(all.len() - told.len());
        elements.extend(bullets(told, more));
    });
    elements
}
