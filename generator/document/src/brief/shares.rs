//! How often each option comes first: as stated, and under stress.

use crate::decision::{CountRow, Part, counts};
use crate::sentence::Slots;
use crate::{Element, ShareRow, Shares};

/// The shares of the options that are not always out; nothing if there are none.
pub(super) fn of(part: &Part<'_>) -> Option<Element> {
    let draws = part.decision.draws;
    let mut rows = counts(part);
    rows.retain(|it| it.out.1 < draws);
    if rows.is_empty() || part.decision.best.is_none() {
        return None;
    }
    let share = |(text, count): (String, u32)| (f64::from(count) / f64::from(draws.max(1)), text);
    let first = |it: &CountRow| {
        let none = || (part.percent(None), 0);
        share(it.ranks.first().cloned().unwrap_or_else(none))
    };
    let row = |name: &str, shares: Vec<(f64, String)>| ShareRow {
        label: part.sentences.text(name, &Slots::new()),
        shares,
    };
    let options = rows.iter().map(|it| part.names.option(&it.option).into());
    Some(Element::Shares(Shares {
        options: options.collect(),
        rows: vec![
            row("print.stated", rows.iter().map(first).collect()),
            row(
                "print.stress",
                rows.iter().map(|it| share(it.stress.clone())).collect(),
            ),
        ],
    }))
}
