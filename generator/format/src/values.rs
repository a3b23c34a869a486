//! Values behind an equals sign: on one line, or a list with one element on each.

use model::Shape;
use toml_edit::{Array, InlineTable, Item, TableLike, Value};

use crate::layout::Layout;
use crate::{WIDTH, order, remarks, strings};

/// How far the elements of a broken list stand in from its brackets.
const STEP: usize = 2;

/// Writes values of one document.
pub(crate) struct Values<'l, 't> {
    pub(crate) layout: &'l Layout<'t>,
}

impl<'t> Values<'_, 't> {
    /// A value that begins at column `column` of a line that begins at `indent`, with `behind` characters to follow.
    pub(crate) fn value(
        &self,
        value: &Value,
        shape: Option<&Shape>,
        indent: usize,
        column: usize,
        behind: usize,
    ) -> String {
        match value {
            Value::String(text) if text.value().contains('\n') => strings::block(text.value()),
            Value::Array(array) => {
                let line = self.line(value, shape);
                let fits = column + width(&line) + behind <= WIDTH;
                if fits && !self.has_remarks(value) {
                    line
                } else {
                    self.broken(array, shape, indent)
                }
            }
            value => self.line(value, shape),
        }
    }

    /// A value on one line, without comments.
    pub(crate) fn line(&self, value: &Value, shape: Option<&Shape>) -> String {
        match value {
            Value::String(text) => strings::line(text.value()),
            Value::Datetime(moment) => {
                let mut moment = *moment.value();
                if let Some(time) = &mut moment.time {
                    // TOML 1.0 wants the seconds.
                    time.second.get_or_insert(0);
                }
                moment.to_string()
            }
            Value::Array(array) => {
                let shape = order::element(shape);
                let elements = array.iter().map(|it| self.line(it, shape));
                format!("[{}]", elements.collect::<Vec<_>>().join(", "))
            }
            Value::InlineTable(table) => {
                let entries = sorted(table, shape).into_iter();
                let entries = entries.filter_map(|(key, item)| {
                    let line = self.line(item.as_value()?, order::field(shape, key));
                    Some(format!("{} = {line}", strings::key(key)))
                });
                let entries: Vec<_> = entries.collect();
                if entries.is_empty() {
                    "{}".into()
                } else {
                    format!("{{ {} }}", entries.join(", "))
                }
            }
            // Numbers are written as the author finds them easiest to read.
            value => {
                let span = value.span().unwrap_or_default();
                self.layout.slice(span).to_owned()
            }
        }
    }

    fn broken(&self, array: &Array, shape: Option<&Shape>, indent: usize) -> String {
        let (margin, inner) = (" ".repeat(indent), " ".repeat(indent + STEP));
        let shape = order::element(shape);
        let spaces: Vec<_> = array.iter().map(|it| self.around(it)).collect();
        let end = self.layout.raw(Some(array.trailing()));
        let (remarks, rest) = remarks::distribute(&spaces, end);
        let mut out = String::from("[\n");
        for (element, remarks) in array.iter().zip(remarks) {
            let within = match element {
                Value::Array(_) => Vec::new(),
                element => self.remarks(element),
            };
            for remark in remarks.above.into_iter().chain(within) {
                out.extend([inner.as_str(), remark, "\n"]);
            }
            let column = indent + STEP;
            let value = match element {
                Value::Array(_) => self.value(element, shape, column, column, 1),
                element => self.line(element, shape),
            };
            out.extend([inner.as_str(), value.as_str(), ","]);
            if let Some(beside) = remarks.beside {
                out.extend([" ", beside]);
            }
            out.push('\n');
        }
        for remark in rest {
            out.extend([inner.as_str(), remark, "\n"]);
        }
        out + &margin + "]"
    }

    /// The space before a value and behind it.
    fn around(&self, value: &Value) -> (&'t str, &'t str) {
        let decor = value.decor();
        (self.layout.before(decor), self.layout.behind(decor))
    }

    /// Whether there is a comment inside a value.
    pub(crate) fn has_remarks(&self, value: &Value) -> bool {
        !self.remarks(value).is_empty()
    }

    /// Every comment inside a value, in the order of the text.
    fn remarks(&self, value: &Value) -> Vec<&'t str> {
        let mut found = Vec::new();
        match value {
            Value::Array(array) => {
                for element in array {
                    self.each(element, &mut found);
                }
                let end = self.layout.raw(Some(array.trailing()));
                found.extend(remarks::comments(end));
            }
            Value::InlineTable(table) => self.within(table, &mut found),
            _ => {}
        }
        found
    }

    fn within(&self, table: &InlineTable, found: &mut Vec<&'t str>) {
        for (key, value) in table {
            if let Some(key) = table.key(key) {
                found.extend(remarks::comments(self.layout.before(key.leaf_decor())));
                found.extend(remarks::comments(self.layout.behind(key.leaf_decor())));
            }
            self.each(value, found);
        }
        let end = self.layout.raw(Some(table.trailing()));
        found.extend(remarks::comments(end));
    }

    /// The comments before, in and behind a value.
    fn each(&self, value: &Value, found: &mut Vec<&'t str>) {
        let (before, behind) = self.around(value);
        found.extend(remarks::comments(before));
        found.extend(self.remarks(value));
        found.extend(remarks::comments(behind));
    }
}

/// The entries of a table in the order of its shape.
pub(crate) fn sorted<'d>(
    table: &'d dyn TableLike,
    shape: Option<&Shape>,
) -> Vec<(&'d str, &'d Item)> {
    let mut entries: Vec<_> = table.iter().collect();
    // Stable: equal ones stay as they are written.
    entries.sort_by_key(|(key, _)| order::rank(shape, key));
    entries
}

/// How many characters a text has.
pub(crate) fn width(text: &str) -> usize {
    text.chars().count()
}
