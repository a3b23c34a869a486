//! Who is ruled out, and by what; what limits do in some draws; what could not be checked.
//!
//! For each option in order:
//! - if it is ruled out, `ruled-out.fires` for each of its limits in order: the bracket if the limit has `compared` and the
//!   quantity is stated (the bound divided by its own `per`, in `shown`), the escapes that are open. Then, if it would come first, `ruled-out.first`, or
//!   `ruled-out.first-more` for several limits;
//! - else, for each of its limits in order, by status: straddles `ruled-out.straddles`, lifted `ruled-out.lifted` with the
//!   escapes that are taken, unstated `ruled-out.unstated` with the quantities that it reads and that are not stated.

use decide::{EscapeState, LimitResult, LimitStatus};

use super::verdict::{escapes, open_escapes};
use super::{Line, Part};
use crate::sentence::Slots;

pub(super) fn lines(part: &Part<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for option in &part.names.order {
        let mut ruled_out = part.decision.ruled_out.iter();
        if let Some(it) = ruled_out.find(|it| it.option == *option) {
            lines.extend(it.limits.iter().map(|limit| fires(part, option, limit)));
            if it.first_if_lifted {
                let name = match it.limits.len() {
                    0 | 1 => "ruled-out.first",
                    _ => "ruled-out.first-more",
                };
                let slots = Slots::new().text("option", part.names.option(option));
                lines.push(part.line(name, &slots));
            }
            continue;
        }
        let limits = part.decision.limits.iter();
        let own = limits.filter(|it| it.option == *option);
        lines.extend(own.filter_map(|it| other(part, it)));
    }
    lines
}

fn fires(part: &Part<'_>, option: &str, limit: &str) -> Line {
    let names = part.names.limits.get(limit);
    let compared = names.and_then(|it| it.compared.as_ref());
    let mut slots = Slots::new()
        .text("option", part.names.option(option))
        .text("limit", names.map_or(limit, |it| &it.title))
        .list("escapes", Part::listed("text", open_escapes(part, limit)));
    if let Some((it, amount)) = compared.and_then(|it| Some((it, part.quantity(&it.quantity)?))) {
        slots = slots
            .text("quantity", part.names.quantity(&it.quantity))
            .text(
                "range",
                part.range_of_quantity(amount.low, amount.high, &it.quantity),
            )
            .text("bound", part.numbers().amount(it.bound / it.per, &it.shown));
    }
    part.line("ruled-out.fires", &slots).about(limit)
}

fn other(part: &Part<'_>, limit: &LimitResult) -> Option<Line> {
    let names = part.names.limits.get(&limit.id)?;
    let slots = Slots::new()
        .text("option", part.names.option(&limit.option))
        .text("limit", names.title.as_str())
        .text("holds-when", names.holds_when.as_str());
    let (name, slots) = match limit.status {
        LimitStatus::Fires | LimitStatus::Clear => return None,
        LimitStatus::Straddles => {
            let slots = slots.text("p", part.percent(Some(&limit.draws)));
            ("ruled-out.straddles", slots)
        }
        LimitStatus::Lifted => {
            let taken = escapes(part, &limit.id, EscapeState::Taken);
            let slots = slots.list("escapes", Part::listed("text", taken));
            ("ruled-out.lifted", slots)
        }
        LimitStatus::Unstated => {
            let slots = slots.list("quantities", part.unstated(&names.reads));
            ("ruled-out.unstated", slots)
        }
    };
    Some(part.line(name, &slots).about(&limit.id))
}
