//! Tables that data and hands changed, and tables of anything.

use export::refresh::{
    DeckCell, DeckColumn, DeckGrid, DeckRow, Grid, GridColumn, GridRow, HEADER, Kind, NAMES, Side,
    Span, Take,
};
use proptest::prelude::*;

use crate::tables::with_ids;

/// Something that the data or a hand does: what, where, and with which text. Places are taken modulo what there is.
pub(crate) type Op = (u8, u8, u8, u8);

pub(crate) fn ops(most: usize) -> impl Strategy<Value = Vec<Op>> {
    prop::collection::vec(any::<Op>(), 0..most)
}

/// A table with rows that name groups where a bit says so.
pub(crate) fn table() -> impl Strategy<Value = Grid> {
    (1..6_usize, 1..4_usize, any::<u8>(), any::<u64>()).prop_map(
        |(n_rows, n_columns, groups, texts)| {
            let column = |at: usize| GridColumn {
                id: if at == 0 {
                    NAMES.into()
                } else {
                    format!("c{at}")
                },
                header: format!("Column {at}"),
                hint: None,
            };
            let columns: Vec<_> = (0..=n_columns).map(column).collect();
            let mut rows = vec![GridRow {
                id: HEADER.into(),
                kind: Kind::Header,
                key: columns[0].header.clone(),
                hint: None,
                cells: columns.iter().map(|it| Some(it.header.clone())).collect(),
            }];
            for at in 0..n_rows {
                let value = |column: usize| format!("v{}", (texts >> (at * 9 + column * 3)) & 3);
                let is_heading = at > 0 && groups >> at & 1 == 1;
                rows.push(row(at, is_heading, n_columns, value));
            }
            Grid { columns, rows }
        },
    )
}

fn row(at: usize, is_heading: bool, n_columns: usize, value: impl Fn(usize) -> String) -> GridRow {
    let key = format!("Row {at}");
    let text = |column| {
        if is_heading {
            String::new()
        } else {
            value(column)
        }
    };
    let cells = (1..=n_columns).map(|it| Some(text(it)));
    GridRow {
        id: if is_heading {
            format!("group:g{at}")
        } else {
            format!("r{at}")
        },
        kind: if is_heading {
            Kind::Heading
        } else {
            Kind::Body
        },
        hint: None,
        cells: std::iter::once(Some(key.clone())).chain(cells).collect(),
        key,
    }
}

/// The table after changes of the data.
pub(crate) fn changed(mut grid: Grid, ops: &[Op]) -> Grid {
    for (at, (what, row, column, text)) in ops.iter().enumerate() {
        let place = 1 + usize::from(*row) % grid.rows.len();
        let row = usize::from(*row) % grid.rows.len();
        let column = usize::from(*column) % grid.columns.len();
        match what % 7 {
            0 | 1 if grid.rows[row].kind == Kind::Body && column > 0 => {
                grid.rows[row].cells[column] = Some(format!("v{}", text % 4));
            }
            2 if row > 0 => {
                grid.rows.remove(row);
            }
            3 if column > 0 && grid.columns.len() > 2 => {
                grid.columns.remove(column);
                grid.rows
                    .iter_mut()
                    .for_each(|it| drop(it.cells.remove(column)));
            }
            4 => {
                let new = self::row(100 + at, text % 4 == 0, grid.columns.len() - 1, |it| {
                    format!("v{it}")
                });
                grid.rows.insert(place, new);
            }
            5 => {
                let name = format!("New {at}");
                grid.columns.insert(
                    column + 1,
                    GridColumn {
                        id: format!("c{}", 100 + at),
                        header: name.clone(),
                        hint: None,
                    },
                );
                for row in &mut grid.rows {
                    row.cells.insert(
                        column + 1,
                        Some(match row.kind {
                            Kind::Header => name.clone(),
                            Kind::Heading => String::new(),
                            Kind::Body => format!("v{}", text % 4),
                        }),
                    );
                }
            }
            6 if row > 0 => {
                let name = format!("Renamed {at}");
                grid.rows[row].key.clone_from(&name);
                grid.rows[row].cells[0] = Some(name);
            }
            _ => {}
        }
    }
    grid
}

/// A deck that shows a table as it was written.
pub(crate) fn written(grid: &Grid) -> DeckGrid {
    let row = |row: &GridRow| {
        let cell = |(at, text): (usize, &Option<String>)| {
            let is_heading = row.kind == Kind::Heading;
            let span = Span {
                columns: if is_heading && at == 0 {
                    grid.columns.len()
                } else {
                    1
                },
                from_left: is_heading && at > 0,
                ..Span::default()
            };
            DeckCell {
                text: text.clone().unwrap_or_default(),
                span,
            }
        };
        DeckRow {
            id: None,
            cells: row.cells.iter().enumerate().map(cell).collect(),
        }
    };
    DeckGrid {
        columns: vec![DeckColumn::default(); grid.columns.len()],
        rows: grid.rows.iter().map(row).collect(),
    }
}

/// The deck after a hand was at it. Every text of a hand is there once.
fn edited(mut deck: DeckGrid, ops: &[Op]) -> DeckGrid {
    for (at, (what, row, column, size)) in ops.iter().enumerate() {
        let row = usize::from(*row) % deck.rows.len();
        let column = usize::from(*column) % deck.columns.len();
        let text = format!("hand {at}.");
        let is_free = |it: &DeckRow| it.cells.iter().all(|it| it.span == Span::default());
        match what % 9 {
            0..=2 if !deck.is_covered(row, column) => deck.rows[row].cells[column].text = text,
            3 if deck.regions().iter().all(|it| it.rows.len() == 1) => {
                let mut new = DeckRow {
                    id: None,
                    cells: vec![DeckCell::default(); deck.columns.len()],
                };
                new.cells[column].text = text;
                deck.rows.insert(row, new);
            }
            4 if deck.rows.len() > 1 && deck.regions().iter().all(|it| it.rows.len() == 1) => {
                deck.rows.remove(row);
            }
            5 if deck.regions().iter().all(|it| it.rows.len() == 1) => {
                let other = usize::from(*size) % deck.rows.len();
                deck.rows.swap(row, other);
            }
            6 if deck.regions().is_empty() => {
                deck.columns.insert(column, DeckColumn::default());
                deck.rows
                    .iter_mut()
                    .for_each(|it| it.cells.insert(column, DeckCell::default()));
                deck.rows[row].cells[column].text = text;
            }
            7 if deck.columns.len() > 1 && deck.regions().is_empty() => {
                deck.columns.remove(column);
                deck.rows
                    .iter_mut()
                    .for_each(|it| drop(it.cells.remove(column)));
            }
            8 => {
                let (n_rows, n_columns) =
                    (1 + usize::from(size % 2), 1 + usize::from(size / 2 % 3));
                let (end, right) = (row + n_rows, column + n_columns);
                let fits = end <= deck.rows.len() && right <= deck.columns.len();
                if fits && deck.rows[row..end].iter().all(is_free) {
                    for (y, it) in deck.rows[row..end].iter_mut().enumerate() {
                        for (x, cell) in it.cells[column..right].iter_mut().enumerate() {
                            *cell = DeckCell {
                                text: if (x, y) == (0, 0) {
                                    text.clone()
                                } else {
                                    String::new()
                                },
                                span: Span {
                                    columns: if x == 0 { n_columns } else { 1 },
                                    rows: if y == 0 { n_rows } else { 1 },
                                    from_left: x > 0,
                                    from_above: y > 0,
                                },
                            };
                        }
                    }
                }
            }
            _ => {}
        }
    }
    deck
}

/// What was last written, the deck and the data.
pub(crate) fn three() -> impl Strategy<Value = (Grid, DeckGrid, Grid)> {
    (table(), ops(6), ops(6), any::<bool>()).prop_map(|(base, data, hand, has_ids)| {
        let data = changed(base.clone(), &data);
        let deck = written(&base);
        let (base, deck) = if has_ids {
            with_ids(base, deck)
        } else {
            (base, deck)
        };
        (base, edited(deck, &hand), data)
    })
}

pub(crate) fn take() -> impl Strategy<Value = Take> {
    let side = prop_oneof![Just(Side::Data), Just(Side::Deck)];
    prop::option::of(side).prop_map(|table| Take {
        table,
        choices: Vec::new(),
    })
}

/// The texts that somebody sees.
pub(crate) fn seen(deck: &DeckGrid) -> Vec<&str> {
    let cells = deck.rows.iter().flat_map(|it| &it.cells);
    cells
        .filter(|it| !it.span.is_covered())
        .map(|it| it.text.as_str())
        .collect()
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("a".to_owned()),
        Just("b".to_owned()),
        Just(String::new()),
        ".{0,3}"
    ]
}

fn id() -> impl Strategy<Value = String> {
    prop_oneof![Just(HEADER.to_owned()), Just(NAMES.to_owned()), "[ab]"]
}

pub(crate) fn any_grid() -> impl Strategy<Value = Grid> {
    let hint = || prop::option::of(0..3_u32);
    let column =
        (id(), text(), hint()).prop_map(|(id, header, hint)| GridColumn { id, header, hint });
    let kind = prop_oneof![Just(Kind::Header), Just(Kind::Heading), Just(Kind::Body)];
    let cells = prop::collection::vec(prop::option::of(text()), 0..4);
    let row =
        (id(), kind, text(), hint(), cells).prop_map(|(id, kind, key, hint, cells)| GridRow {
            id,
            kind,
            key,
            hint,
            cells,
        });
    let (columns, rows) = (
        prop::collection::vec(column, 0..4),
        prop::collection::vec(row, 0..5),
    );
    (columns, rows).prop_map(|(columns, rows)| Grid { columns, rows })
}

pub(crate) fn any_deck() -> impl Strategy<Value = DeckGrid> {
    let count = || prop_oneof![4 => Just(1), 1 => 0..5_usize, 1 => Just(usize::MAX)];
    let flag = || prop::bool::weighted(0.2);
    let span =
        (count(), count(), flag(), flag()).prop_map(|(columns, rows, from_left, from_above)| {
            Span {
                columns,
                rows,
                from_left,
                from_above,
            }
        });
    let cell = (text(), span)
        .prop_map(|(text, span)| DeckCell { text, span })
        .boxed();
    let id = || prop::option::of(0..3_u32);
    (0..4_usize, 0..9_u8).prop_flat_map(move |(width, ragged)| {
        // Most are not ragged, for those are refused at once.
        let cells = prop::collection::vec(cell.clone(), width..=width + usize::from(ragged == 0));
        let row = (id(), cells).prop_map(|(id, cells)| DeckRow { id, cells });
        let column = id().prop_map(|id| DeckColumn { id });
        let columns = prop::collection::vec(column, width);
        (columns, prop::collection::vec(row, 0..5))
            .prop_map(|(columns, rows)| DeckGrid { columns, rows })
    })
}
