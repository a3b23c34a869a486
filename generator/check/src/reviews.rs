//! Who was reviewed when: everything that carries such a date, in one list.

use model::{Date, Kind, Model, Ref, Source};
use source::Span;

use crate::named;

/// Something that somebody compared with its sources on a day.
#[derive(Clone, Debug)]
pub(crate) struct Review<'a> {
    /// What it is called in a sentence: "the fact `lambda-timeout`", "the answer of `containers`".
    pub(crate) name: String,
    /// The day.
    pub(crate) date: Date,
    /// Where the day stands.
    pub(crate) span: Span,
    /// What it was compared with.
    pub(crate) sources: &'a [Ref<Source>],
}

/// All reviews of the model, kind by kind, each sorted by id.
pub(crate) fn reviews(model: &Model) -> Vec<Review<'_>> {
    let mut all = Vec::new();
    for dimension in &model.dimensions {
        for (option, cell) in dimension.cells.iter() {
            let name = format!("the answer of `{}`", option.id);
            let (date, span, sources) = (
                cell.reviewed,
                cell.fields.value("reviewed"),
                cell.sources.as_slice(),
            );
            all.push(Review {
                name,
                date,
                span,
                sources,
            });
        }
    }
    macro_rules! records {
        ($($kind:ident in $records:ident),*) => {
            $(for it in &model.$records {
                let name = named(Kind::$kind, &it.id);
                let (date, span, sources) = (it.reviewed, it.fields.value("reviewed"), it.sources.as_slice());
                all.push(Review { name, date, span, sources });
            })*
        };
    }
    records!(Con in cons, Cost in costs, Fact in facts, Limit in limits, Pro in pros, Statement in statements);
    for it in &model.use_cases {
        let name = named(Kind::UseCase, &it.id);
        let (date, span) = (it.reviewed, it.fields.value("reviewed"));
        all.push(Review {
            name,
            date,
            span,
            sources: &[],
        });
    }
    all
}
