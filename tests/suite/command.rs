//! The command line: help, global flags, color, exit codes, and the second program.

use std::process::Stdio;

use crate::project::{Project, finish, program};

const VERBS: [&str; 14] = [
    "new",
    "check",
    "build",
    "serve",
    "export",
    "deck",
    "decide",
    "accept",
    "diff",
    "fmt",
    "add",
    "schema",
    "completions",
    "man",
];

#[test]
fn help_teaches() {
    let project = Project::base();
    let help = project.run("--help");
    assert_eq!(help.code, Some(0));
    for words in VERBS.into_iter().chain([
        "First steps:",
        "Exit codes: 0 no error, warnings at most; 1 errors; 2 could not run",
    ]) {
        assert!(help.stdout.contains(words), "{words} in {}", help.stdout);
    }
    for verb in VERBS {
        let help = project.run(&format!("{verb} --help"));
        assert_eq!(help.code, Some(0), "{verb}");
        let (_, examples) = help.stdout.split_once("Examples:\n").expect(verb);
        let shown = examples
            .lines()
            .filter(|line| line.trim_start().starts_with(&format!("tradeoff {verb}")));
        assert!(shown.count() >= 2, "{}", help.stdout);
    }
    let help = finish({
        let mut command = program("mdbook-tradeoff");
        command.arg("--help");
        command
    });
    assert!(
        help.stdout.contains("mdbook build book") && help.stdout.contains("finish"),
        "{}",
        help.stdout
    );
}

#[test]
fn what_cannot_be_understood_ends_with_2() {
    let project = Project::base();
    for arguments in [
        "",
        "bild",
        "check --format long",
        "check --today 2026-02-30",
        "serve --port 70000",
        "export",
        "new",
    ] {
        let run = project.run(arguments);
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (Some(2), ""),
            "{arguments}"
        );
        assert!(
            run.stderr.contains("Usage: ") || run.stderr.contains("--help"),
            "{}",
            run.stderr
        );
    }
    let run = project.run("check --today tomorrow");
    assert!(
        run.stderr
            .contains("write a day of the calendar as YYYY-MM-DD"),
        "{}",
        run.stderr
    );
}

#[test]
fn the_project_is_found_above_and_elsewhere() {
    let project = Project::base();
    for (folder, arguments) in [
        ("data/options", "check"),
        (".", "-C data check"),
        ("book", "check -C ../data/cons"),
    ] {
        let mut command = program("tradeoff");
        command
            .current_dir(project.path(folder))
            .args(arguments.split(' '));
        assert_eq!(finish(command).code, Some(0), "{folder}: {arguments}");
    }
    let run = project.run("-C nowhere check");
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.starts_with("error: `nowhere` cannot be opened"),
        "{}",
        run.stderr
    );
}

#[test]
fn color_is_for_terminals_and_for_those_who_ask() {
    let project = Project::base().replace(
        "data/options/hammer.toml",
        "family = \"hand\"",
        "family = \"hnad\"",
    );
    for (variables, colored) in [
        (&[][..], false),
        (&[("CLICOLOR_FORCE", "1")], true),
        (&[("CLICOLOR_FORCE", "0")], false),
        (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], false),
        (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")], true),
    ] {
        let mut command = program("tradeoff");
        command
            .arg("check")
            .envs(variables.iter().copied())
            .current_dir(project.root());
        let run = finish(command);
        assert_eq!(run.code, Some(1));
        assert_eq!(
            run.stderr.contains('\u{1b}'),
            colored,
            "{variables:?}: {}",
            run.stderr
        );
    }
}

#[test]
fn findings_are_as_wide_as_the_screen() {
    let line = "Where boards meet, and are held by nails, by screws or by glue, in the order of how long they hold";
    let project = Project::base().replace(
        "data/glossary/joint.toml",
        "short",
        &format!("shrt = \"{line}\" # {line}\nshort"),
    );
    let widest = |columns: Option<&str>| {
        let mut command = program("tradeoff");
        command.args(["check", "--today", "2026-11-23"]);
        command.current_dir(project.root());
        if let Some(columns) = columns {
            command.env("COLUMNS", columns);
        }
        let run = finish(command);
        assert!(run.stderr.contains("unknown-field"), "{}", run.stderr);
        let lines = run.stderr.lines().map(|it| it.chars().count());
        lines.max().unwrap_or_default()
    };
    // The line itself has more than 200 characters; below 80 nothing can be read, beyond 140 nobody does.
    assert_eq!(widest(Some("100")), 100);
    assert_eq!(widest(Some("80")), 80);
    assert_eq!(widest(Some("20")), 80);
    assert_eq!(widest(Some("500")), 140);
    for unknown in [None, Some(""), Some("0"), Some("wide")] {
        assert_eq!(widest(unknown), 140, "{unknown:?}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_crash() {
    let project = Project::base();
    let mut command = program("tradeoff");
    command
        .args(["export", "--list"])
        .current_dir(project.root())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("an end");
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(!text.contains("panicked"), "{text}");
}

#[test]
fn every_renderer_is_supported() {
    for renderer in ["html", "markdown", "epub"] {
        let mut command = program("mdbook-tradeoff");
        command.args(["supports", renderer]);
        let run = finish(command);
        assert_eq!(
            (run.code, run.stdout.as_str(), run.stderr.as_str()),
            (Some(0), "", "")
        );
    }
}

#[test]
fn the_preprocessor_says_who_should_run_it() {
    let mut command = program("mdbook-tradeoff");
    command.stdin(Stdio::null());
    let run = finish(command);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(
        run.stderr
            .starts_with("error: standard input holds no book of mdBook's"),
        "{}",
        run.stderr
    );
}

#[test]
fn finishing_twice_changes_nothing_and_needs_a_book() {
    let project = Project::base();
    assert_eq!(project.run("build --today 2026-11-23").code, Some(0));
    let again = |folder: &str| {
        let mut command = program("mdbook-tradeoff");
        command
            .args(["finish", "--no-print", folder])
            .current_dir(project.root());
        finish(command)
    };
    let run = again("dist/book");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(
        run.stdout.starts_with("finished ") && run.stdout.ends_with(": 0 files changed\n"),
        "{}",
        run.stdout
    );
    let run = again("data");
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr
            .contains("`data` holds no book: run `mdbook build` first"),
        "{}",
        run.stderr
    );
    let mut command = program("mdbook-tradeoff");
    command
        .args(["finish", "dist/book", "--book", "data"])
        .current_dir(project.root());
    let run = finish(command);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr
            .contains("no book.toml in `data`: name the folder of the book with --book"),
        "{}",
        run.stderr
    );
}
