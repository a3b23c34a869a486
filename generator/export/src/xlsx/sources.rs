//! The sheet of sources, numbered once for the whole workbook.

use std::collections::HashMap;

use document::{SourceNote, Table};

use super::field::Field;
use super::sheet::{Column, Sheet};
use crate::spaces::printable;

/// The numbers of sources in the workbook, in the order in which the tables name them.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    sources: Vec<SourceNote>,
    by_id: HashMap<String, usize>,
}

impl Numbers {
    pub(super) fn new(tables: &[Table]) -> Self {
        let mut numbers = Self::default();
        for source in tables.iter().flat_map(|it| &it.sources) {
            if !numbers.by_id.contains_key(&source.id) {
                numbers.sources.push(source.clone());
                numbers
                    .by_id
                    .insert(source.id.clone(), numbers.sources.len());
            }
        }
        numbers
    }

    /// The number in the workbook of what has `number` in `table`.
    pub(super) fn of(&self, number: usize, table: &Table) -> Option<usize> {
        let source = table.sources.iter().find(|it| it.number == number)?;
        self.by_id.get(&source.id).copied()
    }

    /// Number, title, publisher, address, the day it was read, and the id.
    pub(super) fn sheet(&self) -> Sheet {
        let row = |(at, it): (usize, &SourceNote)| {
            let url = it
                .url
                .as_ref()
                .map(|it| Field::Link(it.clone(), printable(it)));
            vec![
                Field::Number((at + 1) as f64, "0".to_owned()),
                Field::Text(printable(&it.title)),
                Field::Text(printable(&it.publisher)),
                url.unwrap_or(Field::Empty),
                Field::Date(it.accessed.clone()),
                Field::Text(printable(&it.id)),
            ]
        };
        Sheet {
            name: "Sources".to_owned(),
            table: "sources".to_owned(),
            columns: vec![
                Column::new("Number", 8.0),
                Column::new("Title", 60.0),
                Column::new("Publisher", 30.0),
                Column::new("Address", 60.0),
                Column::new("Read", 12.0),
                Column::new("Id", 30.0),
            ],
            frozen: 1,
            rows: self.sources.iter().enumerate().map(row).collect(),
        }
    }
}
