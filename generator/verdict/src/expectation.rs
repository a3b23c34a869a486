//! Whether a verdict is the one that an editor expects.

use decide::{Outcome, Word};
use model::{Expectation, Model};

/// Whether `outcome` is what was expected: that word, or an option (or a member of a family) that is clear or leading.
pub fn meets(outcome: &Outcome, expects: &Expectation, model: &Model) -> bool {
    match expects {
        Expectation::Word(word) => outcome.word().id() == word.word(),
        Expectation::Answer(id) => {
            let family = |option: &str| model.options.get(option).map(|it| &it.family.id);
            let leads = matches!(outcome.word(), Word::Clear | Word::Leaning);
            let best = outcome.best().filter(|_| leads);
            best.is_some_and(|best| best == id.as_str() || family(best) == Some(id))
        }
    }
}
