//! A table of a deck that nobody touched, as what was last written into it.

use super::found::{Found, find};
use super::lines::Lines;
use super::{DeckGrid, Grid, GridColumn, GridRow, Kind};

/// What was last written, where it is known that it is what the deck shows: its texts, with the ids that rows and columns have
/// in `data`. Nothing if the deck shows another table.
///
/// As many lines as have other names than in the data, between two that have the same, are those of the data in that place. What
/// is left has ids that no record has: the data has it no more.
pub(super) fn untouched(deck: &DeckGrid, data: &Grid) -> Option<Grid> {
    let found = find(None, deck, data)?;
    let (row_ids, column_ids) = (ids(&found.rows, "row"), ids(&found.columns, "column"));
    let columns = column_ids.into_iter().enumerate();
    let column = |(at, id): (usize, String)| GridColumn {
        id,
        header: found.deck_column_line(at).name,
        hint: deck.columns[at].id,
    };
    let rows = row_ids.into_iter().enumerate();
    Some(Grid {
        columns: columns.map(column).collect(),
        rows: rows.map(|(at, id)| row(&found, at, id)).collect(),
    })
}

fn row(found: &Found, at: usize, id: String) -> GridRow {
    let deck = found.deck;
    let kind = match found.data.row(&id).map(|it| found.data.rows[it].kind) {
        Some(kind) => kind,
        None if deck.is_heading(at) => Kind::Heading,
        None => Kind::Body,
    };
    let text = |column| match deck.is_covered(at, column) {
        true => String::new(),
        false => deck.text(at, column).to_owned(),
    };
    GridRow {
        id,
        kind,
        key: found.key(at),
        hint: deck.rows[at].id,
        cells: (0..deck.columns.len()).map(|it| Some(text(it))).collect(),
    }
}

/// An id for each row, or each column, of the deck.
fn ids(lines: &Lines, word: &str) -> Vec<String> {
    let mut known = lines.of_deck.clone();
    let mut at = 0;
    while at < known.len() {
        let end = (at..known.len()).find(|it| known[*it].is_some());
        let end = end.unwrap_or(known.len());
        let first = at
            .checked_sub(1)
            .map_or(Some(0), |it| known[it].map(|it| it + 1));
        let last = known.get(end).map_or(Some(lines.known.len()), |it| *it);
        // Without anything written last, the known are those of the data, in its order.
        if let (Some(first), Some(last)) = (first, last)
            && first.checked_add(end - at) == Some(last)
            && lines.known[first..last].iter().all(|it| it.deck.is_none())
        {
            (at..end).for_each(|it| known[it] = Some(first + it - at));
        }
        at = end + 1;
    }
    let id = |(at, known): (usize, Option<usize>)| match known {
        Some(it) => lines.known[it].id.clone(),
        // No id of a record has a colon.
        None => format!("deck:{word}-{}", at + 1),
    };
    known.into_iter().enumerate().map(id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refresh::{DeckCell, DeckColumn, DeckRow, Edit, HEADER, NAMES, Take, merge};

    fn deck(rows: &[&[&str]]) -> DeckGrid {
        let cell = |it: &&str| DeckCell {
            text: (*it).to_owned(),
            ..DeckCell::default()
        };
        let row = |it: &&[&str]| DeckRow {
            id: None,
            cells: it.iter().map(cell).collect(),
        };
        DeckGrid {
            columns: vec![DeckColumn::default(); rows[0].len()],
            rows: rows.iter().map(row).collect(),
        }
    }

    fn data(options: &[(&str, &str)], rows: &[(&str, &[&str])]) -> Grid {
        let column = |(id, header): (&str, &str)| GridColumn {
            id: id.to_owned(),
            header: header.to_owned(),
            hint: None,
        };
        let names = std::iter::once((NAMES, "Question")).chain(options.iter().copied());
        let header: Vec<&str> = names.clone().map(|it| it.1).collect();
        let all = std::iter::once((HEADER, header.as_slice())).chain(rows.iter().copied());
        let row = |(id, cells): (&str, &[&str])| GridRow {
            id: id.to_owned(),
            kind: if id == HEADER {
                Kind::Header
            } else {
                Kind::Body
            },
            key: cells[0].to_owned(),
            hint: None,
            cells: cells.iter().map(|it| Some((*it).to_owned())).collect(),
        };
        Grid {
            columns: names.map(column).collect(),
            rows: all.map(row).collect(),
        }
    }

    const OPTIONS: [(&str, &str); 2] = [("a", "A"), ("b", "B")];

    #[test]
    fn every_row_of_it_is_ours_so_that_what_the_data_has_no_more_goes() {
        let deck = deck(&[&["Question", "A", "B"], &["R", "1", "2"], &["S", "3", "4"]]);
        let data = data(&OPTIONS, &[("r", &["R", "1", "5"])]);
        let base = untouched(&deck, &data).unwrap();
        let merged = merge(Some(&base), &deck, &data, &Take::default());
        assert!(merged.conflicts.is_empty() && merged.kept.is_empty());
        let gone = |it: &Edit| matches!(it, Edit::RemoveRow { row: 2, .. });
        let set = |it: &Edit| {
            matches!(
                it,
                Edit::SetCell {
                    row: 1,
                    column: 2,
                    ..
                }
            )
        };
        assert!(merged.edits.iter().any(gone) && merged.edits.iter().any(set));
        assert_eq!(merged.edits.len(), 2, "{:?}", merged.edits);
    }

    #[test]
    fn what_has_another_name_in_its_place_is_the_same() {
        let deck = deck(&[&["Question", "A", "B"], &["R", "1", "2"], &["S", "3", "4"]]);
        let data = data(
            &[("a", "A"), ("b", "Bee")],
            &[("r", &["Are", "1", "2"]), ("s", &["S", "3", "4"])],
        );
        let base = untouched(&deck, &data).unwrap();
        assert_eq!(base.row("r"), Some(1));
        assert_eq!(base.column("b"), Some(2));
        let merged = merge(Some(&base), &deck, &data, &Take::default());
        let set = |it: &Edit| matches!(it, Edit::SetCell { .. });
        assert!(merged.edits.iter().all(set), "{:?}", merged.edits);
        assert_eq!(merged.edits.len(), 2);
    }

    #[test]
    fn another_table_is_none() {
        let deck = deck(&[&["X", "Y"], &["Z", "1"]]);
        assert_eq!(
            untouched(&deck, &data(&OPTIONS, &[("r", &["R", "1", "2"])])),
            None
        );
    }
}
