//! Tables: options side by side, from the neutral table of the document.

use document::{Cell, Table};
use model::{ComparisonTable, Date, Kind, Record};
use serde::Serialize;

use super::Knowledge;
use super::cell::{self, MarkView};
use super::symbol::Symbol;
use crate::address::Links;
use crate::draft::{Anchor, Draft, SourceItem, source_items};
use crate::markup::{self, Html, Linked};

#[derive(Debug, Serialize)]
pub(super) struct TablePage {
    up: Anchor,
    title: String,
    table: TableView,
    file: String,
}

/// A table within a chapter.
#[derive(Debug, Serialize)]
pub(super) struct InlineTable {
    table: TableView,
}

/// A table as a template shows it.
#[derive(Debug, Serialize)]
struct TableView {
    id: String,
    title: String,
    /// The page of the table itself.
    href: Option<String>,
    question: Html,
    note: Html,
    corner: String,
    columns: Vec<ColumnView>,
    groups: Vec<GroupView>,
    n_rows: usize,
    sources: Vec<SourceItem>,
    as_of: Option<Html>,
    revision: String,
    hash: String,
}

#[derive(Debug, Serialize)]
struct ColumnView {
    option: Anchor,
    id: String,
    symbol: Symbol,
    /// The name of the product whose prices and limits stand for the option.
    reference: String,
}

#[derive(Debug, Serialize)]
struct GroupView {
    id: String,
    name: String,
    rows: Vec<RowView>,
}

#[derive(Debug, Serialize)]
struct RowView {
    /// The anchor of the row.
    anchor: String,
    dimension: Anchor,
    question: Html,
    cells: Vec<CellView>,
}

#[derive(Debug, Serialize)]
struct CellView {
    mark: Option<MarkView>,
    value: Html,
    cites: Html,
    basis: Option<&'static str>,
}

#[derive(Debug, Serialize)]
pub(super) struct TableList {
    tables: Vec<Item>,
}

#[derive(Debug, Serialize)]
struct Item {
    link: Anchor,
    question: Html,
    n_rows: usize,
    n_columns: usize,
}

pub(super) fn page(record: &Record<ComparisonTable>, draft: &Draft<'_>) -> TablePage {
    let table = view(record, draft.know, &draft.links);
    TablePage {
        up: draft.up(Kind::Table, "Tables"),
        title: table.title.clone(),
        table,
        file: format!("data/tables/{}.toml", record.id),
    }
}

pub(super) fn listing(draft: &mut Draft<'_>) -> TableList {
    let know = draft.know;
    let mut tables = Vec::new();
    for id in know.in_order(Kind::Table) {
        if let Some(record) = know.model.tables.get(&id) {
            tables.push(Item {
                link: draft.anchor(Kind::Table, &id),
                question: draft.line(&record.question),
                n_rows: know.model.rows_of(record).len(),
                n_columns: know.model.columns_of(record).len(),
            });
        }
    }
    TableList { tables }
}

/// The table of a record within a chapter.
pub(super) fn inline(
    record: &Record<ComparisonTable>,
    know: &Knowledge,
    links: &Links<'_>,
) -> InlineTable {
    let table = view(record, know, links);
    InlineTable { table }
}

/// The table of a record, as seen from the page of `links`.
fn view(record: &Record<ComparisonTable>, know: &Knowledge, links: &Links<'_>) -> TableView {
    let table = document::comparison(record, &know.model, &know.scores);
    let own = links.to(Kind::Table, &table.id);
    TableView {
        href: own,
        question: markup::runs(&table.question, links, Linked::Yes),
        note: markup::runs(&table.note, links, Linked::Yes),
        corner: table.corner.clone(),
        columns: table.columns.iter().map(|it| column(it, links)).collect(),
        groups: groups(&table, links),
        n_rows: table.len(),
        sources: source_items(&table.sources, links),
        as_of: table
            .as_of
            .as_deref()
            .and_then(Date::parse)
            .map(markup::date),
        hash: table.content_hash(),
        revision: table.revision,
        id: table.id,
        title: table.title,
    }
}

fn column(it: &document::Column, links: &Links<'_>) -> ColumnView {
    let model = links.model;
    let option = model.options.get(it.id.as_str());
    let reference = option.and_then(|it| model.title_of(Kind::Product, &it.reference.id));
    ColumnView {
        option: Anchor {
            text: Html::text(&it.name),
            href: links.to(Kind::Alternative, &it.id),
        },
        id: it.id.clone(),
        symbol: option.map(Symbol::of).unwrap_or_default(),
        reference: reference.unwrap_or_default(),
    }
}

fn groups(table: &Table, links: &Links<'_>) -> Vec<GroupView> {
    let row = |row: &document::Row| RowView {
        anchor: format!("{}row-{}", links.prefix, row.id),
        dimension: Anchor {
            text: Html::text(&row.name),
            href: links.to(Kind::Dimension, &row.id),
        },
        question: markup::runs(&row.question, links, Linked::Yes),
        cells: row.cells.iter().map(|it| cell_view(it, links)).collect(),
    };
    let group = |group: &document::RowGroup| GroupView {
        id: group.id.clone(),
        name: group.name.clone(),
        rows: group.rows.iter().map(row).collect(),
    };
    table.groups.iter().map(group).collect()
}

fn cell_view(it: &Cell, links: &Links<'_>) -> CellView {
    CellView {
        mark: it.mark.and_then(cell::mark),
        value: markup::runs(&it.value, links, Linked::Yes),
        cites: markup::cites(&it.sources, links),
        basis: it.basis,
    }
}
