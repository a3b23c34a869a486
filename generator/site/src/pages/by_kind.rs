//! Records of several kinds in a row, each kind named once: an option and a term may have the same name.

use model::{Id, Kind};
use serde::Serialize;

use crate::draft::{Anchor, Draft};

/// Records of one kind.
#[derive(Debug, Serialize)]
pub(super) struct OfKind {
    /// What readers call the kind, in the number of the records: `option`, `questions`.
    kind: String,
    records: Vec<Anchor>,
}

/// The records by kind, kinds in the order in which they first appear.
pub(super) fn by_kind<'i>(
    records: impl IntoIterator<Item = (Kind, &'i Id)>,
    draft: &Draft<'_>,
) -> Vec<OfKind> {
    let mut groups: Vec<(Kind, Vec<Anchor>)> = Vec::new();
    for (kind, id) in records {
        let anchor = draft.anchor(kind, id);
        match groups.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, group)) => group.push(anchor),
            None => groups.push((kind, vec![anchor])),
        }
    }
    let of_kind = |(kind, records): (Kind, Vec<Anchor>)| OfKind {
        kind: called(kind, records.len()),
        records,
    };
    groups.into_iter().map(of_kind).collect()
}

fn called(kind: Kind, number: usize) -> String {
    let one = match kind {
        Kind::Dimension => "question",
        Kind::UseCase => "use case",
        _ => kind.link(),
    };
    match one.strip_suffix('y') {
        _ if number == 1 => one.to_owned(),
        Some(stem) => format!("{stem}ies"),
        None => format!("{one}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_called_as_on_pages_in_the_right_number() {
        assert_eq!(called(Kind::Dimension, 1), "question");
        assert_eq!(called(Kind::UseCase, 2), "use cases");
        assert_eq!(called(Kind::Quantity, 2), "quantities");
        assert_eq!(called(Kind::Pro, 3), "pros");
    }
}
