//! The job list: what comes in on standard input.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;
use serde_json::{Map, Value};

/// Documents to typeset, and what they are made of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct JobList {
    /// The texts of the templates by their file names. Each can be imported by the others as `/NAME`.
    pub templates: BTreeMap<String, String>,
    /// A folder of the author's own fonts, besides those that are built in.
    #[serde(default)]
    pub fonts: Option<PathBuf>,
    /// The documents, in the order in which they are done.
    pub jobs: Vec<Job>,
}

/// One document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Job {
    /// What messages call it.
    pub name: String,
    /// The file name of its template.
    pub template: String,
    /// What it shows, such as `table:cost`: the half of a PDF's identifier that stays the same when the content changes.
    pub ident: String,
    /// What the template reads as `/data.json`.
    pub data: Value,
    /// How it is set.
    #[serde(default)]
    pub options: Options,
    /// The files to write.
    pub outputs: Vec<Output>,
}

/// How a document is set. A template reads all of it as `/options.json`, with the size that is tried as `size`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Options {
    /// The standards that a PDF has to meet, such as `ua-1` and `a-2a`.
    #[serde(default)]
    pub standards: Vec<String>,
    /// Sizes of the text in points, the largest in front; none leaves the size to the template.
    #[serde(default)]
    pub sizes: Vec<f64>,
    /// How many pages the document should have at most. If no size achieves that, it has more, and a loss says so.
    #[serde(default)]
    pub max_pages: Option<usize>,
    /// What only the template looks at, such as `paper` and `flipped`.
    #[serde(flatten)]
    pub others: Map<String, Value>,
}

/// One file to write.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Output {
    /// What kind of file it is.
    pub format: Format,
    /// Where it goes. Folders above it are made.
    pub path: PathBuf,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Format {
    /// All pages, tagged.
    Pdf,
    /// One page as outlines.
    Svg,
    /// One page as pixels, two for each point.
    Png,
}
