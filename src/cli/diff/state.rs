//! What two states of the records say differently: facts, marks, verdicts.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use source::{FileId, Level, Sources};
use verdict::lock::Recorded;
use verdict::{Scores, Verdict, Verdicts};

use crate::project::Project;

/// What is compared of a state.
pub(super) struct State {
    /// Title and printed value of each fact.
    facts: BTreeMap<String, (String, String)>,
    /// The mark of each answer, by option and dimension.
    marks: BTreeMap<(String, String), &'static str>,
    /// The verdict of each use case and component.
    verdicts: BTreeMap<(String, Option<String>), Recorded>,
    /// Whether some records could not be read, so that nothing was decided.
    pub(super) is_broken: bool,
}

/// What two states say differently.
#[derive(Debug, Default)]
pub(super) struct Differences {
    pub(super) facts: Vec<Fact>,
    pub(super) marks: Vec<Mark>,
    pub(super) verdicts: Vec<Decided>,
}

/// A fact that is printed differently.
#[derive(Debug)]
pub(super) struct Fact {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) before: Option<String>,
    pub(super) now: Option<String>,
}

/// An answer with another mark.
#[derive(Debug)]
pub(super) struct Mark {
    pub(super) option: String,
    pub(super) dimension: String,
    pub(super) before: Option<&'static str>,
    pub(super) now: Option<&'static str>,
}

/// A verdict that is another, or has other counts.
#[derive(Debug)]
pub(super) struct Decided {
    pub(super) use_case: String,
    pub(super) component: Option<String>,
    pub(super) before: Option<Recorded>,
    pub(super) now: Option<Recorded>,
}

impl State {
    /// The state of a project whose use cases are decided.
    pub(super) fn of_project(project: &Project) -> Self {
        let Project {
            model,
            scores,
            verdicts,
            ..
        } = project;
        Self::new(model, scores, verdicts, project.is_broken())
    }

    /// The state that some files describe.
    pub(super) fn of(sources: &Sources, files: &[FileId]) -> Self {
        let loaded = model::load(sources, files);
        let is_broken = loaded.diagnostics.iter().any(|it| it.level == Level::Error);
        let (scores, _) = Scores::of(&loaded.model);
        let verdicts = if is_broken {
            Verdicts::default()
        } else {
            Verdicts::of(&loaded.model).0
        };
        Self::new(&loaded.model, &scores, &verdicts, is_broken)
    }

    fn new(model: &model::Model, scores: &Scores, verdicts: &Verdicts, is_broken: bool) -> Self {
        let facts = model.facts.iter().map(|it| {
            let title = model.plain_text(&it.title);
            (it.id.to_string(), (title, it.text()))
        });
        let cells = model.dimensions.iter().flat_map(|dimension| {
            let cells = dimension.cells.iter();
            cells.map(move |(option, _)| (&option.id, &dimension.id))
        });
        let marks = cells.filter_map(|(option, dimension)| {
            let mark = scores.mark(dimension, option)?;
            Some(((option.to_string(), dimension.to_string()), mark.word()))
        });
        Self {
            facts: facts.collect(),
            marks: marks.collect(),
            verdicts: verdicts
                .iter()
                .flat_map(|(id, it)| recorded(id, it))
                .collect(),
            is_broken,
        }
    }
}

/// The verdict of a use case, then those of its components.
fn recorded(id: &str, verdict: &Verdict) -> Vec<((String, Option<String>), Recorded)> {
    let whole = ((id.to_owned(), None), Recorded::of(&verdict.outcome));
    let parts = verdict
        .decisions()
        .into_iter()
        .filter_map(|(part, decision)| {
            let key = (id.to_owned(), Some(part?.to_owned()));
            Some((key, Recorded::of_decision(decision)))
        });
    std::iter::once(whole).chain(parts).collect()
}

impl Differences {
    /// What `now` says differently from `before`. Verdicts are compared if both states have some.
    pub(super) fn between(before: &State, now: &State) -> Self {
        let facts = keys(&before.facts, &now.facts)
            .into_iter()
            .filter_map(|id| {
                let (old, new) = (before.facts.get(id), now.facts.get(id));
                let text = |it: Option<&(String, String)>| it.map(|it| it.1.clone());
                let (title, _) = new.or(old)?;
                (text(old) != text(new)).then(|| Fact {
                    id: id.clone(),
                    title: title.clone(),
                    before: text(old),
                    now: text(new),
                })
            });
        let marks = keys(&before.marks, &now.marks)
            .into_iter()
            .filter_map(|key| {
                let (old, new) = (before.marks.get(key).copied(), now.marks.get(key).copied());
                (old != new).then(|| Mark {
                    option: key.0.clone(),
                    dimension: key.1.clone(),
                    before: old,
                    now: new,
                })
            });
        let verdicts = keys(&before.verdicts, &now.verdicts);
        let verdicts = verdicts.into_iter().filter_map(|key| {
            let (old, new) = (before.verdicts.get(key), now.verdicts.get(key));
            let same = match (old, new) {
                (Some(old), Some(new)) => old.agrees(new) && old.first == new.first,
                _ => false,
            };
            (!same).then(|| Decided {
                use_case: key.0.clone(),
                component: key.1.clone(),
                before: old.cloned(),
                now: new.cloned(),
            })
        });
        Self {
            facts: facts.collect(),
            marks: marks.collect(),
            verdicts: if before.is_broken {
                Vec::new()
            } else {
                verdicts.collect()
            },
        }
    }

    /// Whether both states say the same.
    pub(super) fn is_empty(&self) -> bool {
        self.facts.is_empty() && self.marks.is_empty() && self.verdicts.is_empty()
    }

    /// The differences for programs.
    pub(super) fn json(&self) -> Value {
        let facts = self.facts.iter().map(
            |it| json!({ "id": it.id, "title": it.title, "before": it.before, "now": it.now }),
        );
        let marks = self.marks.iter().map(|it| {
            let (option, dimension) = (&it.option, &it.dimension);
            json!({ "option": option, "dimension": dimension, "before": it.before, "now": it.now })
        });
        let verdicts = self.verdicts.iter().map(|it| {
            json!({
                "use_case": it.use_case,
                "component": it.component,
                "before": it.before.as_ref().map(verdict),
                "now": it.now.as_ref().map(verdict),
            })
        });
        json!({
            "facts": facts.collect::<Vec<_>>(),
            "marks": marks.collect::<Vec<_>>(),
            "verdicts": verdicts.collect::<Vec<_>>(),
        })
    }
}

impl Decided {
    /// The options whose counts of first places differ: option, before, now.
    pub(super) fn drift(&self) -> Vec<(&str, u32, u32)> {
        let (Some(before), Some(now)) = (&self.before, &self.now) else {
            return Vec::new();
        };
        let count = |it: &Recorded, option: &str| it.first.get(option).copied().unwrap_or(0);
        let options = keys(&before.first, &now.first).into_iter();
        let counts = options.map(|it| (it.as_str(), count(before, it), count(now, it)));
        counts.filter(|(_, before, now)| before != now).collect()
    }
}

fn verdict(it: &Recorded) -> Value {
    json!({
        "word": it.word,
        "best": it.best,
        "depends": it.depends,
        "ruled_out": it.ruled_out,
        "first": it.first,
        "draws": it.draws,
    })
}

/// The keys of both, sorted.
fn keys<'k, K: Ord, V>(one: &'k BTreeMap<K, V>, other: &'k BTreeMap<K, V>) -> Vec<&'k K> {
    let keys: BTreeSet<_> = one.keys().chain(other.keys()).collect();
    keys.into_iter().collect()
}
