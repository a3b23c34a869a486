//! The word of a decision: how sure it is, and what a problem in parts is called.

use std::collections::BTreeMap;

use crate::figures::Central;
use crate::outcome::{Decision, Parts, Word};
use crate::plan::Plan;
use crate::problem::Thresholds;
use crate::run::Run;

/// The options that are first most often.
pub(crate) struct Leaders {
    pub(crate) best: usize,
    pub(crate) runner_up: Option<usize>,
    /// In the stress run.
    pub(crate) stress_best: usize,
}

impl Leaders {
    /// The leaders of a run that has seen all its draws; nothing if every option is ruled out.
    pub(crate) fn of(run: &Run<'_>, central: &Central) -> Option<Self> {
        let leader = |first: &[u32], but: Option<usize>| {
            let left = run.plan.left().filter(|it| Some(*it) != but);
            // Of equal ones the last is the greatest, and ids are sorted: hence from the back.
            left.rev().max_by(|a, b| {
                let scores = &central.scores;
                first[*a]
                    .cmp(&first[*b])
                    .then(scores[*a].total_cmp(&scores[*b]))
            })
        };
        let best = leader(&run.base.first, None)?;
        Some(Self {
            best,
            runner_up: leader(&run.base.first, Some(best)),
            stress_best: leader(&run.stress.first, None)?,
        })
    }
}

/// Whether only one option is left, and no limit touches it in any draw.
pub(crate) fn by_elimination(run: &Run<'_>, leaders: &Leaders) -> bool {
    leaders.runner_up.is_none() && run.base.out[leaders.best] == 0
}

/// The word that holds without looking for an input that decides: [`Word::Clear`], or the one if there is no such input.
pub(crate) fn word(run: &Run<'_>, leaders: &Leaders) -> Word {
    let Plan { problem, .. } = &run.plan;
    let Thresholds {
        clear,
        stress,
        leaning,
        ..
    } = problem.thresholds;
    let first = run.base.first[leaders.best];
    let stress_first = run.stress.first[leaders.best];
    let reaches = |first: u32, percent: u8| {
        u64::from(first) * 100 >= u64::from(percent) * u64::from(problem.draws)
    };
    if by_elimination(run, leaders) || reaches(first, clear) && reaches(stress_first, stress) {
        Word::Clear
    } else if reaches(first, leaning) {
        Word::Leaning
    } else {
        Word::TooClose
    }
}

/// The word of a problem whose components are decided.
pub(crate) fn parts(id: &str, components: BTreeMap<String, Decision>) -> Parts {
    let decisions = || components.values();
    let first_best = decisions().next().and_then(|it| it.best.clone());
    let weakest = decisions().map(|it| it.word).max();
    let weakest = weakest.unwrap_or(Word::NothingFits);
    let agreed = decisions().all(|it| it.best == first_best);
    let sure = decisions().all(|it| it.word <= Word::Leaning);
    let (word, best) = match weakest {
        Word::NothingFits => (Word::NothingFits, None),
        word if agreed => (word, first_best),
        _ if sure => (Word::Split, None),
        _ => (Word::Depends, None),
    };
    let mut named = components.iter();
    let depends = named.find(|(_, it)| it.word == weakest);
    let depends = depends.filter(|_| word == Word::Depends);
    Parts {
        id: id.to_owned(),
        word,
        best,
        depends: depends.map(|(id, _)| id.clone()),
        components,
    }
}
