//! Limits: whether they rule an option out for certain, in some draws, or not at all.

use crate::Formula;
use crate::interval::Interval;
use crate::problem::{EscapeState, Limit};
use crate::problem_error::{Fault, ProblemError};
use crate::result::LimitStatus;
use crate::truth::Truth;
use crate::workload::{Program, Workload, check_id};

/// A limit, and what it does in both runs.
pub(crate) struct Knockout<'p> {
    pub(crate) limit: &'p Limit,
    /// The option it can rule out, by index.
    pub(crate) option: usize,
    pub(crate) when: Program,
    /// In the base run and in the stress run.
    pub(crate) status: [LimitStatus; 2],
}

impl<'p> Knockout<'p> {
    /// The limit that stands at `at` in the problem.
    ///
    /// - `options`: their ids, sorted.
    /// - `intervals`: what every slot of the workload can be, in both runs.
    pub(crate) fn of(
        limit: &'p Limit,
        at: usize,
        options: &[&str],
        workload: &Workload<'_>,
        intervals: &[Vec<Option<Interval>>; 2],
    ) -> Result<Self, ProblemError> {
        check_id(&limit.id, &format!("limits[{at}].id"))?;
        let option = options.iter().position(|it| *it == limit.option);
        let option = option.ok_or_else(|| {
            let (kind, name) = ("option", limit.option.clone());
            Fault::Unknown { kind, name }.at(format!("limits[{at}].option"))
        })?;
        for (escape, it) in limit.unless.iter().enumerate() {
            let path = format!("limits[{at}].unless[{escape}].id");
            check_id(&it.id, &path)?;
            if limit.unless[..escape].iter().any(|other| other.id == it.id) {
                return Err(Fault::Twice(it.id.clone()).at(path));
            }
        }
        let when = Formula::condition(&limit.when).and_then(|it| workload.program(it));
        let path = || format!("limits[{at}].when");
        let when = when.map_err(|it| Fault::Formula(it).at(path()))?;
        let taken = limit.unless.iter().any(|it| it.state == EscapeState::Taken);
        let status = |run: usize| {
            let truth = when.truth_throughout(&intervals[run]);
            truth.map(|it| status(it, !when.unstated.is_empty(), taken))
        };
        let statuses = status(0).and_then(|base| Ok([base, status(1)?]));
        let status = statuses.map_err(|it| Fault::Formula(it).at(path()))?;
        Ok(Self {
            limit,
            option,
            when,
            status,
        })
    }
}

fn status(truth: Truth, unstated: bool, taken: bool) -> LimitStatus {
    match truth {
        Truth::False => LimitStatus::Clear,
        Truth::Unknown if unstated => LimitStatus::Unstated,
        Truth::True | Truth::Unknown if taken => LimitStatus::Lifted,
        Truth::True => LimitStatus::Fires,
        Truth::Unknown => LimitStatus::Straddles,
    }
}
