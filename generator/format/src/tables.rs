//! Tables with their headers: first what stands on lines of its own, then the tables below.

use std::collections::HashMap;

use model::Shape;
use toml_edit::{Document, InlineTable, Item, Table, TableLike, Value};

use crate::layout::Layout;
use crate::remarks::{self, Remarks};
use crate::values::{Values, sorted, width};
use crate::{WIDTH, order, strings};

/// The canonical text of `document`, with plain line breaks.
pub(crate) fn write(document: &Document<&str>, layout: &Layout<'_>, shape: &Shape) -> String {
    let mut writer = Writer {
        layout,
        values: Values { layout },
        passed: Vec::new(),
        out: String::new(),
    };
    writer.remarks(&layout.head());
    let body = Body {
        table: document.as_table(),
        shape: Some(shape),
        path: "",
        within: Within::Header,
        tail: layout.tail_of(None),
    };
    writer.body(body);
    let end = layout.end();
    if !end.is_empty() {
        writer.blank();
        writer.remarks(&end);
    }
    let length = writer.out.trim_end_matches('\n').len();
    writer.out.truncate(length);
    if length > 0 {
        writer.out.push('\n');
    }
    writer.out
}

/// What stands below a header, or in the whole document.
struct Body<'d, 't> {
    table: &'d dyn TableLike,
    shape: Option<&'d Shape>,
    path: &'d str,
    within: Within<'d, 't>,
    /// Comments behind the last line.
    tail: Vec<&'t str>,
}

/// How the entries of a table are written now.
enum Within<'d, 't> {
    /// On lines, so that comments stand above and behind them.
    Header,
    /// In braces; the comments have been given to the entries.
    Braces(HashMap<&'d str, Remarks<'t>>),
}

struct Writer<'l, 't> {
    layout: &'l Layout<'t>,
    values: Values<'l, 't>,
    /// Comments above a header that is left out: they go to the next one.
    passed: Vec<&'t str>,
    out: String,
}

impl<'t> Writer<'_, 't> {
    fn body(&mut self, mut body: Body<'_, 't>) {
        let entries = sorted(body.table, body.shape);
        let mut tables = Vec::new();
        for (name, item) in entries {
            let shape = order::field(body.shape, name);
            match item {
                Item::Value(value) if !self.gets_header(name, value, shape) => {
                    let remarks = self.of_entry(&mut body, name, value);
                    self.entry(name, value, shape, &remarks);
                }
                Item::None => {}
                item => tables.push((name, item, shape)),
            }
        }
        self.remarks(&body.tail);
        for (name, item, shape) in tables {
            let path = joined(body.path, name);
            match item {
                Item::Table(table) => self.table(table, shape, &path),
                Item::ArrayOfTables(all) => {
                    let shape = order::element(shape);
                    all.iter().for_each(|it| self.element(it, shape, &path));
                }
                Item::Value(value) => {
                    let remarks = self.of_entry(&mut body, name, value);
                    if let Value::InlineTable(table) = value {
                        self.braces(table, shape, &path, &remarks);
                    }
                }
                Item::None => {}
            }
        }
    }

    /// `name = value` with its comments.
    fn entry(&mut self, name: &str, value: &Value, shape: Option<&Shape>, remarks: &Remarks<'_>) {
        self.remarks(&remarks.above);
        let start = format!("{} = ", strings::key(name));
        let value = self.values.value(value, shape, 0, width(&start), 0);
        self.out += &start;
        self.out += &value;
        self.beside(remarks.beside);
    }

    /// A table with a header, with dotted keys, or without any line of its own.
    fn table(&mut self, table: &Table, shape: Option<&Shape>, path: &str) {
        let explicit = !table.is_implicit() && !table.is_dotted();
        let (above, beside, tail) = if explicit {
            self.of_header(table)
        } else {
            (Vec::new(), None, Vec::new())
        };
        let has_lines = table.iter().any(|(name, item)| {
            let value = item.as_value();
            value.is_some_and(|it| !self.gets_header(name, it, order::field(shape, name)))
        });
        // A header above nothing but other headers is needed for what is said behind and below it alone.
        let remarked = beside.is_some() || !tail.is_empty();
        if has_lines || explicit && (table.is_empty() || remarked) {
            self.header(&format!("[{path}]"), &above, beside);
        } else {
            self.passed.extend(above);
        }
        self.body(Body {
            table,
            shape,
            path,
            within: Within::Header,
            tail,
        });
    }

    /// One of several tables with the same header.
    fn element(&mut self, table: &Table, shape: Option<&Shape>, path: &str) {
        let (above, beside, tail) = self.of_header(table);
        self.header(&format!("[[{path}]]"), &above, beside);
        self.body(Body {
            table,
            shape,
            path,
            within: Within::Header,
            tail,
        });
    }

    /// A table in braces that gets a header.
    fn braces(
        &mut self,
        table: &InlineTable,
        shape: Option<&Shape>,
        path: &str,
        remarks: &Remarks<'t>,
    ) {
        let names: Vec<_> = table.iter().map(|(name, _)| name).collect();
        let spaces: Vec<_> = table.iter().map(|it| self.around(table, it)).collect();
        let end = self.layout.raw(Some(table.trailing()));
        let (given, tail) = remarks::distribute(&spaces, end);
        self.header(&format!("[{path}]"), &remarks.above, remarks.beside);
        self.body(Body {
            table,
            shape,
            path,
            within: Within::Braces(names.into_iter().zip(given).collect()),
            tail,
        });
    }

    /// The space before an entry in braces and behind it.
    fn around(&self, table: &InlineTable, (name, value): (&str, &Value)) -> (&'t str, &'t str) {
        let key = table.key(name);
        let before = key.map(|it| self.layout.before(it.leaf_decor()));
        (
            before.unwrap_or_default(),
            self.layout.behind(value.decor()),
        )
    }

    /// The comments of an entry.
    fn of_entry(&self, body: &mut Body<'_, 't>, name: &str, value: &Value) -> Remarks<'t> {
        match &mut body.within {
            Within::Braces(given) => given.remove(name).unwrap_or_default(),
            Within::Header => Remarks {
                above: match body.table.key(name) {
                    Some(key) => self.layout.above_key(key.leaf_decor()),
                    None => Vec::new(),
                },
                beside: self.layout.beside(value.decor()),
            },
        }
    }

    /// The comments above a header, behind it and at the end of its lines.
    fn of_header(&self, table: &Table) -> (Vec<&'t str>, Option<&'t str>, Vec<&'t str>) {
        let above = self.layout.above_header(table);
        let beside = self.layout.beside(table.decor());
        (above, beside, self.layout.tail_of(table.position()))
    }

    /// Whether a value is a table in braces that would be too long there, or hold comments, which TOML 1.0 does not have.
    fn gets_header(&self, name: &str, value: &Value, shape: Option<&Shape>) -> bool {
        let braces = matches!(value, Value::InlineTable(_));
        braces && {
            let start = width(&strings::key(name)) + " = ".len();
            let long = start + width(&self.values.line(value, shape)) > WIDTH;
            long || self.values.has_remarks(value)
        }
    }

    fn header(&mut self, header: &str, above: &[&str], beside: Option<&str>) {
        self.blank();
        let passed = std::mem::take(&mut self.passed);
        self.remarks(&passed);
        self.remarks(above);
        self.out += header;
        self.beside(beside);
    }

    /// A blank line, if there is something to keep apart.
    fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// Comments on lines of their own.
    fn remarks(&mut self, lines: &[&str]) {
        for line in lines {
            self.out += line;
            self.out.push('\n');
        }
    }

    /// The end of a line.
    fn beside(&mut self, remark: Option<&str>) {
        if let Some(remark) = remark {
            self.out.push(' ');
            self.out += remark;
        }
        self.out.push('\n');
    }
}

/// The path of what `name` holds in the table at `path`.
fn joined(path: &str, name: &str) -> String {
    let name = strings::key(name);
    if path.is_empty() {
        name
    } else {
        format!("{path}.{name}")
    }
}
