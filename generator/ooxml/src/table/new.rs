//! A table that is not there yet, as the XML that `PowerPoint` itself writes.

use crate::geometry::Frame;
use crate::slide::Placeholder;
use crate::text::{Paragraph, Shade, Writer};
use crate::xml::escape;
use crate::{Error, Result};

/// A new table.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the flags of a table as the standard has them"
)]
pub struct NewTable {
    /// The name of its shape.
    pub name: String,
    /// What it shows, for those who do not see it.
    pub description: String,
    /// The placeholder of the layout that it fills, if it fills one.
    pub placeholder: Option<Placeholder>,
    /// Its left edge in EMU; its width is that of its columns.
    pub left: i64,
    /// Its top edge in EMU; its height is that of its rows.
    pub top: i64,
    /// The id of its style, a GUID in braces; see [`crate::presentation::Presentation::table_style`].
    pub style: String,
    /// Whether the first row is a heading: screen readers say so too.
    pub header_row: bool,
    /// Whether the first column names its rows.
    pub header_column: bool,
    /// Whether every second row is shaded, if the style has that.
    pub banded: bool,
    /// Whether its columns stand from right to left.
    pub right_to_left: bool,
    /// The widths of its columns in EMU.
    pub columns: Vec<i64>,
    /// Its rows.
    pub rows: Vec<NewRow>,
}

/// A row of a new table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewRow {
    /// How high it is at least, in EMU: programs grow rows that need more.
    pub height: i64,
    /// Its cells, without those that another one covers.
    pub cells: Vec<NewCell>,
}

/// A cell of a new table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewCell {
    /// What it says.
    pub paragraphs: Vec<Paragraph>,
    /// The size of the text if there is none, in hundredths of a point: it decides how high an empty cell is.
    pub size: Option<u32>,
    /// How many columns it spans; 0 counts as 1.
    pub columns: usize,
    /// How many rows it spans; 0 counts as 1.
    pub rows: usize,
    /// Its fill, if it is not that of the style.
    pub fill: Option<Shade>,
    /// Whether its text stands in the middle of its height and not at the top.
    pub middle: bool,
}

const TABLE: &str = "http://schemas.openxmlformats.org/drawingml/2006/table";
const IDS: &str = "http://schemas.microsoft.com/office/drawing/2014/main";

impl NewTable {
    /// Where it stands.
    pub fn frame(&self) -> Frame {
        Frame {
            x: self.left,
            y: self.top,
            width: total(self.columns.iter().copied()),
            height: total(self.rows.iter().map(|it| it.height)),
        }
    }

    /// The graphic frame, as the shape of this id.
    ///
    /// # Errors
    /// The cells do not fill the grid.
    pub(crate) fn xml(&self, id: u32, writer: &mut Writer) -> Result<String> {
        let placeholder = self
            .placeholder
            .as_ref()
            .map_or(String::new(), Placeholder::xml);
        Ok(format!(
            "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"{id}\" name=\"{}\" descr=\"{}\"/>\
             <p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr>{placeholder}</p:nvPr>\
             </p:nvGraphicFramePr><p:xfrm>{}</p:xfrm><a:graphic><a:graphicData uri=\"{TABLE}\">{}</a:graphicData></a:graphic>\
             </p:graphicFrame>",
            escape(&self.name),
            escape(&self.description),
            self.frame().xml(),
            self.table(writer)?
        ))
    }

    fn table(&self, writer: &mut Writer) -> Result<String> {
        let flags = [
            ("rtl", self.right_to_left),
            ("firstRow", self.header_row),
            ("firstCol", self.header_column),
            ("bandRow", self.banded),
        ];
        let flags = flags
            .iter()
            .filter(|it| it.1)
            .map(|it| format!(" {}=\"1\"", it.0));
        let columns = self.columns.iter().enumerate().map(|(at, width)| {
            let id = extension(
                "{9D8B030D-6E8A-4147-A177-3AD203B41FA5}",
                "colId",
                20_000 + at,
            );
            format!("<a:gridCol w=\"{width}\">{id}</a:gridCol>")
        });
        let mut rows = String::new();
        let mut covered = Covered::of(self.columns.len(), self.rows.len());
        for (at, row) in self.rows.iter().enumerate() {
            let id = extension(
                "{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}",
                "rowId",
                10_000 + at,
            );
            let cells = self.cells(at, row, &mut covered, writer)?;
            rows.push_str(&format!("<a:tr h=\"{}\">{cells}{id}</a:tr>", row.height));
        }
        Ok(format!(
            "<a:tbl><a:tblPr{}><a:tableStyleId>{}</a:tableStyleId></a:tblPr><a:tblGrid>{}</a:tblGrid>{rows}</a:tbl>",
            flags.collect::<String>(),
            escape(&self.style),
            columns.collect::<String>(),
        ))
    }

    /// The cells of a row, with those that others cover.
    fn cells(
        &self,
        row: usize,
        it: &NewRow,
        covered: &mut Covered,
        writer: &mut Writer,
    ) -> Result<String> {
        let mut cells = it.cells.iter();
        let mut out = String::new();
        for column in 0..self.columns.len() {
            if let Some(attributes) = covered.at(row, column) {
                let empty = writer.paragraphs(&[], None);
                out.push_str(&format!(
                    "<a:tc{attributes}>{}<a:tcPr/></a:tc>",
                    body(&empty)
                ));
                continue;
            }
            let place = || format!("cell for row {}, column {}", row + 1, column + 1);
            let cell = cells
                .next()
                .ok_or_else(|| Error::NoCell(self.name.clone(), place()))?;
            let attributes = covered
                .cover(row, column, cell.rows.max(1), cell.columns.max(1))
                .ok_or_else(|| {
                    Error::NoCell(
                        self.name.clone(),
                        format!("room for the merged {}", place()),
                    )
                })?;
            let text = writer.paragraphs(&cell.paragraphs, cell.size);
            for piece in [
                "<a:tc",
                &attributes,
                ">",
                &body(&text),
                &properties(cell),
                "</a:tc>",
            ] {
                out.push_str(piece);
            }
        }
        match cells.next() {
            Some(_) => Err(Error::NoCell(
                self.name.clone(),
                format!("room for all cells of row {}", row + 1),
            )),
            None => Ok(out),
        }
    }
}

/// The sum of lengths.
fn total(lengths: impl Iterator<Item = i64>) -> i64 {
    lengths.fold(0, i64::saturating_add)
}

fn body(paragraphs: &str) -> String {
    [
        "<a:txBody><a:bodyPr/><a:lstStyle/>",
        paragraphs,
        "</a:txBody>",
    ]
    .concat()
}

/// `a:tcPr`. Borders are those of the style, so that another style of the user has its effect.
fn properties(cell: &NewCell) -> String {
    let anchor = if cell.middle { " anchor=\"ctr\"" } else { "" };
    match cell.fill {
        Some(fill) => format!("<a:tcPr{anchor}>{}</a:tcPr>", fill.xml()),
        None => ["<a:tcPr", anchor, "/>"].concat(),
    }
}

/// The extension that holds the id of a row or column; its namespace is declared where it is used.
fn extension(uri: &str, name: &str, id: usize) -> String {
    format!(
        "<a:extLst><a:ext uri=\"{uri}\"><a16:{name} xmlns:a16=\"{IDS}\" val=\"{id}\"/></a:ext></a:extLst>"
    )
}

/// Which cells are covered by merged ones, and how they say so.
struct Covered {
    columns: usize,
    rows: usize,
    attributes: std::collections::HashMap<(usize, usize), String>,
}

impl Covered {
    fn of(columns: usize, rows: usize) -> Self {
        Self {
            columns,
            rows,
            attributes: std::collections::HashMap::new(),
        }
    }

    fn at(&self, row: usize, column: usize) -> Option<&str> {
        self.attributes.get(&(row, column)).map(String::as_str)
    }

    /// Covers what a cell spans, and returns its own attributes; nothing if it reaches over an edge or another cell.
    fn cover(&mut self, row: usize, column: usize, rows: usize, columns: usize) -> Option<String> {
        if row.checked_add(rows)? > self.rows || column.checked_add(columns)? > self.columns {
            return None;
        }
        if (rows, columns) == (1, 1) && self.at(row, column).is_none() {
            return Some(String::new());
        }
        let span = |name: &str, count: usize| match count {
            1 => String::new(),
            _ => format!(" {name}=\"{count}\""),
        };
        for r in row..row + rows {
            for c in column..column + columns {
                let mut attributes = String::new();
                if r == row {
                    attributes += &span("rowSpan", rows);
                }
                if c == column {
                    attributes += &span("gridSpan", columns);
                }
                if c > column {
                    attributes += " hMerge=\"1\"";
                }
                if r > row {
                    attributes += " vMerge=\"1\"";
                }
                if self.attributes.insert((r, c), attributes).is_some() {
                    return None;
                }
            }
        }
        self.attributes.remove(&(row, column))
    }
}
