//! `tradeoff deck`: tables of decks that other programs made, kept up to date where they stand.

mod agenda;
mod disk;
mod exported;
mod hand;
mod hostile;
mod kinds;
mod links;
mod refused;
mod reported;
mod said;
mod split;
mod unsplit;
mod zip;

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::time::SystemTime;

use ooxml::{Package, Presentation, Slide, Table};
use serde_json::Value;

use crate::project::{Project, repository};

/// The decks with a table that is named already.
const NAMED: [&str; 3] = ["libreoffice.pptx", "pptxgenjs.pptx", "python-pptx.pptx"];
const ALL: [&str; 4] = [
    "libreoffice.pptx",
    "pandoc.pptx",
    "pptxgenjs.pptx",
    "python-pptx.pptx",
];

/// A dimension without a scale, so that its cells are their values alone.
fn dimension(name: &str, hammer: &str, drill: &str) -> String {
    let cell = |option: &str, value: &str| {
        format!(
            "\n[cells.{option}]\nvalue = \"{value}\"\nbasis = \"documented\"\nprose = \"It is so.\"\n\
             sources = [\"handbook\"]\nreviewed = 2026-11-23\n"
        )
    };
    format!(
        "name = \"{name}\"\ngroup = \"work\"\nquestion = \"{name}?\"\nprose = \"As the handbook says.\"\n{}{}",
        cell("drill", drill),
        cell("hammer", hammer)
    )
}

fn table(rows: &[&str]) -> String {
    let rows: Vec<_> = rows
        .iter()
        .map(|it| format!("\"dimension:{it}\""))
        .collect();
    format!(
        "title = \"Costs\"\nquestion = \"What does it cost?\"\ncolumns = \"all\"\nrows = [{}]\n",
        rows.join(", ")
    )
}

/// The base with a table that says what the tables of the decks say, and the decks.
fn project() -> Project {
    let mut project = Project::base()
        .replace("data/options/hammer.toml", "\"Hammer\"", "\"Containers\"")
        .replace("data/options/drill.toml", "\"Drill\"", "\"Serverless\"")
        .write(
            "data/dimensions/cost-idle.toml",
            dimension("Cost when idle", "Paid by the hour", "Nothing"),
        )
        .write("data/tables/costs.toml", table(&["cost-idle"]));
    for name in ALL {
        let deck = repository().join("generator/ooxml/tests/decks").join(name);
        project = project.write(&format!("decks/{name}"), fs::read(deck).unwrap());
    }
    project
}

/// The same with all decks adopted and refreshed once.
fn adopted() -> Project {
    let project = project();
    let run = project.run("deck adopt decks/pandoc.pptx --slide 1 costs");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    for name in NAMED {
        let run = project.run(&format!("deck sync decks/{name}"));
        // Two of them have a table on slide 2 of which nothing is known.
        let expected = i32::from(name != "pptxgenjs.pptx");
        assert_eq!(
            run.code,
            Some(expected),
            "{name}: {}{}",
            run.stdout,
            run.stderr
        );
    }
    project
}

fn bytes(project: &Project, path: &str) -> Vec<u8> {
    fs::read(project.path(path)).unwrap()
}

fn modified(path: &Path) -> SystemTime {
    fs::metadata(path).unwrap().modified().unwrap()
}

/// The first slide with a table.
fn slide_of_table(package: &mut Package<Cursor<Vec<u8>>>) -> (String, Slide) {
    let slides = Presentation::read(package).unwrap().slides;
    let mut read = slides.into_iter().map(|it| {
        let slide = Slide::read(package, &it.part).unwrap();
        (it.part, slide)
    });
    read.find(|it| !it.1.tables.is_empty()).unwrap()
}

/// Its table.
fn shown(project: &Project, deck: &str) -> Table {
    let mut package = Package::open(Cursor::new(bytes(project, deck))).unwrap();
    slide_of_table(&mut package).1.tables.swap_remove(0)
}

/// Its texts, by row.
fn texts(project: &Project, deck: &str) -> Vec<Vec<String>> {
    let row = |it: &ooxml::table::Row| it.cells.iter().map(|it| it.text.clone()).collect();
    shown(project, deck).rows.iter().map(row).collect()
}

/// The row that begins with `name`.
fn row(project: &Project, deck: &str, name: &str) -> Vec<String> {
    let found = texts(project, deck).into_iter().find(|it| it[0] == name);
    found.unwrap_or_else(|| panic!("no row {name} in {deck}"))
}

/// Writes a text into a cell of the first table, as a hand would.
fn edit(project: &Project, deck: &str, row: usize, column: usize, text: &str) {
    let mut package = Package::open(Cursor::new(bytes(project, deck))).unwrap();
    let (part, slide) = slide_of_table(&mut package);
    let mut edit = slide.tables[0].edit();
    edit.set_cell(row, column, text);
    let edited = edit.apply(&slide.text).unwrap();
    package
        .replace(&part, slide.text.encode(&edited.slide))
        .unwrap();
    let mut out = Vec::new();
    package.save(&mut out).unwrap();
    fs::write(project.path(deck), out).unwrap();
}

/// The records of a zip as they lie in the file, from one local header to the next, by the directory at its end: a reader that
/// shares nothing with the one of the program.
fn records(zip: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let number = |at: usize, n: usize| {
        let bytes = zip[at..at + n].iter().rev();
        bytes.fold(0, |sum, it| sum << 8 | usize::from(*it))
    };
    let end = (0..zip.len() - 21)
        .rev()
        .find(|it| zip[*it..].starts_with(b"PK\x05\x06"))
        .unwrap();
    let directory = number(end + 16, 4);
    let (mut at, mut places) = (directory, Vec::new());
    for _ in 0..number(end + 10, 2) {
        let name = &zip[at + 46..at + 46 + number(at + 28, 2)];
        places.push((
            number(at + 42, 4),
            String::from_utf8_lossy(name).into_owned(),
        ));
        at += 46 + number(at + 28, 2) + number(at + 30, 2) + number(at + 32, 2);
    }
    places.sort();
    let ends = places.iter().skip(1).map(|it| it.0).chain([directory]);
    let ends: Vec<_> = ends.collect();
    let pairs = places.into_iter().zip(ends);
    pairs
        .map(|((from, name), to)| (name, zip[from..to].to_vec()))
        .collect()
}

/// The same, once the data says something new of one cell.
fn stale() -> Project {
    adopted().write(
        "data/dimensions/cost-idle.toml",
        dimension("Cost when idle", "Paid by the minute", "Nothing"),
    )
}

#[test]
fn a_table_is_adopted_and_then_follows_the_data() {
    let project = adopted();
    assert_eq!(shown(&project, "decks/pandoc.pptx").name, "tradeoff:costs");
    let project = project.write(
        "data/dimensions/cost-idle.toml",
        dimension("Cost when idle", "Paid by the minute", "Nothing"),
    );
    for name in ALL {
        let deck = format!("decks/{name}");
        let status = project.run(&format!("deck status {deck}"));
        assert_eq!(status.code, Some(1), "{}", status.stdout);
        let before = texts(&project, &deck);
        let run = project.run(&format!("deck sync {deck}"));
        let says = "Cost when idle / Containers: “Paid by the hour” becomes “Paid by the minute”";
        assert!(run.stdout.contains(says), "{}{}", run.stdout, run.stderr);
        let mut expected = before;
        expected[1][1] = "Paid by the minute".to_owned();
        assert_eq!(texts(&project, &deck), expected, "{name}");
    }
    let status = project.run("deck status decks/pandoc.pptx");
    assert_eq!(status.code, Some(0), "{}", status.stdout);
}

#[test]
fn only_the_slide_of_a_table_is_written() {
    let project = adopted().write(
        "data/dimensions/cost-idle.toml",
        dimension("Cost when idle", "Paid by the minute", "Nothing"),
    );
    for name in ALL {
        let deck = format!("decks/{name}");
        let before = records(&bytes(&project, &deck));
        project.run(&format!("deck sync {deck}"));
        let after = records(&bytes(&project, &deck));
        assert!(before.len() > 10, "{name}");
        assert!(before.keys().eq(after.keys()), "{name}");
        let differ = before.iter().filter(|it| after[it.0] != *it.1);
        let differ: Vec<_> = differ.map(|it| it.0.as_str()).collect();
        assert_eq!(differ, ["ppt/slides/slide1.xml"], "{name}");
    }
}

#[test]
fn a_second_refresh_touches_nothing() {
    let project = adopted();
    for name in ALL {
        let files = [
            format!("decks/{name}"),
            format!("decks/{name}.tradeoff.json"),
        ];
        let before = files
            .clone()
            .map(|it| (bytes(&project, &it), modified(&project.path(&it))));
        project.run(&format!("deck sync {}", files[0]));
        let after = files.map(|it| (bytes(&project, &it), modified(&project.path(&it))));
        assert!(before == after, "{name}");
    }
}

#[test]
fn rows_come_and_go_with_the_data_and_those_of_a_hand_stay() {
    let project = adopted()
        .write(
            "data/dimensions/start.toml",
            dimension("First start", "seconds", "some ms"),
        )
        .write("data/tables/costs.toml", table(&["cost-idle", "start"]));
    for name in ALL {
        let deck = format!("decks/{name}");
        let before = texts(&project, &deck);
        project.run(&format!("deck sync {deck}"));
        let after = texts(&project, &deck);
        assert_eq!(
            row(&project, &deck, "First start"),
            ["First start", "seconds", "some ms"]
        );
        let rest: Vec<_> = after
            .into_iter()
            .filter(|it| it[0] != "First start")
            .collect();
        assert_eq!(rest, before, "{name}");
    }
    let project = project.write("data/tables/costs.toml", table(&["cost-idle"]));
    for name in ALL {
        let deck = format!("decks/{name}");
        project.run(&format!("deck sync {deck}"));
        let names: Vec<_> = texts(&project, &deck)
            .into_iter()
            .map(|it| it[0].clone())
            .collect();
        assert!(!names.contains(&"First start".to_owned()), "{names:?}");
        assert!(names.len() >= 3, "{name}: {names:?}");
    }
}

#[test]
fn a_dry_run_writes_nothing_and_a_backup_keeps_what_was() {
    let project = adopted().write(
        "data/dimensions/cost-idle.toml",
        dimension("Cost when idle", "Paid by the minute", "Nothing"),
    );
    let (deck, lock) = ("decks/pandoc.pptx", "decks/pandoc.pptx.tradeoff.json");
    let before = (bytes(&project, deck), bytes(&project, lock));
    let run = project.run("deck sync --dry-run decks/pandoc.pptx");
    assert_eq!(run.code, Some(1));
    assert!(
        run.stdout.contains("“Paid by the minute”"),
        "{}",
        run.stdout
    );
    assert!(before == (bytes(&project, deck), bytes(&project, lock)));
    let run = project.run("deck sync --backup decks/pandoc.pptx");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(bytes(&project, "decks/pandoc.pptx.bak") == before.0);
    assert!(bytes(&project, deck) != before.0);
}

#[test]
fn the_decks_of_a_folder_are_told_apart() {
    let project = adopted().write("decks/old/notes.txt", "no deck");
    fs::remove_file(project.path("decks/libreoffice.pptx")).unwrap();
    fs::remove_file(project.path("decks/python-pptx.pptx")).unwrap();
    let run = project.run("deck status decks");
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    let project = project.write(
        "data/dimensions/cost-idle.toml",
        dimension("Cost when idle", "Paid by the minute", "Nothing"),
    );
    project.run("deck sync decks/pandoc.pptx");
    let run = project.run("deck status decks --format json");
    assert_eq!(run.code, Some(1), "{}", run.stdout);
    let value: Value = serde_json::from_str(&run.stdout).unwrap();
    let states: Vec<_> = value
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["state"].as_str())
        .collect();
    assert_eq!(states, [Some("by-hand"), Some("stale")]);
    assert_eq!(value[1]["tables"][0]["table"], "costs");
}

#[test]
fn a_deck_that_was_built_follows_the_data() {
    let project = Project::base();
    let run = project.run("deck build workshop --out talk.pptx");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let run = project.run("deck status talk.pptx");
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (Some(0), "talk.pptx: up to date\n")
    );
    let run = project.run("deck build workshop --out talk.pptx");
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("is there already"), "{}", run.stderr);
    let project = project.replace("data/options/drill.toml", "\"Drill\"", "\"Power drill\"");
    assert_eq!(project.run("deck status talk.pptx").code, Some(1));
    let run = project.run("deck sync talk.pptx");
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    assert!(
        run.stdout.contains("“Drill” becomes “Power drill”"),
        "{}",
        run.stdout
    );
    assert_eq!(project.run("deck status talk.pptx").code, Some(0));
}
