//! What is left undone in a deck is said, with exit code 1, and the rest is written.

use std::fs;
use std::io::Cursor;

use ooxml::{Package, Presentation};
use serde_json::Value;

use super::zip::with;
use super::{adopted, bytes, dimension, row, slide_of_table, stale, texts};
use crate::project::Project;

const DECK: &str = "decks/pandoc.pptx";

/// Changes the slide with the table as text, as another program would.
fn rewrite(project: &Project, change: impl Fn(&str) -> String) {
    let deck = bytes(project, DECK);
    let mut package = Package::open(Cursor::new(deck.clone())).unwrap();
    let (part, slide) = slide_of_table(&mut package);
    let text = change(&slide.text);
    assert_ne!(text, *slide.text);
    fs::write(project.path(DECK), with(&deck, &part, text.as_bytes())).unwrap();
}

/// The place of the `n`th cell from row `row` on, without its tag.
fn cell(text: &str, row: usize, column: usize) -> usize {
    let row = text.match_indices("<a:tr ").nth(row).unwrap().0;
    let cell = text[row..].match_indices("<a:tc>").nth(column).unwrap().0;
    row + cell + "<a:tc".len()
}

#[test]
fn cells_that_a_hand_merged_are_said_and_the_rest_is_written() {
    let project = adopted()
        .write(
            "data/dimensions/start.toml",
            dimension("First start", "seconds", "some ms"),
        )
        .write(
            "data/tables/costs.toml",
            super::table(&["cost-idle", "start"]),
        );
    assert_eq!(project.run(&format!("deck sync {DECK}")).code, Some(0));
    rewrite(&project, |text| {
        let mut text = text.to_owned();
        let (first, second) = (cell(&text, 1, 1), cell(&text, 1, 2));
        text.insert_str(second, " hMerge=\"1\"");
        text.insert_str(first, " gridSpan=\"2\"");
        text
    });
    let project = project
        .write(
            "data/dimensions/cost-idle.toml",
            dimension("Cost when idle", "By the minute", "Nothing"),
        )
        .write(
            "data/dimensions/start.toml",
            dimension("First start", "some seconds", "some ms"),
        );
    let run = project.run(&format!("deck sync {DECK}"));
    assert_eq!(run.code, Some(1), "{}{}", run.stdout, run.stderr);
    assert!(
        run.stdout.contains("cells are merged by hand"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("split the cell"), "{}", run.stdout);
    assert_eq!(row(&project, DECK, "Cost when idle")[1], "Paid by the hour");
    assert_eq!(row(&project, DECK, "First start")[1], "some seconds");
}

#[test]
fn a_column_that_a_hand_deleted_stays_away() {
    let project = adopted();
    let mut package = Package::open(Cursor::new(bytes(&project, DECK))).unwrap();
    let (part, slide) = slide_of_table(&mut package);
    let mut edit = slide.tables[0].edit();
    edit.remove_column(2);
    let edited = edit.apply(&slide.text).unwrap();
    package
        .replace(&part, slide.text.encode(&edited.slide))
        .unwrap();
    let mut out = Vec::new();
    package.save(&mut out).unwrap();
    fs::write(project.path(DECK), out).unwrap();
    let project = project.write(
        "data/dimensions/cost-idle.toml",
        dimension("Cost when idle", "Paid by the minute", "5 € per month"),
    );
    let run = project.run(&format!("deck sync {DECK}"));
    assert!(
        run.stdout
            .contains("column removed by hand: Serverless stays away"),
        "{}",
        run.stdout
    );
    assert_eq!(
        row(&project, DECK, "Cost when idle"),
        ["Cost when idle", "Paid by the minute"]
    );
    // A hand that was understood leaves nothing to do.
    assert_eq!(run.code, Some(0), "{}", run.stdout);
}

#[test]
fn the_same_table_twice_is_written_twice() {
    let project = stale();
    let deck = bytes(&project, DECK);
    let mut package = Package::open(Cursor::new(deck)).unwrap();
    let (part, slide) = slide_of_table(&mut package);
    let mut presentation = Presentation::read(&mut package).unwrap();
    let table = &slide.tables[0];
    ooxml::slide::continue_table(&mut package, &mut presentation, &part, table, 1).unwrap();
    let mut out = Vec::new();
    package.save_checked(&mut out).unwrap();
    fs::write(project.path(DECK), out).unwrap();
    let run = project.run(&format!("deck sync {DECK}"));
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    for slide in ["slide 1 “Costs”", "slide 2 “Costs”"] {
        assert!(
            run.stdout
                .contains(&format!("{slide}, `tradeoff:costs`: 1 change")),
            "{}",
            run.stdout
        );
    }
    assert_eq!(
        run.stdout.matches("becomes “Paid by the minute”").count(),
        2,
        "{}",
        run.stdout
    );
    assert_eq!(project.run(&format!("deck status {DECK}")).code, Some(0));
}

#[test]
fn a_name_that_is_no_table_is_said() {
    let project = stale();
    rewrite(&project, |text| {
        text.replacen("name=\"tradeoff:costs\"", "name=\"tradeoff:Costs!\"", 1)
    });
    fs::remove_file(project.path("decks/pandoc.pptx.tradeoff.json")).unwrap();
    let run = project.run(&format!("deck sync {DECK}"));
    assert_eq!(run.code, Some(1), "{}", run.stdout);
    assert!(
        run.stdout
            .contains("its name is none of a table: write `tradeoff:TABLE`"),
        "{}",
        run.stdout
    );
    assert_eq!(texts(&project, DECK)[1][1], "Paid by the hour");
}

#[test]
fn a_folder_of_decks_is_judged_as_a_whole() {
    let project = adopted();
    for other in ["libreoffice", "python-pptx"] {
        fs::remove_file(project.path(&format!("decks/{other}.pptx"))).unwrap();
    }
    let project = project.write("decks/deep/er/notes.txt", "no deck");
    fs::copy(project.path(DECK), project.path("decks/deep/er/copy.PPTX")).unwrap();
    fs::write(project.path("decks/.hidden.pptx"), "no deck").unwrap();
    fs::write(project.path("decks/~$pandoc.pptx"), "no deck").unwrap();
    assert_eq!(project.run("deck status decks").code, Some(0));
    let project = project.write(
        "data/dimensions/cost-idle.toml",
        dimension("Cost when idle", "Paid by the minute", "Nothing"),
    );
    let run = project.run("deck status decks");
    assert_eq!(run.code, Some(1), "{}", run.stdout);
    assert_eq!(run.stdout.matches(": stale\n").count(), 2, "{}", run.stdout);
    // One that cannot be read is said, and the others are judged all the same.
    fs::write(project.path("decks/broken.pptx"), "no deck").unwrap();
    let run = project.run("deck status decks --format json");
    assert_eq!(run.code, Some(2));
    let value: Value = serde_json::from_str(&run.stdout).unwrap();
    let all = value.as_array().unwrap();
    assert_eq!(all.len(), 4, "{}", run.stdout);
    assert!(all.iter().any(|it| it["error"].is_string()));
    assert_eq!(all.iter().filter(|it| it["state"] == "stale").count(), 2);
    assert_eq!(project.run("deck status nowhere").code, Some(2));
}
