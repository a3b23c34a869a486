//! What is said of a deck: a line for the deck, a line for each table, a line for each thing.

use std::path::Path;

use export::refresh::package::{Growth, Outcome, Refreshed, Shown, State};
use serde_json::{Value, json};

use super::known::Tables;
use crate::cli::output::{self, count};

/// How much is said of each table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// That it is stale, or in conflict.
    Tables,
    /// Every change, every conflict, and everything that was done by hand.
    Cells,
}

/// The worst state of the tables of a deck.
pub(super) fn state(refreshed: &Refreshed) -> State {
    let states = refreshed.tables.iter().map(|it| it.outcome.state());
    states.max().unwrap_or(State::Current)
}

/// Prints what there is to say of a deck; `written` says whether it has been written, if that was asked for.
///
/// # Errors
/// When standard output does not take it.
pub(super) fn print(
    path: &Path,
    refreshed: &Refreshed,
    tables: &Tables,
    detail: Detail,
    written: Option<bool>,
) -> anyhow::Result<()> {
    let path = path.display();
    let is_open = |it: &Shown| matches!(&it.outcome, Outcome::Merged { merge, .. } if !merge.conflicts.is_empty());
    let is_open = refreshed.tables.iter().any(is_open);
    let what = match (refreshed.tables.is_empty(), written, state(refreshed)) {
        (true, ..) => "has no table of ours: `tradeoff deck adopt` names one",
        (_, Some(true), State::Conflict) => "written in part",
        (_, Some(true), _) => "written",
        (_, _, State::Conflict) if !is_open => "not all of it can be compared",
        (_, _, State::Conflict) => "in conflict",
        (_, _, State::Stale) => "stale",
        (_, _, State::ByHand) => "up to date, but for what was done by hand",
        (_, _, State::Current) => "up to date",
    };
    output::line(&format!("{path}: {what}"))?;
    for it in &refreshed.tables {
        let says = words(it, tables);
        if says.is_empty() {
            continue;
        }
        output::line(&format!(
            "  {}, `{}`: {}",
            it.place,
            it.shape,
            says.join(", ")
        ))?;
        if let (Outcome::Merged { merge, .. }, Detail::Cells) = (&it.outcome, detail) {
            for line in merge.words() {
                output::line(&format!("    {line}"))?;
            }
        }
    }
    for it in &refreshed.deleted {
        output::line(&format!(
            "  `{}` was deleted from the deck by hand",
            it.name
        ))?;
    }
    Ok(())
}

/// What there is to say of a table; nothing if it is up to date.
fn words(it: &Shown, tables: &Tables) -> Vec<String> {
    let (merge, mixed, shrunk) = match &it.outcome {
        Outcome::Merged {
            merge,
            mixed,
            shrunk_to_pt,
            ..
        } => (merge, mixed, shrunk_to_pt),
        Outcome::Unnamed => {
            return vec!["its name is none of a table: write `tradeoff:TABLE`".into()];
        }
        Outcome::NoTable => return vec![tables.unknown(it.table.as_deref().unwrap_or_default())],
        Outcome::Refused { why } => return vec![format!("left as it is: {why}")],
    };
    let mut out = Vec::new();
    for (number, word) in [
        (merge.edits.len(), "change"),
        (merge.conflicts.len(), "conflict"),
        (merge.kept.len(), "thing done by hand"),
    ] {
        match (number, word) {
            (0, _) => {}
            (2.., "thing done by hand") => out.push(format!("{number} things done by hand")),
            _ => out.push(count(number, word)),
        }
    }
    if *mixed > 0 {
        let cells = count(*mixed, "cell");
        out.push(format!("{cells} with several formats now in one"));
    }
    if let Outcome::Merged {
        footer_by_hand: true,
        ..
    } = &it.outcome
    {
        out.push("the footer was changed by hand and stays".to_owned());
    }
    if let Some(size) = shrunk {
        out.push(format!("text is {size} pt now"));
    }
    out.extend(room(&it.outcome));
    out
}

/// What there is to say of the room that a table takes.
fn room(outcome: &Outcome) -> Vec<String> {
    let Outcome::Merged {
        growth,
        shrunk_to_pt,
        new_slides,
        unsplit,
        emptied,
        ..
    } = outcome
    else {
        return Vec::new();
    };
    let mut out = Vec::new();
    if *new_slides > 0 {
        let slides = count(*new_slides, "new slide");
        out.push(format!("goes on to {slides} behind this one"));
    }
    let is_shrunk = shrunk_to_pt.is_some();
    out.extend(
        growth
            .as_ref()
            .map(|it| grown(it, is_shrunk, unsplit.as_deref())),
    );
    if *emptied {
        out.push("no row is left on this slide: delete it if nothing else needs it".to_owned());
    }
    out
}

fn grown(it: &Growth, is_shrunk: bool, unsplit: Option<&str>) -> String {
    let mut sides = Vec::new();
    for (points, side) in [(it.below_pt, "below"), (it.right_pt, "to the right of")] {
        if points > 0 {
            sides.push(format!("{points} pt {side}"));
        }
    }
    let sides = sides.join(" and ");
    if let Some(why) = unsplit {
        return format!("grows {sides} the slide and cannot go on to a new one: {why}");
    }
    let flags = [("`--shrink`", !is_shrunk), ("`--split`", it.below_pt > 0)];
    let flags: Vec<_> = flags.iter().filter(|it| it.1).map(|it| it.0).collect();
    match flags.is_empty() {
        true => format!("grows {sides} the slide: make room by hand"),
        false => {
            let flags = flags.join(" or ");
            format!("grows {sides} the slide: make room by hand, or say {flags}")
        }
    }
}

/// The same for programs.
pub(super) fn value(path: &Path, refreshed: &Refreshed, written: Option<bool>) -> Value {
    let deleted: Vec<_> = refreshed.deleted.iter().map(|it| &it.name).collect();
    let table = |it: &Shown| {
        let mut value = json!(it);
        value["state"] = json!(it.outcome.state());
        value
    };
    let tables: Vec<_> = refreshed.tables.iter().map(table).collect();
    let mut value =
        json!({ "deck": path, "state": state(refreshed), "tables": tables, "deleted": deleted });
    if let Some(written) = written {
        value["written"] = json!(written);
    }
    value
}
