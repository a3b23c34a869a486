//! A table of the tree as plain values.

use roxmltree::Node;

use super::body::Body;
use super::frames::{cells_of, columns_of, id_of, properties_of, rows_of, table_of, tables};
use super::{Cell, Column, Merge, Row, Table};
use crate::geometry::{Frame, LONGEST};
use crate::limits::{MAX_COLUMNS, MAX_ROWS};
use crate::xml::{DRAWING, PRESENTATION, Text, child, is, number};
use crate::{Error, Result};

pub(super) fn all(slide: &Text) -> Result<Vec<Table>> {
    let document = slide.parse()?;
    let frames = tables(&document).into_iter().enumerate();
    frames
        .map(|(index, frame)| table(slide, frame, index))
        .collect()
}

fn table(text: &Text, frame: Node, index: usize) -> Result<Table> {
    let lacks = |what| Error::Lacks(text.part().to_owned(), what);
    let properties = properties_of(frame).ok_or_else(|| lacks("p:cNvPr"))?;
    let name = properties.attribute("name").unwrap_or_default().to_owned();
    let it = table_of(frame).ok_or_else(|| lacks("a:tbl"))?;
    let (columns, rows) = (columns_of(it), rows_of(it));
    let too_large = columns.len() > MAX_COLUMNS
        || rows.len() > MAX_ROWS
        || rows.iter().any(|row| cells_of(*row).len() > MAX_COLUMNS);
    if too_large {
        return Err(Error::TableTooLarge(name));
    }
    let style = child(it, DRAWING, "tblPr");
    let flag = |name| style.is_some_and(|it| is_on(it, name));
    Ok(Table {
        shape_id: number(properties, "id").unwrap_or(0),
        description: properties.attribute("descr").map(str::to_owned),
        frame: child(frame, PRESENTATION, "xfrm")
            .and_then(Frame::of)
            .unwrap_or_default(),
        in_group: frame
            .parent()
            .is_some_and(|it| is(it, PRESENTATION, "grpSp")),
        header_row: flag("firstRow"),
        header_column: flag("firstCol"),
        style: style
            .and_then(|it| child(it, DRAWING, "tableStyleId"))
            .and_then(|it| it.text())
            .map(|it| it.trim().to_owned()),
        columns: columns.iter().map(|it| column(*it)).collect(),
        rows: rows.iter().map(|it| row(text, *it)).collect(),
        index,
        name,
    })
}

fn column(node: Node) -> Column {
    Column {
        width: length(node, "w"),
        id: id_value(node, "colId"),
    }
}

fn row(text: &str, node: Node) -> Row {
    Row {
        height: length(node, "h"),
        id: id_value(node, "rowId"),
        cells: cells_of(node).iter().map(|it| cell(text, *it)).collect(),
    }
}

fn id_value(node: Node, name: &str) -> Option<u32> {
    number(id_of(node, name)?, "val")
}

fn cell(text: &str, node: Node) -> Cell {
    let properties = child(node, DRAWING, "tcPr");
    // The defaults of ECMA-376-1, 21.1.3.17.
    let margin = |name, default| {
        properties
            .and_then(|it| number(it, name))
            .unwrap_or(default)
    };
    let fills = [
        "noFill",
        "solidFill",
        "gradFill",
        "blipFill",
        "pattFill",
        "grpFill",
    ];
    let fill = properties.and_then(|it| {
        it.children()
            .find(|it| fills.iter().any(|name| is(*it, DRAWING, name)))
    });
    let body = child(node, DRAWING, "txBody").map(Body::of);
    let format = body.as_ref().and_then(Body::first_format);
    let links = node
        .descendants()
        .filter(|it| is(*it, DRAWING, "hlinkClick"));
    Cell {
        text: body.as_ref().map(Body::text).unwrap_or_default(),
        merge: merge_of(node),
        links: links
            .filter_map(crate::links::id_of)
            .map(str::to_owned)
            .collect(),
        fill: fill.and_then(|it| text.get(it.range())).map(str::to_owned),
        margins: [
            margin("marL", 91_440),
            margin("marR", 91_440),
            margin("marT", 45_720),
            margin("marB", 45_720),
        ],
        size: format.and_then(|it| number(it, "sz")),
        font: format
            .and_then(|it| child(it, DRAWING, "latin"))
            .and_then(|it| it.attribute("typeface"))
            .map(str::to_owned),
    }
}

/// How a cell says that it is merged.
pub(crate) fn merge_of(cell: Node) -> Merge {
    let span = |name| number::<usize>(cell, name).unwrap_or(1).max(1);
    Merge {
        columns: span("gridSpan"),
        rows: span("rowSpan"),
        from_left: is_on(cell, "hMerge"),
        from_above: is_on(cell, "vMerge"),
    }
}

/// Whether an attribute says yes.
fn is_on(node: Node, name: &str) -> bool {
    matches!(
        node.attribute(name).map(str::trim),
        Some("1" | "true" | "on" | "t")
    )
}

/// A length in EMU; what is beyond every slide is cut, so that sums stay numbers.
fn length(node: Node, name: &str) -> i64 {
    number::<i64>(node, name).unwrap_or(0).clamp(0, LONGEST)
}
