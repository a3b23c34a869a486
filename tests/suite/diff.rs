//! `tradeoff diff`: facts, marks and verdicts of two states, from a folder or from git.

use std::process::Command;

use serde_json::Value;

use crate::project::{Project, Run, finish, program};

const CASE: &str = "data/use-cases/bookshelf.toml";
const HAMMER: &str = "data/facts/hammer-time.toml";

/// Hammering takes hours.
fn slow(project: Project) -> Project {
    project.replace(
        HAMMER,
        "{ low = 2, high = 10 }",
        "{ low = 5000, high = 9000 }",
    )
}

fn diff(project: &Project, arguments: &[&str]) -> Run {
    let mut command = program("tradeoff");
    command
        .current_dir(project.root())
        .arg("diff")
        .args(arguments);
    finish(command)
}

/// Runs git in the project, and must succeed.
fn git(project: &Project, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(project.root());
    command.args([
        "-c",
        "user.name=Tester",
        "-c",
        "user.email=tester@example.org",
    ]);
    command.args(arguments);
    let run = finish(command);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
}

/// The base as the first commit of a repository.
fn committed() -> Project {
    let project = Project::base();
    git(&project, &["init", "-q"]);
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-q", "-m", "first"]);
    project
}

#[test]
fn another_folder_is_compared_in_facts_marks_and_verdicts() {
    let (old, new) = (Project::base(), slow(Project::base()));
    let folder = old.root().to_str().unwrap();
    let run = diff(&new, &[folder]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""));
    let plain = run.stdout.replace('\u{2060}', "").replace('\u{a0}', " ");
    let lines: Vec<_> = plain.lines().collect();
    assert_eq!(
        lines,
        [
            "facts",
            "  hammer-time (Claw hammer: time for one nail): 2–10 s → 5,000–9,000 s",
            "",
            "marks",
            "  hammer on speed: strong → weak",
            "",
            "verdicts",
            "  bookshelf: clear for hammer → clear for drill",
            "    first, drill: 0 → 10000",
            "    first, hammer: 10000 → 0",
        ]
    );
    let run = diff(&new, &[folder, "--format", "json"]);
    assert_eq!(run.code, Some(1));
    let json: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(json["facts"][0]["id"], "hammer-time");
    assert_eq!(json["marks"][0]["before"], "strong");
    assert_eq!(json["marks"][0]["now"], "weak");
    assert_eq!(json["verdicts"][0]["use_case"], "bookshelf");
    assert_eq!(json["verdicts"][0]["component"], Value::Null);
    assert_eq!(json["verdicts"][0]["before"]["best"], "hammer");
    assert_eq!(json["verdicts"][0]["now"]["first"]["drill"], 10_000);
}

#[test]
fn what_comes_and_what_goes_is_said() {
    let old = Project::base();
    let saw = old
        .read("data/facts/drill-time.toml")
        .replace("Cordless drill", "Saw");
    let new = Project::base()
        .write("data/facts/saw-time.toml", saw)
        .remove(CASE);
    let run = diff(&old, &[new.root().to_str().unwrap()]);
    assert!(
        run.stdout
            .contains("  saw-time (Saw: time for one hole): gone, was 15"),
        "{}",
        run.stdout
    );
    // A deck and a snippet still name the use case, so that the other state has errors.
    assert!(
        run.stderr.contains("warning: the records of `"),
        "{}",
        run.stderr
    );
    assert_eq!(run.code, Some(1));
}

#[test]
fn the_last_commit_is_compared_unless_another_is_named() {
    let project = committed();
    let run = diff(&project, &[]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert_eq!(run.stdout, "no fact, mark or verdict differs from `HEAD`\n");
    let project = slow(project);
    let run = diff(&project, &[]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(
        run.stdout.contains("clear for hammer → clear for drill"),
        "{}",
        run.stdout
    );
    git(&project, &["commit", "-q", "-a", "-m", "second"]);
    assert_eq!(diff(&project, &[]).code, Some(0));
    let run = diff(&project, &["HEAD~1"]);
    assert!(
        run.stdout.contains("clear for hammer → clear for drill"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_project_below_the_root_of_its_repository_is_compared_too() {
    let project = Project::base();
    let below = project.path("books/tools");
    crate::project::copy(&project.path("data"), &below.join("data"));
    git(&project, &["init", "-q"]);
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-q", "-m", "first"]);
    let project = project
        .replace(
            "books/tools/data/facts/drill-time.toml",
            "value = 900",
            "value = 840",
        )
        .replace("books/tools/data/facts/drill-time.toml", "15 min", "14 min");
    let run = diff(&project, &["-C", "books/tools"]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(
        run.stdout.contains("drill-time (Cordless drill"),
        "{}",
        run.stdout
    );
    assert_eq!(diff(&project, &[]).code, Some(0));
}

#[test]
fn what_cannot_be_compared_ends_with_2_and_says_why() {
    let project = Project::base();
    let told = |project: &Project, arguments: &[&str], words: &str| {
        let run = diff(project, arguments);
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (Some(2), ""),
            "{arguments:?}"
        );
        assert!(run.stderr.contains(words), "{words} in {}", run.stderr);
    };
    told(
        &project,
        &[],
        "is in no git repository: name a folder to compare with",
    );
    let project = committed();
    told(
        &project,
        &["v9"],
        "`v9` is no revision of this repository, and no folder with a project",
    );
    told(&project, &["--", "--all"], "`--all` is no revision");
    told(&project, &["book"], "`book` is no revision");
    let broken = project.replace(CASE, "rank = 1", "rank = \"first\"");
    told(
        &broken,
        &[],
        "these records cannot be compared: mend the errors first",
    );
}
