//! Reads the fields of JSON objects one by one and says at which path one is wrong, missing, unknown or there twice.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt;

use super::tree::Tree;

/// Why a text is no problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// The field: `cells.serverless.cold-start`, `limits[2].when`; empty for the text as a whole.
    pub path: String,
    /// What is wrong with it.
    pub error: String,
}

impl JsonError {
    /// It as JSON: `{"error":…,"path":…}`.
    pub fn json(&self) -> String {
        let text = |it: &str| serde_json::Value::from(it).to_string();
        format!(
            "{{\"error\":{},\"path\":{}}}",
            text(&self.error),
            text(&self.path)
        )
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path.as_str() {
            "" => out.write_str(&self.error),
            path => write!(out, "{path}: {}", self.error),
        }
    }
}

impl Error for JsonError {}

impl From<decide::ProblemError> for JsonError {
    fn from(error: decide::ProblemError) -> Self {
        Self {
            path: error.path,
            error: error.fault.to_string(),
        }
    }
}

pub(super) type Read<T> = Result<T, JsonError>;

/// A value and the path at which it stands.
pub(super) struct Field {
    pub(super) path: String,
    pub(super) tree: Tree,
}

impl Field {
    /// The error that `what` is wrong with this field.
    pub(super) fn wrong<T>(&self, what: impl Into<String>) -> Read<T> {
        let (path, error) = (self.path.clone(), what.into());
        Err(JsonError { path, error })
    }

    fn expected<T>(&self, what: &str) -> Read<T> {
        self.wrong(format!("{what} is needed, this is {}", self.tree.noun()))
    }

    pub(super) fn number(self) -> Read<f64> {
        match self.tree {
            Tree::Number(number) => Ok(number),
            _ => self.expected("a number"),
        }
    }

    /// A whole number from `least` to `most`.
    pub(super) fn whole(self, least: u32, most: u32) -> Read<u32> {
        let fits = |it: f64| it >= f64::from(least) && it <= f64::from(most) && it.fract() == 0.0;
        match self.tree {
            Tree::Number(number) if fits(number) => Ok(number as u32),
            _ => self.wrong(format!("a whole number from {least} to {most} is needed")),
        }
    }

    pub(super) fn text(self) -> Read<String> {
        match self.tree {
            Tree::Text(text) => Ok(text),
            _ => self.expected("a text"),
        }
    }

    /// Every item of a list, read by `of`.
    pub(super) fn list<T>(self, of: impl Fn(Field) -> Read<T>) -> Read<Vec<T>> {
        let path = self.path.clone();
        let Tree::List(items) = self.tree else {
            return self.expected("a list");
        };
        let items = items.into_iter().enumerate();
        let items = items.map(|(at, tree)| {
            let path = format!("{path}[{at}]");
            of(Field { path, tree })
        });
        items.collect()
    }

    /// An object whose keys are ids, each value read by `of`.
    pub(super) fn map<T>(self, of: impl Fn(Field) -> Read<T>) -> Read<BTreeMap<String, T>> {
        let mut entries = BTreeMap::new();
        for (id, field) in self.object()?.entries() {
            entries.insert(id, of(field)?);
        }
        Ok(entries)
    }

    /// An object with fields of its own.
    pub(super) fn object(self) -> Read<Object> {
        let path = self.path.clone();
        let Tree::Object(fields) = self.tree else {
            return self.expected("an object");
        };
        let mut seen = BTreeSet::new();
        for (name, _) in &fields {
            if !seen.insert(name) {
                let (path, error) = (join(&path, name), "the field stands twice".into());
                return Err(JsonError { path, error });
            }
        }
        Ok(Object { path, fields })
    }
}

/// An object whose fields are taken out one by one; what is left at the end has no meaning.
pub(super) struct Object {
    path: String,
    fields: Vec<(String, Tree)>,
}

impl Object {
    /// The field `name`, if it is there.
    pub(super) fn optional(&mut self, name: &str) -> Option<Field> {
        let at = self.fields.iter().position(|(it, _)| it == name)?;
        let (_, tree) = self.fields.remove(at);
        let path = join(&self.path, name);
        Some(Field { path, tree })
    }

    /// The field `name`.
    pub(super) fn required(&mut self, name: &str) -> Read<Field> {
        self.optional(name).ok_or_else(|| JsonError {
            path: join(&self.path, name),
            error: "the field is missing".into(),
        })
    }

    /// Says that whatever was not taken has no meaning.
    pub(super) fn close(self) -> Read<()> {
        match self.fields.first() {
            None => Ok(()),
            Some((name, _)) => Err(JsonError {
                path: join(&self.path, name),
                error: "there is no such field".into(),
            }),
        }
    }

    fn entries(self) -> impl Iterator<Item = (String, Field)> {
        let path = self.path;
        self.fields.into_iter().map(move |(name, tree)| {
            let path = join(&path, &name);
            (name, Field { path, tree })
        })
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}
