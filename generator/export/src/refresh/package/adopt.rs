//! Making a table that somebody drew one of ours.

use std::fmt;
use std::io::{Read, Seek};

use document::Table;
use ooxml::{Package, Presentation, Slide};

use super::grid::grid;
use super::place::Place;
use crate::refresh::mark::{Described, Mark};
use crate::refresh::words::visible;
use crate::refresh::{Grid, Kept, Lock, Merge, Shape, ShapeName, Side, Take, merge, with_hints};

/// A table that is ours from now on.
#[derive(Clone, Debug)]
pub struct Adopted {
    /// Where it stands.
    pub place: Place,
    /// The name that its shape had.
    pub was: String,
    /// The name that it has.
    pub name: String,
    /// How it differs from the data.
    pub merge: Merge,
    /// What the lock has to keep from now on.
    pub lock: Lock,
}

/// Why a table cannot be adopted. As text, what is wrong and what to do.
#[derive(Debug)]
pub enum AdoptError {
    /// The deck cannot be read or changed.
    Deck(ooxml::Error),
    /// It has no slide of this number: the number, and how many it has.
    NoSlide(usize, usize),
    /// The slide has no table.
    NoTable(Place),
    /// The slide has no table of which the shape has this name: the names that there are.
    NoShape(Place, Vec<String>),
    /// Several tables could be meant: the names of their shapes.
    Several(Place, Vec<String>),
    /// It is ours already: the slide and the name.
    Ours(Place, String),
    /// Its rows and columns are not those of the table: what is at odds.
    Unlike(Place, Vec<String>),
}

/// Names a table of slide `number`, from 1, and remembers what it shows.
///
/// Rows and columns are recognized by their texts. A cell that says what the data says is taken for written; on one that says
/// something else nobody has agreed, so that the next refresh asks. What the deck has not is taken for left out on purpose.
///
/// # Errors
/// [`AdoptError`]; nothing is changed.
pub fn adopt(
    package: &mut Package<impl Read + Seek>,
    number: usize,
    shape: Option<&str>,
    table: &Table,
    lock: &Lock,
) -> Result<Adopted, AdoptError> {
    let presentation = Presentation::read(package)?;
    let n_slides = presentation.slides.len();
    let entry = number
        .checked_sub(1)
        .and_then(|it| presentation.slides.get(it));
    let entry = entry.ok_or(AdoptError::NoSlide(number, n_slides))?;
    let slide = Slide::read(package, &entry.part)?;
    let place = Place {
        slide: number,
        id: entry.id,
        title: slide.title.clone(),
        hidden: slide.hidden,
        part: entry.part.clone(),
    };
    let found = find(&slide, shape, &place)?;
    let name = ShapeName {
        table: table.id.clone(),
        piece: None,
    };
    if ShapeName::parse(&found.name).is_some() {
        return Err(AdoptError::Ours(place, found.name.clone()));
    }
    let deck = grid(found);
    let whole = Grid::whole(table);
    let merged = merge(None, &deck, &whole, &Take::all(Side::Deck));
    let Some(base) = merged.base.as_ref() else {
        let words = merged.words();
        return Err(AdoptError::Unlike(place, words));
    };
    let base = agreed(base, &merged);
    let merged = merge(Some(&base), &deck, &whole, &Take::default());
    let mut edit = found.edit();
    edit.set_name(&name.to_string());
    if merged.conflicts.is_empty() {
        let description = found.description.as_deref().unwrap_or_default();
        let mark = Mark::of(table, &deck, &whole);
        let what = Described {
            title: &table.title,
            now: &deck,
            was: &deck,
        };
        edit.set_description(&mark.put(description, &what));
    }
    let edited = edit.apply(&slide.text)?;
    package.replace(&entry.part, slide.text.encode(&edited.slide))?;
    let mut lock = lock.clone();
    lock.put(Shape {
        name: name.to_string(),
        slide: Some(entry.id),
        shape: Some(found.shape_id),
        table: table.id.clone(),
        selection: table.selection.clone(),
        revision: table.revision.clone(),
        grid: with_hints(&base, &deck),
    });
    Ok(Adopted {
        place,
        was: found.name.clone(),
        name: name.to_string(),
        merge: merged,
        lock,
    })
}

/// The table that is meant.
fn find<'s>(
    slide: &'s Slide,
    shape: Option<&str>,
    place: &Place,
) -> Result<&'s ooxml::Table, AdoptError> {
    let names = || slide.tables.iter().map(|it| it.name.clone()).collect();
    let meant = |it: &&ooxml::Table| shape.is_none_or(|name| it.name == name);
    let mut found = slide.tables.iter().filter(meant);
    match (found.next(), found.next()) {
        (Some(it), None) => Ok(it),
        (Some(_), Some(_)) => Err(AdoptError::Several(place.clone(), names())),
        (None, _) if slide.tables.is_empty() => Err(AdoptError::NoTable(place.clone())),
        (None, _) => Err(AdoptError::NoShape(place.clone(), names())),
    }
}

/// What the lock keeps: nothing for the cells in which the deck says something else.
fn agreed(base: &Grid, merged: &Merge) -> Grid {
    let mut out = base.clone();
    for it in &merged.kept {
        let Kept::Cell { place, .. } = it else {
            continue;
        };
        let row = place.row.id.as_deref().and_then(|it| out.row(it));
        let column = place.column.id.as_deref().and_then(|it| out.column(it));
        if let (Some(row), Some(column)) = (row, column) {
            out.rows[row].cells[column] = None;
        }
    }
    out
}

impl From<ooxml::Error> for AdoptError {
    fn from(it: ooxml::Error) -> Self {
        Self::Deck(it)
    }
}

impl std::error::Error for AdoptError {}

impl fmt::Display for AdoptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Deck(it) => it.fmt(f),
            Self::NoSlide(number, n_slides) => {
                write!(f, "there is no slide {number}: the deck has {n_slides}")
            }
            Self::NoTable(place) => write!(
                f,
                "{place} has no table: a picture of one cannot be adopted, nor a table that is a linked object"
            ),
            Self::NoShape(place, names) => {
                write!(
                    f,
                    "{place} has no such table: choose from {}",
                    listed(names)
                )
            }
            Self::Several(place, names) => write!(
                f,
                "{place} has several tables: say which with `--shape`: {}",
                listed(names)
            ),
            Self::Ours(place, name) => write!(
                f,
                "the table on {place} is adopted already, as `{}`: give its shape another name first",
                visible(name)
            ),
            Self::Unlike(place, words) => {
                write!(f, "the table on {place} is another one: ")?;
                f.write_str(&words.join("; "))
            }
        }
    }
}

fn listed(names: &[String]) -> String {
    let names = names.iter().map(|it| format!("`{}`", visible(it)));
    names.collect::<Vec<_>>().join(", ")
}
