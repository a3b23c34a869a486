//! What single fields cannot know: facts that contradict themselves, cells that their scale has no place for, units.

mod cell;
mod fact;
mod use_case;

use std::collections::HashSet;

use source::{Diagnostic, Span};

use crate::rules::{MISSING_FILE, SYNTAX, UNIT_MISMATCH, UNKNOWN_FIELD};
use crate::{Amount, Bounds, Fact, FactValue, Model, Number, Unit};

/// Reports everything that the records as a whole get wrong in form.
///
/// A record with a field that does not exist is left out: what it seems to lack is most likely what that field says. So is
/// one that is no TOML: a value that the parser guessed would be blamed a second time.
pub(crate) fn validate(model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    let guessed = diagnostics
        .iter()
        .filter(|it| matches!(it.rule, SYNTAX | UNKNOWN_FIELD));
    let guessed: HashSet<_> = guessed.map(|it| it.primary.span.file).collect();
    let mut found = Vec::new();
    records(model, &mut found);
    found.retain(|it| !guessed.contains(&it.primary.span.file));
    diagnostics.append(&mut found);
}

fn records(model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    for fact in &model.facts {
        fact::validate(fact, diagnostics);
    }
    for dimension in &model.dimensions {
        cell::validate(dimension, model, diagnostics);
    }
    for quantity in &model.quantities {
        let unit = Unit::new(&quantity.unit.text);
        quantity
            .default
            .iter()
            .for_each(|it| amount(it, &unit, model, diagnostics));
    }
    for use_case in &model.use_cases {
        use_case::validate(use_case, model, diagnostics);
    }
    attachments(model, diagnostics);
}

/// Reports facts that do not convert to `unit`, ranges inside ranges, and bounds that are out of order once facts are read.
fn amount(amount: &Amount, unit: &Unit, model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    let before = diagnostics.len();
    let whole = matches!(amount, Amount::Single(_));
    for number in amount.numbers() {
        if let Number::Fact(name) = number
            && let Some(fact) = model.facts.get(&name.id)
            && let Some(found) = misfit(fact, &name.id, name.span, unit, whole)
        {
            diagnostics.push(found.also(fact.span(), "this is the fact"));
        }
    }
    let bounds = if diagnostics.len() == before {
        model.bounds(amount, unit)
    } else {
        None
    };
    if bounds.is_some_and(|it: Bounds| !it.in_order())
        && amount.numbers().any(|it| matches!(it, Number::Fact(_)))
    {
        diagnostics.push(crate::amount::disorder(amount.span()));
    }
}

fn misfit(fact: &Fact, id: &str, span: Span, unit: &Unit, whole: bool) -> Option<Diagnostic> {
    let own = fact.own_unit();
    match &fact.value.value {
        FactValue::Word(word) => {
            let found = Diagnostic::error(
                UNIT_MISMATCH,
                span,
                format!("`{id}` is the word `{word}`, a number is needed here"),
            );
            Some(found.help("name a fact that holds a number or a range"))
        }
        FactValue::Range(_) if !whole => {
            let found = Diagnostic::error(
                UNIT_MISMATCH,
                span,
                format!("`{id}` is a range, one number is needed here"),
            );
            Some(found.help("use the fact as the whole amount, or name single numbers"))
        }
        // That a number lacks its unit is told at the fact.
        _ if fact.unit.is_some() && own.factor_to(unit).is_none() => {
            let title = format!(
                "`{id}` is in `{}`, which does not convert to `{}`",
                own.name(),
                unit.name()
            );
            Some(Diagnostic::error(UNIT_MISMATCH, span, title).help(
                "times convert into times and sizes into sizes; any other unit must be the same",
            ))
        }
        _ => None,
    }
}

fn attachments(model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    for snippet in &model.snippets {
        for file in &snippet.files {
            let path = format!("snippets/{}/{}", snippet.id, file.path.text);
            if !model.attachments.iter().any(|(known, _)| *known == path) {
                let found = Diagnostic::error(
                    MISSING_FILE,
                    file.path.span,
                    format!("`data/{path}` does not exist"),
                );
                diagnostics.push(found.help("add the file beside the record, or correct the path"));
            }
        }
    }
}
