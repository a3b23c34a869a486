//! The pros and cons that count for a use case: those with a dimension among its needs.

use std::collections::BTreeMap;

use decide::{Outcome, Problem};
use model::{Claim, Id, Model, Record, Records};

use super::each_part;

/// The pros and cons of an option that are listed, by their ids.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimIds {
    /// The option.
    pub option: Id,
    /// What speaks for it.
    pub pros: Vec<Id>,
    /// What speaks against it.
    pub cons: Vec<Id>,
}

/// At most so many on each side.
const MOST: usize = 4;

/// The pros and cons of the options of the headline, and of the best one: heaviest need first, then strength, then id. All
/// sides of the headline have the same number of lines, as many as the shortest of them has, and one at least.
pub fn claims(problem: &Problem, outcome: &Outcome, model: &Model) -> Vec<ClaimIds> {
    let weights = weights(problem, outcome);
    let mut options: Vec<Id> = model.headline().iter().map(|it| it.id.clone()).collect();
    let headline = options.len();
    let best = outcome.best().map(Id::new);
    options.extend(best.filter(|it| !options.contains(it)));
    let of = |option: &Id| ClaimIds {
        option: option.clone(),
        pros: sorted(&model.pros, option, &weights),
        cons: sorted(&model.cons, option, &weights),
    };
    let mut all: Vec<_> = options.iter().map(of).collect();
    let sides = all.iter().take(headline);
    let shortest = sides.map(|it| it.pros.len().min(it.cons.len())).min();
    let lines = shortest.unwrap_or(MOST).clamp(1, MOST);
    for it in &mut all {
        it.pros.truncate(lines);
        it.cons.truncate(lines);
    }
    all
}

/// The weight of each need; with components, the largest it has in one.
fn weights(problem: &Problem, outcome: &Outcome) -> BTreeMap<String, f64> {
    let mut weights: BTreeMap<String, f64> = BTreeMap::new();
    each_part(problem, outcome, |_, _, decision| {
        for (need, weight) in &decision.weights {
            let largest = weights.entry(need.clone()).or_default();
            *largest = largest.max(*weight);
        }
    });
    weights
}

fn sorted(claims: &Records<Claim>, option: &Id, weights: &BTreeMap<String, f64>) -> Vec<Id> {
    let weight = |it: &Record<Claim>| {
        let dimensions = it.dimensions.iter();
        let weights = dimensions.filter_map(|it| weights.get(it.id.as_str()).copied());
        weights.max_by(f64::total_cmp)
    };
    let own = claims.iter().filter(|it| it.option.id == *option);
    let mut own: Vec<_> = own.filter_map(|it| Some((weight(it)?, it))).collect();
    own.sort_by(|(a, left), (b, right)| {
        b.total_cmp(a)
            .then(right.strength.cmp(&left.strength))
            .then(left.id.cmp(&right.id))
    });
    own.into_iter().map(|(_, it)| it.id.clone()).collect()
}
