//! Dimensions: a question, the scale of its answers, and one cell per option.

use crate::Shape;
use crate::decode::{At, Keyed, choice, record, table};
use crate::decode::{Decode, Decoder, Item};
use crate::{Alternative, Amount, Cost, Date, Id, Line, Prose, Ref, Source, Space, Word};
use ::source::Span;

record! {
    /// A question that every option answers.
    pub struct Dimension {
        /// Its name.
        required name: Word,
        /// The group of rows it belongs to.
        required group: GroupRef,
        /// The question.
        required question: Line,
        /// What is measured, and why the points of the scale stand where they stand.
        required prose: Prose,
        /// What answers are worth; without it the row is never scored.
        optional scale: Scale,
        /// One cell per option, sorted by id.
        required cells: Keyed<Alternative, Cell>,
    }
}

table! {
    /// What an answer is worth, from 0 (worst) to 1 (best). Fixed for all pages, never fitted to the options shown.
    pub struct Scale {
        /// The unit of the amounts, with `points`.
        optional unit: Word,
        /// Pairs of amount and worth, amounts rising; between them the line is straight.
        optional points: At<Vec<Vec<f64>>>,
        /// Named answers, worst first.
        optional levels: At<Vec<Word>>,
        /// What the levels are worth, if not evenly spaced.
        optional values: At<Vec<f64>>,
        /// What "not applicable" is worth, if a cell may say so.
        optional not_applicable as "not-applicable": f64,
    }
}

table! {
    /// The answer of one option.
    pub struct Cell {
        /// What a table shows, at most 60 characters.
        optional value: Line,
        /// The answer on the scale.
        optional amount: Amount,
        /// The answer as one of the scale's levels.
        optional level: Word,
        /// The cost that is computed for each use case.
        optional cost: Ref<Cost>,
        /// Why there is no answer.
        optional status: CellStatus,
        /// How the answer is known.
        optional basis: Basis,
        /// The reason, where there is no source.
        optional because: Line,
        /// The answer at length.
        optional prose: Prose,
        /// What supports it.
        defaulted sources: Vec<Ref<Source>>,
        /// The day somebody last compared it with its sources.
        required reviewed: Date,
    }
}

choice! {
    /// Why a cell has no answer.
    pub enum CellStatus {
        /// Nobody knows: counted as anything from worst to best.
        Unknown = "unknown",
        /// The question makes no sense for this option.
        NotApplicable = "not-applicable",
    }
}

choice! {
    /// How an answer is known, best first.
    pub enum Basis {
        /// Somebody measured it.
        Measured = "measured",
        /// The maker says so in a document.
        Documented = "documented",
        /// Somebody reports it.
        Reported = "reported",
        /// The editors judge it so.
        Judged = "judged",
        /// It follows from a formula.
        Computed = "computed",
    }
}

/// The id of a group of the manifest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupRef {
    /// The id.
    pub id: Id,
    /// Where it stands.
    pub span: Span,
}

impl Decode for GroupRef {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let Some(id) = item.get_ref().as_str() else {
            return cx.wrong_type(item, "the id of a group");
        };
        let (id, span) = (Id::new(id), cx.span(item.span()));
        cx.refer(Space::Group, &id, span);
        Some(Self { id, span })
    }

    fn shape() -> Shape {
        Shape::Id(Space::Group)
    }
}
