//! What a rule sees: the model, the scores, the day, and indexes that are built once.

use std::collections::HashSet;

use model::{Date, Kind, Model, Reference};
use source::{FileId, Sources, Span};
use verdict::lock::Lock;
use verdict::{Scores, Verdicts};

use crate::decisive::Deciding;
use crate::index::Index;
use crate::reviews::reviews;
use crate::{Review, Spoken};

/// What was computed from the records.
#[derive(Clone, Copy, Debug)]
pub struct Computed<'a> {
    /// What cells are worth.
    pub scores: &'a Scores,
    /// What comes out of use cases; none while records cannot be read.
    pub verdicts: &'a Verdicts,
    /// The verdicts that were accepted; nothing without a lock that can be read.
    pub lock: Option<&'a Lock>,
}

/// What all rules of one run look at. Nothing in it costs more than a look-up.
pub struct Context<'a> {
    /// The records.
    pub model: &'a Model,
    /// What cells are worth.
    pub scores: &'a Scores,
    /// What comes out of use cases.
    pub verdicts: &'a Verdicts,
    /// The verdicts that were accepted.
    pub lock: Option<&'a Lock>,
    /// The files of the records.
    pub sources: &'a Sources,
    /// The day on which dates are judged.
    pub today: Date,
    misread: HashSet<FileId>,
    index: Index<'a>,
    reviews: Vec<Review<'a>>,
    deciding: Deciding<'a>,
}

impl<'a> Context<'a> {
    /// Builds the indexes. `misread` are the files of which an error is told already.
    pub fn new(
        model: &'a Model,
        computed: Computed<'a>,
        sources: &'a Sources,
        today: Date,
        misread: HashSet<FileId>,
    ) -> Self {
        let Computed {
            scores,
            verdicts,
            lock,
        } = computed;
        let index = Index::new(model);
        let reviews = reviews(model);
        Self {
            model,
            scores,
            verdicts,
            lock,
            sources,
            today,
            misread,
            index,
            reviews,
            deciding: Deciding::of(model, verdicts),
        }
    }

    /// Whether every record could be read. If not, nothing can be said about what is absent.
    pub(crate) fn is_complete(&self) -> bool {
        self.misread.is_empty()
    }

    /// How many use cases are decided, if they are enough to say that something is of use in none of them, and every record
    /// could be read. Fewer say more about themselves.
    pub(crate) fn cases_enough(&self) -> Option<usize> {
        const ENOUGH: usize = 10;
        let n_cases = self.verdicts.iter().count();
        (self.is_complete() && n_cases >= ENOUGH).then_some(n_cases)
    }

    /// Whether an error is told of this file already.
    pub(crate) fn is_misread(&self, file: FileId) -> bool {
        self.misread.contains(&file)
    }

    /// Who refers to a record, in the order of reading; names in formulas count.
    pub(crate) fn referrers(&self, kind: Kind, id: &str) -> &[&'a Reference] {
        self.index.referrers(kind, id)
    }

    /// The records of `kind` that no other refers to, and where their titles stand; none while some records cannot be
    /// read, because those might.
    ///
    /// A change tells of a record without using it, so it does not count.
    pub(crate) fn unused(&self, kind: Kind) -> impl Iterator<Item = (&'a str, Span)> {
        let all = if self.is_complete() {
            self.index.records(kind)
        } else {
            &[]
        };
        let uses = move |reference: &Reference, id: &str| match &reference.from {
            Some((from, by)) => *from != Kind::Change && (*from != kind || &**by != id),
            None => true,
        };
        let used = move |id: &str| self.referrers(kind, id).iter().any(|it| uses(it, id));
        all.iter().filter(move |(id, _)| !used(id)).copied()
    }

    /// Everything that was compared with its sources on a day.
    pub(crate) fn reviews(&self) -> &[Review<'a>] {
        &self.reviews
    }

    /// What decides the verdicts.
    pub(crate) fn deciding(&self) -> &Deciding<'a> {
        &self.deciding
    }

    /// The pros and cons of an option, pros first, each sorted by id.
    pub(crate) fn spoken_of(&self, option: &str) -> &[Spoken<'a>] {
        self.index.spoken_of(option)
    }

    /// The pros and cons that name a dimension, pros first, each sorted by id.
    pub(crate) fn spoken_on(&self, dimension: &str) -> &[Spoken<'a>] {
        self.index.spoken_on(dimension)
    }
}
