//! Slides: reading one, adding new ones, taking all out.

mod add;
mod continued;
mod insert;
mod list;
mod notes;
mod notes_master;
mod part;
mod placeholder;
mod remove;
mod shape;

use std::io::{Read, Seek};

pub use add::{NewSlide, add};
pub use continued::continue_table;
pub use insert::insert_table;
pub use placeholder::{with_footer, with_shape, with_title};
pub use remove::remove_all;
pub use shape::{Placeholder, Shape, TextShape};

use crate::package::Package;
use crate::table::Table;
use crate::xml::{PRESENTATION, Text, is};
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
            title: placeholder::title(root),
            hidden: matches!(root.attribute("show"), Some("0" | "false")),
            layout,
            tables: Table::all(&text)?,
            text: text.clone(),
        })
    }
}
