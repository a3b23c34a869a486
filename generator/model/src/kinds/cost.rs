//! Costs: formulas over quantities, facts and other costs.

use crate::decode::{record, table};
use crate::{Date, Formula, Line, Quantity, Ref, Source, Title, Word};

record! {
    /// A formula whose result is an amount of `unit`.
    pub struct Cost {
        /// What is computed.
        required title: Title,
        /// The unit of the result.
        required unit: Word,
        /// The formula.
        required formula: Formula,
        /// What it does not count.
        required left_out as "left-out": Vec<Line>,
        /// Where its form and prices come from.
        required sources: Vec<Ref<Source>>,
        /// The day somebody last checked it.
        required reviewed: Date,
        /// Where it crosses other costs.
        defaulted break_even as "break-even": Vec<BreakEven>,
    }
}

table! {
    /// The search for the point at which two costs are equal.
    pub struct BreakEven {
        /// The other cost.
        required against: Ref<Cost>,
        /// The quantity that is varied.
        required over: Ref<Quantity>,
        /// Where the search begins, in the quantity's unit.
        required from: f64,
        /// Where it ends.
        required to: f64,
        /// Costs printed beside the result.
        defaulted also: Vec<Ref<Cost>>,
    }
}
