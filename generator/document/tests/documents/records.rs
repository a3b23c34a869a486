//! The records that tests read, and what they ask of documents.

use std::path::Path;

use document::sentence::Sentences;
use document::{Block, Document, Element, Run, Section, plain};
use model::Model;
use source::Sources;
use verdict::{Scores, Verdicts};

/// Records with their marks and verdicts.
pub(crate) struct Records {
    pub(crate) model: Model,
    pub(crate) scores: Scores,
    pub(crate) verdicts: Verdicts,
    pub(crate) sentences: Sentences,
}

/// The knowledge base that ships with the program.
pub(crate) fn shipped() -> Records {
    read("../..", &[])
}

/// The small one of `tests/base/`, after each of `edits`: a file below `data/`, what is replaced in it, and by what.
pub(crate) fn small(edits: &[(&str, &str, &str)]) -> Records {
    read("../../tests/base", edits)
}

fn read(root: &str, edits: &[(&str, &str, &str)]) -> Records {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
    let mut sources = Sources::default();
    let files = source::read_folder(&root, "data", &mut sources)
        .unwrap()
        .files;
    for (path, from, to) in edits {
        let id = sources.find(&format!("data/{path}")).unwrap();
        let text = sources.file(id).text.to_string();
        assert!(text.contains(from), "`{from}` is not in {path}");
        sources.replace(id, &text.replace(from, to));
    }
    let loaded = model::load(&sources, &files);
    assert_eq!(loaded.diagnostics, []);
    let model = loaded.model;
    Records {
        scores: Scores::of(&model).0,
        verdicts: Verdicts::of(&model).0,
        sentences: Sentences::builtin(),
        model,
    }
}

impl Records {
    pub(crate) fn brief(&self, use_case: &str) -> Document {
        let record = self.model.use_cases.get(use_case).unwrap();
        document::brief(record, &self.model, &self.verdicts, &self.sentences).unwrap()
    }

    pub(crate) fn whole(&self) -> Document {
        document::whole(&self.model, &self.scores, &self.verdicts, &self.sentences)
    }
}

/// The section of a document with this id, and of this part.
pub(crate) fn section<'d>(
    document: &'d Document,
    id: &str,
    part: Option<&str>,
) -> Option<&'d Section> {
    let mut sections = document.sections.iter();
    sections.find(|it| it.id == id && it.part.as_deref() == part)
}

/// The lines of the texts of a section: its paragraphs and the items of its lists.
pub(crate) fn lines(section: &Section) -> Vec<String> {
    let mut out = Vec::new();
    for element in &section.elements {
        if let Element::Text { blocks } = element {
            for block in blocks {
                append(block, &mut out);
            }
        }
    }
    out
}

fn append(block: &Block, out: &mut Vec<String>) {
    match block {
        Block::Paragraph(runs) => out.push(plain(runs)),
        Block::List { items, .. } => items.iter().flatten().for_each(|it| append(it, out)),
    }
}

/// How many more the last line says that the book has.
pub(crate) fn more(lines: &[String]) -> usize {
    let last = lines
        .last()
        .and_then(|it| it.strip_suffix(" more on the page of the use case."));
    last.map_or(0, |it| it.parse().unwrap())
}

/// What a table of short texts says, cell by cell.
pub(crate) fn cells(rows: &[Vec<Vec<Run>>]) -> Vec<Vec<String>> {
    let row = |it: &Vec<Vec<Run>>| it.iter().map(|cell| plain(cell)).collect();
    rows.iter().map(row).collect()
}
