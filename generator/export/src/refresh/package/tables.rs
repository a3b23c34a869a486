//! Finding the tables of a deck that are ours.

use std::io::{Read, Seek};

use ooxml::{Error, Package, Presentation, Result, Slide, Table, Text};

use super::grid::grid;
use super::place::Place;
use crate::refresh::name::SIGN;
use crate::refresh::{DeckGrid, ShapeName};

/// A table of which the name says that it is ours.
pub(super) struct Ours {
    pub(super) place: Place,
    /// The layout of its slide.
    pub(super) layout: String,
    /// The name of its shape.
    pub(super) name: String,
    /// What that says; nothing if it cannot be understood.
    pub(super) parsed: Option<ShapeName>,
    /// Which of the slide's tables it is.
    pub(super) at: usize,
    pub(super) table: Table,
    pub(super) grid: DeckGrid,
}

impl Ours {
    /// The table as it stands in `slide`, a later state of its own.
    pub(super) fn table_in(&self, slide: &Text) -> Result<Table> {
        let mut all = Table::all(slide)?;
        if self.at >= all.len() {
            return Err(Error::NoShape(self.name.clone()));
        }
        Ok(all.swap_remove(self.at))
    }
}

/// The names of the shapes of a deck that are ours.
///
/// # Errors
/// The package is no presentation, or a part of it cannot be read.
pub fn names(package: &mut Package<impl Read + Seek>) -> Result<Vec<String>> {
    let presentation = Presentation::read(package)?;
    let ours = of(package, &presentation)?;
    Ok(ours.into_iter().map(|it| it.name).collect())
}

/// The tables that are ours, in the order of the slides, hidden slides too.
pub(super) fn of(
    package: &mut Package<impl Read + Seek>,
    presentation: &Presentation,
) -> Result<Vec<Ours>> {
    let mut out = Vec::new();
    for (at, entry) in presentation.slides.iter().enumerate() {
        let slide = Slide::read(package, &entry.part)?;
        let place = Place {
            slide: at + 1,
            id: entry.id,
            title: slide.title,
            hidden: slide.hidden,
            part: entry.part.clone(),
        };
        for (at, table) in slide.tables.into_iter().enumerate() {
            if table.name.starts_with(SIGN) {
                out.push(Ours {
                    place: place.clone(),
                    layout: slide.layout.clone(),
                    name: table.name.clone(),
                    parsed: ShapeName::parse(&table.name),
                    at,
                    grid: grid(&table),
                    table,
                });
            }
        }
    }
    Ok(out)
}
