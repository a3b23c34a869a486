//! A single table as a deck, for those who asked for no other slides.

use model::Model;
use verdict::{Scores, Verdicts};

use super::making::Making;
use super::{Frame, Slides};
use crate::sentence::Sentences;
use crate::{Subject, Table};

/// The slides of `table`, which may be a part of one, fitted to `frame`: its title, its pieces and its sources.
pub fn of_table(
    table: Table,
    model: &Model,
    scores: &Scores,
    verdicts: &Verdicts,
    sentences: &Sentences,
    frame: &Frame,
) -> Slides {
    let mut making = Making::new(model, scores, verdicts, sentences, *frame);
    let subject = Subject::Table(table.id.clone());
    let (title, as_of) = (table.title.clone(), table.as_of.clone());
    let slides = making.of_table(table);
    making.closed(subject, title, slides, as_of)
}
