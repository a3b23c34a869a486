//! What became of the tables of a deck.

use serde::Serialize;

use super::Place;
use crate::refresh::{Lock, Merge, Shape};

/// What became of the tables of a deck.
#[derive(Clone, Debug, Default)]
pub struct Refreshed {
    /// One for each table, in the order of the slides.
    pub tables: Vec<Shown>,
    /// What the lock has to keep from now on.
    pub lock: Lock,
    /// What the lock knew and the deck has no more.
    pub deleted: Vec<Shape>,
}

/// A table of a deck.
#[derive(Clone, Debug, Serialize)]
pub struct Shown {
    /// Where it stands.
    pub place: Place,
    /// The name of its shape.
    pub shape: String,
    /// The id of its table; nothing if the name cannot be understood.
    pub table: Option<String>,
    /// What became of it.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// What became of a table.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Outcome {
    /// It was merged with the data.
    Merged {
        /// What that came to.
        merge: Box<Merge>,
        /// In how many cells several formats became one.
        mixed: usize,
        /// By how much it stands out of its slide, if it does so more than before.
        growth: Option<Growth>,
        /// The size of its text, if it was made smaller.
        shrunk_to_pt: Option<u32>,
        /// Whether the footer of the slide says of which data it is in words of a hand, and so stays.
        footer_by_hand: bool,
        /// How many new slides it goes on to.
        new_slides: usize,
        /// Why it does not go on to new slides, though it should.
        unsplit: Option<String>,
        /// Whether no row is left below its header.
        emptied: bool,
    },
    /// The name of the shape begins like those of ours and says nothing.
    Unnamed,
    /// The data has no such table.
    NoTable,
    /// It cannot be written, and stays as it is.
    Refused {
        /// Why, and what to do.
        why: String,
    },
}

/// How far a table stands out of its slide, in whole points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Growth {
    /// Below the lower edge.
    pub below_pt: i64,
    /// Beyond the right edge.
    pub right_pt: i64,
}

impl Growth {
    /// The further of two on each side.
    pub(super) fn max_of(self, other: Self) -> Self {
        Self {
            below_pt: self.below_pt.max(other.below_pt),
            right_pt: self.right_pt.max(other.right_pt),
        }
    }
}

/// How a table stands to the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It shows what the data says.
    Current,
    /// It shows what the data says, but for what was done by hand.
    ByHand,
    /// The data says something new.
    Stale,
    /// Somebody has to decide or to mend something.
    Conflict,
}

impl Outcome {
    /// How the table stood to the data before anything was written.
    pub fn state(&self) -> State {
        match self {
            Self::Merged { merge, .. } => match &**merge {
                it if !it.conflicts.is_empty() => State::Conflict,
                it if !it.edits.is_empty() => State::Stale,
                it if !it.kept.is_empty() => State::ByHand,
                _ => State::Current,
            },
            Self::Unnamed | Self::NoTable | Self::Refused { .. } => State::Conflict,
        }
    }

    /// Whether something is left to do once it is written.
    pub fn is_undone(&self) -> bool {
        let grew = matches!(
            self,
            Self::Merged {
                growth: Some(_),
                ..
            }
        );
        grew || self.state() == State::Conflict
    }
}
