//! Cells: exactly one answer, of a form that the dimension's scale has a place for.

use source::{Diagnostic, Span};

use super::amount;
use crate::rules::{BAD_CELL, MISSING_FIELD};
use crate::{Basis, Cell, CellStatus, Dimension, Model, Number, Record, Scale, Unit, Word, slip};

pub(super) fn validate(
    dimension: &Record<Dimension>,
    model: &Model,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if let Some(scale) = &dimension.scale {
        form(scale, diagnostics);
    }
    for (option, cell) in dimension.cells.iter() {
        fields(cell, option.span, diagnostics);
        answer(
            cell,
            option.span,
            dimension.scale.as_ref(),
            model,
            diagnostics,
        );
    }
}

/// A scale has points with a unit, or levels.
fn form(scale: &Scale, diagnostics: &mut Vec<Diagnostic>) {
    let at = scale.fields.table;
    match (&scale.points, &scale.levels) {
        (Some(points), Some(levels)) => diagnostics.push(
            Diagnostic::error(
                BAD_CELL,
                levels.span,
                "a scale has points or levels, not both",
            )
            .also(points.span, "these are the points")
            .help("delete one of the two"),
        ),
        (None, None) => diagnostics.push(
            Diagnostic::error(BAD_CELL, at, "a scale needs `points` or `levels`")
                .help("add one, or delete the scale: the row is then never scored"),
        ),
        (Some(points), None) if scale.unit.is_none() => {
            diagnostics.push(
                Diagnostic::error(MISSING_FIELD, points.span, "points need a `unit`")
                    .help("add the unit of the amounts"),
            );
        }
        _ => {}
    }
}

/// Which fields a cell needs follows from how it answers.
fn fields(cell: &Cell, at: Span, diagnostics: &mut Vec<Diagnostic>) {
    let mut missing = |field: &str, why: &str| {
        diagnostics.push(Diagnostic::error(
            MISSING_FIELD,
            at,
            format!("this cell needs `{field}`: {why}"),
        ));
    };
    if cell.status.is_none() {
        if cell.value.is_none() && cell.cost.is_none() {
            missing("value", "it is what a table shows");
        }
        if cell.basis.is_none() {
            missing("basis", "readers want to know how the answer is known");
        }
        if cell.prose.is_none() {
            missing("prose", "it is the answer at length");
        }
    }
    if cell.because.is_none() && (cell.status.is_some() || cell.basis == Some(Basis::Judged)) {
        missing(
            "because",
            "what is judged, unknown or not applicable needs a reason",
        );
    }
    let shown = cell
        .value
        .as_ref()
        .filter(|_| cell.cost.is_some() || cell.status.is_some());
    if let Some(value) = shown {
        let found = Diagnostic::error(
            BAD_CELL,
            value.span,
            "a cell with `cost` or `status` shows no `value`",
        );
        diagnostics.push(found.help("delete `value`"));
    }
}

fn answer(
    cell: &Cell,
    at: Span,
    scale: Option<&Scale>,
    model: &Model,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let given = [
        ("amount", cell.amount.as_ref().map(crate::Amount::span)),
        ("level", cell.level.as_ref().map(|it| it.span)),
        ("cost", cell.cost.as_ref().map(|it| it.span)),
        ("status", cell.status.map(|_| cell.fields.key("status"))),
    ];
    let given: Vec<_> = given
        .into_iter()
        .filter_map(|(name, span)| span.map(|span| (name, span)))
        .collect();
    let Some(scale) = scale else {
        if let Some((name, span)) = given.iter().find(|(name, _)| *name != "status") {
            let found = Diagnostic::error(
                BAD_CELL,
                *span,
                format!("`{name}` needs a scale, and this dimension has none"),
            );
            diagnostics.push(found.help(format!("add `[scale]`, or delete `{name}`")));
        }
        return;
    };
    match given.as_slice() {
        [] => diagnostics.push(
            Diagnostic::error(BAD_CELL, at, "this cell has no place on the scale")
                .help("add `amount`, `level` or `cost`, or say `status = \"unknown\"` and why"),
        ),
        [(first, a), (second, b), ..] => diagnostics.push(
            Diagnostic::error(BAD_CELL, *b, format!("`{second}` stands beside `{first}`"))
                .also(*a, "this answers already")
                .help("a cell has one answer: delete one of the two"),
        ),
        [_] => {}
    }
    fits(cell, scale, model, diagnostics);
}

/// Whether the answer is of the scale's form.
fn fits(cell: &Cell, scale: &Scale, model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    if let Some(level) = &cell.level {
        let known: Vec<&str> = scale
            .levels
            .iter()
            .flat_map(|levels| levels.value.iter().map(|it| it.text.as_str()))
            .collect();
        if !known.contains(&level.text.as_str()) {
            let found = Diagnostic::error(
                BAD_CELL,
                level.span,
                format!("`{}` is not a level of this scale", level.text),
            );
            let listed: Vec<_> = known.iter().map(|it| format!("`{it}`")).collect();
            diagnostics.push(match known.is_empty() {
                true => found.help("this scale has points: write an `amount`"),
                false => meant(found, level, &known)
                    .help(format!("the levels are {}", listed.join(", "))),
            });
        }
    }
    if let Some(given) = &cell.amount {
        match &scale.unit {
            Some(unit) => amount(given, &Unit::new(&unit.text), model, diagnostics),
            None if scale.levels.is_some() => {
                let found = Diagnostic::error(BAD_CELL, given.span(), "this scale has levels");
                diagnostics.push(found.help("write a `level`"));
            }
            None => {}
        }
        let bare = given.numbers().find(|it| matches!(it, Number::Bare(..)));
        if let Some(bare) = bare.filter(|_| cell.basis != Some(Basis::Judged)) {
            let found = Diagnostic::error(BAD_CELL, bare.span(), "this number has no source");
            diagnostics.push(found.help("put it into `data/facts/` and name the fact here, or say `basis = \"judged\"` and why"));
        }
    }
    if cell.status == Some(CellStatus::NotApplicable) && scale.not_applicable.is_none() {
        let found = Diagnostic::error(
            BAD_CELL,
            cell.fields.key("status"),
            "this scale does not say what \"not applicable\" is worth",
        );
        diagnostics
            .push(found.help("add `not-applicable` to the scale, from 0 (worst) to 1 (best)"));
    }
}

/// Adds which of the levels was meant.
fn meant(found: Diagnostic, level: &Word, known: &[&str]) -> Diagnostic {
    let words = known.iter().copied();
    let (mut found, near) = slip::suggest(found, &level.text, words, slip::SHORTEST_WORD, |_| {
        Some(level.span)
    });
    // The span holds the quotation marks, too.
    for edit in found.fix.iter_mut().flat_map(|it| &mut it.edits) {
        edit.text = format!("\"{}\"", edit.text);
    }
    if near.is_some_and(|it| it.contains(['"', '\\'])) {
        found.fix = None;
    }
    found
}
