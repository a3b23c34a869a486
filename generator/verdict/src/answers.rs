//! What a decision knows of its options: the dimensions it needs, and the answer of every option on each.

use std::collections::BTreeMap;

use decide::Amount;
use model::{Bounds, Cell, CellStatus, Dimension, Id, Model, Record, Scale};
use source::{Diagnostic, Span};

use crate::rules::BAD_SCALE;
use crate::{scale, scores};

/// The dimension `id` as a problem has it. Nothing if it has no scale, or none that says what every answer is worth.
pub(crate) fn dimension(
    record: &Record<Dimension>,
    needed: Span,
    findings: &mut Vec<Diagnostic>,
) -> Option<decide::Dimension> {
    let Some(scale) = &record.scale else {
        let title = format!(
            "`{}` is needed, and nothing says what its answers are worth",
            record.id
        );
        let found = Diagnostic::error(BAD_SCALE, needed, title);
        findings.push(
            found
                .also(record.span(), "it has no `[scale]`")
                .help("give the dimension a scale, or delete the need"),
        );
        return None;
    };
    // What is wrong with a scale is reported once, when scores are computed.
    scale::value_function(scale, &mut Vec::new())?;
    Some(decide::Dimension {
        unit: scale.unit.as_ref().map(|it| it.text.clone()),
        scale: problem_scale(scale)?,
    })
}

fn problem_scale(scale: &Scale) -> Option<decide::Scale> {
    if let Some(points) = &scale.points {
        let pairs = points.iter().map(|it| match it.as_slice() {
            [amount, value] => Some((*amount, *value)),
            _ => None,
        });
        return pairs.collect::<Option<_>>().map(decide::Scale::Points);
    }
    let levels = scale.levels.as_ref()?;
    Some(decide::Scale::Levels {
        names: levels.iter().map(|it| it.text.clone()).collect(),
        values: scale.values.as_ref().map(|it| it.value.clone()),
    })
}

/// The answers of `options` on the dimension of `record`, by option. Nothing if one of them cannot be read, which is
/// reported when records are loaded.
pub(crate) fn row(
    record: &Record<Dimension>,
    options: &[&Id],
    model: &Model,
) -> Option<BTreeMap<String, decide::Cell>> {
    let scale = record.scale.as_ref()?;
    let cells = options.iter().map(|option| {
        // What nobody wrote down is not known, which the checker reports besides.
        let known = match record.cells.get(option) {
            Some(cell) => answer(cell, scale, model)?,
            None => decide::Cell::Unknown,
        };
        Some((option.to_string(), known))
    });
    cells.collect()
}

fn answer(cell: &Cell, scale: &Scale, model: &Model) -> Option<decide::Cell> {
    match cell.status {
        Some(CellStatus::Unknown) => return Some(decide::Cell::Unknown),
        Some(CellStatus::NotApplicable) => {
            return scale::not_applicable(scale).map(decide::Cell::Value);
        }
        None => {}
    }
    if let Some(cost) = &cell.cost {
        return Some(decide::Cell::Formula(cost.id.to_string()));
    }
    let bounds = scores::bounds(cell, scale, model)?;
    match &cell.level {
        Some(level) if bounds.is_exact() => Some(decide::Cell::Level(level.text.clone())),
        _ => Some(decide::Cell::Amount(amount(bounds))),
    }
}

/// Bounds as a problem has them.
pub(crate) fn amount(bounds: Bounds) -> Amount {
    Amount {
        low: bounds.low,
        mode: bounds.mode,
        high: bounds.high,
    }
}
