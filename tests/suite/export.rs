//! `tradeoff export`: tables in other formats.

use std::fs;

use crate::project::Project;
use crate::tree::names;

/// `text` without what keeps a number and its unit on one line.
fn plain(text: &str) -> String {
    text.replace('\u{2060}', "").replace('\u{a0}', " ")
}

#[test]
fn a_table_goes_to_standard_output() {
    let project = Project::base();
    let run = project.run("export overview --today 2026-11-23");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    for words in ["Hammer", "Drill", "Speed", "15 min for one hole"] {
        assert!(
            plain(&run.stdout).contains(words),
            "{words} in {}",
            run.stdout
        );
    }
    assert!(
        run.stdout.lines().any(|line| line.starts_with('|')),
        "{}",
        run.stdout
    );
    assert_eq!(
        project.run("export overview --format md --out -").stdout,
        run.stdout
    );
    assert_eq!(names(project.root()), ["book", "data"]);
}

#[test]
fn csv_is_a_record_per_row_and_says_what_it_leaves_out() {
    let run = Project::base().run("export overview --format csv --today 2026-11-23");
    assert_eq!(run.code, Some(0));
    let lines: Vec<&str> = run.stdout.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 2, "{:?}", run.stdout);
    assert!(lines[0].ends_with(",Hammer,Drill"), "{}", lines[0]);
    assert_eq!(
        plain(lines[1]),
        "Speed,2–10 s for one nail,15 min for one hole"
    );
    assert!(
        run.stderr.starts_with("note: csv has no place for "),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("sources"), "{}", run.stderr);
}

#[test]
fn csv_never_lets_a_spreadsheet_run_a_name() {
    let project = Project::base().replace("data/options/hammer.toml", "\"Hammer\"", "\"=1+1\"");
    let run = project.run("export overview --format csv");
    assert!(
        run.stdout
            .lines()
            .next()
            .is_some_and(|it| it.contains(",\"'=1+1\",")),
        "{}",
        run.stdout
    );
}

#[test]
fn several_formats_go_into_a_folder() {
    let project = Project::base();
    let run = project.run("export overview --format md,csv,md --out tables/new");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(
        run.stdout,
        "wrote tables/new/overview.md\nwrote tables/new/overview.csv\n"
    );
    assert_eq!(
        names(&project.path("tables/new")),
        ["overview.csv", "overview.md"]
    );
    assert_eq!(
        project.read("tables/new/overview.csv"),
        project.run("export overview --format csv").stdout
    );
    let run = project.run("export overview --format md,csv");
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(
        run.stderr
            .contains("name a folder for several with `--out`"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_file_that_cannot_be_written_is_named_and_leaves_nothing() {
    let project = Project::base().write("tables", "a file");
    let run = project.run("export overview --out tables");
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(
        run.stderr.contains("cannot write `tables/overview.md`"),
        "{}",
        run.stderr
    );
    fs::create_dir_all(project.path("out/overview.md")).expect("a folder in the way");
    let run = project.run("export overview --out out");
    assert_eq!(run.code, Some(2));
    assert_eq!(names(&project.path("out")), ["overview.md"]);
}

#[test]
fn the_tables_are_listed() {
    let run = Project::base().run("export --list");
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (Some(0), "overview  Overview\n", "")
    );
}

#[test]
fn an_unknown_table_is_told_with_the_nearest_one() {
    for (id, words) in [
        (
            "overveiw",
            "there is no table `overveiw`: did you mean `overview`?",
        ),
        (
            "nothing",
            "there is no table `nothing`: `tradeoff export --list` names those that there are",
        ),
    ] {
        let run = Project::base().run(&format!("export {id}"));
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        assert_eq!(run.stderr, format!("error: {words}\n"));
    }
}

#[test]
fn an_unknown_format_is_told_with_those_that_there_are() {
    let run = Project::base().run("export overview --format pdf");
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("the formats are `csv`, `md`"),
        "{}",
        run.stderr
    );
}

#[test]
fn nothing_is_exported_from_broken_records() {
    let project = Project::base().replace(
        "data/options/hammer.toml",
        "family = \"hand\"",
        "family = \"hnad\"",
    );
    let run = project.run("export overview --out tables");
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    assert!(
        run.stderr.contains("--> data/options/hammer.toml:2:"),
        "{}",
        run.stderr
    );
    assert!(!project.path("tables").exists());
}
