//! Completes the records of a case from the base, line by line, so that every finding can be traced to the case file.

use std::fs;

use model::{Field, Kind, Presence, Shape};
use toml::{Table, Value};

use crate::project::{files, repository};

/// A completed file.
pub struct Filled {
    /// Its text.
    pub text: String,
    /// For every line of it, the line of the block that it stems from or stands beside, from 0.
    pub origin: Vec<usize>,
}

/// The file at `path` as the block says, with what it leaves out taken from the base.
pub fn fill(path: &str, lines: &[&str]) -> Filled {
    let text = lines.join("\n");
    let (Ok(given), Some((base, shape))) = (text.parse::<Table>(), base(path)) else {
        return whole(lines);
    };
    let mut sections = Sections::of(lines);
    match shape {
        None => sections.manifest(&given, &base),
        Some(Shape::Table(fields)) => {
            let scale = path.starts_with("data/dimensions/") && is_placed(&given);
            // A fact without a value gets that of the base, with its unit.
            let unit = path.starts_with("data/facts/") && !given.contains_key("value");
            sections.missing("", &given, &base, |key| {
                required(&fields, key) || unit && key == "unit" || scale && key == "scale"
            });
            for field in &fields {
                sections.nested(field, &given, &base);
            }
        }
        Some(_) => {}
    }
    sections.joined(lines)
}

/// The lines as they are.
pub fn whole(lines: &[&str]) -> Filled {
    let text = lines.iter().flat_map(|line| [*line, "\n"]).collect();
    let origin = (0..lines.len()).collect();
    Filled { text, origin }
}

/// The record of the base that fills the one at `path`, and the shape of its kind; the manifest has none.
fn base(path: &str) -> Option<(Table, Option<Shape>)> {
    let own = repository().join("tests/base").join(path);
    let (file, shape) = match path.split('/').collect::<Vec<_>>().as_slice() {
        ["data", "comparison.toml"] => (own, None),
        ["data", folder, _] => {
            let kind = Kind::of_folder(folder)?;
            let first = files(own.parent()?, &["toml"]).into_iter().next()?;
            (if own.exists() { own } else { first }, Some(kind.shape()))
        }
        _ => return None,
    };
    Some((fs::read_to_string(file).unwrap().parse().unwrap(), shape))
}

fn required(fields: &[Field], key: &str) -> bool {
    fields
        .iter()
        .any(|it| it.key == key && it.presence == Presence::Required)
}

/// The parts of a block: what stands before the first header, and what stands below each.
struct Sections {
    /// Header such as `cells.drill`, first line, line after the last, and what is added at its end.
    parts: Vec<(String, usize, usize, Vec<String>)>,
}

impl Sections {
    fn of(lines: &[&str]) -> Self {
        let mut parts = vec![(String::new(), 0, 0, Vec::new())];
        for (at, line) in lines.iter().enumerate() {
            // The elements of a list over several lines are indented, headers are not.
            if let Some(rest) = line.strip_prefix('[') {
                let header = rest
                    .trim_start_matches('[')
                    .split(']')
                    .next()
                    .unwrap_or_default();
                parts.push((header.to_owned(), at, at, Vec::new()));
            }
            if let Some(part) = parts.last_mut() {
                part.2 = at + 1;
            }
        }
        Self { parts }
    }

    /// In the manifest every field that is left out is as in the base.
    fn manifest(&mut self, given: &Table, base: &Table) {
        self.missing("", given, base, |_| true);
    }

    /// Adds the keys of `base` that are `wanted` and not `given` to a section; tables written in one line stay as they are.
    fn missing(
        &mut self,
        header: &str,
        given: &Table,
        base: &Table,
        wanted: impl Fn(&str) -> bool,
    ) {
        let Some(part) = self.parts.iter_mut().find(|it| it.0 == header) else {
            return;
        };
        let lacking = base
            .iter()
            .filter(|(key, _)| !given.contains_key(*key) && wanted(key));
        part.3
            .extend(lacking.map(|(key, value)| format!("{key} = {value}")));
    }

    fn nested(&mut self, field: &Field, given: &Table, base: &Table) {
        let table = |within: &Table| within.get(&field.key).and_then(Value::as_table).cloned();
        let Some(given) = table(given) else { return };
        let base = table(base).unwrap_or_default();
        match &field.shape {
            Shape::Table(fields) => {
                self.missing(&field.key, &given, &base, |key| required(fields, key));
            }
            Shape::Keyed(_, entry) => {
                let Shape::Table(fields) = entry.as_ref() else {
                    return;
                };
                for (id, given) in given
                    .iter()
                    .filter_map(|(id, it)| Some((id, it.as_table()?)))
                {
                    let like = base
                        .get(id)
                        .or_else(|| base.values().next())
                        .and_then(Value::as_table);
                    let Some(like) = like else { continue };
                    let cell = if field.key == "cells" {
                        cell(given)
                    } else {
                        Vec::new()
                    };
                    let wanted = |key: &str| required(fields, key) || cell.contains(&key);
                    self.missing(&format!("{}.{id}", field.key), given, like, wanted);
                }
            }
            _ => {}
        }
    }

    fn joined(self, lines: &[&str]) -> Filled {
        let (mut text, mut origin) = (String::new(), Vec::new());
        for (_, start, end, added) in self.parts {
            for (at, line) in lines.iter().enumerate().take(end).skip(start) {
                text += line;
                text.push('\n');
                origin.push(at);
            }
            for line in added {
                text += &line;
                text.push('\n');
                origin.push(end.saturating_sub(1));
            }
        }
        Filled { text, origin }
    }
}

/// What a cell needs beside its required fields, because it answers.
fn cell(given: &Table) -> Vec<&'static str> {
    let mut needed = Vec::new();
    if !given.contains_key("status") {
        needed.extend(["basis", "prose"]);
        if !given.contains_key("cost") {
            needed.push("value");
        }
        if lacks_answer(given) {
            needed.push("amount");
        }
    }
    needed
}

/// A cell that gives only a `value` stands on no scale.
fn lacks_answer(cell: &Table) -> bool {
    ["amount", "level", "cost", "status", "value"]
        .iter()
        .all(|it| !cell.contains_key(*it))
}

/// Whether some cell of a dimension has, or will be given, a place on a scale.
fn is_placed(dimension: &Table) -> bool {
    let Some(cells) = dimension.get("cells").and_then(Value::as_table) else {
        return true;
    };
    let placed = |cell: &Table| {
        lacks_answer(cell)
            || ["amount", "level", "cost"]
                .iter()
                .any(|it| cell.contains_key(*it))
    };
    cells.values().filter_map(Value::as_table).any(placed)
}

#[test]
fn what_a_record_leaves_out_comes_from_the_base_and_lines_keep_their_place() {
    let lines = [
        "name = \"Noise\"",
        "[cells.drill]",
        "amount = 3 # here",
        "basis = \"judged\"",
    ];
    let Filled { text, origin } = fill("data/dimensions/noise.toml", &lines);
    let table: Table = text.parse().unwrap();
    assert_eq!(table["name"].as_str(), Some("Noise"));
    assert_eq!(table["group"].as_str(), Some("work"));
    let drill = &table["cells"]["drill"];
    assert_eq!(drill["amount"].as_integer(), Some(3));
    assert_eq!(drill["basis"].as_str(), Some("judged"));
    assert!(
        drill.get("reviewed").is_some()
            && drill.get("value").is_some()
            && drill.get("sources").is_none()
    );
    assert!(
        table["cells"].get("hammer").is_none(),
        "an entry that is left out is left out"
    );
    assert!(table.get("scale").is_some(), "an amount needs a scale");
    let at = text
        .lines()
        .position(|line| line.ends_with("# here"))
        .unwrap();
    assert_eq!(origin[at], 2);
    assert_eq!(origin.len(), text.lines().count());
}
