//! Documents as jobs for printing: which template, which paper, which files.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use document::paper::{Paper, Sheets, sheets};
use document::{Document, Table};
use include_dir::{Dir, include_dir};
use serde::Serialize;
use serde_json::{Value, json};

use super::content::Content;
use crate::press::{Job, Output, Setting};

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates/print");

/// The folder of the templates, below `templates/` of a project.
pub(crate) const FOLDER: &str = "templates/print";

/// The sizes of text that are tried until a decision fits on two pages, in points.
const SIZES: [f64; 4] = [9.2, 8.6, 8.0, 7.4];

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
    let laid;
    let (template, data, options) = match content {
        Content::Table(table) => {
            laid = sheets(table, paper);
            let Sheets {
                paper,
                flipped,
                pieces,
                told: reason,
            } = &laid;
            told.clone_from(reason);
            // Too many options for one sheet are several tables, one after another.
            let (first, more) = pieces.split_first()?;
            let data = Data {
                table: Some(first),
                more,
                ..Data::of(content)
            };
            let options = json!({ "paper": paper, "flipped": flipped });
            ("table.typ", data, options)
        }
        Content::Document(document) => {
            let options = json!({ "paper": paper.name(), "sizes": SIZES, "max-pages": 2 });
            ("brief.typ", Data::with(content, document), options)
        }
        Content::Whole(document, _) => {
            let options = json!({ "paper": paper.name() });
            ("comparison.typ", Data::with(content, document), options)
        }
        Content::Slides(_) => return None,
    };
    Some((job(content, template, name, &data, options, outputs)?, told))
}

/// The job that draws the table `content` as pictures of one page.
pub(crate) fn picture(content: &Content, name: String, outputs: Vec<Output>) -> Option<Job> {
    let data = Data {
        table: Some(content.table()?),
        ..Data::of(content)
    };
    let options = json!({ "paper": "auto", "flipped": false });
    job(content, "table.typ", name, &data, options, outputs)
}

/// What a template reads, besides the options.
#[derive(Serialize)]
struct Data<'a> {
    stamp: String,
    language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<&'a Table>,
    more: &'a [Table],
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<&'a Document>,
}

impl<'a> Data<'a> {
    fn of(content: &Content) -> Self {
        Self {
            stamp: content.stamp().to_string(),
            language: "en",
            table: None,
            more: &[],
            document: None,
        }
    }

    fn with(content: &Content, document: &'a Document) -> Self {
        Self {
            document: Some(document),
            ..Self::of(content)
        }
    }
}

fn job(
    content: &Content,
    template: &str,
    name: String,
    data: &Data<'_>,
    mut options: Value,
    outputs: Vec<Output>,
) -> Option<Job> {
    options["standards"] = json!(["ua-1", "a-2a"]);
    Some(Job {
        name,
        template: template.to_owned(),
        ident: format!("tradeoff:{}", content.stamp().subject),
        // Nothing in it can fail to be JSON.
        data: serde_json::to_string(data).ok()?,
        options,
        outputs,
    })
}
