//! The outcome of a run, put together from its counts and its central figures, under the names of the problem.

use std::collections::BTreeMap;

use crate::agreement::winners;
use crate::columns::Columns;
use crate::contribution::{difference, named, thousandths};
use crate::depends::depends;
use crate::figures::{Central, figures};
use crate::landscape::Landscape;
use crate::outcome::{Decision, Word};
use crate::plan::{Known, Plan};
use crate::problem::EscapeState;
use crate::result::{
    Agreement, LimitResult, LimitStatus, Points, RuledOut, Stress, TieQuantity, TieWeight,
};
use crate::run::Run;
use crate::tie_quantity::tie_quantities;
use crate::tie_score::{Rivals, tie_scores};
use crate::tie_weight;
use crate::verdict::{Leaders, by_elimination, word};

/// The decision of a run that has seen all its draws.
pub(crate) fn decision(run: &Run<'_>, columns: &Columns<'_>) -> Decision {
    let plan = &run.plan;
    let central = Central::of(run, columns);
    let leaders = Leaders::of(run, &central);
    let land = Landscape::of(plan, &central).ok();
    let name = |option: usize| plan.options[option].to_owned();
    let mut verdict = leaders
        .as_ref()
        .map_or(Word::NothingFits, |it| word(run, it));
    let depends = match verdict {
        Word::Leaning | Word::TooClose => depends(run, &central, land.as_ref()),
        _ => None,
    };
    if depends.is_some() {
        verdict = Word::Depends;
    }
    let rivals = leaders.as_ref().and_then(|it| {
        let (best, runner_up) = (it.best, it.runner_up?);
        Some(Rivals { best, runner_up })
    });
    let contributions = contributions(plan, &central);
    let full = run.base.full.as_ref();
    let ranks = |option: usize| full.map_or_else(Vec::new, |it| it.ranks[option].clone());
    let beats = |a: usize, b: usize| full.map_or(0, |it| it.pairwise[a][b]);
    let pairwise = |a: usize| {
        let others = (0..plan.options.len()).filter(|it| *it != a);
        others.map(|b| (name(b), beats(a, b))).collect()
    };
    let formulas = plan.workload.formulas.iter().map(|it| it.id.to_owned());
    Decision {
        id: plan.problem.id.clone(),
        draws: plan.problem.draws,
        word: verdict,
        best: leaders.as_ref().map(|it| name(it.best)),
        runner_up: rivals.map(|it| name(it.runner_up)),
        by_elimination: leaders.as_ref().is_some_and(|it| by_elimination(run, it)),
        depends,
        weights: by_need(plan, &central.weights),
        values: by_option(plan, |it| by_need(plan, &central.values[it])),
        scores: by_option(plan, |it| central.scores[it]),
        waterfall: rivals.map(|it| waterfall(plan, &contributions, it)),
        first: by_option(plan, |it| run.base.first[it]),
        ranks: by_option(plan, ranks),
        out: by_option(plan, |it| run.base.out[it]),
        tied: run.base.tied,
        none: run.base.none,
        pairwise: by_option(plan, pairwise),
        stress: stress(run, leaders.as_ref()),
        limits: limits(run),
        ruled_out: ruled_out(plan, &central),
        tie_weights: rivals.map_or_else(Vec::new, |it| tie_weights(plan, &central, it)),
        tie_scores: rivals.map_or_else(Vec::new, |it| tie_scores(plan, &central, it)),
        tie_quantities: ties_of_quantities(plan, land.as_ref(), rivals),
        agreement: agreement(plan, &central, leaders.as_ref()),
        formulas: formulas.zip(figures(run)).collect(),
        breakevens: plan.crossings.clone(),
        unknown: unknown(plan),
        warnings: plan.warnings.clone(),
        contributions,
    }
}

fn by_option<T>(plan: &Plan<'_>, of: impl Fn(usize) -> T) -> BTreeMap<String, T> {
    let options = plan.options.iter().enumerate();
    options.map(|(at, id)| ((*id).to_owned(), of(at))).collect()
}

fn by_need(plan: &Plan<'_>, numbers: &[f64]) -> BTreeMap<String, f64> {
    let ids = plan.needs.iter().map(|it| it.id.to_owned());
    ids.zip(numbers.iter().copied()).collect()
}

fn contributions(plan: &Plan<'_>, central: &Central) -> BTreeMap<String, Points> {
    by_option(plan, |option| {
        let (values, score) = (&central.values[option], central.scores[option]);
        let points = thousandths(&central.weights, values, score);
        named(plan.needs.iter().map(|it| it.id), &points)
    })
}

fn waterfall(plan: &Plan<'_>, contributions: &BTreeMap<String, Points>, rivals: Rivals) -> Points {
    let of = |option: usize| &contributions[plan.options[option]];
    difference(of(rivals.best), of(rivals.runner_up))
}

fn stress(run: &Run<'_>, leaders: Option<&Leaders>) -> Stress {
    let plan = &run.plan;
    let central_weights = |option: usize| {
        let first = run.stress.first[option];
        let sums = run.winning_weights[option].iter();
        let means: Vec<_> = sums.map(|it| it / f64::from(first)).collect();
        (first > 0).then(|| by_need(plan, &means))
    };
    Stress {
        best: leaders.map(|it| plan.options[it.stress_best].to_owned()),
        first: by_option(plan, |it| run.stress.first[it]),
        out: by_option(plan, |it| run.stress.out[it]),
        tied: run.stress.tied,
        none: run.stress.none,
        central_weights: by_option(plan, central_weights),
    }
}

fn limits(run: &Run<'_>) -> Vec<LimitResult> {
    let limits = run.plan.limits.iter().zip(&run.held);
    let results = limits.map(|(it, held)| LimitResult {
        id: it.limit.id.clone(),
        option: it.limit.option.clone(),
        status: it.status[0],
        draws: match it.status[0] {
            LimitStatus::Fires => run.plan.problem.draws,
            LimitStatus::Straddles => *held,
            _ => 0,
        },
    });
    results.collect()
}

fn ruled_out(plan: &Plan<'_>, central: &Central) -> Vec<RuledOut> {
    let out = (0..plan.options.len()).filter(|it| plan.ruled_out[*it]);
    let results = out.map(|option| {
        let firing = plan
            .limits
            .iter()
            .map(|it| (it.option, it.status[0], it.limit));
        let firing =
            firing.filter(|(whose, status, _)| *whose == option && *status == LimitStatus::Fires);
        let limits: Vec<_> = firing.map(|(_, _, limit)| limit).collect();
        let escapes = limits.iter().flat_map(|limit| {
            let open = limit.unless.iter();
            let open = open.filter(|it| it.state == EscapeState::Open);
            open.map(|it| format!("{}/{}", limit.id, it.id))
        });
        let mut open_escapes: Vec<_> = escapes.collect();
        open_escapes.sort_unstable();
        let own = central.scores[option];
        // Of equal scores the first id is the higher one.
        let behind = |other: usize| {
            let its = central.scores[other];
            its < own || its <= own && option < other
        };
        RuledOut {
            option: plan.options[option].to_owned(),
            limits: limits.iter().map(|it| it.id.clone()).collect(),
            open_escapes,
            first_if_lifted: plan.left().all(behind),
        }
    });
    results.collect()
}

fn tie_weights(plan: &Plan<'_>, central: &Central, rivals: Rivals) -> Vec<TieWeight> {
    let differences = rivals.differences(central);
    let needs = plan.needs.iter().enumerate();
    let ties = needs.filter_map(|(at, need)| {
        Some(TieWeight {
            need: need.id.to_owned(),
            now: central.weights[at],
            at: tie_weight::possible(&central.weights, &differences, at)?,
        })
    });
    let mut ties: Vec<_> = ties.collect();
    let distance = |it: &TieWeight| (it.at - it.now).abs();
    // Stable, so that equal distances stay in id order.
    ties.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
    ties
}

fn ties_of_quantities(
    plan: &Plan<'_>,
    land: Option<&Landscape<'_>>,
    rivals: Option<Rivals>,
) -> Vec<TieQuantity> {
    let ties = land.zip(rivals);
    ties.map_or_else(Vec::new, |(land, it)| tie_quantities(plan, land, it.best))
}

fn agreement(plan: &Plan<'_>, central: &Central, leaders: Option<&Leaders>) -> Agreement {
    let left: Vec<usize> = plan.left().collect();
    let values: Vec<_> = left.iter().map(|it| central.values[*it].clone()).collect();
    let winners = winners(&central.weights, &values);
    let winners = winners.map(|(method, winner)| (method, winner.map(|it| left[it])));
    let best = leaders.map(|it| it.best);
    let agree = winners.iter().filter(|(_, it)| it.is_some() && *it == best);
    Agreement {
        agree: agree.count(),
        of: winners.len(),
        winners: winners
            .into_iter()
            .map(|(method, it)| (method, it.map(|it| plan.options[it].to_owned())))
            .collect(),
    }
}

fn unknown(plan: &Plan<'_>) -> Vec<String> {
    let cells = plan.cells.iter().enumerate().flat_map(|(option, row)| {
        let cells = row.iter().enumerate();
        let unknown = cells.filter(|(_, it)| matches!(it, Known::Unknown));
        unknown.map(move |(need, _)| plan.cell_id(option, need))
    });
    let mut cells: Vec<_> = cells.collect();
    cells.sort_unstable();
    cells
}
