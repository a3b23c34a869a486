//! Differences for people: one line each, with figures below.

use std::fmt::Write;

use verdict::lock::Recorded;

use super::state::{Decided, Differences};

/// What differs, as text.
pub(super) fn text(it: &Differences) -> String {
    let mut out = String::new();
    let mut section = |name: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let blank = if out.is_empty() { "" } else { "\n" };
            out += &format!("{blank}{name}\n");
            for line in &lines {
                out += &format!("  {line}\n");
            }
        }
    };
    let facts = it.facts.iter().map(|it| {
        let change = change(it.before.as_deref(), it.now.as_deref());
        format!("{} ({}): {change}", it.id, it.title)
    });
    section("facts", facts.collect());
    let marks = it.marks.iter().map(|it| {
        let change = change(it.before, it.now);
        format!("{} on {}: {change}", it.option, it.dimension)
    });
    section("marks", marks.collect());
    section("verdicts", it.verdicts.iter().map(decided).collect());
    out
}

fn decided(it: &Decided) -> String {
    let part = it.component.as_ref();
    let part = part.map_or(String::new(), |it| format!(", {it}"));
    let phrase = |it: &Option<Recorded>| it.as_ref().map(|it| it.phrase().replace('`', ""));
    let (before, now) = (phrase(&it.before), phrase(&it.now));
    let said = if before == now {
        format!("{} as before", now.unwrap_or_default())
    } else {
        change(before.as_deref(), now.as_deref())
    };
    let mut out = format!("{}{part}: {said}", it.use_case);
    let ruled_out =
        |it: &Option<Recorded>| it.as_ref().map_or_else(Vec::new, |it| it.ruled_out.clone());
    let (before, now) = (ruled_out(&it.before), ruled_out(&it.now));
    if it.before.is_some() && it.now.is_some() && before != now {
        let list = |it: &[String]| {
            if it.is_empty() {
                "nobody".to_owned()
            } else {
                it.join(", ")
            }
        };
        // Writing to a string cannot fail.
        let _ = write!(out, "\n    ruled out: {} → {}", list(&before), list(&now));
    }
    for (option, before, now) in it.drift() {
        let _ = write!(out, "\n    first, {option}: {before} → {now}");
    }
    out
}

fn change(before: Option<&str>, now: Option<&str>) -> String {
    match (before, now) {
        (Some(before), Some(now)) => format!("{before} → {now}"),
        (None, Some(now)) => format!("new, {now}"),
        (Some(before), None) => format!("gone, was {before}"),
        (None, None) => String::new(),
    }
}
