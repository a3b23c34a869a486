//! What each need adds to the distance between the first two options.

use crate::decision::{Bar, Part, bars};
use crate::sentence::Slots;
use crate::{Contribution, Contributions, Element};

/// The contributions; nothing without a best option.
pub(crate) fn of(part: &Part<'_>) -> Option<Element> {
    let (bars, total) = bars(part)?;
    let best = part.decision.best.as_deref()?;
    let runner = part.decision.runner_up.as_deref();
    let text = |points: i32| match points {
        0 => part.sentences.text("print.even", &Slots::new()),
        _ => part.numbers().points(points),
    };
    let row = |it: Bar| Contribution {
        need: part.names.dimension(&it.need).to_owned(),
        weight: it.weight,
        why: it.why,
        values: it.values,
        points: it.points,
        text: text(it.points),
    };
    Some(Element::Contributions(Contributions {
        best: part.names.option(best).to_owned(),
        runner: runner.map(|it| part.names.option(it).to_owned()),
        rows: bars.into_iter().map(row).collect(),
        sum: (total, text(total)),
    }))
}
