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
        ["manifest.json", "overview.csv", "overview.md"]
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
fn what_there_is_is_listed_with_its_formats() {
    let project = Project::base();
    let run = project.run("export --list");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let blocks: Vec<&str> = run.stdout.split("\n\n").collect();
    assert_eq!(blocks.len(), 4, "{}", run.stdout);
    assert!(blocks[1].starts_with("pdf, pptx, xlsx, csv, md, html, json, svg, png:\n  overview "));
    for line in ["  comparison ", "  use-case:bookshelf ", "  deck:workshop "] {
        assert!(run.stdout.contains(line), "{line} in {}", run.stdout);
    }
    let run = project.run("export --list --format json");
    let all: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(all[0]["name"], "comparison");
    assert_eq!(all[1]["formats"][1], "pptx");
    let run = project.run("export --list --format pdf");
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
}

#[test]
fn an_unknown_name_is_told_with_the_nearest_one() {
    for (id, words) in [
        (
            "overveiw",
            "there is no table `overveiw`: did you mean `overview`?",
        ),
        (
            "nothing-at-all",
            "there is no table `nothing-at-all`: `tradeoff export --list` names everything there is",
        ),
        (
            "use-case:bookshelv",
            "there is no use case `bookshelv`: did you mean `use-case:bookshelf`?",
        ),
        (
            "overview --options hamer",
            "there is no option `hamer`: did you mean `hammer`?",
        ),
        (
            "use-case:bookshelf --options hammer",
            "`use-case:bookshelf` is no table: `--options` and `--only` take a part of a table",
        ),
        (
            "use-case:bookshelf --format xlsx",
            "`use-case:bookshelf` has no form as xlsx: choose from `pdf`, `md`, `html`, `json`",
        ),
    ] {
        let run = Project::base().run(&format!("export {id}"));
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        assert_eq!(run.stderr, format!("error: {words}\n"));
    }
}

#[test]
fn a_part_of_a_table_has_the_options_in_the_order_that_was_asked_for() {
    let project = Project::base();
    let header = |arguments: &str| {
        let run = project.run(&format!("export overview --format csv {arguments}"));
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        run.stdout.lines().next().unwrap_or_default().to_owned()
    };
    assert!(header("").ends_with("Hammer,Drill"));
    assert!(header("--options drill,hammer").ends_with("Drill,Hammer"));
    assert!(header("--options drill").ends_with(",Drill"));
    assert!(header("--separator ;").ends_with(";Hammer;Drill"));
    assert!(header("--bom").starts_with('\u{feff}'));
}

#[test]
fn an_unknown_format_is_told_with_those_that_there_are() {
    let run = Project::base().run("export overview --format xslx");
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr
            .contains("did you mean `xlsx`? The formats are `csv`, `md`"),
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

#[test]
fn a_deck_is_a_file_of_powerpoint_that_knows_whether_it_is_stale() {
    let project = Project::base();
    let run =
        project.run("export overview deck:workshop --format pptx --out slides --today 2026-11-23");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(
        names(&project.path("slides")),
        ["overview.pptx", "workshop.pptx"]
    );
    let verify = "export --verify slides/overview.pptx slides/workshop.pptx";
    assert_eq!(project.run(verify).code, Some(0));
    let project = project.replace("data/options/hammer.toml", "\"Hammer\"", "\"Mallet\"");
    let run = project.run(verify);
    assert_eq!(run.code, Some(1), "{}", run.stdout);
    assert_eq!(run.stdout.matches(": stale").count(), 2, "{}", run.stdout);
}

#[test]
fn a_deck_is_made_from_the_template_and_layout_that_are_named() {
    let project = Project::base();
    // A deck is as good as a template.
    let run = project.run("export overview --format pptx --out corp");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let export = "export deck:workshop --format pptx --template corp/overview.pptx";
    let run = project.run(&format!("{export} --layout table --out slides"));
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(
        project.run("export --verify slides/workshop.pptx").code,
        Some(0)
    );
    let run = project.run(&format!("{export} --layout tables --out slides"));
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("no layout `tables`: choose from"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("`Title Only`"), "{}", run.stderr);
    let run = project.run("export overview --template corp/overview.pptx");
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("`--template` is for `--format pptx`"),
        "{}",
        run.stderr
    );
    let run = project.run("export overview --format pptx --template data/options/hammer.toml");
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("cannot be used as a template"),
        "{}",
        run.stderr
    );
}
