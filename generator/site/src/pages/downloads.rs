//! What readers can take with them: for each table, decision and deck the place where its files are offered.

use model::{Id, Kind};
use serde::Serialize;

use crate::draft::{Anchor, Draft};

/// Everything that is offered as files.
#[derive(Debug, Serialize)]
pub(super) struct Downloads {
    tables: Vec<Offer>,
    use_cases: Vec<Offer>,
    decks: Vec<Offer>,
}

#[derive(Debug, Serialize)]
struct Offer {
    link: Anchor,
    /// What the files show, as `data-files` names it.
    subject: String,
}

pub(super) fn of(draft: &mut Draft<'_>) -> Downloads {
    let offers = |kind: Kind, subject: fn(&Id) -> String| {
        let ids = draft.know.in_order(kind).into_iter();
        ids.map(|id| Offer {
            link: draft.anchor(kind, &id),
            subject: subject(&id),
        })
        .collect()
    };
    Downloads {
        tables: offers(Kind::Table, Id::to_string),
        use_cases: offers(Kind::UseCase, |id| format!("use-case:{id}")),
        decks: offers(Kind::Deck, |id| format!("deck:{id}")),
    }
}
