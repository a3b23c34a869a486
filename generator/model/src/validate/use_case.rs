//! Use cases: amounts in the units of their quantities, and one way of weighing for all needs.

use source::Diagnostic;

use super::amount;
use crate::decode::Keyed;
use crate::rules::{MISSING_FIELD, MIXED_WEIGHTS};
use crate::{Dimension, Load, Model, Need, Quantity, Record, Unit, UseCase};

pub(super) fn validate(
    use_case: &Record<UseCase>,
    model: &Model,
    diagnostics: &mut Vec<Diagnostic>,
) {
    loads(&use_case.workload, model, diagnostics);
    weights(&use_case.needs, diagnostics);
    for (_, _, component) in use_case.components.iter() {
        loads(&component.workload, model, diagnostics);
        weights(&component.needs, diagnostics);
    }
    for (name, _) in use_case.workload.iter() {
        let asks = model.quantities.get(&name.id).is_some_and(|it| it.ask_why);
        if asks && use_case.why.get(&name.id).is_none() {
            let found = Diagnostic::error(
                MISSING_FIELD,
                name.span,
                format!("`{}` asks why it has its value", name.id),
            );
            diagnostics.push(found.help(format!("add `[why]` with `{} = \"…\"`", name.id)));
        }
    }
}

fn loads(workload: &Keyed<Quantity, Load>, model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    for (name, load) in workload.iter() {
        if let (Load::Amount(given), Some(quantity)) = (load, model.quantities.get(&name.id)) {
            amount(given, &Unit::new(&quantity.unit.text), model, diagnostics);
        }
    }
}

fn weights(needs: &Keyed<Dimension, Need>, diagnostics: &mut Vec<Diagnostic>) {
    let mut ranked = None;
    for (name, need) in needs.iter() {
        let by_rank = match (&need.rank, &need.swing) {
            (Some(_), None) => true,
            (None, Some(_)) => false,
            _ => {
                let found = Diagnostic::error(
                    MIXED_WEIGHTS,
                    name.span,
                    format!("`{}` needs either a `rank` or a `swing`", name.id),
                );
                diagnostics.push(found.help(
                    "a rank says the order, a swing says how much; use one of them in all needs",
                ));
                continue;
            }
        };
        match ranked {
            None => ranked = Some((by_rank, name.span)),
            Some((first, span)) if first != by_rank => {
                let found = Diagnostic::error(
                    MIXED_WEIGHTS,
                    name.span,
                    "ranks and swings cannot be mixed in one use case",
                );
                diagnostics.push(
                    found
                        .also(span, "this one weighs the other way")
                        .help("use one of them in all needs"),
                );
            }
            Some(_) => {}
        }
    }
}
