//! How many records of each kind a synthetic project has.

use anyhow::ensure;
use model::Kind;

/// The number of options: comparisons have few, whatever else grows.
pub(super) const OPTIONS: usize = 5;

/// The most quantities: the page of every use case tells of all of them.
const QUANTITIES: usize = 20;

/// Counts per kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plan {
    counts: Vec<(Kind, usize)>,
}

/// Every kind that grows without end: the fewest records that the others need to refer to, and its share, which is the count in the
/// knowledge base of this repository.
const SHARES: [(Kind, usize, usize); 17] = [
    (Kind::Case, 1, 15),
    (Kind::Change, 1, 13),
    (Kind::Con, OPTIONS, 39),
    (Kind::Contradiction, 1, 15),
    (Kind::Cost, 2, 9),
    (Kind::Deck, 1, 2),
    (Kind::Dimension, 2, 33),
    (Kind::Fact, 5, 175),
    (Kind::Limit, 2, 15),
    (Kind::Pro, OPTIONS, 40),
    (Kind::Product, OPTIONS, 17),
    (Kind::Snippet, 1, 3),
    (Kind::Source, 2, 139),
    (Kind::Statement, 2, 112),
    (Kind::Table, 2, 11),
    (Kind::Term, 1, 66),
    (Kind::UseCase, 1, 27),
];

/// The kinds with a page for each record, options aside.
const PAGED: [Kind; 4] = [Kind::Dimension, Kind::Product, Kind::Table, Kind::UseCase];

impl Plan {
    /// Exactly `records` records.
    ///
    /// # Errors
    /// When there are too few for one of every kind.
    pub(super) fn of_records(records: usize) -> anyhow::Result<Self> {
        let whole = sum(SHARES.map(|(_, _, share)| share));
        let quantities = quantities(records, whole);
        let fixed = OPTIONS + quantities;
        let least = fixed + sum(SHARES.map(|(_, least, _)| least));
        ensure!(
            records >= least,
            "a project needs at least {least} records, not {records}"
        );
        Ok(Self::new(&spread(&SHARES, records - fixed), quantities))
    }

    /// Records for exactly `pages` pages, of which `written` are not made from records; lists grow in proportion.
    ///
    /// # Errors
    /// When there are too few for one page of every kind.
    pub(super) fn of_pages(pages: usize, written: usize) -> anyhow::Result<Self> {
        let paged: Vec<_> = SHARES
            .into_iter()
            .filter(|(kind, ..)| PAGED.contains(kind))
            .collect();
        let fixed = OPTIONS + written;
        let least = fixed + sum(paged.iter().map(|(_, least, _)| *least));
        ensure!(
            pages >= least,
            "a project needs at least {least} pages, not {pages}"
        );
        let mut counts = spread(&paged, pages - fixed);
        let shares = sum(paged.iter().map(|(_, _, share)| *share));
        for (kind, least, share) in SHARES {
            if !PAGED.contains(&kind) {
                counts.push((kind, least.max(share * (pages - fixed) / shares)));
            }
        }
        Ok(Self::new(&counts, quantities(pages - fixed, shares)))
    }

    /// How many records of `kind` there are, at least 1.
    pub(super) fn count(&self, kind: Kind) -> usize {
        let found = self.counts.iter().find(|(known, _)| *known == kind);
        found.map_or(1, |(_, count)| *count)
    }

    fn new(counts: &[(Kind, usize)], quantities: usize) -> Self {
        let mut counts = counts.to_vec();
        counts.push((Kind::Quantity, quantities));
        counts.push((Kind::Alternative, OPTIONS));
        counts.sort_unstable();
        Self { counts }
    }
}

/// How many quantities belong to `size` of what is `whole` in the knowledge base of this repository.
fn quantities(size: usize, whole: usize) -> usize {
    (QUANTITIES * size / whole).clamp(2, QUANTITIES)
}

/// Spreads `total` over kinds by their shares, each getting its least number first; what is left over by rounding goes to
/// the first kinds.
fn spread(shares: &[(Kind, usize, usize)], total: usize) -> Vec<(Kind, usize)> {
    let free = total - sum(shares.iter().map(|(_, least, _)| *least));
    let whole = sum(shares.iter().map(|(_, _, share)| *share));
    let part = |(kind, least, share): &(Kind, usize, usize)| (*kind, least + free * share / whole);
    let mut counts: Vec<_> = shares.iter().map(part).collect();
    let left = total - sum(counts.iter().map(|(_, count)| *count));
    counts
        .iter_mut()
        .take(left)
        .for_each(|(_, count)| *count += 1);
    counts
}

fn sum(numbers: impl IntoIterator<Item = usize>) -> usize {
    numbers.into_iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_records_and_the_total_is_what_was_asked_for() {
        for records in [60, 200, 2_000, 20_000] {
            let plan = Plan::of_records(records).expect("enough");
            assert_eq!(sum(Kind::ALL.iter().map(|kind| plan.count(*kind))), records);
        }
        assert!(Plan::of_records(20).is_err());
    }

    #[test]
    fn pages_are_counted_exactly() {
        for pages in [30, 200, 1_000] {
            let plan = Plan::of_pages(pages, 12).expect("enough");
            let paged = sum(PAGED.map(|kind| plan.count(kind)));
            assert_eq!(12 + OPTIONS + paged, pages);
        }
        assert!(Plan::of_pages(20, 12).is_err());
    }

    #[test]
    fn kinds_keep_their_proportions() {
        let plan = Plan::of_records(20_000).expect("enough");
        let ratio = plan.count(Kind::Fact) as f64 / plan.count(Kind::Dimension) as f64;
        assert!((ratio - 175.0 / 33.0).abs() < 0.1, "{ratio}");
    }
}
