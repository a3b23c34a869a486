//! Drawn numbers, a block at a time: one column per input, shared by every problem that reads the same one.

use std::collections::BTreeMap;

use crate::lanes::{BLOCK, Bits, Lanes, NO_BITS};
use crate::order::Orders;
use crate::stream::share;
use crate::{Stream, Triangular, ValueFunction};

/// One of the two runs over all draws: with the ranges as stated, or with wider ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pass {
    Base,
    Stress,
}

/// The columns of a set of problems that have a seed in common, filled block by block.
pub(crate) struct Columns<'p> {
    seed: &'p str,
    columns: Vec<Column>,
    known: BTreeMap<(String, Vec<u64>), usize>,
    orders: Vec<Orders>,
    known_orders: BTreeMap<Vec<usize>, usize>,
}

/// What is drawn for one input.
pub(crate) struct Column {
    stream: Stream,
    shape: Shape,
    base: Box<Lanes>,
    stress: Box<Lanes>,
    /// The draws of the block in which the word lies in the lowest third, and in the highest.
    pub(crate) thirds: [Bits; 2],
    /// The sum over all draws so far, in the base run.
    pub(crate) sum: f64,
}

enum Shape {
    /// Anything from 0 to 1, in both runs.
    Uniform,
    /// A range per run; worth what the function says, if there is one.
    Ranges {
        base: Triangular,
        stress: Triangular,
        function: Option<ValueFunction>,
    },
}

impl<'p> Columns<'p> {
    pub(crate) fn new(seed: &'p str) -> Self {
        Self {
            seed,
            columns: Vec::new(),
            known: BTreeMap::new(),
            orders: Vec::new(),
            known_orders: BTreeMap::new(),
        }
    }

    /// The column of numbers from 0 to 1 that is drawn from the stream `name`.
    pub(crate) fn uniform(&mut self, name: String) -> usize {
        self.column(name, Vec::new(), || Shape::Uniform)
    }

    /// The column of amounts that is drawn from the stream `name`, or of what they are worth.
    pub(crate) fn amounts(
        &mut self,
        name: String,
        base: Triangular,
        stress: Triangular,
        function: Option<&ValueFunction>,
    ) -> usize {
        let bounds = [base, stress].map(|it| [it.low(), it.mode(), it.high()]);
        let points = function.map_or(&[][..], ValueFunction::points);
        let points = points.iter().flat_map(|(x, y)| [*x, *y]);
        let key = bounds.into_iter().flatten().chain(points);
        let key = key.map(f64::to_bits).collect();
        self.column(name, key, || Shape::Ranges {
            base,
            stress,
            function: function.cloned(),
        })
    }

    /// The draws of weights for needs of which so many share each rank.
    pub(crate) fn order(&mut self, groups: &[usize]) -> usize {
        if let Some(known) = self.known_orders.get(groups) {
            return *known;
        }
        let orders = Orders::new(Stream::new(self.seed, "order"), groups.to_vec());
        self.orders.push(orders);
        self.known_orders
            .insert(groups.to_vec(), self.orders.len() - 1);
        self.orders.len() - 1
    }

    fn column(&mut self, name: String, key: Vec<u64>, shape: impl FnOnce() -> Shape) -> usize {
        let key = (name, key);
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        self.columns.push(Column {
            stream: Stream::new(self.seed, &key.0),
            shape: shape(),
            base: Box::new([0.0; BLOCK]),
            stress: Box::new([0.0; BLOCK]),
            thirds: [NO_BITS; 2],
            sum: 0.0,
        });
        self.known.insert(key, self.columns.len() - 1);
        self.columns.len() - 1
    }

    /// Draws the next block, of which `length` draws count.
    pub(crate) fn fill(&mut self, length: usize) {
        for column in &mut self.columns {
            column.fill(length);
        }
        for orders in &mut self.orders {
            orders.fill();
        }
    }

    pub(crate) fn get(&self, column: usize) -> &Column {
        &self.columns[column]
    }

    /// The weight of each need in the draws of the block, by rank, then by id.
    pub(crate) fn weights(&self, order: usize) -> &[Lanes] {
        self.orders[order].weights()
    }
}

impl Column {
    /// The numbers of the block in one of the runs.
    pub(crate) fn lanes(&self, pass: Pass) -> &Lanes {
        match (pass, &self.shape) {
            (Pass::Stress, Shape::Ranges { .. }) => &self.stress,
            _ => &self.base,
        }
    }

    fn fill(&mut self, length: usize) {
        let mut words = [0; BLOCK];
        for word in &mut words {
            *word = self.stream.word();
        }
        self.thirds = thirds(&words, length);
        let shares: Lanes = words.map(share);
        *self.base = shares;
        if let Shape::Ranges {
            base,
            stress,
            function,
        } = &self.shape
        {
            base.fill(&mut *self.base);
            *self.stress = shares;
            stress.fill(&mut *self.stress);
            if let Some(function) = function {
                function.fill(&mut *self.base);
                function.fill(&mut *self.stress);
            }
        }
        self.sum = self.base[..length]
            .iter()
            .fold(self.sum, |sum, it| sum + it);
    }
}

/// Which of the first `length` words lie in the lowest third of all words, and which in the highest.
fn thirds(words: &[u32; BLOCK], length: usize) -> [Bits; 2] {
    const LOW: u32 = 0x5555_5555;
    const HIGH: u32 = 0xAAAA_AAAB;
    let mut thirds = [NO_BITS; 2];
    for (at, word) in words[..length].iter().enumerate() {
        thirds[0][at / 64] |= u64::from(*word < LOW) << (at % 64);
        thirds[1][at / 64] |= u64::from(*word >= HIGH) << (at % 64);
    }
    thirds
}
