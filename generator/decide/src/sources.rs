//! Where every number of a problem comes from in each run: fixed, drawn, or computed.

use crate::columns::Columns;
use crate::plan::{Known, Plan};
use crate::result::LimitStatus;
use crate::weighing::Weighing;
use crate::{Triangular, weights_from_swings};

/// Where a number comes from in a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Source {
    Fixed(f64),
    /// The column it is drawn in.
    Drawn(usize),
    /// The slot that has its amount.
    Formula(usize),
}

/// Where the numbers of a problem come from; pairs are the base run and the stress run.
pub(crate) struct Sources {
    pub(crate) quantities: Vec<[Source; 2]>,
    /// By option, then by need.
    pub(crate) cells: Vec<Vec<[Source; 2]>>,
    pub(crate) weights: [WeightSource; 2],
    /// By formula: whether the stress run reads it.
    pub(crate) stressed: Vec<bool>,
}

/// Where the weights of all needs come from.
pub(crate) enum WeightSource {
    Fixed(Vec<f64>),
    /// An order draw, and the place of every need in it.
    Order {
        order: usize,
        positions: Vec<usize>,
    },
    /// Points of each need.
    Swings(Vec<Source>),
}

impl Sources {
    /// The sources of `plan`; what is drawn gets its columns.
    pub(crate) fn of(plan: &Plan<'_>, columns: &mut Columns<'_>) -> Self {
        let quantities = plan.workload.quantities.iter().map(|it| match it.ranges {
            Some(ranges) => drawn(columns, format!("quantity/{}", it.id), ranges),
            // Nothing that is computed reads it.
            None => [Source::Fixed(0.0); 2],
        });
        let quantities = quantities.collect();
        let cell = |columns: &mut Columns<'_>, option: usize, need: usize| {
            let function = &plan.needs[need].function;
            let name = || format!("cell/{}", plan.cell_id(option, need));
            match plan.cells[option][need] {
                Known::Amount([base, stress]) if !base.is_exact() => {
                    let column = columns.amounts(name(), base, stress, Some(function));
                    [Source::Drawn(column); 2]
                }
                // An exact amount is exact in the stress run too.
                Known::Amount([base, _]) => [Source::Fixed(function.value(base.mode())); 2],
                Known::Unknown => [Source::Drawn(columns.uniform(name())); 2],
                Known::Value(value) => [Source::Fixed(value); 2],
                Known::Formula(formula) => [Source::Formula(plan.workload.slot(formula)); 2],
            }
        };
        let mut cells = Vec::with_capacity(plan.options.len());
        for option in 0..plan.options.len() {
            let row = (0..plan.needs.len()).map(|need| cell(columns, option, need));
            cells.push(row.collect());
        }
        Self {
            quantities,
            cells,
            weights: weights(plan, columns),
            stressed: stressed(plan),
        }
    }
}

fn drawn(columns: &mut Columns<'_>, name: String, [base, stress]: [Triangular; 2]) -> [Source; 2] {
    if stress.is_exact() {
        return [Source::Fixed(base.mode()); 2];
    }
    let column = Source::Drawn(columns.amounts(name, base, stress, None));
    let base = if base.is_exact() {
        Source::Fixed(base.mode())
    } else {
        column
    };
    [base, column]
}

fn weights(plan: &Plan<'_>, columns: &mut Columns<'_>) -> [WeightSource; 2] {
    match &plan.weighing {
        Weighing::Ranks {
            placing,
            centroid,
            drawn_in_base,
        } => {
            let order = columns.order(&placing.groups);
            let positions = &placing.positions;
            let order = || WeightSource::Order {
                order,
                positions: positions.clone(),
            };
            if *drawn_in_base {
                [order(), order()]
            } else {
                [WeightSource::Fixed(centroid.clone()), order()]
            }
        }
        Weighing::Swings(swings) => {
            let sources = swings.iter().zip(&plan.needs);
            let sources =
                sources.map(|(ranges, need)| drawn(columns, format!("need/{}", need.id), *ranges));
            let sources: Vec<_> = sources.collect();
            let exact = swings.iter().all(|[base, _]| base.is_exact());
            let base = if exact {
                let points: Vec<_> = swings.iter().map(|[base, _]| base.mode()).collect();
                WeightSource::Fixed(weights_from_swings(&points))
            } else {
                WeightSource::Swings(sources.iter().map(|[base, _]| *base).collect())
            };
            let stress = sources.iter().map(|[_, stress]| *stress).collect();
            [base, WeightSource::Swings(stress)]
        }
    }
}

/// By formula: whether a cell or a limit that straddles in the stress run reads it, also through others.
fn stressed(plan: &Plan<'_>) -> Vec<bool> {
    let workload = &plan.workload;
    let cells = plan.cells.iter().flatten().filter_map(|it| match it {
        Known::Formula(formula) => Some(*formula),
        _ => None,
    });
    let limits = plan.limits.iter();
    let limits = limits.filter(|it| it.status[1] == LimitStatus::Straddles);
    let limits = limits.flat_map(|it| workload.formulas_of(&it.when));
    let read: Vec<_> = cells.chain(limits).collect();
    let read = workload.behind(&read);
    let formulas = 0..workload.formulas.len();
    formulas.map(|it| read.contains(&it)).collect()
}
