//! Decks that `tradeoff export` wrote, beside which no lock stands: the marks in them tell what was written.

use std::fs;

use super::{edit, row, texts};
use crate::project::Project;

/// The base with a table of a part of it in a deck.
fn exported(arguments: &str) -> Project {
    let project = Project::base();
    let run = project.run(&format!(
        "export overview --format pptx --out . {arguments}"
    ));
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(!project.path("overview.pptx.tradeoff.json").exists());
    project
}

fn slower(project: Project) -> Project {
    project.replace(
        "data/dimensions/speed.toml",
        "{{ fact.hammer-time }} for one nail",
        "A minute for one nail",
    )
}

const DECK: &str = "overview.pptx";

#[test]
fn a_part_of_a_table_is_compared_with_that_part() {
    for arguments in [
        "",
        "--options hammer",
        "--options drill,hammer",
        "--only differing",
    ] {
        let project = exported(arguments);
        let before = fs::read(project.path(DECK)).unwrap();
        let run = project.run("deck sync overview.pptx");
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (Some(0), "overview.pptx: up to date\n"),
            "{arguments}: {}",
            run.stderr
        );
        assert!(before == fs::read(project.path(DECK)).unwrap());
    }
}

#[test]
fn what_the_data_says_anew_is_written_where_nobody_touched_the_deck() {
    for arguments in [
        "",
        "--options hammer",
        "--options drill,hammer",
        "--only differing",
    ] {
        let project = slower(exported(arguments));
        let names = texts(&project, DECK)[0].clone();
        let run = project.run("deck sync overview.pptx");
        assert_eq!(
            run.code,
            Some(0),
            "{arguments}: {}{}",
            run.stdout,
            run.stderr
        );
        assert!(
            run.stdout.contains("A minute for one nail”"),
            "{}",
            run.stdout
        );
        assert_eq!(texts(&project, DECK)[0], names, "{arguments}");
        let cells = row(&project, DECK, "Speed").join(" ");
        assert!(cells.contains("A minute for one nail"), "{cells}");
        let lock = project.path("overview.pptx.tradeoff.json");
        // Without the lock again, the new mark tells the same.
        fs::remove_file(lock).unwrap();
        let run = project.run("deck status overview.pptx");
        assert_eq!(run.stdout, "overview.pptx: up to date\n", "{}", run.stderr);
    }
}

#[test]
fn a_new_name_of_an_option_stays_in_its_column() {
    let project = exported("--options drill,hammer").replace(
        "data/options/drill.toml",
        "\"Drill\"",
        "\"Power drill\"",
    );
    let run = project.run("deck sync overview.pptx");
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    assert!(
        run.stdout.contains("“Drill” becomes “Power drill”"),
        "{}",
        run.stdout
    );
    assert_eq!(texts(&project, DECK)[0][1..], ["Power drill", "Hammer"]);
}

#[test]
fn a_hand_in_a_deck_without_a_lock_is_never_overwritten() {
    let project = exported("--options hammer");
    edit(&project, DECK, 1, 1, "In no time");
    let run = project.run("deck status overview.pptx");
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    assert!(run.stdout.contains("done by hand"), "{}", run.stdout);
    let project = slower(project);
    let run = project.run("deck sync overview.pptx");
    assert_eq!(run.code, Some(1), "{}", run.stdout);
    assert!(
        run.stdout.contains("last written was unknown"),
        "{}",
        run.stdout
    );
    assert_eq!(row(&project, DECK, "Speed")[1], "In no time");
}

#[test]
fn a_hand_that_was_kept_stays_when_the_lock_is_lost() {
    let project = exported("");
    edit(&project, DECK, 1, 2, "Soon");
    assert_eq!(project.run("deck sync overview.pptx").code, Some(0));
    let project = slower(project);
    assert_eq!(project.run("deck sync overview.pptx").code, Some(0));
    fs::remove_file(project.path("overview.pptx.tradeoff.json")).unwrap();
    let run = project.run("deck sync overview.pptx");
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    let row = row(&project, DECK, "Speed");
    assert!(row[1].contains("A minute for one nail"));
    assert_eq!(row[2], "Soon");
}
