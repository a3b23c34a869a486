//! Scales: the value function that the scale of a dimension stands for, and what keeps it from being one.

use decide::{ScaleError, ValueFunction};
use model::{At, Scale, Word};
use source::{Diagnostic, Span};

use crate::rules::BAD_SCALE;

/// The value function of `scale`, if it has one. What is wrong with the scale is added to `diagnostics`, except for what
/// loading reports: points beside levels, neither of them, points without a unit.
pub(crate) fn value_function(
    scale: &Scale,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<ValueFunction> {
    let result = match (&scale.points, &scale.levels) {
        (Some(points), None) => from_points(points),
        (None, Some(levels)) => from_levels(levels, scale.values.as_ref()),
        _ => return None,
    };
    diagnostics.extend(strays(scale));
    result.map_err(|found| diagnostics.push(*found)).ok()
}

/// What "not applicable" is worth, if the scale says so and the number can be a value.
pub(crate) fn not_applicable(scale: &Scale) -> Option<f64> {
    scale.not_applicable.filter(|it| is_value(*it))
}

type Built = Result<ValueFunction, Box<Diagnostic>>;

fn from_points(points: &At<Vec<Vec<f64>>>) -> Built {
    let mut pairs = Vec::with_capacity(points.len());
    for (at, point) in points.iter().enumerate() {
        let [amount, value] = point.as_slice() else {
            let title = format!(
                "a point has two numbers, point {} has {}",
                at + 1,
                point.len()
            );
            let help = "write a point as `[amount, value]`";
            return Err(bad(points.span, title, help));
        };
        pairs.push((*amount, *value));
    }
    ValueFunction::from_points(pairs).map_err(|error| unusable(error, "point", points.span))
}

fn from_levels(levels: &At<Vec<Word>>, values: Option<&At<Vec<f64>>>) -> Built {
    for (at, level) in levels.iter().enumerate() {
        if let Some(first) = levels[..at].iter().find(|it| it.text == level.text) {
            let title = format!("the level `{}` stands twice", level.text);
            let found = bad(level.span, title, "delete one, or call them differently");
            return Err(Box::new(found.also(first.span, "here it stands already")));
        }
    }
    let Some(values) = values else {
        let function = ValueFunction::from_levels(levels.len());
        return function.map_err(|error| unusable(error, "level", levels.span));
    };
    if values.len() != levels.len() {
        let (given, needed) = (values.len(), levels.len());
        let title = format!("the values are {given}, the levels {needed}");
        let found = bad(values.span, title, "write one value for each level");
        return Err(Box::new(found.also(levels.span, "these are the levels")));
    }
    if let (Some(worst), Some(best)) = (values.first(), values.last())
        && worst > best
    {
        let title = "the first level is worth more than the last";
        let help = "write levels and values from the worst to the best";
        return Err(bad(values.span, title.into(), help));
    }
    let function = ValueFunction::from_values(values.iter().copied());
    function.map_err(|error| unusable(error, "level", values.span))
}

/// Fields that have no meaning on this scale, or no sense; the rest of the scale may still be sound.
fn strays(scale: &Scale) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if let (Some(values), Some(_)) = (&scale.values, &scale.points) {
        let title = "`values` stand beside points, which have values of their own";
        found.push(*bad(values.span, title.into(), "delete `values`"));
    }
    if let (Some(unit), Some(_)) = (&scale.unit, &scale.levels) {
        let title = "levels have no unit";
        found.push(*bad(unit.span, title.into(), "delete `unit`"));
    }
    if let Some(value) = scale.not_applicable.filter(|it| !is_value(*it)) {
        let span = scale.fields.key("not-applicable");
        let title = format!("\"not applicable\" is worth {value}, outside 0 to 1");
        found.push(*bad(
            span,
            title,
            "write a number from 0 (worst) to 1 (best)",
        ));
    }
    found
}

fn is_value(number: f64) -> bool {
    (0.0..=1.0).contains(&number)
}

/// The finding for a scale that is no value function; `noun` is what its author calls a point.
fn unusable(error: ScaleError, noun: &str, span: Span) -> Box<Diagnostic> {
    let (title, help) = match error {
        ScaleError::TooFewPoints => (
            format!("a scale needs two {noun}s or more"),
            "add what the worst and the best answer are, or delete the scale: the row is then never scored",
        ),
        ScaleError::NotFinite(at) => (
            format!("{noun} {} is too far away to be computed with", at + 1),
            "write amounts that an answer can come to",
        ),
        ScaleError::OutsideUnit(at) => (
            format!("{noun} {} has a value outside 0 to 1", at + 1),
            "write values from 0 (worst) to 1 (best)",
        ),
        ScaleError::NotRising(at) => (
            format!(
                "the amount of {noun} {} is not above the one before",
                at + 1
            ),
            "sort the points by their amounts, each amount once",
        ),
        ScaleError::NotMonotone(at) => (
            format!("the values rise and fall: they turn at {noun} {}", at + 1),
            "let values only rise or only fall; if the middle is best, measure the distance from it",
        ),
        ScaleError::Constant => (
            "every answer has the same value".into(),
            "give the best answer more than the worst, or delete the scale: the row is then never scored",
        ),
    };
    bad(span, title, help)
}

fn bad(span: Span, title: String, help: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(BAD_SCALE, span, title).help(help))
}
