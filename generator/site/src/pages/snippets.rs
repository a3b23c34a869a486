//! The same job in code, side by side.

use std::path::Path;

use model::{Id, Kind, Record, Snippet};
use serde::Serialize;

use super::symbol::Symbol;
use crate::draft::{Anchor, Draft, anchor_of};
use crate::markup::Html;

#[derive(Debug, Serialize)]
pub(super) struct SnippetList {
    snippets: Vec<SnippetView>,
}

#[derive(Debug, Serialize)]
pub(super) struct SnippetView {
    anchor: String,
    title: Html,
    /// The title without markup, for a heading.
    name: String,
    use_case: Anchor,
    contrast: Html,
    sides: Vec<Side>,
}

/// The files of one option, and what it takes to run them.
#[derive(Debug, Serialize)]
struct Side {
    option: Anchor,
    symbol: Symbol,
    files: Vec<FileView>,
    operate: Vec<Html>,
}

#[derive(Debug, Serialize)]
struct FileView {
    path: String,
    shows: Html,
    /// The highlighted code.
    code: Html,
    lines: usize,
}

pub(super) fn of(draft: &mut Draft<'_>) -> SnippetList {
    let records = draft.know.model.snippets.iter();
    SnippetList {
        snippets: records.map(|it| view(it, draft)).collect(),
    }
}

/// One snippet.
pub(super) fn view(record: &Record<Snippet>, draft: &mut Draft<'_>) -> SnippetView {
    let options = draft.know.in_order(Kind::Alternative);
    let sides = options.iter().filter_map(|it| side(record, it, draft));
    let sides = sides.collect();
    SnippetView {
        anchor: anchor_of(Kind::Snippet, &record.id),
        title: draft.title(&record.title),
        name: draft.plain(&record.title),
        use_case: draft.anchor(Kind::UseCase, &record.use_case.id),
        contrast: draft.line(&record.contrast),
        sides,
    }
}

fn side(record: &Record<Snippet>, option: &Id, draft: &mut Draft<'_>) -> Option<Side> {
    let model = &draft.know.model;
    let mut files = Vec::new();
    for file in record.files.iter().filter(|it| it.option.id == *option) {
        let path = format!("snippets/{}/{}", record.id, file.path.text);
        let found = model.attachments.iter().find(|(known, _)| *known == path);
        if let Some((_, text)) = found {
            files.push(FileView {
                path: file.path.text.clone(),
                shows: draft.line(&file.shows),
                code: draft.code(&language(&file.path.text), text),
                lines: text.lines().count(),
            });
        }
    }
    let operate = record.operate.get(option);
    let operate = operate.map_or(&[][..], Vec::as_slice);
    (!files.is_empty() || !operate.is_empty()).then(|| Side {
        option: draft.anchor(Kind::Alternative, option),
        symbol: model
            .options
            .get(option)
            .map(Symbol::of)
            .unwrap_or_default(),
        files,
        operate: operate.iter().map(|it| draft.line(it)).collect(),
    })
}

/// The language of a file, from its name: its extension, or the name itself for `Dockerfile` and the like.
fn language(path: &str) -> String {
    let path = Path::new(path);
    let part = path.extension().or(path.file_name());
    part.map(|it| it.to_string_lossy().to_lowercase())
        .unwrap_or_default()
}
