//! The forms of findings: for people, for programs, and how many of very many.

use serde_json::{Value, json};

use crate::project::{Project, Run};

fn check(project: &Project, more: &str) -> Run {
    project.run(&format!("check {more} --today 2026-11-23"))
}

fn broken() -> Project {
    Project::base()
        .replace(
            "data/glossary/joint.toml",
            "[\"handbook\"]",
            "[\"handbok\"]",
        )
        .replace(
            "data/glossary/joint.toml",
            "\"Where",
            "\"Ünder 😀 {{ fact.x }} where",
        )
}

#[test]
fn json_is_one_object_per_line_on_standard_output() {
    let run = check(&broken(), "--format json");
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""));
    let found: Vec<Value> = run
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(found.len(), 2, "{}", run.stdout);
    let place = |line: u32, column: u32, end_column: u32| {
        json!({
            "file": "data/glossary/joint.toml", "line": line, "column": column, "end_line": line, "end_column": end_column,
        })
    };
    // Columns count characters: `short = "Ünder 😀 ` has 17, and 21 bytes.
    let mut expected = place(2, 18, 30);
    let more = json!({
        "rule": "unknown-reference",
        "level": "error",
        "message": "`x` is not a fact",
        "label": "",
        "also": [],
        "help": ["add `data/facts/x.toml`, or correct the id"],
        "notes": [],
    });
    extend(&mut expected, &more);
    assert_eq!(found[0], expected);
    let mut edit = place(3, 13, 20);
    extend(&mut edit, &json!({ "text": "handbook" }));
    let mut expected = place(3, 12, 21);
    let more = json!({
        "rule": "unknown-reference",
        "level": "error",
        "message": "`handbok` is not a source",
        "label": "did you mean `handbook`?",
        "also": [],
        "help": [],
        "notes": [],
        "fix": { "edits": [edit] },
    });
    extend(&mut expected, &more);
    assert_eq!(found[1], expected);
}

fn extend(object: &mut Value, more: &Value) {
    let more = more.as_object().unwrap().clone();
    object.as_object_mut().unwrap().extend(more);
}

#[test]
fn a_clean_project_gives_programs_nothing_to_read() {
    let project = Project::base();
    for (format, stdout) in [
        ("json", true),
        ("github", true),
        ("concise", true),
        ("sarif", false),
    ] {
        let run = check(&project, &format!("--format {format}"));
        assert_eq!(run.code, Some(0), "{format}");
        assert_eq!(run.stdout.is_empty(), stdout, "{format}");
        assert_eq!(run.stderr, "", "{format}");
    }
}

#[test]
fn annotations_name_files_from_where_the_program_runs() {
    let project = broken();
    let run = check(&project, "--format github");
    let first = "::error file=data/glossary/joint.toml,line=2,col=18,endLine=2,endColumn=30,title=unknown-reference::\
                 `x` is not a fact%0Ahelp: add `data/facts/x.toml`, or correct the id\n";
    assert!(run.stderr.starts_with(first), "{}", run.stderr);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    let name = project
        .root()
        .file_name()
        .unwrap()
        .to_str()
        .unwrap()
        .to_owned();
    let mut command = crate::project::program("tradeoff");
    command
        .args(["-C", &name, "check", "--format", "github"])
        .current_dir(project.root().parent().unwrap());
    let run = crate::project::finish(command);
    assert!(
        run.stderr
            .starts_with(&format!("::error file={name}/data/glossary/joint.toml,")),
        "{}",
        run.stderr
    );
}

/// A project with 10,500 errors: fields that do not exist, and in each file one for those that are missing.
fn very_broken() -> Project {
    let mut project = Project::base();
    let fields: Vec<_> = (0..20).map(|at| format!("x{at} = 1\n")).collect();
    for at in 0..500 {
        project = project.write(&format!("data/glossary/term-{at}.toml"), fields.concat());
    }
    project
}

#[test]
fn of_very_many_findings_the_first_are_shown_and_all_on_demand() {
    let project = very_broken();
    for format in ["concise", "full"] {
        let run = check(&project, &format!("--format {format}"));
        assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
        let heads = run.stderr.matches("error[").count();
        assert_eq!(heads, 200, "{format}");
        let mut last = run.stderr.lines().rev();
        assert_eq!(last.next(), Some("10500 errors"), "{format}");
        assert_eq!(
            last.next(),
            Some("10300 more findings: `tradeoff check --all` shows every one"),
            "{format}"
        );
    }
    let run = check(&project, "--format concise --all");
    assert_eq!(run.stderr.lines().count(), 10_501);
    // A program gets all of them, asked or not.
    let run = check(&project, "--format json");
    assert_eq!(run.stdout.lines().count(), 10_500);
    let run = check(&project, "--format sarif");
    let log: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), 10_500);
    let run = check(&project, "--format github");
    assert_eq!(run.stderr.matches("::error ").count(), 10_500);
}
