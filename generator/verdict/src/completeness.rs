//! How complete and how balanced the records are: counts, shares and ages, without a judgment.

use std::collections::BTreeSet;

use model::{
    Alternative, Amount, Basis, Block, Cell, CellStatus, Claim, Date, Id, Model, Number, Record,
    Ref, Source, Strength, Tier,
};

/// What is there, what is missing, and how the options of the headline compare in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Completeness {
    /// Whether every option answers every question.
    pub coverage: Coverage,
    /// What is said of each option of the headline, in their order.
    pub balance: Vec<Balance>,
}

/// The answers of all options to all questions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    /// How many options there are.
    pub options: usize,
    /// How many questions there are.
    pub dimensions: usize,
    /// Pairs of question and option without a cell: ids of the dimension and of the option.
    pub holes: Vec<(Id, Id)>,
    /// Cells that say that nobody knows.
    pub unknown: usize,
    /// Cells to which the question does not apply.
    pub not_applicable: usize,
    /// Cells with an amount or a level that is neither judged nor computed.
    pub evident: usize,
    /// Those among them with a source at first hand, their own or that of a fact in their amount.
    pub primary: usize,
    /// The median age of the reviews of all cells, in days; nothing without cells.
    pub age: Option<i64>,
}

/// What is said of one option.
#[derive(Clone, Debug, PartialEq)]
pub struct Balance {
    /// The option.
    pub option: Id,
    /// What speaks for it.
    pub pros: Side,
    /// What speaks against it.
    pub cons: Side,
}

/// The claims that speak for an option, or those against it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Side {
    /// How many there are.
    pub claims: usize,
    /// How many are `minor`, `notable` and `major`.
    pub strengths: [usize; 3],
    /// The words of their titles and texts.
    pub words: usize,
    /// The different sources that they cite.
    pub sources: usize,
    /// The median age of their reviews, in days.
    pub age: Option<i64>,
    /// The median age of the days on which their sources were read, each source once.
    pub evidence_age: Option<i64>,
}

impl Completeness {
    /// What `model` holds; ages are counted up to `today`.
    pub fn of(model: &Model, today: Date) -> Self {
        let balance = model.headline().into_iter().map(|option| Balance {
            option: option.id.clone(),
            pros: side(model, model.pros.iter(), option, today),
            cons: side(model, model.cons.iter(), option, today),
        });
        Self {
            coverage: coverage(model, today),
            balance: balance.collect(),
        }
    }
}

impl Coverage {
    /// How many cells there should be: one for each option and question.
    pub fn places(&self) -> usize {
        self.options * self.dimensions
    }
}

/// The share of `part` in `whole` in whole percents, rounded to the nearest; nothing of nothing.
pub fn percent(part: usize, whole: usize) -> Option<usize> {
    (part * 200 + whole).checked_div(whole * 2)
}

fn coverage(model: &Model, today: Date) -> Coverage {
    let mut out = Coverage {
        options: model.options.len(),
        dimensions: model.dimensions.len(),
        ..Coverage::default()
    };
    let mut ages = Vec::new();
    for dimension in &model.dimensions {
        for option in &model.options {
            let Some(cell) = dimension.cells.get(&option.id) else {
                out.holes.push((dimension.id.clone(), option.id.clone()));
                continue;
            };
            ages.push(age(cell.reviewed, today));
            match cell.status {
                Some(CellStatus::Unknown) => out.unknown += 1,
                Some(CellStatus::NotApplicable) => out.not_applicable += 1,
                None => {}
            }
            if is_evident(cell) {
                out.evident += 1;
                out.primary += usize::from(has_primary(cell, model));
            }
        }
    }
    out.age = median(ages);
    out
}

/// Whether the cell has an answer on the scale that a source has to support.
fn is_evident(cell: &Cell) -> bool {
    let answers = cell.amount.is_some() || cell.level.is_some();
    answers && !matches!(cell.basis, Some(Basis::Judged | Basis::Computed))
}

fn has_primary(cell: &Cell, model: &Model) -> bool {
    let numbers = cell.amount.iter().flat_map(Amount::numbers);
    let facts = numbers.filter_map(|number| match number {
        Number::Fact(fact) => model.facts.get(&fact.id),
        Number::Bare(..) => None,
    });
    let sources = facts.flat_map(|fact| &fact.sources).chain(&cell.sources);
    let primary = |it: &Ref<Source>| {
        let source = model.sources.get(&it.id);
        source.is_some_and(|it| it.tier == Tier::Primary)
    };
    sources.into_iter().any(primary)
}

fn side<'m>(
    model: &Model,
    claims: impl Iterator<Item = &'m Record<Claim>>,
    option: &Record<Alternative>,
    today: Date,
) -> Side {
    let (mut out, mut ages, mut sources) = (Side::default(), Vec::new(), BTreeSet::new());
    for claim in claims.filter(|it| it.option.id == option.id) {
        out.claims += 1;
        let at = match claim.strength {
            Strength::Minor => 0,
            Strength::Notable => 1,
            Strength::Major => 2,
        };
        out.strengths[at] += 1;
        out.words += words(&model.plain_text(&claim.title));
        out.words += words_of(&claim.prose.blocks, model);
        ages.push(age(claim.reviewed, today));
        sources.extend(claim.sources.iter().map(|it| &it.id));
    }
    let read = sources.iter().filter_map(|it| model.sources.get(it));
    out.evidence_age = median(read.map(|it| age(it.accessed, today)).collect());
    out.sources = sources.len();
    out.age = median(ages);
    out
}

/// The words of paragraphs and lists.
fn words_of(blocks: &[Block], model: &Model) -> usize {
    let count = |block: &Block| match block {
        Block::Paragraph(runs) => words(&model.plain(runs)),
        Block::List { items, .. } => items.iter().map(|item| words_of(item, model)).sum(),
    };
    blocks.iter().map(count).sum()
}

/// What has a letter or a digit: a dash between blanks is no word.
fn words(text: &str) -> usize {
    let word = |it: &&str| it.contains(char::is_alphanumeric);
    text.split_whitespace().filter(word).count()
}

/// Days from `date` to `today`; a day in the future has no age yet.
fn age(date: Date, today: Date) -> i64 {
    (today.days() - date.days()).max(0)
}

/// The middle one, or the lower of the two in the middle: an age that occurs.
fn median(mut ages: Vec<i64>) -> Option<i64> {
    ages.sort_unstable();
    ages.get(ages.len().checked_sub(1)? / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percents_round_to_the_nearest() {
        assert_eq!(percent(1, 3), Some(33));
        assert_eq!(percent(2, 3), Some(67));
        assert_eq!(percent(1, 200), Some(1));
        assert_eq!(percent(7, 7), Some(100));
        assert_eq!(percent(0, 0), None);
    }

    #[test]
    fn a_median_is_an_age_that_occurs() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![9, 1, 5]), Some(5));
        assert_eq!(median(vec![9, 1]), Some(1));
    }

    #[test]
    fn dashes_are_no_words() {
        assert_eq!(words("  no battery – ever, at 5 °C "), 6);
    }
}
