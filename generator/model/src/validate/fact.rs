//! Facts: a unit where there is a number, and a printed form that says the same as the value.

use source::Diagnostic;

use crate::decode::quoted_number;
use crate::rules::BAD_FACT;
use crate::{Fact, FactValue, Record, Unit};

/// How far the printed form may be off, relative to the value: it may be rounded in its last digit only.
const TOLERANCE: f64 = 1e-9;

pub(super) fn validate(fact: &Record<Fact>, diagnostics: &mut Vec<Diagnostic>) {
    let number = match &fact.value.value.value {
        FactValue::Number(number) => Some(*number),
        FactValue::Range(_) => None,
        FactValue::Word(word) => {
            if let Some(unit) = &fact.unit {
                if let Some(found) = quoted_number(word, fact.value.value.span) {
                    return diagnostics.push(found.also(unit.span, "this unit needs a number"));
                }
                let found = Diagnostic::error(BAD_FACT, unit.span, "a word has no unit");
                diagnostics.push(found.help("leave `unit` out, or write the value as a number"));
            }
            return;
        }
    };
    if fact.unit.is_none() {
        let found = Diagnostic::error(BAD_FACT, fact.value.value.span, "a number needs a unit");
        diagnostics.push(
            found.help("add `unit`; for a plain count name what is counted, such as \"requests\""),
        );
    }
    let Some(show) = &fact.show else { return };
    let Some(number) = number else {
        let found = Diagnostic::error(BAD_FACT, show.span, "only a single number can have `show`");
        diagnostics.push(found.help("leave `show` out"));
        return;
    };
    let told =
        read(&show.text).and_then(|(shown, unit)| Some((shown, unit.factor_to(&fact.own_unit())?)));
    let found = match told {
        None => {
            let (text, unit) = (&show.text, fact.own_unit());
            let title = format!(
                "`{text}` cannot be compared with a value in `{}`",
                unit.name()
            );
            Diagnostic::error(BAD_FACT, show.span, title)
                .note("what converts: ms, s, min, h, d and month; B, KB, MB, GB and TB")
        }
        Some((shown, factor)) if (shown * factor - number).abs() > number.abs() * TOLERANCE => {
            let title = format!(
                "`{}` is not the same as {number} {}",
                show.text,
                fact.own_unit().name()
            );
            Diagnostic::error(BAD_FACT, show.span, title)
                .also(fact.value.value.span, "this is the value")
        }
        Some(_) => return,
    };
    diagnostics.push(found.help("write the value in another unit of its kind, such as \"15 min\" for 900 s, or leave `show` out"));
}

/// A number, its thousands perhaps separated by commas, and a unit.
fn read(text: &str) -> Option<(f64, Unit)> {
    let (number, unit) = text.split_once(' ')?;
    let number = number.replace(',', "").parse::<f64>().ok()?;
    number.is_finite().then(|| (number, Unit::new(unit.trim())))
}
