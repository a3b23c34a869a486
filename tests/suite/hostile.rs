//! Hostile texts: whatever stands in any text field of any kind of record, no page and no export carries it unescaped.

use std::collections::BTreeMap;
use std::fs;

use model::{Kind, Presence, Shape};
use source::{Level, Sources};
use toml::{Table, Value};

use crate::project::Project;
use crate::tree::tree;

/// What is written into the fields, and what must then be in no page.
const TEXTS: [(&str, &[&str]); 8] = [
    ("{{#include secret.txt}}", &["what nobody may read"]),
    (
        "\\{{#include secret.txt}} {{#tradeoff table nowhere}}",
        &["what nobody may read"],
    ),
    ("<script>alert(1)</script>", &["<script>alert"]),
    ("x](javascript:alert(1)) [y](javascript:alert(1))", &[]),
    ("``` x ~~~ `</code>` y", &["<code>`</code>`", "</code>` y"]),
    ("x</td></tr></table></div><b id=\"evil\">", &["<b id"]),
    ("\" onmouseover=\"alert(1)\" x='", &[]),
    (
        "<!-- x --><style>*{display:none}</style>&lt;i&gt;",
        &["<!-- x", "<style>*", "<i>"],
    ),
];

#[test]
fn no_field_of_any_kind_reaches_a_page_unescaped() {
    let mut shown = 0;
    for (text, forbidden) in TEXTS {
        let (project, accepted) = filled(text);
        assert!(accepted > 0, "no field takes `{text}`");
        let project = project.write("book/src/secret.txt", "what nobody may read");
        // What the rules find in such texts does not keep the book from being written.
        let run = project.run("build --today 2026-11-23");
        let built = project.path("dist/book/index.html").is_file();
        assert!(built, "{text}: {}", run.stderr);
        for (name, bytes) in tree(&project.path("dist/book")) {
            if !name.ends_with(".html") {
                continue;
            }
            let page = String::from_utf8(bytes).expect("a page in UTF-8");
            for forbidden in forbidden {
                assert!(
                    !page.contains(forbidden),
                    "`{forbidden}` in {name}, from `{text}`"
                );
            }
            for attribute in attributes(&page) {
                let harmless = !attribute.starts_with("on") && !attribute.contains("=javascript:");
                assert!(harmless, "`{attribute}` in {name}, from `{text}`");
            }
            shown += page.matches("alert(1)").count();
        }
        let run = project.run("export overview --format md --today 2026-11-23");
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        assert!(
            !run.stdout.contains("<script>") || run.stdout.contains("\\<script\\>"),
            "{}",
            run.stdout
        );
    }
    // The texts are there, as text.
    assert!(shown > 100, "{shown}");
}

/// Every attribute of every tag as `name=value`, in lower case, without quotation marks.
fn attributes(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (start, _) in page.match_indices('<') {
        let inside = &page[start + 1..];
        if !inside.starts_with(|it: char| it.is_ascii_alphabetic()) {
            continue;
        }
        let (mut word, mut quote) = (String::new(), None);
        for it in inside.chars() {
            match (it, quote) {
                (it, Some(open)) if it == open => quote = None,
                ('"' | '\'', None) if word.ends_with('=') => quote = Some(it),
                ('>', None) => break,
                (it, None) if it.is_whitespace() => found.push(std::mem::take(&mut word)),
                (it, _) => word.extend(it.to_lowercase()),
            }
        }
        found.push(word);
    }
    found
}

#[test]
fn an_attribute_that_runs_code_would_be_seen() {
    let seen =
        attributes("<p class='a b' onclick=x()>\" onmouseover=\"y</p><a HREF=\"javascript:z\">");
    assert_eq!(
        seen.iter().filter(|it| it.starts_with("on")).count(),
        1,
        "{seen:?}"
    );
    assert!(seen.contains(&"href=javascript:z".to_owned()), "{seen:?}");
}

/// The base with `text` in every text field that takes it, and how many there are. A field that refuses it says where.
fn filled(text: &str) -> (Project, usize) {
    let project = Project::base();
    let mut files = BTreeMap::new();
    for (name, bytes) in tree(&project.path("data")) {
        files.insert(name, String::from_utf8(bytes).expect("records in UTF-8"));
    }
    let mut accepted = 0;
    let names: Vec<String> = files.keys().cloned().collect();
    for name in names.iter().filter(|name| name.ends_with(".toml")) {
        let mut paths = Vec::new();
        let table: Table = files[name].parse().expect("a record");
        match name.split_once('/') {
            Some((folder, _)) if name.matches('/').count() == 1 => {
                let kind = Kind::of_folder(folder).expect("a kind");
                texts(
                    &kind.shape(),
                    Some(&Value::Table(table)),
                    &mut Vec::new(),
                    &mut paths,
                );
            }
            None => paths.extend(
                ["title", "families.hand", "groups.work"]
                    .map(|it| it.split('.').map(str::to_owned).collect()),
            ),
            _ => {}
        }
        for path in paths {
            let before = files[name].clone();
            let mut root = Value::Table(before.parse().expect("a record"));
            put(&mut root, &path, text);
            files.insert(name.clone(), toml::to_string(&root).expect("TOML"));
            if is_clean(&files) {
                accepted += 1;
            } else {
                files.insert(name.clone(), before);
            }
        }
    }
    for (name, text) in &files {
        fs::write(project.path("data").join(name), text).expect("a record to write");
    }
    (project, accepted)
}

/// Whether the records load without an error; an error must say where it is.
fn is_clean(files: &BTreeMap<String, String>) -> bool {
    let mut sources = Sources::default();
    let ids: Vec<_> = files
        .iter()
        .map(|(name, text)| sources.add(format!("data/{name}"), text))
        .collect();
    let loaded = model::load(&sources, &ids);
    for found in &loaded.diagnostics {
        assert!(sources.position(found.primary.span).line > 0, "{found:?}");
    }
    loaded.diagnostics.iter().all(|it| it.level != Level::Error)
}

/// The paths of all text fields: those that are there, and those that could be.
fn texts(
    shape: &Shape,
    value: Option<&Value>,
    path: &mut Vec<String>,
    found: &mut Vec<Vec<String>>,
) {
    match (shape, value) {
        (Shape::Word | Shape::Title | Shape::Line | Shape::Prose, _) => found.push(path.clone()),
        (Shape::Table(fields), Some(Value::Table(table))) => {
            for field in fields {
                let there = table.get(&field.key);
                assert!(
                    there.is_some() || field.presence == Presence::Optional,
                    "{path:?} {}",
                    field.key
                );
                path.push(field.key.clone());
                texts(&field.shape, there, path, found);
                path.pop();
            }
        }
        (Shape::List(inner), value) => {
            path.push("0".to_owned());
            texts(inner, value.and_then(|it| it.get(0)), path, found);
            path.pop();
        }
        (Shape::Keyed(_, inner), Some(Value::Table(table))) => {
            for (key, value) in table {
                path.push(key.clone());
                texts(inner, Some(value), path, found);
                path.pop();
            }
        }
        _ => {}
    }
}

/// Writes `text` at `path`, making lists on the way.
fn put(value: &mut Value, path: &[String], text: &str) {
    let Some((first, rest)) = path.split_first() else {
        *value = Value::String(text.to_owned());
        return;
    };
    let fresh = || match rest.first() {
        Some(next) if next == "0" => Value::Array(Vec::new()),
        _ => Value::String(String::new()),
    };
    match value {
        Value::Table(table) => put(table.entry(first.clone()).or_insert_with(fresh), rest, text),
        Value::Array(items) => {
            if items.is_empty() {
                items.push(fresh());
            }
            put(&mut items[0], rest, text);
        }
        other => panic!("{path:?} in {other:?}"),
    }
}
