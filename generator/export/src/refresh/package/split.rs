//! A table that is too high for its slide goes on to new ones.

use std::io::{Read, Seek};

use document::Table;
use document::fit::CONTINUED;
use document::sentence::Sentences;
use ooxml::{Error, Package, Presentation, Result, Text, slide};

use super::agenda;
use super::cuts::{Cut, Rows, cut};
use super::grid::grid;
use super::report::{Growth, Outcome, Refreshed};
use super::room::Room;
use super::shares::shares;
use super::tables::Ours;
use super::titles::retitled;
use crate::refresh::found::{Found, find};
use crate::refresh::mark::{Described, Mark};
use crate::refresh::{DeckGrid, Grid, Kind, Lock, Shape, ShapeName, divide, with_hints};

/// What the data says of a table that is to go on, by the place of the table among those of the deck.
pub(super) struct Long {
    pub(super) at: usize,
    pub(super) table: Table,
    /// What it wants in this place.
    pub(super) wanted: Grid,
}

/// Lets each of these tables go on to new slides, and says so in `out`. One that cannot stays as it is.
pub(super) fn split(
    package: &mut Package<impl Read + Seek>,
    presentation: &mut Presentation,
    ours: &[Ours],
    long: &[Long],
    room: &Room,
    sentences: &Sentences,
    out: &mut Refreshed,
) -> Result<()> {
    // Pieces are numbered anew while others still wait.
    let mut names: Vec<_> = ours.iter().map(|it| it.parsed.clone()).collect();
    for it in long {
        let before = (names.clone(), out.lock.clone());
        let mut splitting = Splitting {
            ours,
            names: &mut names,
            it,
            room,
            sentences,
            lock: &mut out.lock,
        };
        let done = match package.attempt(|package| splitting.run(package, presentation)) {
            Err(Error::Io(error)) => return Err(Error::Io(error)),
            Err(error) => {
                (names, out.lock) = before;
                *presentation = Presentation::read(package)?;
                Done::Not(error.to_string())
            }
            Ok(done) => done,
        };
        if let Outcome::Merged {
            growth,
            new_slides,
            unsplit,
            ..
        } = &mut out.tables[it.at].outcome
        {
            match done {
                Done::Split(count, grown) => (*new_slides, *growth) = (count, grown),
                Done::Not(why) => *unsplit = Some(why),
            }
        }
    }
    Ok(())
}

/// Why a table without a row to cut it at stays on its slide.
const WHOLE: &str = "there is no row before which it could be cut";

/// What came of it.
enum Done {
    /// It goes on to so many slides, and a piece still stands out so far.
    Split(usize, Option<Growth>),
    /// It is as it was; why.
    Not(String),
}

struct Splitting<'a> {
    ours: &'a [Ours],
    /// The names that the shapes have by now.
    names: &'a mut [Option<ShapeName>],
    it: &'a Long,
    room: &'a Room,
    sentences: &'a Sentences,
    lock: &'a mut Lock,
}

/// A piece as it is to be written.
struct Piece {
    /// Which of the slide's tables it is.
    at: usize,
    slide: u32,
    name: ShapeName,
}

impl Splitting<'_> {
    fn run(
        &mut self,
        package: &mut Package<impl Read + Seek>,
        presentation: &mut Presentation,
    ) -> Result<Done> {
        let ours = &self.ours[self.it.at];
        let (Some(name), Some(entry)) = (self.names[self.it.at].clone(), self.entry(self.it.at))
        else {
            return Ok(Done::Not(WHOLE.to_owned()));
        };
        let before = package.text(&ours.place.part)?;
        let table = ours.table_in(&before)?;
        let deck = grid(&table);
        let Some(found) = find(Some(&entry.grid), &deck, &entry.grid) else {
            return Ok(Done::Not(WHOLE.to_owned()));
        };
        let rows = rows(&found, self.room.heights(&table));
        let bottom = self.room.bottom(presentation, ours);
        let cuts = cut(&rows, bottom - table.frame.y);
        let n_new = cuts.len().saturating_sub(1);
        if n_new == 0 {
            return Ok(Done::Not(WHOLE.to_owned()));
        }
        if let Some(why) = self.why_not(&name, &rows, &cuts) {
            return Ok(Done::Not(why.to_owned()));
        }
        let grids = shares(&found, &entry.grid, &self.it.wanted, &cuts, rows.n_header);
        let parts = slide::continue_table(package, presentation, &ours.place.part, &table, n_new)?;
        self.renumber(package, &name, n_new)?;
        agenda::renumber(package, presentation, &ours.place.part, n_new)?;
        let (number, count) = name.piece.unwrap_or((1, 1));
        let all = std::iter::once(&ours.place.part).chain(&parts);
        let wanted = divide(&self.it.wanted, &grids.iter().collect::<Vec<_>>());
        let mut grown = Growth::default();
        for (at, part) in all.enumerate() {
            let entry_of = presentation.slides.iter().find(|it| it.part == *part);
            let piece = Piece {
                at: if at == 0 { ours.at } else { 0 },
                slide: entry_of.map_or(ours.place.id, |it| it.id),
                name: ShapeName {
                    table: name.table.clone(),
                    piece: Some((number + at, count + n_new)),
                },
            };
            let text = package.text(part)?;
            let new = self.piece(
                &text,
                &piece,
                &deck,
                (&cuts[at], rows.n_header),
                &wanted[at],
            )?;
            let new = retitled(
                &new,
                name.piece,
                (number + at, count + n_new),
                self.sentences,
            )?;
            let table = table_of(&new, piece.at)?;
            grown = grown.max_of(self.room.beyond(&table));
            self.lock.put(Shape {
                name: piece.name.to_string(),
                slide: Some(piece.slide),
                shape: Some(table.shape_id),
                grid: with_hints(&grids[at], &grid(&table)),
                ..entry.clone()
            });
            package.replace(part, text.encode(&new))?;
        }
        self.names[self.it.at] = Some(ShapeName {
            piece: Some((number, count + n_new)),
            ..name
        });
        let grown = (grown != Growth::default()).then_some(grown);
        Ok(Done::Split(n_new, grown))
    }

    /// Why a table is better not cut so.
    fn why_not(&self, name: &ShapeName, rows: &Rows, cuts: &[Cut]) -> Option<&'static str> {
        let n_body = rows.heights.len() - rows.n_header;
        if self.has_copies(name, cuts.len() - 1) {
            return Some("it is in the deck several times: delete the copies");
        }
        let is_scattered = cuts.len() > 2 && cuts.len() * 2 > n_body;
        is_scattered.then_some("a slide has room for hardly a row of it: move it up")
    }

    /// What the lock keeps of a table.
    fn entry(&self, at: usize) -> Option<Shape> {
        let (name, slide) = (
            self.names[at].as_ref()?.to_string(),
            Some(self.ours[at].place.id),
        );
        let mut all = self.lock.shapes.iter();
        all.find(|it| it.name == name && it.slide == slide).cloned()
    }

    /// Whether a piece is there twice, or would be: nobody could tell then which pieces belong together.
    fn has_copies(&self, name: &ShapeName, n_new: usize) -> bool {
        let count = |it: Option<(usize, usize)>| it.map_or(1, |it| it.1);
        let of_table = self
            .names
            .iter()
            .flatten()
            .filter(|it| it.table == name.table);
        let mut pieces: Vec<_> = of_table.map(|it| it.piece).collect();
        pieces.sort_unstable();
        let will_be = |it: &Option<(usize, usize)>| count(*it) == count(name.piece) + n_new;
        pieces.iter().any(will_be)
            || pieces
                .windows(2)
                .any(|it| it[0] == it[1] && count(it[0]) == count(name.piece))
    }

    /// Gives the other pieces of a table, of which `n_new` follow `name`, their new numbers: in shapes, titles and lock.
    fn renumber(
        &mut self,
        package: &mut Package<impl Read + Seek>,
        name: &ShapeName,
        n_new: usize,
    ) -> Result<()> {
        let Some((number, count)) = name.piece else {
            self.lock.shapes.retain(|it| it.name != name.to_string());
            return Ok(());
        };
        let new = |it: usize| (if it > number { it + n_new } else { it }, count + n_new);
        for at in 0..self.ours.len() {
            let Some((piece, _)) = self.names[at]
                .as_ref()
                .filter(|it| it.table == name.table)
                .and_then(|it| it.piece.filter(|it| it.1 == count))
            else {
                continue;
            };
            if piece == number {
                continue;
            }
            let renamed = ShapeName {
                table: name.table.clone(),
                piece: Some(new(piece)),
            };
            let ours = &self.ours[at];
            let text = package.text(&ours.place.part)?;
            let table = table_of(&text, ours.at)?;
            let mut edit = table.edit();
            edit.set_name(&renamed.to_string());
            let changed = edit.apply(&text)?.slide;
            let changed = retitled(&changed, Some((piece, count)), new(piece), self.sentences)?;
            package.replace(&ours.place.part, text.encode(&changed))?;
            self.names[at] = Some(renamed);
        }
        // Entries of pieces that a hand deleted too: they tell which rows went with them.
        for shape in std::mem::take(&mut self.lock.shapes) {
            let parsed = ShapeName::parse(&shape.name).filter(|it| it.table == name.table);
            let name = match parsed.and_then(|it| it.piece.filter(|it| it.1 == count)) {
                Some((piece, _)) if piece == number => continue,
                Some((piece, _)) => ShapeName {
                    table: name.table.clone(),
                    piece: Some(new(piece)),
                }
                .to_string(),
                None => shape.name.clone(),
            };
            self.lock.put(Shape { name, ..shape });
        }
        Ok(())
    }

    /// The slide on which of the whole table only a piece is left.
    fn piece(
        &self,
        text: &Text,
        piece: &Piece,
        deck: &DeckGrid,
        (cut, n_header): (&Cut, usize),
        wanted: &Grid,
    ) -> Result<Text> {
        let table = table_of(text, piece.at)?;
        let mut edit = table.edit();
        for row in n_header..table.rows.len() {
            if !cut.rows.contains(&row) && cut.heading != Some(row) {
                edit.remove_row(row);
            }
        }
        if let Some(row) = cut.heading
            && let Some(column) = deck.heading_place(row)
        {
            let text = deck.text(row, column);
            if !text.trim_end().ends_with(CONTINUED.trim_start()) {
                edit.set_cell(row, column, &format!("{}{CONTINUED}", text.trim_end()));
            }
        }
        edit.set_name(&piece.name.to_string());
        let slide = edit.apply(text)?.slide;
        let table = table_of(&slide, piece.at)?;
        let now = grid(&table);
        let mark = Mark::of(&self.it.table, &now, wanted);
        let what = Described {
            title: &self.it.table.title,
            now: &now,
            was: &now,
        };
        let description = table.description.as_deref().unwrap_or_default();
        let mut edit = table.edit();
        edit.set_description(&mark.put(description, &what));
        Ok(edit.apply(&slide)?.slide)
    }
}

/// The table of a slide in this place.
fn table_of(slide: &Text, at: usize) -> Result<ooxml::Table> {
    let mut all = ooxml::Table::all(slide)?;
    match at < all.len() {
        true => Ok(all.swap_remove(at)),
        false => Err(Error::NoShape(String::new())),
    }
}

/// What matters of the rows for cutting.
fn rows(found: &Found, heights: Vec<i64>) -> Rows {
    let n_rows = heights.len();
    let is = |row: usize, kind: Kind| found.rows.at(row).is_some_and(|it| found.kind(it) == kind);
    let header = (0..n_rows).find(|it| is(*it, Kind::Header));
    let joined = |row: usize| {
        found
            .regions
            .iter()
            .any(|it| it.rows.start < row && it.rows.contains(&row))
    };
    Rows {
        heights,
        headings: (0..n_rows).map(|it| is(it, Kind::Heading)).collect(),
        joined: (0..n_rows).map(joined).collect(),
        n_header: header.map_or(0, |it| it + 1),
    }
}
