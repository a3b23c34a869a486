//! Slides: reading one, adding new ones, taking all out.

mod add;
mod insert;
mod list;
mod notes;
mod notes_master;
mod remove;
mod shape;

use std::io::{Read, Seek};

pub use add::{NewSlide, add};
pub use insert::insert_table;
pub use remove::remove_all;
pub use shape::{Placeholder, Shape, TextShape};

use crate::package::Package;
use crate::table::Table;
use crate::xml::{DRAWING, PRESENTATION, Text, child, is};
use crate::{Error, Result};

/// A slide that was read.
#[derive(Clone, Debug)]
pub struct Slide {
    /// Its text, which [`crate::TableEdit::apply`] changes.
    pub text: Text,
    /// Its title, if it has one: lines are joined by spaces.
    pub title: Option<String>,
    /// Whether it is left out when the slides are shown.
    pub hidden: bool,
    /// Its layout.
    pub layout: String,
    /// Its tables.
    pub tables: Vec<Table>,
}

impl Slide {
    /// Reads a slide.
    ///
    /// # Errors
    /// It is missing, no slide, or breaks a limit.
    pub fn read(package: &mut Package<impl Read + Seek>, part: &str) -> Result<Self> {
        let relationships = package.relationships(part)?;
        let layout = relationships.first("slideLayout")?;
        let layout = layout.ok_or_else(|| Error::NoRelationship(part.to_owned(), "layout"))?;
        let text = package.text(part)?;
        let document = text.parse()?;
        let root = document.root_element();
        if !is(root, PRESENTATION, "sld") {
            return Err(Error::Lacks(part.to_owned(), "p:sld"));
        }
        Ok(Self {
            title: title(root),
            hidden: matches!(root.attribute("show"), Some("0" | "false")),
            layout,
            tables: Table::all(&text)?,
            text: text.clone(),
        })
    }
}

/// The text of the placeholder of the title.
fn title(root: roxmltree::Node) -> Option<String> {
    let of_title = |it: &roxmltree::Node| {
        is(*it, PRESENTATION, "ph") && matches!(it.attribute("type"), Some("title" | "ctrTitle"))
    };
    let placeholder = root.descendants().find(of_title)?;
    let body = child(placeholder.ancestors().nth(3)?, PRESENTATION, "txBody")?;
    let pieces = body.descendants().filter_map(|it| match it {
        _ if is(it, DRAWING, "t") => Some(it.text().unwrap_or_default()),
        _ if is(it, DRAWING, "br") || is(it, DRAWING, "p") => Some(" "),
        _ => None,
    });
    let text: String = pieces.collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}
