//! References that lead nowhere: one finding for each thing that is missing, however often it is named.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use source::{Diagnostic, Sources, Span};

use crate::definitions::Definitions;
use crate::nearest::nearest;
use crate::rules::UNKNOWN_REFERENCE;
use crate::{Id, Kind, Model, Space, slip};

/// How many ids are compared with unknown ones in one run. Each is compared with all of its kind, so without a limit a
/// knowledge base in which everything is wrong at once would cost the square of its size.
const COMPARISONS: usize = 1_000_000;

/// So many places are shown beside the first; the rest is counted.
const SHOWN: usize = 4;

/// So many ids are listed in a help.
const LISTED: usize = 8;

/// What is missing, and everywhere it is named.
type Missing = BTreeMap<(Space, Id), Vec<Span>>;

/// Reports everything that is named and does not exist, and notes in which files that is.
pub(crate) fn report(
    model: &mut Model,
    definitions: &Definitions,
    sources: &Sources,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut missing = missing(model, definitions);
    let places = missing.values().flatten();
    model.unresolved = places.map(|it| it.file).collect();
    for space in [Space::Name, Space::Answer] {
        join(&mut missing, space);
    }
    let mut left = COMPARISONS;
    let mut sizes = HashMap::new();
    for ((space, id), mut spans) in missing {
        spans.sort_by_key(|it| (&sources.file(it.file).path, it.start));
        spans.dedup();
        let size = sizes.entry(space);
        let size = *size.or_insert_with(|| definitions.ids(space).count());
        let search = size <= left;
        left = left.saturating_sub(size);
        diagnostics.extend(finding(space, &id, &spans, definitions, sources, search));
    }
}

fn missing(model: &Model, definitions: &Definitions) -> Missing {
    let mut missing = Missing::new();
    for reference in &model.references {
        if definitions.contains(reference.space, &reference.id) {
            continue;
        }
        let mut key = (reference.space, reference.id.clone());
        // An escape cannot be known without its limit: then it is the limit that is missing.
        if let (Space::Escape, Some((limit, _))) = (key.0, reference.id.split_once('/')) {
            let limit = (Space::Record(Kind::Limit), Id::new(limit));
            if !definitions.contains(limit.0, &limit.1) {
                key = limit;
            }
        }
        missing.entry(key).or_default().push(reference.span);
    }
    missing
}

/// Joins what formulas or verdicts miss in `space` with the record of the same id, if that is missing, too.
fn join(missing: &mut Missing, space: Space) {
    let kinds: &[Kind] = match space {
        Space::Name => &[Kind::Quantity, Kind::Fact, Kind::Cost],
        _ => &[Kind::Alternative],
    };
    let wide: Vec<_> = missing.keys().filter(|it| it.0 == space).cloned().collect();
    for key in wide {
        let records = kinds
            .iter()
            .map(|kind| (Space::Record(*kind), key.1.clone()));
        let known = records.into_iter().find(|it| missing.contains_key(it));
        if let Some(record) = known
            && let Some(spans) = missing.remove(&key)
        {
            missing.entry(record).or_default().extend(spans);
        }
    }
}

/// The finding for `id`, which is named at `spans`, in order; `search` asks for the id that was meant.
fn finding(
    space: Space,
    id: &Id,
    spans: &[Span],
    definitions: &Definitions,
    sources: &Sources,
    search: bool,
) -> Option<Diagnostic> {
    let (first, others) = spans.split_first()?;
    let elsewhere = elsewhere(space, id, definitions);
    let title = match elsewhere {
        Some(other) => format!("`{id}` is {}, not {}", other.noun(), space.noun()),
        None => format!("`{id}` is not {}", space.noun()),
    };
    let mut found = Diagnostic::error(UNKNOWN_REFERENCE, *first, title);
    let known = definitions.ids(space).filter(|_| search);
    let written = Id::nearest(id).filter(|it| known.clone().any(|known| known == it));
    let near = written.as_deref().or_else(|| nearest(id, known.clone()));
    if let Some(near) = near {
        found = found.label(format!("did you mean `{near}`?"));
        let certain =
            elsewhere.is_none() && slip::meant(id, known, slip::SHORTEST_ID) == Some(near);
        if certain {
            found.fix = fix(id, near, spans, sources);
        }
    }
    for span in others.iter().take(SHOWN) {
        found = found.also(*span, "named here, too");
    }
    if let Some(rest) = others.get(SHOWN..).filter(|it| !it.is_empty()) {
        found = found.note(more(rest));
    }
    Some(match elsewhere {
        Some(Space::Record(kind)) if is_link(*first, space, sources) => found.help(format!(
            "write `{}:{id}`, or link {}",
            kind.link(),
            space.noun()
        )),
        // One place and a proposal say it all.
        None if near.is_some() && others.is_empty() => found,
        _ => found.help(help(space, id, near, definitions)),
    })
}

/// The edits that write `near` in the place of `id` at every place, or nothing if one of them is not certain.
fn fix(id: &Id, near: &str, spans: &[Span], sources: &Sources) -> Option<source::Fix> {
    let edit = |span: &Span| {
        let text = &*sources.file(span.file).text;
        let span = slip::place(text, *span, id)?;
        let text = slip::stands_alone(text, span, near).then(|| near.to_owned())?;
        Some(source::Edit { span, text })
    };
    let edits = spans.iter().map(edit).collect::<Option<_>>()?;
    Some(source::Fix { edits })
}

/// Another space in which `id` exists.
fn elsewhere(space: Space, id: &Id, definitions: &Definitions) -> Option<Space> {
    let records = Kind::ALL.iter().map(|kind| Space::Record(*kind));
    let mut spaces = records.chain([Space::Family, Space::Group]);
    spaces.find(|it| *it != space && definitions.defines(*it, id))
}

fn more(rest: &[Span]) -> String {
    let files: BTreeSet<_> = rest.iter().map(|it| it.file).collect();
    let count = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
    let (places, files) = (count(rest.len(), "more place"), count(files.len(), "file"));
    format!("and {places} in {files}")
}

/// Whether the reference says its kind itself, as `kind:id`.
fn is_link(span: Span, space: Space, sources: &Sources) -> bool {
    let word = format!("{}:", space.word());
    sources.text(span).contains(&word)
}

fn help(space: Space, id: &Id, near: Option<&str>, definitions: &Definitions) -> String {
    let both = |add: String| match near {
        Some(near) => format!("write `{near}`, or {add}"),
        None => format!("{add}, or correct the id"),
    };
    let declare = |table: &str| {
        let add = format!("declare it in `data/comparison.toml`, `{id} = \"…\"` below `[{table}]`");
        match listed(space, definitions).filter(|_| near.is_none()) {
            Some(known) => format!("{add}, or use one of {known}"),
            None => both(add),
        }
    };
    match space {
        _ if Id::problem(id).is_some() && space != Space::Escape => {
            "correct the id: it has lower case \
             letters, digits and single hyphens, and begins with a letter"
                .to_owned()
        }
        Space::Record(kind) => both(format!("add `data/{}/{id}.toml`", kind.folder())),
        Space::Family => declare("families"),
        Space::Group => declare("groups"),
        Space::Name => both(format!(
            "add `data/quantities/{id}.toml`, `data/facts/{id}.toml` or `data/costs/{id}.toml`"
        )),
        Space::Answer => both(format!("add `data/options/{id}.toml`")),
        Space::Escape => match id.split_once('/') {
            Some((limit, _)) => both(format!("add it to `unless` of `data/limits/{limit}.toml`")),
            None => "correct the id".to_owned(),
        },
    }
}

/// The ids of a small space, to choose from.
fn listed(space: Space, definitions: &Definitions) -> Option<String> {
    let mut known: Vec<_> = definitions.ids(space).collect();
    known.sort_unstable();
    let fits = (1..=LISTED).contains(&known.len());
    let known: Vec<_> = known.iter().map(|it| format!("`{it}`")).collect();
    fits.then(|| known.join(", "))
}
