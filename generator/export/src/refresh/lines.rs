//! The rows, or the columns, that anybody knows, and which of the deck's each of them is.

use std::collections::HashMap;

/// A row or column that the data wants or that was written last. Places are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) id: String,
    /// Its place in what was written last.
    pub(super) base: Option<usize>,
    /// Its place in what the data wants.
    pub(super) data: Option<usize>,
    /// Its place in the deck.
    pub(super) deck: Option<usize>,
}

/// All rows, or all columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lines {
    /// Those that were written last, in that order, then those that are new in the data.
    pub(super) known: Vec<Known>,
    /// By place in the deck, the place in `known`; nothing for what was added by hand.
    pub(super) of_deck: Vec<Option<usize>>,
}

impl Lines {
    /// The rows or columns with these ids, none of which is found yet in a deck that has `n_deck`.
    pub(super) fn of<'a>(
        base: impl Iterator<Item = &'a str>,
        data: impl Iterator<Item = &'a str>,
        n_deck: usize,
    ) -> Self {
        let mut known: Vec<Known> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut place = |id: &'a str, known: &mut Vec<Known>| {
            *places.entry(id).or_insert_with(|| {
                known.push(Known {
                    id: id.to_owned(),
                    base: None,
                    data: None,
                    deck: None,
                });
                known.len() - 1
            })
        };
        for (at, id) in base.enumerate() {
            let place = place(id, &mut known);
            known[place].base.get_or_insert(at);
        }
        for (at, id) in data.enumerate() {
            let place = place(id, &mut known);
            known[place].data.get_or_insert(at);
        }
        Self {
            known,
            of_deck: vec![None; n_deck],
        }
    }

    /// Says that a known one is this one of the deck, unless either is taken.
    pub(super) fn pair(&mut self, known: usize, deck: usize) {
        if self.known[known].deck.is_none() && self.of_deck[deck].is_none() {
            self.known[known].deck = Some(deck);
            self.of_deck[deck] = Some(known);
        }
    }

    /// What is known of the deck's row or column; nothing if it was added by hand.
    pub(super) fn at(&self, deck: usize) -> Option<&Known> {
        self.of_deck.get(deck)?.map(|it| &self.known[it])
    }

    /// The place of an id among the known.
    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.known.iter().position(|it| it.id == id)
    }

    /// The places among the known of those in the data, in its order.
    pub(super) fn in_data(&self) -> Vec<usize> {
        let mut out: Vec<_> = (0..self.known.len())
            .filter(|it| self.known[*it].data.is_some())
            .collect();
        out.sort_by_key(|it| self.known[*it].data);
        out
    }
}
