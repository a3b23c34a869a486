//! Runs and blocks of text with every fact written out and every citation numbered.

use model::Target;
use serde::Serialize;

/// A piece of text within a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Run {
    /// Plain text.
    Text(String),
    /// Code, verbatim.
    Code(String),
    /// Emphasis.
    Emphasis(Vec<Run>),
    /// Strong emphasis.
    Strong(Vec<Run>),
    /// A link.
    Link(Target, Vec<Run>),
    /// A fact: its id, and its value as it is printed.
    Fact(String, String),
    /// The number of a source note.
    Cite(usize),
}

/// A block of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A list; each item holds blocks.
    List {
        /// Whether the items are numbered.
        ordered: bool,
        /// The items.
        items: Vec<Vec<Block>>,
    },
}

/// The text of runs without form, links and citations.
pub fn plain(runs: &[Run]) -> String {
    let mut out = String::new();
    append(runs, &mut out);
    out
}

fn append(runs: &[Run], out: &mut String) {
    for run in runs {
        match run {
            Run::Text(text) | Run::Code(text) | Run::Fact(_, text) => out.push_str(text),
            Run::Emphasis(inner) | Run::Strong(inner) | Run::Link(_, inner) => append(inner, out),
            Run::Cite(_) => {}
        }
    }
}

impl Serialize for Run {
    /// `{"text": …}`, `{"code": …}`, `{"emphasis": […]}`, `{"strong": […]}`, `{"link": "kind:id" | address, "runs": […]}`,
    /// `{"fact": id, "text": …}` or `{"cite": number}`.
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = out.serialize_map(None)?;
        match self {
            Self::Text(text) => map.serialize_entry("text", text)?,
            Self::Code(text) => map.serialize_entry("code", text)?,
            Self::Emphasis(runs) => map.serialize_entry("emphasis", runs)?,
            Self::Strong(runs) => map.serialize_entry("strong", runs)?,
            Self::Link(target, runs) => {
                match target {
                    Target::Url(url) => map.serialize_entry("link", url)?,
                    Target::Record(kind, id) => {
                        map.serialize_entry("link", &format!("{}:{id}", kind.link()))?;
                    }
                }
                map.serialize_entry("runs", runs)?;
            }
            Self::Fact(id, text) => {
                map.serialize_entry("fact", id)?;
                map.serialize_entry("text", text)?;
            }
            Self::Cite(number) => map.serialize_entry("cite", number)?,
        }
        map.end()
    }
}
