//! Documents as jobs for printing: which template, which paper, which files.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use document::paper::{Paper, Sheets, sheets};
use include_dir::{Dir, include_dir};
use serde_json::{Value, json};

use super::content::Content;
use crate::press::{Job, Output, Setting};

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates/print");

/// The folder of the templates, below `templates/` of a project.
pub(crate) const FOLDER: &str = "templates/print";

/// The sizes of text that are tried until a decision fits on two pages, in points.
const SIZES: [f64; 4] = [9.6, 9.2, 8.8, 8.4];

/// The built-in templates, each replaced by the author's of the same name, and the author's fonts.
///
/// # Errors
/// When the author's templates cannot be read.
pub(crate) fn setting(root: &Path) -> io::Result<Setting> {
    let mut templates = BTreeMap::new();
    for file in TEMPLATES.files() {
        if let (Some(name), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
            templates.insert(name.to_owned(), text.to_owned());
        }
    }
    let folder = root.join(FOLDER);
    if folder.is_dir() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = path.file_name().map(|it| it.to_string_lossy().into_owned());
            if let Some(name) = name.filter(|it| it.ends_with(".typ")) {
                templates.insert(name, fs::read_to_string(&path)?);
            }
        }
    }
    let fonts = root.join("templates/fonts");
    Ok(Setting {
        templates,
        fonts: fonts.is_dir().then_some(fonts),
    })
}

/// The job that prints `content` on `paper`, and what is to be told of the paper; nothing for what is not printed.
pub(crate) fn page(
    content: &Content,
    paper: Paper,
    name: String,
    path: PathBuf,
) -> Option<(Job, Option<String>)> {
    let outputs = vec![Output {
        format: "pdf",
        path,
    }];
    let mut told = None;
    let (template, data, options) = match content {
        Content::Table(table) => {
            let Sheets {
                paper,
                flipped,
                pieces,
                told: reason,
            } = sheets(table, paper);
            told = reason;
            // Too many options for one sheet are several tables, one after another.
            let mut pieces = pieces.into_iter();
            let first = pieces.next();
            let data = json!({ "table": first, "more": pieces.collect::<Vec<_>>() });
            ("table.typ", data, json!({ "paper": paper, "flipped": flipped }))
        }
        Content::Document(document) => {
            let options = json!({ "paper": paper.name(), "sizes": SIZES, "max-pages": 2 });
            ("brief.typ", json!({ "document": document }), options)
        }
        Content::Whole(document, _) => {
            let options = json!({ "paper": paper.name() });
            ("comparison.typ", json!({ "document": document }), options)
        }
        Content::Slides(_) => return None,

    };
    Some((job(content, template, name, data, options, outputs), told))
}

/// The job that draws the table `content` as pictures of one page.
pub(crate) fn picture(content: &Content, name: String, outputs: Vec<Output>) -> Option<Job> {
    let data = json!({ "table": content.table()? });
    let options = json!({ "paper": "auto", "flipped": false });
    Some(job(content, "table.typ", name, data, options, outputs))
}

fn job(
    content: &Content,
    template: &str,
    name: String,
    mut data: Value,
    mut options: Value,
    outputs: Vec<Output>,
) -> Job {
    let stamp = content.stamp();
    data["stamp"] = stamp.to_string().into();
    data["language"] = "en".into();
    options["standards"] = json!(["ua-1", "a-2a"]);
    Job {
        name,
        template: template.to_owned(),
        ident: format!("tradeoff:{}", stamp.subject),
        data,
        options,
        outputs,
    }
}
