//! A verdict as text for a terminal of 80 columns.

use std::fmt::{self, Write};

use decide::{Decision, Depends, InputKind, LimitStatus, Outcome, Parts};
use model::{Kind, Model, group, number_text};
use verdict::Verdict;

/// At most this many options stand side by side.
const SIDE_BY_SIDE: usize = 7;
/// Longer names are cut.
const NAME: usize = 27;

/// What was computed for a use case: word and best option, who is ruled out, and what makes up the scores.
pub(super) fn verdict(verdict: &Verdict, model: &Model) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    write(&mut out, verdict, model).ok();
    out
}

fn write(out: &mut String, verdict: &Verdict, model: &Model) -> fmt::Result {
    let id = verdict.outcome.id();
    let title = model.title_of(Kind::UseCase, id).unwrap_or_default();
    writeln!(out, "{title} ({id})")?;
    match &verdict.outcome {
        Outcome::Whole(it) => decision(out, it),
        Outcome::Parts(it) => parts(out, it, id, model),
    }
}

fn parts(out: &mut String, parts: &Parts, id: &str, model: &Model) -> fmt::Result {
    let on = parts.depends.as_ref().map(|it| format!("component {it}"));
    headline(out, parts.word.id(), parts.best.as_deref(), on)?;
    let use_case = model.use_cases.get(id);
    for (id, it) in &parts.components {
        let part = use_case.and_then(|it| it.components.get(id));
        let title = part.map_or_else(String::new, |it| model.plain_text(&it.title));
        writeln!(out, "\n{title} ({id})")?;
        decision(out, it)?;
    }
    Ok(())
}

fn headline(out: &mut String, word: &str, best: Option<&str>, on: Option<String>) -> fmt::Result {
    let best = best.map_or_else(String::new, |it| format!("; best: {it}"));
    let on = on.map_or_else(String::new, |it| format!("; on {it}"));
    writeln!(out, "verdict: {word}{best}{on}")
}

fn decision(out: &mut String, it: &Decision) -> fmt::Result {
    let on = it.depends.as_ref();
    let on = on.map(|on| format!("{} {}", on.kind.id(), on.id));
    headline(out, it.word.id(), it.best.as_deref(), on)?;
    if it.by_elimination {
        writeln!(out, "it is the only option that is left")?;
    }
    if let Some(on) = &it.depends {
        groups(out, on)?;
    }
    counts(out, it)?;
    ruled_out(out, it)?;
    limits(out, it)?;
    for at in (0..it.scores.len()).step_by(SIDE_BY_SIDE) {
        contributions(out, it, at)?;
    }
    if !it.unknown.is_empty() {
        writeln!(out, "\nnot known, counted as anything from worst to best")?;
        for cell in &it.unknown {
            writeln!(out, "  {cell}")?;
        }
    }
    Ok(())
}

/// Who wins at the two ends of the input that decides.
fn groups(out: &mut String, on: &Depends) -> fmt::Result {
    let names = match on.kind {
        InputKind::Limit => ["if it holds", "otherwise"],
        _ => ["low third", "high third"],
    };
    for (name, it) in names.iter().zip([&on.low, &on.high]) {
        let (first, draws) = (count(it.first), count(it.draws));
        writeln!(
            out,
            "  {name:11} {}: first in {first} of {draws} draws",
            it.best
        )?;
    }
    match on.flip {
        Some(flip) => writeln!(out, "  it changes at about {}", rounded(flip)),
        None => Ok(()),
    }
}

/// How often each option is first, in both runs.
fn counts(out: &mut String, it: &Decision) -> fmt::Result {
    let draws = count(it.draws);
    writeln!(
        out,
        "\nof {draws} draws{:>30}{:>12}{:>9}{:>9}",
        "first", "stress", "out", "score"
    )?;
    for (at, (option, first)) in it.first.iter().enumerate() {
        let stress = it.stress.first.get(option).copied().unwrap_or_default();
        let ruled_out = it.out.get(option).copied().unwrap_or_default();
        let score = it.contributions.get(option).map_or(0, |it| it.total);
        let (first, stress, ruled_out) = (count(*first), count(stress), count(ruled_out));
        let name = short(option);
        writeln!(
            out,
            "{:>3} {name:NAME$}{first:>15}{stress:>12}{ruled_out:>9}{score:>9}",
            at + 1
        )?;
    }
    if it.tied + it.stress.tied > 0 {
        let (tied, stress) = (count(it.tied), count(it.stress.tied));
        writeln!(
            out,
            "    {:NAME$}{tied:>15}{stress:>12}",
            "nobody, because of a tie"
        )?;
    }
    if it.none + it.stress.none > 0 {
        let (none, stress) = (count(it.none), count(it.stress.none));
        writeln!(out, "    {:NAME$}{none:>15}{stress:>12}", "nobody is left")?;
    }
    Ok(())
}

fn ruled_out(out: &mut String, it: &Decision) -> fmt::Result {
    if !it.ruled_out.is_empty() {
        writeln!(out, "\nruled out")?;
    }
    for option in &it.ruled_out {
        let first = if option.first_if_lifted {
            "; its score would be the highest"
        } else {
            ""
        };
        writeln!(out, "  {}{first}", option.option)?;
        for limit in &option.limits {
            writeln!(out, "    by {limit}")?;
        }
        for escape in &option.open_escapes {
            writeln!(out, "    open: {escape}")?;
        }
    }
    Ok(())
}

/// The limits that neither hold nor fail as a whole.
fn limits(out: &mut String, it: &Decision) -> fmt::Result {
    let told = |status: LimitStatus| !matches!(status, LimitStatus::Fires | LimitStatus::Clear);
    let mut heading = "\nother limits\n";
    for limit in it.limits.iter().filter(|it| told(it.status)) {
        let what = match limit.status {
            LimitStatus::Straddles => format!("holds in {} draws", count(limit.draws)),
            LimitStatus::Lifted => "lifted: an escape is taken".to_owned(),
            _ => "not checked: the workload does not state a quantity".to_owned(),
        };
        write!(
            out,
            "{heading}  {} of {}\n    {what}\n",
            limit.id, limit.option
        )?;
        heading = "";
    }
    Ok(())
}

/// What each need adds to the scores of some options, heaviest need first.
fn contributions(out: &mut String, it: &Decision, from: usize) -> fmt::Result {
    let options: Vec<_> = it
        .contributions
        .iter()
        .skip(from)
        .take(SIDE_BY_SIDE)
        .collect();
    write!(out, "\n{:31}{:>7}", "points, of 1,000", "weight")?;
    for at in 0..options.len() {
        write!(out, "{:>6}", from + at + 1)?;
    }
    let mut needs: Vec<_> = it.weights.iter().collect();
    // Stable, so that equal weights stay in id order.
    needs.sort_by(|a, b| b.1.total_cmp(a.1));
    for (need, weight) in needs {
        write!(out, "\n{:31}{weight:>7.3}", short(need))?;
        for (_, points) in &options {
            let points = points.points.get(need).copied().unwrap_or_default();
            write!(out, "{points:>6}")?;
        }
    }
    write!(out, "\n{:31}{:>7}", "score", "")?;
    for (_, points) in &options {
        write!(out, "{:>6}", points.total)?;
    }
    writeln!(out)
}

/// A number of draws.
fn count(number: u32) -> String {
    group(&number.to_string())
}

/// An amount, to three digits.
fn rounded(number: f64) -> String {
    let short = format!("{number:.2e}").parse().unwrap_or(number);
    number_text(short)
}

/// A name that fits its column.
fn short(name: &str) -> String {
    if name.chars().count() <= NAME {
        return name.to_owned();
    }
    let head: String = name.chars().take(NAME - 1).collect();
    format!("{head}…")
}
