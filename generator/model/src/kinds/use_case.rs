//! Use cases: a workload, what matters about it, and what its editor expects to come out.

use toml::de::DeValue;

use crate::decode::{At, Decode, Decoder, Free, Item, Keyed, choice, record, table};
use crate::rules::UNKNOWN_REFERENCE;
use crate::{Amount, Date, Dimension, Id, Line, Number, Prose, Quantity, Shape, Space, Title};
use ::source::{Diagnostic, Span};

record! {
    /// A kind of work that somebody has to place.
    pub struct UseCase {
        /// The work.
        required title: Title,
        /// What it is.
        required summary: Prose,
        /// When to choose differently.
        required otherwise: Prose,
        /// The day somebody last thought it through.
        required reviewed: Date,
        /// How much there is of what: a quantity's amount, or `"unstated"`.
        required workload: Keyed<Quantity, Load>,
        /// Why a quantity that asks for it has its value.
        defaulted why: Keyed<Quantity, Line>,
        /// What matters, per dimension: ranks or swings.
        required needs: Keyed<Dimension, Need>,
        /// Ways around limits that are taken or closed here, as `"limit/escape"`.
        defaulted escapes: EscapeStates,
        /// Parts that are decided alone.
        defaulted components: Free<Component>,
        /// What the editor expects.
        required verdict: Expected,
    }
}

table! {
    /// A part of a use case: its workload adds to, its needs replace those of the whole.
    pub struct Component {
        /// The part.
        required title: Title,
        /// What differs in the workload.
        defaulted workload: Keyed<Quantity, Load>,
        /// What matters here, if it is something else.
        defaulted needs: Keyed<Dimension, Need>,
    }
}

table! {
    /// How much a dimension matters, and why.
    pub struct Need {
        /// Its rank, 1 for what matters most; equal ranks are tied.
        optional rank: At<u32>,
        /// Points from 0 to 100 for the step from its worst to its best.
        optional swing: Swing,
        /// Why it matters.
        required why: Line,
    }
}

table! {
    /// What is so about a way around a limit.
    pub struct EscapeState {
        /// Whether it is taken or closed.
        required state: EscapeWord,
        /// Why.
        required because: Line,
    }
}

table! {
    /// The verdict that an editor expects; a computed one that differs is an error.
    pub struct Expected {
        /// An option, a family, or `split`, `depends`, `too-close`, `nothing-fits`.
        required expects: At<Expectation>,
        /// Why.
        required because: Line,
    }
}

choice! {
    /// What is so about a way around a limit.
    pub enum EscapeWord {
        /// It is taken: the limit does not count.
        Taken = "taken",
        /// It is not open here.
        Closed = "closed",
    }
}

/// The amount of a quantity, or that nobody states it.
#[derive(Clone, Debug, PartialEq)]
pub enum Load {
    /// So much.
    Amount(Amount),
    /// It exists, but nobody says how much.
    Unstated,
}

/// Points of a swing: a number or a range, 0 to 100.
#[derive(Clone, Debug, PartialEq)]
pub struct Swing(pub Amount);

/// What an editor expects.
#[derive(Clone, Debug, PartialEq)]
pub enum Expectation {
    /// An option or a family.
    Answer(Id),
    /// A word of the verdict.
    Word(ExpectedWord),
}

choice! {
    /// Words of a verdict that name no option.
    pub enum ExpectedWord {
        /// Parts go to different options.
        Split = "split",
        /// One input decides.
        Depends = "depends",
        /// Nobody leads.
        TooClose = "too-close",
        /// Every option is ruled out.
        NothingFits = "nothing-fits",
    }
}

/// The states of escapes, keyed by `limit/escape`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EscapeStates {
    entries: Vec<(Id, Span, EscapeState)>,
}

impl EscapeStates {
    /// All of them: `limit/escape`, its place, and the state.
    pub fn iter(&self) -> impl Iterator<Item = (&Id, Span, &EscapeState)> {
        self.entries
            .iter()
            .map(|(id, span, state)| (id, *span, state))
    }
}

impl Decode for EscapeStates {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let DeValue::Table(table) = item.get_ref() else {
            return cx.wrong_type(item, "a table");
        };
        let mut entries = Vec::new();
        let mut sound = true;
        for (name, item) in table {
            let (id, span) = (Id::new(name.get_ref()), cx.span(name.span()));
            if !id.contains('/') {
                let found = Diagnostic::error(
                    UNKNOWN_REFERENCE,
                    span,
                    format!("`{id}` does not say which limit it belongs to"),
                );
                cx.report(found.help("write `[escapes.\"<limit>/<escape>\"]`"));
                sound = false;
            } else {
                cx.refer(Space::Escape, &id, span);
            }
            match EscapeState::decode(item, cx) {
                Some(state) => entries.push((id, span, state)),
                None => sound = false,
            }
        }
        sound.then_some(Self { entries })
    }

    fn shape() -> Shape {
        Shape::Keyed(Some(Space::Escape), Box::new(EscapeState::shape()))
    }
}

impl Decode for Load {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        if item.get_ref().as_str() == Some("unstated") {
            return Some(Self::Unstated);
        }
        Amount::decode(item, cx).map(Self::Amount)
    }

    fn shape() -> Shape {
        Shape::Either(vec![Shape::Amount, Shape::Choice(&["unstated"])])
    }
}

impl Swing {
    /// The most likely points, where they are written out: swings are judged, not kept in facts.
    pub fn most_likely(&self) -> Option<f64> {
        let (low, mode, high) = match &self.0 {
            Amount::Single(number) => (number, None, number),
            Amount::Range {
                low, mode, high, ..
            } => (low, mode.as_ref(), high),
        };
        match (mode, low, high) {
            (Some(Number::Bare(mode, _)), ..) => Some(*mode),
            (None, Number::Bare(low, _), Number::Bare(high, _)) => Some(f64::midpoint(*low, *high)),
            _ => None,
        }
    }
}

impl Decode for Swing {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        Amount::decode(item, cx).map(Self)
    }

    fn shape() -> Shape {
        Shape::Amount
    }
}

impl Decode for Expectation {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let Some(word) = item.get_ref().as_str() else {
            return cx.wrong_type(item, "an option, a family or a word of the verdict");
        };
        if let Some(word) = ExpectedWord::from_word(word) {
            return Some(Self::Word(word));
        }
        let (id, span) = (Id::new(word), cx.span(item.span()));
        cx.refer(Space::Answer, &id, span);
        Some(Self::Answer(id))
    }

    fn shape() -> Shape {
        Shape::Either(vec![
            Shape::Id(Space::Answer),
            Shape::Choice(ExpectedWord::WORDS),
        ])
    }
}
