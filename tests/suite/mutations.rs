//! Damaged records: whatever happens to the bytes of a record, nothing panics, nothing is lost, and every finding has a place.

use std::collections::{BTreeMap, HashSet};
use std::fs;

use check::{Computed, Context};
use model::{Date, Kind, Loaded};
use proptest::prelude::*;
use proptest::test_runner::Config;
use source::{Diagnostic, Sources};
use verdict::{Scores, Verdicts};

use crate::project::{files, repository};

/// One thing that can happen to a file.
#[derive(Clone, Debug)]
enum Damage {
    /// A line is deleted.
    Delete(usize),
    /// A line stands twice.
    Repeat(usize),
    /// Two lines change places.
    Swap(usize, usize),
    /// The value of a line is another one.
    Value(usize, &'static str),
    /// The key of a line is another one.
    Key(usize, &'static str),
    /// A text is put somewhere.
    Insert(usize, String),
    /// The file ends early.
    Cut(usize),
    /// A line of another file comes in.
    Borrow(usize, usize),
}

const VALUES: &[&str] = &[
    "\"\"",
    "\"x\"",
    "0",
    "-1",
    "1e308",
    "-1e308",
    "nan",
    "inf",
    "true",
    "[]",
    "{}",
    "[[]]",
    "2026-11-23",
    "2026-11-23T10:00:00Z",
    "\"unstated\"",
    "\"{{ fact.drill-time }}\"",
    "{ low = 3, high = 1 }",
    "{ low = \"drill-time\", high = 2 }",
    "[[1, 1.0]]",
    "[[1, 0.0], [1, 1.0]]",
    "\"1 / 0\"",
    "\"((((\"",
    "\"joints / (joints - joints)\"",
    "9223372036854775808",
    "\"\\u0000\"",
];

const KEYS: &[&str] = &[
    "x", "title", "option", "cells", "scale", "workload", "sources", "\"\"", "a.b",
];

fn damage() -> impl Strategy<Value = Damage> {
    let at = || 0..60_usize;
    prop_oneof![
        at().prop_map(Damage::Delete),
        at().prop_map(Damage::Repeat),
        (at(), at()).prop_map(|(a, b)| Damage::Swap(a, b)),
        (at(), prop::sample::select(VALUES)).prop_map(|(at, it)| Damage::Value(at, it)),
        (at(), prop::sample::select(KEYS)).prop_map(|(at, it)| Damage::Key(at, it)),
        (0..2000_usize, "\\PC{0,12}").prop_map(|(at, it)| Damage::Insert(at, it)),
        (0..2000_usize).prop_map(Damage::Cut),
        (at(), at()).prop_map(|(file, line)| Damage::Borrow(file, line)),
    ]
}

fn damaged(text: &str, damage: &Damage, others: &[String]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let n = lines.len().max(1);
    let boundary = |at: usize| {
        (0..=at.min(text.len()))
            .rev()
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(0)
    };
    match damage {
        Damage::Insert(at, it) => {
            let (before, after) = text.split_at(boundary(*at));
            return format!("{before}{it}{after}");
        }
        Damage::Cut(at) => return text[..boundary(*at)].to_owned(),
        _ if lines.is_empty() => return String::new(),
        Damage::Delete(at) => drop(lines.remove(at % n)),
        Damage::Repeat(at) => lines.insert(at % n, lines[at % n].clone()),
        Damage::Swap(a, b) => lines.swap(a % n, b % n),
        Damage::Value(at, it) => {
            if let Some((key, _)) = lines[at % n].clone().split_once('=') {
                lines[at % n] = format!("{key}= {it}");
            }
        }
        Damage::Key(at, it) => {
            if let Some((_, value)) = lines[at % n].clone().split_once('=') {
                lines[at % n] = format!("{it} ={value}");
            }
        }
        Damage::Borrow(file, line) => {
            let other: Vec<&str> = others[file % others.len()].lines().collect();
            if let Some(it) = other.get(line % other.len().max(1)) {
                lines.push((*it).to_owned());
            }
        }
    }
    lines.join("\n") + "\n"
}

/// The base: path from the project, and text.
fn base() -> BTreeMap<String, String> {
    let root = repository().join("tests/base");
    let mut base = BTreeMap::new();
    for path in files(&root.join("data"), &["toml"]) {
        let name = path
            .strip_prefix(&root)
            .expect("a path below the base")
            .to_string_lossy()
            .replace('\\', "/");
        base.insert(name, fs::read_to_string(&path).expect("a record"));
    }
    base
}

/// Loads, scores, decides and checks; every finding must name bytes that its file has.
fn findings(records: &BTreeMap<String, String>) -> (Loaded, Sources, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let ids: Vec<_> = records
        .iter()
        .map(|(path, text)| sources.add(path.clone(), text))
        .collect();
    let loaded = model::load(&sources, &ids);
    let misread: HashSet<_> = loaded
        .diagnostics
        .iter()
        .map(|it| it.primary.span.file)
        .collect();
    let mut found = loaded.diagnostics.clone();
    let (scores, more) = Scores::of(&loaded.model);
    found.extend(more);
    let (verdicts, more) = Verdicts::of(&loaded.model);
    found.extend(more);
    let today = Date::parse("2026-11-23").expect("a day");
    let computed = Computed {
        scores: &scores,
        verdicts: &verdicts,
        lock: None,
    };
    let cx = Context::new(&loaded.model, computed, &sources, today, misread);
    found.extend(check::check(&cx));
    (loaded, sources, found)
}

proptest! {
    #![proptest_config(Config { cases: cases(), failure_persistence: None, ..Config::default() })]

    #[test]
    fn no_damage_panics_loses_a_file_or_hides_its_place(
        hits in prop::collection::vec((0..64_usize, damage()), 1..6),
    ) {
        let mut records = base();
        let names: Vec<String> = records.keys().cloned().collect();
        let others: Vec<String> = records.values().cloned().collect();
        for (file, damage) in &hits {
            let name = &names[file % names.len()];
            let text = damaged(&records[name], damage, &others);
            records.insert(name.clone(), text);
        }
        let (loaded, sources, found) = findings(&records);
        for it in &found {
            prop_assert!(!it.title.is_empty() && !it.rule.is_empty(), "{it:?}");
            for span in it.also.iter().map(|it| it.span).chain([it.primary.span]) {
                let length = sources.file(span.file).text.len();
                prop_assert!(span.start <= span.end && span.end as usize <= length, "{it:?}");
            }
        }
        for (id, file) in sources.iter() {
            let told = found.iter().any(|it| it.primary.span.file == id);
            let parts: Vec<&str> = file.path.split('/').collect();
            let [_, folder, name] = parts[..] else { continue };
            let kind = Kind::of_folder(folder).expect("a kind");
            let there = loaded.model.has(kind, name.trim_end_matches(".toml"));
            prop_assert!(told || there, "{} is lost", file.path);
        }
        // Everything can be shown, whatever its place.
        for format in [source::Format::Full, source::Format::Concise, source::Format::Json] {
            source::render(&found, &sources, format, source::Palette::Plain);
        }
    }
}

/// 500, or what `PROPTEST_CASES` says.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|it| it.parse().ok())
        .unwrap_or(500)
}
