//! Numbers of sources beside a text: those that it cites, and those that its facts bring with them.
//!
//! A table lists the sources of its facts below each cell; a text of a document prints them where its line ends, so that
//! every number leads to its source.

use std::collections::BTreeSet;

use model::{Model, Ref, Source};

use crate::{Block, Notes, Run};

impl Notes<'_> {
    /// A line, and behind it the numbers of `sources` and of its facts' sources that it does not cite itself.
    pub(crate) fn line(&mut self, runs: &[model::Run], sources: &[Ref<Source>]) -> Vec<Run> {
        let line = self.runs(runs);
        self.with_cites(line, runs, sources)
    }

    /// Blocks, each paragraph as a line.
    pub(crate) fn prose(&mut self, blocks: &[model::Block]) -> Vec<Block> {
        let block = |it: &model::Block| match it {
            model::Block::Paragraph(runs) => Block::Paragraph(self.line(runs, &[])),
            model::Block::List { ordered, items } => Block::List {
                ordered: *ordered,
                items: items.iter().map(|item| self.prose(item)).collect(),
            },
        };
        blocks.iter().map(block).collect()
    }

    /// The numbers of `sources` and of the sources of the facts in `runs`, smallest first.
    pub(crate) fn numbers(&mut self, runs: &[model::Run], sources: &[Ref<Source>]) -> Vec<usize> {
        let mut all = of_facts(runs, self.model());
        all.extend_from_slice(sources);
        self.cite_all(&all)
    }

    /// `line` with the numbers of `sources`, and of the sources of the facts in `runs`, that it does not have yet.
    pub(crate) fn with_cites(
        &mut self,
        mut line: Vec<Run>,
        runs: &[model::Run],
        sources: &[Ref<Source>],
    ) -> Vec<Run> {
        let numbers = self.numbers(runs, sources);
        let missing = numbers.into_iter().filter(|it| !cites(&line, *it));
        let missing: Vec<_> = missing.map(Run::Cite).collect();
        line.extend(missing);
        line
    }
}

/// Whether runs cite the source with this number.
fn cites(runs: &[Run], number: usize) -> bool {
    runs.iter().any(|run| match run {
        Run::Cite(it) => *it == number,
        Run::Emphasis(inner) | Run::Strong(inner) | Run::Link(_, inner) => cites(inner, number),
        Run::Text(_) | Run::Code(_) | Run::Fact(..) => false,
    })
}

/// The sources of the facts in runs.
fn of_facts(runs: &[model::Run], model: &Model) -> Vec<Ref<Source>> {
    let mut found = Vec::new();
    for run in runs {
        match run {
            model::Run::Fact(fact) => {
                let record = model.facts.get(&fact.id);
                found.extend(record.into_iter().flat_map(|it| it.sources.iter().cloned()));
            }
            model::Run::Emphasis(inner)
            | model::Run::Strong(inner)
            | model::Run::Link(_, inner) => found.extend(of_facts(inner, model)),
            model::Run::Text(_) | model::Run::Code(_) | model::Run::Cite(_) => {}
        }
    }
    found
}

/// The numbers of the sources that blocks cite, smallest first.
pub(crate) fn numbers_in(blocks: &[Block]) -> Vec<usize> {
    let mut numbers = BTreeSet::new();
    for block in blocks {
        in_block(block, &mut numbers);
    }
    numbers.into_iter().collect()
}

fn in_block(block: &Block, numbers: &mut BTreeSet<usize>) {
    match block {
        Block::Paragraph(runs) => in_runs(runs, numbers),
        Block::List { items, .. } => items.iter().flatten().for_each(|it| in_block(it, numbers)),
    }
}

/// Adds the numbers of the sources that runs cite.
pub(crate) fn in_runs(runs: &[Run], numbers: &mut BTreeSet<usize>) {
    for run in runs {
        match run {
            Run::Cite(number) => {
                numbers.insert(*number);
            }
            Run::Emphasis(inner) | Run::Strong(inner) | Run::Link(_, inner) => {
                in_runs(inner, numbers);
            }
            Run::Text(_) | Run::Code(_) | Run::Fact(..) => {}
        }
    }
}
