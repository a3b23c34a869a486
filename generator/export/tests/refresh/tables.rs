//! Tables written as text, one line for each row.
//!
//! The first line has the headings. `id=` before a name says its id; without it, the name is the id. A line that begins with
//! `==` names a group.

use export::refresh::{
    Conflict, DeckCell, DeckColumn, DeckGrid, DeckRow, Grid, GridColumn, GridRow, HEADER, Kind,
    Merge, NAMES, Span, Take, apply, merge,
};

/// What the data wants, or what was written last.
pub(crate) fn grid(text: &str) -> Grid {
    let mut lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
    let heads: Vec<_> = lines.next().unwrap().split('|').map(named).collect();
    let texts = |row: &[(String, String)]| row.iter().map(|it| Some(it.1.clone())).collect();
    let column = |(at, (id, header)): (usize, &(String, String))| GridColumn {
        id: if at == 0 {
            NAMES.to_owned()
        } else {
            id.clone()
        },
        header: header.clone(),
        hint: None,
    };
    let mut rows = vec![GridRow {
        id: HEADER.to_owned(),
        kind: Kind::Header,
        key: heads[0].1.clone(),
        hint: None,
        cells: texts(&heads),
    }];
    for line in lines {
        let mut cells: Vec<_> = line
            .trim_start_matches("==")
            .split('|')
            .map(named)
            .collect();
        let is_heading = line.starts_with("==");
        cells.resize(heads.len(), Default::default());
        let (id, key) = cells[0].clone();
        rows.push(GridRow {
            id: if is_heading {
                format!("group:{id}")
            } else {
                id
            },
            kind: if is_heading {
                Kind::Heading
            } else {
                Kind::Body
            },
            key,
            hint: None,
            cells: cells.iter().map(|it| Some(it.1.clone())).collect(),
        });
    }
    Grid {
        columns: heads.iter().enumerate().map(column).collect(),
        rows,
    }
}

/// A deck without ids of rows and columns, as after a stay in another program.
pub(crate) fn deck(text: &str) -> DeckGrid {
    let grid = grid(text);
    let row = |row: &GridRow| {
        let texts = row.cells.iter().map(|it| it.clone().unwrap_or_default());
        let cell = |(at, text): (usize, String)| DeckCell {
            text,
            span: match (row.kind, at) {
                (Kind::Heading, 0) => Span {
                    columns: grid.columns.len(),
                    ..Span::default()
                },
                (Kind::Heading, _) => Span {
                    from_left: true,
                    ..Span::default()
                },
                _ => Span::default(),
            },
        };
        DeckRow {
            id: None,
            cells: texts.enumerate().map(cell).collect(),
        }
    };
    DeckGrid {
        columns: vec![DeckColumn::default(); grid.columns.len()],
        rows: grid.rows.iter().map(row).collect(),
    }
}

/// The same deck with ids of rows and columns, and the same grid that knows them.
pub(crate) fn with_ids(mut base: Grid, mut deck: DeckGrid) -> (Grid, DeckGrid) {
    for (at, row) in deck.rows.iter_mut().enumerate() {
        row.id = Some(1000 + at as u32);
        base.rows[at].hint = row.id;
    }
    for (at, column) in deck.columns.iter_mut().enumerate() {
        column.id = Some(2000 + at as u32);
        base.columns[at].hint = column.id;
    }
    (base, deck)
}

/// What a deck shows, in the form in which it is written here.
pub(crate) fn show(deck: &DeckGrid) -> String {
    let row = |row: &DeckRow| {
        let cells = row.cells.iter().filter(|it| !it.span.is_covered());
        let texts: Vec<_> = cells.map(|it| it.text.as_str()).collect();
        match row.cells.first() {
            Some(it) if it.span.columns == row.cells.len() && row.cells.len() > 1 => {
                format!("== {}", it.text)
            }
            _ => texts.join(" | "),
        }
    };
    deck.rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

/// A text of a test, line by line without the blanks around it.
pub(crate) fn lines(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Merges, and holds what must hold of every merge: a second one finds nothing to do, and conflicts where there were some.
pub(crate) fn merged(base: Option<&Grid>, deck: &DeckGrid, data: &Grid, take: &Take) -> Merge {
    let first = merge(base, deck, data, take);
    if let Some(base) = &first.base {
        let second = merge(Some(base), &apply(deck, &first), data, &Take::default());
        assert_eq!(second.edits, [], "a second merge finds nothing to do");
        // Only where all that is left was added by hand, it is a table of somebody else from then on.
        let is_left = second.conflicts != [Conflict::Unrecognized];
        assert!(
            second.conflicts.is_empty() == first.conflicts.is_empty() || !is_left,
            "{:?}, then {:?}",
            first.words(),
            second.words()
        );
    }
    first
}

/// What becomes of a deck, and what is said of it.
pub(crate) fn outcome(base: &str, deck: &DeckGrid, data: &str) -> (String, Merge) {
    let merge = merged(Some(&grid(base)), deck, &grid(data), &Take::default());
    (show(&apply(deck, &merge)), merge)
}

fn named(text: &str) -> (String, String) {
    let text = text.trim();
    let (id, name) = text.split_once('=').unwrap_or((text, text));
    (id.to_owned(), name.to_owned())
}
