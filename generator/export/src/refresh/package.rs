//! Refreshing the tables of a deck that is open as a package: read, merged, and spliced back.
//!
//! Start reading at [`refresh`]; [`adopt`] makes a table that somebody drew one of ours. Everything happens in the package in
//! memory: whoever opened it saves it, or does not.

mod adopt;
mod base;
mod grid;
mod looks;
mod mark;
mod options;
mod pieces;
mod place;
mod report;
mod room;
mod tables;
mod widths;
mod write;

use std::io::{Read, Seek};

use document::{Selection, Table};
use ooxml::{Package, Presentation, Result};

pub use adopt::{AdoptError, Adopted, adopt};
pub use options::Options;
pub use place::Place;
pub use report::{Growth, Outcome, Refreshed, Shown, State};
pub use tables::names;

use super::{Lock, Merge, Shape, ShapeName, merge, with_hints};
use base::Known;
use room::Room;
use tables::Ours;

/// What the data says of a table, by its id and the part of it that is wanted; nothing if there is no such table.
pub type Data<'a> = &'a dyn Fn(&str, &Selection) -> Option<Table>;

/// Brings all tables of a deck up to date, each copy and each piece on its own.
///
/// A table is known by the name of its shape alone. What was written last is told by `lock`; without an entry there, the mark
/// in the description of the shape tells whether the data is what it was, and else nobody knows. A table that cannot be
/// written as merged stays as it is. Only slides of which a table changes are changed, and of these only what has to be.
///
/// # Errors
/// The package is no presentation, or a part of it cannot be read.
pub fn refresh(
    package: &mut Package<impl Read + Seek>,
    lock: &Lock,
    data: Data,
    options: &Options,
) -> Result<Refreshed> {
    let presentation = Presentation::read(package)?;
    let ours = tables::of(package, &presentation)?;
    let room = Room::of(&presentation);
    let known = Known::of(lock, &ours);
    let mut out = Refreshed {
        lock: lock.clone(),
        ..Refreshed::default()
    };
    for it in &ours {
        let (outcome, shape) = match it.parsed.as_ref() {
            Some(name) => one(package, it, name, &known, data, options, &room)?,
            None => (Outcome::Unnamed, None),
        };
        if let Some(shape) = shape {
            out.lock.put(shape);
        }
        out.tables.push(Shown {
            place: it.place.clone(),
            shape: it.name.clone(),
            table: it.parsed.as_ref().map(|it| it.table.clone()),
            outcome,
        });
    }
    out.deleted = known.forget_deleted(&mut out.lock, &ours);
    Ok(out)
}

/// Refreshes one table, and returns what the lock has to keep of it.
fn one(
    package: &mut Package<impl Read + Seek>,
    ours: &Ours,
    name: &ShapeName,
    known: &Known,
    data: Data,
    options: &Options,
    room: &Room,
) -> Result<(Outcome, Option<Shape>)> {
    let entry = known.entry(ours);
    let mark = mark::find(ours.table.description.as_deref().unwrap_or_default());
    let mark = mark.filter(|it| it.table == name.table);
    let selection = match (entry, &mark) {
        (Some(it), _) => it.selection.clone(),
        (None, Some(it)) => it.selection.clone(),
        (None, None) => Selection::default(),
    };
    let Some(table) = data(&name.table, &selection) else {
        return Ok((Outcome::NoTable, None));
    };
    let wanted = known.wanted(ours, name, &table);
    let is_as_written = mark.is_some_and(|it| it.hash == table.content_hash());
    let base = entry
        .map(|it| &it.grid)
        .or(is_as_written.then_some(&wanted));
    let merged = merge(base, &ours.grid, &wanted, options.take);
    let written = match write::write(package, ours, &merged, &table, options, room)? {
        Ok(written) => written,
        Err(why) => return Ok((Outcome::Refused { why }, None)),
    };
    let shape = shape(ours, &table, entry, &merged, &written);
    let outcome = Outcome::Merged {
        merge: Box::new(merged),
        mixed: written.mixed,
        growth: written.growth,
        shrunk_to_pt: written.shrunk_to_pt,
    };
    Ok((outcome, shape))
}

/// What the lock keeps of a table; where the texts are what they were, their revision stays.
fn shape(
    ours: &Ours,
    table: &Table,
    entry: Option<&Shape>,
    merged: &Merge,
    written: &write::Written,
) -> Option<Shape> {
    let grid = with_hints(merged.base.as_ref()?, &written.grid);
    let same = entry.filter(|it| it.grid == grid && it.selection == table.selection);
    Some(Shape {
        name: ours.name.clone(),
        slide: Some(ours.place.id),
        shape: Some(ours.table.shape_id),
        table: table.id.clone(),
        revision: same.map_or_else(|| table.revision.clone(), |it| it.revision.clone()),
        selection: table.selection.clone(),
        grid,
    })
}
