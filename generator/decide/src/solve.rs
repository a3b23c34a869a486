//! Solving problems: all of them block by block, so that what several read is drawn once.

use std::borrow::{Borrow, Cow};
use std::collections::BTreeMap;

use crate::columns::Columns;
use crate::decision::decision;
use crate::lanes::BLOCK;
use crate::outcome::{Decision, Outcome};
use crate::plan::{Plan, once};
use crate::problem::{Component, Problem};
use crate::problem_error::ProblemError;
use crate::run::{Run, Scratch};
use crate::verdict::parts;
use crate::workload::check_id;

/// What comes out of `problem`.
///
/// # Errors
/// [`ProblemError`], the first that is found, with the path of its field.
pub fn solve(problem: &Problem) -> Result<Outcome, ProblemError> {
    let pieces = split(problem)?;
    let decisions = decide_all(pieces.iter().map(|it| &*it.problem));
    let components = pieces.iter().map(|it| it.component);
    join(problem, components.zip(decisions).collect())
}

/// What comes out of each of `problems`, in their order: the same as alone, but inputs that several share are drawn once.
///
/// # Errors
/// Each problem has its own, as for [`solve`].
pub fn solve_all<P: Borrow<Problem>>(problems: &[P]) -> Vec<Result<Outcome, ProblemError>> {
    let problems: Vec<&Problem> = problems.iter().map(Borrow::borrow).collect();
    let mut pieces = Vec::new();
    let mut refused = BTreeMap::new();
    for (at, problem) in problems.iter().copied().enumerate() {
        match split(problem) {
            Ok(own) => pieces.extend(own.into_iter().map(|piece| (at, piece))),
            Err(error) => {
                refused.insert(at, error);
            }
        }
    }
    let mut decided: Vec<Vec<_>> = problems.iter().map(|_| Vec::new()).collect();
    let whole = pieces.iter().map(|(_, it)| &*it.problem);
    for ((at, piece), decision) in pieces.iter().zip(decide_all(whole)) {
        decided[*at].push((piece.component, decision));
    }
    let outcomes = problems.into_iter().zip(decided).enumerate();
    outcomes
        .map(|(at, (problem, decided))| match refused.remove(&at) {
            Some(error) => Err(error),
            None => join(problem, decided),
        })
        .collect()
}

/// A problem without components: all of one, or one component of it.
struct Piece<'p> {
    problem: Cow<'p, Problem>,
    component: Option<&'p Component>,
}

/// The pieces of `problem`.
fn split(problem: &Problem) -> Result<Vec<Piece<'_>>, ProblemError> {
    if problem.components.is_empty() {
        return Ok(vec![Piece {
            problem: Cow::Borrowed(problem),
            component: None,
        }]);
    }
    for (at, component) in problem.components.iter().enumerate() {
        check_id(&component.id, &format!("components[{at}].id"))?;
    }
    let ids = problem.components.iter().map(|it| it.id.as_str());
    once(ids, |at| format!("components[{at}].id"))?;
    let pieces = problem.components.iter().map(|component| {
        let mut own = Problem {
            id: component.id.clone(),
            components: Vec::new(),
            ..problem.clone()
        };
        own.quantities.extend(component.quantities.clone());
        if let Some(needs) = &component.needs {
            own.needs.clone_from(needs);
            own.pairs.clear();
        }
        Piece {
            problem: Cow::Owned(own),
            component: Some(component),
        }
    });
    Ok(pieces.collect())
}

type Decided<'p> = (Option<&'p Component>, Result<Decision, ProblemError>);

/// The outcome of `problem`, whose pieces are decided.
fn join(problem: &Problem, decided: Vec<Decided<'_>>) -> Result<Outcome, ProblemError> {
    let mut components = BTreeMap::new();
    for (component, decision) in decided {
        let Some(component) = component else {
            return Ok(Outcome::Whole(Box::new(decision?)));
        };
        let decision = decision.map_err(|it| relocated(it, component, problem))?;
        components.insert(component.id.clone(), decision);
    }
    Ok(Outcome::Parts(parts(&problem.id, components)))
}

/// `error`, with the path of the component if that is where the field stands.
fn relocated(error: ProblemError, component: &Component, problem: &Problem) -> ProblemError {
    let field = |name: &str, id: &str| {
        let rest = error.path.strip_prefix(name);
        rest.is_some_and(|it| it == id || it.starts_with(&format!("{id}.")))
    };
    let needs = component.needs.is_some() && field("needs", "");
    let mut quantities = component.quantities.keys();
    let quantities = quantities.any(|id| field("quantities.", id));
    let mut all = problem.components.iter();
    let index = all.position(|it| it.id == component.id);
    match index {
        Some(at) if needs || quantities => ProblemError {
            path: format!("components[{at}].{}", error.path),
            ..error
        },
        _ => error,
    }
}

/// So many problems are prepared at once. More would be drawn together, but each takes memory until all of them are drawn.
const TOGETHER: usize = 64;

/// The decision of each problem, in their order.
fn decide_all<'p>(
    problems: impl Iterator<Item = &'p Problem>,
) -> Vec<Result<Decision, ProblemError>> {
    let problems: Vec<_> = problems.collect();
    problems.chunks(TOGETHER).flat_map(decide_some).collect()
}

/// The same; those with the same seed and number of draws are drawn together.
fn decide_some(problems: &[&Problem]) -> Vec<Result<Decision, ProblemError>> {
    let mut decisions: Vec<Option<Result<Decision, ProblemError>>> = Vec::new();
    let mut alike: BTreeMap<(&str, u32), Vec<(usize, Plan<'_>)>> = BTreeMap::new();
    for (at, problem) in problems.iter().copied().enumerate() {
        decisions.push(None);
        match Plan::of(problem) {
            Ok(plan) => {
                let group = alike.entry((&problem.seed, problem.draws)).or_default();
                group.push((at, plan));
            }
            Err(error) => decisions[at] = Some(Err(error)),
        }
    }
    for ((seed, draws), plans) in alike {
        let (places, plans): (Vec<_>, Vec<_>) = plans.into_iter().unzip();
        for (at, decision) in places.into_iter().zip(draw(seed, draws, plans)) {
            decisions[at] = Some(Ok(decision));
        }
    }
    decisions.into_iter().flatten().collect()
}

/// The decisions of `plans`, which have a seed and a number of draws in common.
fn draw<'p>(seed: &'p str, draws: u32, plans: Vec<Plan<'p>>) -> Vec<Decision> {
    let mut columns = Columns::new(seed);
    let runs = plans.into_iter().map(|plan| Run::new(plan, &mut columns));
    let mut runs: Vec<_> = runs.collect();
    let mut scratch = Scratch::default();
    let mut rest = draws as usize;
    while rest > 0 {
        let length = rest.min(BLOCK);
        columns.fill(length);
        for run in &mut runs {
            run.step(&columns, &mut scratch, length);
        }
        rest -= length;
    }
    runs.iter().map(|run| decision(run, &columns)).collect()
}
