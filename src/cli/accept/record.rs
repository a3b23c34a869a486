//! The records that tell readers of a changed verdict: what it was, what it is, and why.

use anyhow::anyhow;
use model::{Date, Kind, Model};
use verdict::lock::{Change, Difference, How, Recorded};

use crate::entry::Entry;
use crate::project::Project;

/// Paths and texts of the records for `changes`: one for each, or a single one for the first verdicts of a project.
pub(super) fn records(
    changes: &[Change],
    because: &str,
    project: &Project,
    today: Date,
) -> anyhow::Result<Vec<(String, String)>> {
    let why = why(because);
    let model = &*project.model;
    if project.lock.is_none() {
        let links = changes.iter().map(|it| format!("use-case:{}", it.use_case));
        let links: Vec<_> = links.collect();
        let text = format!("Every use case has an accepted verdict from now on.\n\n{why}\n");
        let record = write("First verdicts", &links.join(","), &text, today)?;
        return Ok(vec![(free(&format!("accept-{today}"), project), record)]);
    }
    let records = changes.iter().map(|change| {
        let id = &change.use_case;
        let records = match &change.how {
            How::Gone(_) => String::new(),
            _ => format!("use-case:{id}"),
        };
        let text = format!("{}\n\n{why}\n", told(change, model));
        let record = write(&title(change, model), &records, &text, today)?;
        let path = free(&format!("accept-{today}-{id}"), project);
        Ok((path, record))
    });
    records.collect()
}

fn write(title: &str, records: &str, text: &str, today: Date) -> anyhow::Result<String> {
    let mut entry = Entry::new(Kind::Change);
    let date = today.to_string();
    let fields = [
        ("date", date.as_str()),
        ("title", title),
        ("records", records),
        ("text", text),
    ];
    for (field, value) in fields {
        entry
            .set(field, value)
            .map_err(|error| anyhow!("{error}"))?;
    }
    entry.text().map_err(|error| anyhow!("{error}"))
}

/// A path that no record has yet.
fn free(id: &str, project: &Project) -> String {
    let path = |id: &str| format!("data/{}/{id}.toml", Kind::Change.folder());
    let taken = |path: &String| project.root.join(path).symlink_metadata().is_ok();
    let numbered = (2..).map(|number| path(&format!("{id}-{number}")));
    let mut all = std::iter::once(path(id)).chain(numbered);
    // There is always a free number.
    all.find(|it| !taken(it)).unwrap_or_default()
}

/// The reason as a sentence.
fn why(because: &str) -> String {
    let stop = if because.ends_with(['.', '!', '?', ']', ')']) {
        ""
    } else {
        "."
    };
    format!("Why: {because}{stop}")
}

fn title(change: &Change, model: &Model) -> String {
    let title = shown(Kind::UseCase, &change.use_case, model);
    let best = |it: &Recorded| {
        let best = it.best.as_ref();
        best.map(|it| shown(Kind::Alternative, it, model))
            .unwrap_or_default()
    };
    match &change.how {
        How::Gone(_) => format!("{title}: no longer a use case"),
        How::New(now) => format!("{title}: {}", said(now, best(now))),
        How::Differs(all) => match all
            .first()
            .and_then(|it| it.now.as_ref().filter(|_| it.part.is_none()))
        {
            Some(now) => format!("{title}: {}", said(now, best(now))),
            None => format!("{title}: another verdict for a part of it"),
        },
    }
}

/// What has happened to the verdict, in sentences.
fn told(change: &Change, model: &Model) -> String {
    let case = link(Kind::UseCase, &change.use_case, model);
    match &change.how {
        How::New(now) => format!("{case} has its first verdict: {}.", verdict(now, model)),
        How::Gone(before) => format!(
            "{case} is no use case any more. Its verdict was: {}.",
            verdict(before, model)
        ),
        How::Differs(all) => {
            let whole = all.iter().filter(|it| it.part.is_none());
            let whole = whole.map(|it| format!("The verdict of {case} is {}", both(it, model)));
            let parts = all.iter().filter_map(|it| {
                let part = part(&change.use_case, it.part.as_ref()?, model);
                Some(format!(
                    "For the part *{part}* of {case} it is {}",
                    both(it, model)
                ))
            });
            whole.chain(parts).collect::<Vec<_>>().join("\n\n")
        }
    }
}

/// The verdict now and before, and who is ruled out that was not, or the other way round.
fn both(it: &Difference, model: &Model) -> String {
    let verdict = |it: &Recorded| verdict(it, model);
    let mut out = match (&it.before, &it.now) {
        (Some(before), Some(now)) if before.phrase() == now.phrase() => {
            format!("{}, as before.", verdict(now))
        }
        (Some(before), Some(now)) => format!("{}. It was {}.", verdict(now), verdict(before)),
        (None, Some(now)) => format!("{}, and the part is new.", verdict(now)),
        (Some(before), None) => format!("gone. It was {}.", verdict(before)),
        (None, None) => String::new(),
    };
    let lists = [
        ("Ruled out now", it.newly_ruled_out()),
        ("Ruled out no longer", it.no_longer_ruled_out()),
    ];
    for (name, list) in lists {
        if !list.is_empty() {
            let list: Vec<_> = list.into_iter().map(|it| ruled_out(it, model)).collect();
            out += &format!(" {name}: {}.", list.join(", "));
        }
    }
    out
}

fn verdict(it: &Recorded, model: &Model) -> String {
    let best = it.best.as_ref();
    let said = said(
        it,
        best.map(|it| link(Kind::Alternative, it, model))
            .unwrap_or_default(),
    );
    match &it.depends {
        Some(on) => format!("{said} on {}", input(on, model)),
        None => said,
    }
}

/// A verdict in the words of readers.
fn said(it: &Recorded, best: String) -> String {
    match (it.word.as_str(), best.is_empty()) {
        ("clear", false) => format!("clear for {best}"),
        ("leaning", false) => format!("leaning to {best}"),
        ("depends", _) => "it depends".to_owned(),
        ("too-close", _) => "too close to call".to_owned(),
        ("nothing-fits", _) => "nothing fits".to_owned(),
        (word, _) => word.to_owned(),
    }
}

/// The input on which a verdict depends: `kind/id`, or a component.
fn input(on: &str, model: &Model) -> String {
    match on.split_once('/') {
        Some(("limit", id)) => format!("[whether a limit holds](limit:{id})"),
        Some(("quantity", id)) => link(Kind::Quantity, id, model),
        Some(("need", id)) => format!("how much {} matters", link(Kind::Dimension, id, model)),
        Some(("cell", id)) => match id.split_once('/') {
            Some((option, dimension)) => {
                let dimension = link(Kind::Dimension, dimension, model);
                format!("{dimension} of {}", link(Kind::Alternative, option, model))
            }
            None => format!("`{id}`"),
        },
        _ => format!("its part `{on}`"),
    }
}

/// `option:limit` as links.
fn ruled_out(pair: &str, model: &Model) -> String {
    let (option, limit) = pair.split_once(':').unwrap_or((pair, ""));
    let option = link(Kind::Alternative, option, model);
    if model.has(Kind::Limit, limit) {
        format!("{option} by [a limit](limit:{limit})")
    } else {
        format!("{option} by `{limit}`")
    }
}

/// A link to a record, or its id if there is none.
fn link(kind: Kind, id: &str, model: &Model) -> String {
    if model.has(kind, id) {
        format!("[{}]({}:{id})", shown(kind, id, model), kind.link())
    } else {
        format!("`{id}`")
    }
}

/// The title of a record, if nothing in it could be taken for markup; else its id.
fn shown(kind: Kind, id: &str, model: &Model) -> String {
    let title = model.title_of(kind, id).filter(|it| is_plain(it));
    title.unwrap_or_else(|| id.to_owned())
}

fn part(use_case: &str, part: &str, model: &Model) -> String {
    let use_case = model.use_cases.get(use_case);
    let component = use_case.and_then(|it| it.components.get(part));
    let title = component.map(|it| model.plain_text(&it.title));
    title
        .filter(|it| is_plain(it))
        .unwrap_or_else(|| part.to_owned())
}

fn is_plain(text: &str) -> bool {
    !text.contains(|it: char| "*_[](){}<>`\\|#^&".contains(it))
}
