//! A new record in the making: texts given for its fields become values of the form that each field declares.

use model::{Date, Field, Kind, Model, Presence, Shape, Space};
use toml::{Table, Value};

/// A required field that nothing was given for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Missing {
    /// Its path, with dots: `color.light`.
    pub(crate) path: String,
    /// What it says.
    pub(crate) doc: &'static str,
    /// What it may hold.
    pub(crate) shape: Shape,
}

/// The values that a record has so far.
#[derive(Debug)]
pub(crate) struct Entry {
    shape: Shape,
    table: Table,
}

impl Entry {
    /// A record of `kind` without any value.
    pub(crate) fn new(kind: Kind) -> Self {
        Self {
            shape: kind.shape(),
            table: Table::new(),
        }
    }

    /// Gives the field at `path` the value that `text` writes; another text for a list is one more element of it.
    ///
    /// # Errors
    /// A phrase: there is no such field, or the text is no value of it.
    pub(crate) fn set(&mut self, path: &str, text: &str) -> Result<(), String> {
        let mut steps: Vec<_> = path.split('.').collect();
        let last = steps.pop().unwrap_or_default();
        let (mut shape, mut table) = (&self.shape, &mut self.table);
        for step in steps {
            shape = below(shape, step, path)?;
            let inner = table.entry(step).or_insert_with(|| Table::new().into());
            table = inner
                .as_table_mut()
                .ok_or_else(|| format!("`{step}` of `{path}` has a value already"))?;
        }
        let shape = below(shape, last, path)?;
        let value = value(shape, text).map_err(|wanted| format!("`{path}` takes {wanted}"))?;
        match (table.get_mut(last), value) {
            (Some(Value::Array(all)), Value::Array(more)) => all.extend(more),
            (Some(_), _) => return Err(format!("`{path}` is given twice")),
            (None, value) => drop(table.insert(last.to_owned(), value)),
        }
        Ok(())
    }

    /// Fills in what needs no question: the day of review, and for a table of answers one per option that says that nobody
    /// knows yet. Other tables with free keys begin empty.
    pub(crate) fn complete(&mut self, model: &Model, today: Date) {
        let Shape::Table(fields) = &self.shape else {
            return;
        };
        for field in required(fields) {
            let free = !self.table.contains_key(&field.key);
            match &field.shape {
                Shape::Date if field.key == "reviewed" && free => {
                    self.table.insert(field.key.clone(), day(today));
                }
                Shape::Keyed(Some(Space::Record(Kind::Alternative)), _) => {
                    let cells = self
                        .table
                        .entry(field.key.clone())
                        .or_insert_with(|| Table::new().into());
                    let Some(cells) = cells.as_table_mut() else {
                        continue;
                    };
                    for option in &model.options {
                        let cell = cells
                            .entry(option.id.as_str())
                            .or_insert_with(|| unknown().into());
                        if let Some(cell) = cell.as_table_mut() {
                            cell.entry("reviewed").or_insert_with(|| day(today));
                        }
                    }
                }
                Shape::Keyed(..) if free => {
                    self.table.insert(field.key.clone(), Table::new().into());
                }
                _ => {}
            }
        }
    }

    /// Required fields without a value, those of tables within too, in the order of their declaration.
    pub(crate) fn missing(&self) -> Vec<Missing> {
        let mut out = Vec::new();
        if let Shape::Table(fields) = &self.shape {
            missing(fields, &self.table, "", &mut out);
        }
        out
    }

    /// The record as TOML in canonical form.
    ///
    /// # Errors
    /// What the canonical form does not take, as its parser says it.
    pub(crate) fn text(&self) -> Result<String, String> {
        let mut text = String::new();
        write(&self.table, &self.shape, "", &mut text);
        format::canonical(&text, &self.shape).map_err(|refused| refused.message)
    }
}

/// Writes values, then the tables that the record declares under headers; a range stays in its braces.
fn write(table: &Table, shape: &Shape, path: &str, out: &mut String) {
    let mut tables = Vec::new();
    for (key, value) in table {
        let inner = below(shape, key, key).ok();
        let inner = inner.filter(|it| matches!(it, Shape::Table(_) | Shape::Keyed(..)));
        let key = written(key);
        match (inner, value) {
            (Some(inner), Value::Table(value)) => {
                tables.push((format!("{path}{key}"), inner, value));
            }
            _ => *out += &format!("{key} = {value}\n"),
        }
    }
    for (path, shape, table) in tables {
        *out += &format!("\n[{path}]\n");
        write(table, shape, &format!("{path}."), out);
    }
}

/// A key as TOML writes it.
fn written(key: &str) -> String {
    let bare = |it: char| it.is_ascii_alphanumeric() || "-_".contains(it);
    if !key.is_empty() && key.chars().all(bare) {
        key.to_owned()
    } else {
        Value::String(key.to_owned()).to_string()
    }
}

/// The shape of the field `step` of a value of `shape`.
fn below<'s>(shape: &'s Shape, step: &str, path: &str) -> Result<&'s Shape, String> {
    match shape {
        Shape::Keyed(_, entry) => Ok(entry),
        Shape::Table(fields) => {
            if let Some(field) = fields.iter().find(|it| it.key == step) {
                return Ok(&field.shape);
            }
            let keys = fields.iter().map(|it| it.key.as_str());
            let all: Vec<_> = keys.clone().map(|it| format!("`{it}`")).collect();
            let help = match model::nearest(step, keys) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("there are {}", all.join(", ")),
            };
            Err(format!("there is no field `{path}`: {help}"))
        }
        _ => Err(format!("`{path}` names a field of what has none")),
    }
}

fn missing(fields: &[Field], table: &Table, before: &str, out: &mut Vec<Missing>) {
    for field in required(fields) {
        let path = format!("{before}{}", field.key);
        match (&field.shape, table.get(&field.key)) {
            (Shape::Table(inner), Some(Value::Table(given))) => {
                missing(inner, given, &format!("{path}."), out);
            }
            (Shape::Table(inner), None) => {
                missing(inner, &Table::new(), &format!("{path}."), out);
            }
            (_, Some(_)) => {}
            (shape, None) => out.push(Missing {
                path,
                doc: field.doc.trim(),
                shape: shape.clone(),
            }),
        }
    }
}

fn required(fields: &[Field]) -> impl Iterator<Item = &Field> {
    fields.iter().filter(|it| it.presence == Presence::Required)
}

/// A cell that is honest about a question nobody has looked into.
fn unknown() -> Table {
    let pairs = [
        ("status", "unknown"),
        ("because", "Nobody has looked for the answer yet."),
    ];
    let pairs = pairs.map(|(key, value)| (key.to_owned(), value.into()));
    pairs.into_iter().collect()
}

fn day(date: Date) -> Value {
    let written = date.to_string();
    let date = written.parse::<toml::value::Datetime>();
    date.map_or(Value::String(written), Value::Datetime)
}

/// The value of `shape` that `text` writes.
///
/// # Errors
/// What would be one.
fn value(shape: &Shape, text: &str) -> Result<Value, String> {
    let is = |value: Option<Value>, wanted: &str| value.ok_or_else(|| wanted.to_owned());
    match shape {
        Shape::Date => is(Date::parse(text).map(day), "a day such as 2026-11-23"),
        Shape::Number => is(read(text).filter(is_number), "a number"),
        Shape::Count => is(read(text).filter(Value::is_integer), "a whole number"),
        Shape::Flag => is(read(text).filter(Value::is_bool), "true or false"),
        Shape::Amount => Ok(amount(text)),
        Shape::Choice(words) => {
            let known = words.contains(&text);
            let listed: Vec<_> = words.iter().map(|it| format!("`{it}`")).collect();
            is(known.then(|| text.into()), &listed.join(", "))
        }
        Shape::Either(forms) => {
            let mut wanted = Vec::new();
            for form in forms {
                match value(form, text) {
                    Ok(value) => return Ok(value),
                    Err(it) => wanted.push(it),
                }
            }
            Err(wanted.join(", or "))
        }
        Shape::List(item) => list(item, text).map(Value::Array),
        Shape::Keyed(..) | Shape::Table(_) => is(
            read(text).filter(Value::is_table),
            "a table such as `{ key = \"value\" }`; or set its fields one by one, with dots",
        ),
        _ => Ok(text.into()),
    }
}

/// A list as TOML writes it; otherwise ids between commas, or one text.
fn list(item: &Shape, text: &str) -> Result<Vec<Value>, String> {
    if let Some(Value::Array(all)) = read(text) {
        return Ok(all);
    }
    let split = matches!(item, Shape::Id(_) | Shape::Link(_) | Shape::Choice(_));
    let parts = if split {
        text.split(',').collect()
    } else {
        vec![text]
    };
    let parts = parts.into_iter().map(str::trim);
    parts
        .filter(|it| !it.is_empty())
        .map(|part| value(item, part))
        .collect()
}

/// A number or a range as TOML writes it, or the id of a fact.
fn amount(text: &str) -> Value {
    read(text)
        .filter(|it| is_number(it) || it.is_table())
        .unwrap_or_else(|| text.into())
}

fn is_number(value: &Value) -> bool {
    value.is_integer() || value.is_float()
}

/// A value as TOML writes it.
fn read(text: &str) -> Option<Value> {
    // A break would begin another line of TOML.
    let one = !text.contains(['\n', '\r']);
    let table = one.then(|| format!("it = {text}").parse::<Table>().ok())??;
    (table.len() == 1).then(|| table.get("it").cloned())?
}
