//! Pros and cons: side by side for every option, by topic, in the same order.

use document::decision::ClaimIds;
use model::{Claim, Id, Kind, Record, Records};
use serde::Serialize;

use super::Knowledge;
use super::symbol::Symbol;
use crate::draft::{Anchor, Draft, SourceItem, anchor_of};
use crate::markup::Html;

/// The ledger of all options.
#[derive(Debug, Serialize)]
pub(super) struct Ledger {
    options: Vec<Side>,
    sources: Vec<SourceItem>,
    as_of: Option<Html>,
}

/// What speaks for and against one option.
#[derive(Debug, Serialize)]
struct Side {
    option: Anchor,
    id: String,
    name: String,
    symbol: Symbol,
    n_pros: usize,
    n_cons: usize,
    topics: Vec<Topic>,
    /// The topics under which nothing speaks against it.
    only_for: Vec<String>,
    /// The topics under which nothing speaks for it.
    only_against: Vec<String>,
}

/// The claims of one group of dimensions.
#[derive(Debug, Serialize)]
struct Topic {
    name: String,
    pros: Vec<ClaimView>,
    cons: Vec<ClaimView>,
}

/// A pro or a con.
#[derive(Debug, Serialize)]
pub(super) struct ClaimView {
    /// `pro` or `con`.
    side: &'static str,
    anchor: String,
    title: Html,
    href: Option<String>,
    option: Anchor,
    /// `minor`, `notable` or `major`.
    strength: &'static str,
    /// How many of three bars the strength fills.
    bars: usize,
    holds_when: Option<Html>,
    prose: Html,
    dimensions: Vec<Anchor>,
    /// The same point seen from the other side.
    mirrors: Option<Anchor>,
    counters: Vec<CounterView>,
    cites: Html,
    reviewed: Html,
}

/// A pro or a con in two lines; what it says at length stands in the ledger.
#[derive(Debug, Serialize)]
pub(super) struct ClaimBrief {
    title: Html,
    /// Where it stands at length.
    href: Option<String>,
    strength: &'static str,
    bars: usize,
    holds_when: Option<Html>,
    cites: Html,
}

/// What speaks for and against one option on a page about something else.
#[derive(Debug, Serialize)]
pub(super) struct OptionClaims {
    option: Anchor,
    symbol: Symbol,
    pros: Vec<ClaimBrief>,
    cons: Vec<ClaimBrief>,
}

/// A claim that answers another.
#[derive(Debug, Serialize)]
struct CounterView {
    claim: Anchor,
    note: Html,
}

pub(super) fn of(draft: &mut Draft<'_>) -> Ledger {
    let know = draft.know;
    let mut options = Vec::new();
    for id in know.in_order(Kind::Alternative) {
        let Some(option) = know.model.options.get(&id) else {
            continue;
        };
        let topics = topics(&id, draft);
        options.push(Side {
            option: draft.anchor(Kind::Alternative, &id),
            id: id.to_string(),
            name: option.name.text.clone(),
            symbol: Symbol::of(option),
            n_pros: topics.iter().map(|it| it.pros.len()).sum(),
            n_cons: topics.iter().map(|it| it.cons.len()).sum(),
            only_for: names(&topics, |it| it.cons.is_empty()),
            only_against: names(&topics, |it| it.pros.is_empty()),
            topics,
        });
    }
    Ledger {
        options,
        sources: draft.sources(),
        as_of: draft.as_of(),
    }
}

fn names(topics: &[Topic], that: impl Fn(&Topic) -> bool) -> Vec<String> {
    let found = topics.iter().filter(|it| that(it));
    found.map(|it| it.name.clone()).collect()
}

/// The claims of `kind` (pro or con) about an option, strongest first, in two lines each.
pub(super) fn briefs_of(kind: Kind, option: &Id, draft: &mut Draft<'_>) -> Vec<ClaimBrief> {
    let records = claims(kind, option, draft);
    records
        .into_iter()
        .map(|it| brief(it, kind, draft))
        .collect()
}

/// The claims about any of `dimensions`, option by option; an option without one is left out.
pub(super) fn by_option(
    options: &[Id],
    dimensions: &[&Id],
    draft: &mut Draft<'_>,
) -> Vec<OptionClaims> {
    let know = draft.know;
    let found = [Kind::Pro, Kind::Con].map(|kind| (kind, about(kind, dimensions, know)));
    let mut all = Vec::new();
    for option in options.iter().filter_map(|id| know.model.options.get(id)) {
        let [pros, cons] = [0, 1].map(|side| {
            let (kind, claims) = &found[side];
            let own = claims.iter().filter(|it| it.option.id == option.id);
            own.map(|it| brief(it, *kind, draft)).collect::<Vec<_>>()
        });
        if !pros.is_empty() || !cons.is_empty() {
            all.push(OptionClaims {
                option: draft.anchor(Kind::Alternative, &option.id),
                symbol: Symbol::of(option),
                pros,
                cons,
            });
        }
    }
    all
}

/// The claims of these ids, option by option, in their order.
pub(super) fn listed(all: &[ClaimIds], draft: &mut Draft<'_>) -> Vec<OptionClaims> {
    let know = draft.know;
    let mut out = Vec::new();
    for it in all {
        let Some(option) = know.model.options.get(&it.option) else {
            continue;
        };
        let [pros, cons] = [(Kind::Pro, &it.pros), (Kind::Con, &it.cons)].map(|(kind, ids)| {
            let claims = ids.iter().filter_map(|id| records(kind, know).get(id));
            claims.map(|it| brief(it, kind, draft)).collect::<Vec<_>>()
        });
        out.push(OptionClaims {
            option: draft.anchor(Kind::Alternative, &option.id),
            symbol: Symbol::of(option),
            pros,
            cons,
        });
    }
    out
}

/// The claims of `kind` that name one of the dimensions, each once, strongest first.
fn about<'m>(kind: Kind, dimensions: &[&Id], know: &'m Knowledge) -> Vec<&'m Record<Claim>> {
    let mut found = Vec::new();
    for dimension in dimensions {
        let ids = know.referring(kind, Kind::Dimension, dimension);
        let claims = ids.filter_map(|id| records(kind, know).get(id));
        // A text that only links to the dimension is no claim about it.
        found.extend(claims.filter(|it| it.dimensions.iter().any(|one| one.id == **dimension)));
    }
    strongest_first(&mut found);
    found.dedup_by(|a, b| a.id == b.id);
    found
}

fn brief(record: &Record<Claim>, kind: Kind, draft: &mut Draft<'_>) -> ClaimBrief {
    let title = draft.title(&record.title);
    let holds_when = draft.maybe(record.holds_when.as_ref());
    // Its date counts for the page even though it is not shown beside two lines.
    draft.reviewed(record.reviewed);
    ClaimBrief {
        title,
        href: draft.links.to(kind, &record.id),
        strength: record.strength.word(),
        bars: record.strength as usize + 1,
        holds_when,
        cites: draft.cites(&record.sources),
    }
}

/// One claim.
fn view(kind: Kind, record: &Record<Claim>, draft: &mut Draft<'_>) -> ClaimView {
    let title = draft.title(&record.title);
    let prose = draft.prose(&record.prose);
    let cites = draft.cites(&record.sources);
    let holds_when = draft.maybe(record.holds_when.as_ref());
    let mut counters = Vec::new();
    for counter in &record.counters {
        let claim = &counter.claim;
        if let Some(claim) = other(claim.space, &claim.id, draft) {
            let note = draft.line(&counter.note);
            counters.push(CounterView { claim, note });
        }
    }
    ClaimView {
        side: kind.link(),
        anchor: anchor_of(kind, &record.id),
        title,
        href: draft.links.to(kind, &record.id),
        option: draft.anchor(Kind::Alternative, &record.option.id),
        strength: record.strength.word(),
        bars: record.strength as usize + 1,
        holds_when,
        prose,
        dimensions: draft.anchors(Kind::Dimension, record.dimensions.iter().map(|it| &it.id)),
        mirrors: record
            .mirrors
            .as_ref()
            .and_then(|it| other(it.space, &it.id, draft)),
        counters,
        cites,
        reviewed: draft.reviewed(record.reviewed),
    }
}

fn other(space: model::Space, id: &Id, draft: &Draft<'_>) -> Option<Anchor> {
    match space {
        model::Space::Record(kind) => Some(draft.anchor(kind, id)),
        _ => None,
    }
}

/// Claims by the group of their first dimension. A group without a claim on either side has no topic.
fn topics(option: &Id, draft: &mut Draft<'_>) -> Vec<Topic> {
    let know = draft.know;
    let group_of = |claim: &Record<Claim>| {
        let first = claim.dimensions.first()?;
        let dimension = know.model.dimensions.get(&first.id)?;
        Some(dimension.group.id.clone())
    };
    let all = [Kind::Pro, Kind::Con].map(|kind| (kind, claims(kind, option, draft)));
    let mut topics = Vec::new();
    for (group, _, name) in know.model.manifest.groups.iter() {
        let [pros, cons] = [0, 1].map(|side| {
            let (kind, claims) = &all[side];
            let here = claims
                .iter()
                .filter(|it| group_of(it).as_ref() == Some(group));
            here.map(|it| view(*kind, it, draft)).collect::<Vec<_>>()
        });
        if !pros.is_empty() || !cons.is_empty() {
            let name = name.text.clone();
            topics.push(Topic { name, pros, cons });
        }
    }
    topics
}

fn claims<'m>(kind: Kind, option: &Id, draft: &Draft<'m>) -> Vec<&'m Record<Claim>> {
    let know = draft.know;
    let ids = know.referring(kind, Kind::Alternative, option);
    let found = ids.filter_map(|id| records(kind, know).get(id));
    let mut found: Vec<_> = found.filter(|it| it.option.id == *option).collect();
    strongest_first(&mut found);
    found
}

fn records(kind: Kind, know: &Knowledge) -> &Records<Claim> {
    match kind {
        Kind::Pro => &know.model.pros,
        _ => &know.model.cons,
    }
}

fn strongest_first(claims: &mut [&Record<Claim>]) {
    claims.sort_by(|a, b| (b.strength, &a.id).cmp(&(a.strength, &b.id)));
}
