//! Refreshing the tables of a deck that is open as a package: read, merged, and spliced back.
//!
//! Start reading at [`refresh`]; [`adopt`] makes a table that somebody drew one of ours. Everything happens in the package in
//! memory: whoever opened it saves it, or does not.

mod adopt;
pub(crate) mod agenda;
mod bands;
mod base;
mod cuts;
mod footer;
mod grid;
mod links;
mod looks;
mod options;
mod pieces;
mod place;
mod report;
mod room;
mod shares;
mod split;
mod tables;
mod titles;
mod widths;
mod write;
mod written;

use std::io::{Read, Seek};

use document::{Selection, Table};
use ooxml::{Package, Presentation, Result};

pub use adopt::{AdoptError, Adopted, adopt};
pub use options::Options;
pub use place::Place;
pub use report::{Growth, Outcome, Refreshed, Shown, State};
pub use tables::names;

use super::mark::Mark;
use super::untouched::untouched;
use super::{DeckGrid, Grid, Lock, Merge, Shape, ShapeName, merge, with_hints};
use base::Known;
use footer::Footer;
use room::Room;
use split::Long;
use tables::Ours;
use written::Written;

/// What the data says of a table, by its id and the part of it that is wanted; nothing if there is no such table.
pub type Data<'a> = &'a dyn Fn(&str, &Selection) -> Option<Table>;

/// Brings all tables of a deck up to date, each copy and each piece on its own.
///
/// A table is known by the name of its shape alone. What was written last is told by `lock`; without an entry there, the mark
/// in the description of the shape tells whether the deck or the data is what it was, and else nobody knows. A table that
/// cannot be written as merged stays as it is. Only slides of which a table changes are changed, and of these only what has to be.
///
/// # Errors
/// The package is no presentation, or a part of it cannot be read.
pub fn refresh(
    package: &mut Package<impl Read + Seek>,
    lock: &Lock,
    data: Data,
    options: &Options,
) -> Result<Refreshed> {
    let mut presentation = Presentation::read(package)?;
    let ours = tables::of(package, &presentation)?;
    let room = Room::of(&presentation);
    let known = Known::of(lock, &ours);
    let mut out = Refreshed {
        lock: lock.clone(),
        ..Refreshed::default()
    };
    let mut long = Vec::new();
    for (at, it) in ours.iter().enumerate() {
        let (outcome, shape) = match it.parsed.as_ref() {
            Some(name) => {
                let one = one(package, it, name, &known, data, options, &room)?;
                long.extend(one.long.map(|(table, wanted)| Long { at, table, wanted }));
                (one.outcome, one.shape)
            }
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
    let sentences = options.sentences;
    split::split(
        package,
        &mut presentation,
        &ours,
        &long,
        &room,
        sentences,
        &mut out,
    )?;
    Ok(out)
}

/// Why a table of which somebody has to decide something does not go on to new slides.
const OPEN: &str = "conflicts are left, settle them first";

/// What became of one table.
struct One {
    outcome: Outcome,
    /// What the lock has to keep of it.
    shape: Option<Shape>,
    /// The data, and what it wants here, if the table has to go on to new slides.
    long: Option<(Table, Grid)>,
}

impl From<Outcome> for One {
    fn from(outcome: Outcome) -> Self {
        Self {
            outcome,
            shape: None,
            long: None,
        }
    }
}

/// Refreshes one table.
fn one(
    package: &mut Package<impl Read + Seek>,
    ours: &Ours,
    name: &ShapeName,
    known: &Known,
    data: Data,
    options: &Options,
    room: &Room,
) -> Result<One> {
    let entry = known.entry(ours);
    let mark = Mark::find(ours.table.description.as_deref().unwrap_or_default());
    let mark = mark.filter(|it| it.table == name.table);
    let selection = match (entry, &mark) {
        (Some(it), _) => it.selection.clone(),
        (None, Some(it)) => it.selection.clone(),
        (None, None) => Selection::default(),
    };
    let Some(table) = data(&name.table, &selection) else {
        return Ok(Outcome::NoTable.into());
    };
    let wanted = known.wanted(ours, name, &table);
    let marked = mark.and_then(|it| match it.is_untouched(&ours.grid) {
        true => untouched(&ours.grid, &wanted),
        false => (it.hash == table.content_hash()).then(|| wanted.clone()),
    });
    let base = entry.map(|it| &it.grid).or(marked.as_ref());
    let merged = merge(base, &ours.grid, &wanted, options.take);
    let data = write::Source {
        table: &table,
        wanted: &wanted,
    };
    let written = match write::write(package, ours, &merged, data, options, room)? {
        Ok(written) => written,
        Err(why) => return Ok(Outcome::Refused { why }.into()),
    };
    let shape = shape(ours, &table, entry, &merged, &written);
    let has_rows = |it: &DeckGrid| it.rows.len() > 1;
    let is_long = options.split && written.growth.is_some_and(|it| it.below_pt > 0);
    let is_open = !merged.conflicts.is_empty();
    let outcome = Outcome::Merged {
        merge: Box::new(merged),
        mixed: written.mixed,
        growth: written.growth,
        footer_by_hand: written.footer == Footer::ByHand,
        shrunk_to_pt: written.shrunk_to_pt,
        new_slides: 0,
        unsplit: (is_long && is_open).then(|| OPEN.to_owned()),
        emptied: has_rows(&ours.grid) && !has_rows(&written.grid),
    };
    Ok(One {
        outcome,
        shape,
        long: (is_long && !is_open).then_some((table, wanted)),
    })
}

/// What the lock keeps of a table; where the texts are what they were, their revision stays.
fn shape(
    ours: &Ours,
    table: &Table,
    entry: Option<&Shape>,
    merged: &Merge,
    written: &Written,
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
