//! Slips of authors: each is told where it is, in words that help, and mended where only one thing can be meant.

use crate::loading::finds;
use crate::project::{Project, Run};

const JOINT: &str = "data/glossary/joint.toml";

fn fix(project: &Project) -> Run {
    project.run("check --fix --format concise --today 2026-11-23")
}

#[test]
fn a_placeholder_that_is_not_closed_ends_with_its_first_word() {
    let project = Project::base().replace(
        "data/glossary/joint.toml",
        "\"Where two boards meet.\"",
        "\"So {{ fact.drill-time } it is, and {{ fact.hammer-time }} it was.\"",
    );
    let run = project.run("check --format json --today 2026-11-23");
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
    // From the braces up to the end of the id: columns 13 to 31 of the line.
    assert!(
        run.stdout
            .contains("\"line\":2,\"column\":13,\"end_line\":2,\"end_column\":31"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout.contains("write `{{ fact.drill-time }}`"),
        "{}",
        run.stdout
    );
}

#[test]
fn what_exists_as_another_kind_is_said_so() {
    let project = Project::base()
        .replace(
            "data/glossary/joint.toml",
            "boards",
            "[boards](fact:handbook)",
        )
        .replace("data/pros/no-battery.toml", "[\"speed\"]", "[\"joint\"]");
    finds(
        &project,
        &[
            "data/glossary/joint.toml:2:20: error[unknown-reference] `handbook` is a source, not a fact",
            "data/pros/no-battery.toml:4:15: error[unknown-reference] `joint` is a term, not a dimension",
        ],
    );
    let shown = project.run("check --today 2026-11-23").stderr;
    assert!(
        shown.contains("write `source:handbook`, or link a fact"),
        "{shown}"
    );
    assert!(
        shown.contains("add `data/dimensions/joint.toml`"),
        "{shown}"
    );
}

#[test]
fn a_group_or_family_that_is_missing_is_declared_in_the_manifest() {
    let project = Project::base()
        .replace(
            "data/dimensions/speed.toml",
            "group = \"work\"",
            "group = \"play\"",
        )
        .replace(
            "data/options/hammer.toml",
            "family = \"hand\"",
            "family = \"nails\"",
        );
    let shown = project.run("check --today 2026-11-23").stderr;
    for help in [
        "declare it in `data/comparison.toml`, `play = \"…\"` below `[groups]`, or use one of `work`",
        "declare it in `data/comparison.toml`, `nails = \"…\"` below `[families]`, or use one of `hand`, `power`",
    ] {
        assert!(shown.contains(help), "{help}\n{shown}");
    }
}

#[test]
fn quotation_marks_and_levels_are_mended_where_they_are_certain() {
    let (fact, dimension) = ("data/facts/drill-time.toml", "data/dimensions/speed.toml");
    let project = Project::base()
        .replace(JOINT, "\"Joint\"", "“Joint” # a comment")
        .replace(JOINT, "[\"handbook\"]", "[ “handbook” ]")
        .replace(fact, "value = 900", "value = \"900\"")
        .replace(fact, "reviewed = 2026-11-23", "reviewed = \"2026-11-23\"")
        .replace(
            dimension,
            "unit = \"s\"\npoints = [[1, 1.0], [60, 0.5], [1000, 0.0]]",
            "levels = [\"slow\", \"quick\"]",
        )
        .replace(dimension, "amount = \"drill-time\"", "level = 'solw'")
        .replace(dimension, "amount = \"hammer-time\"", "level = \"quick\"");
    let run = fix(&project);
    assert_eq!(
        project.read(JOINT),
        "name = \"Joint\" # a comment\nshort = \"Where two boards meet.\"\nsources = [ \"handbook\" ]\n",
        "{}",
        run.stderr
    );
    let text = project.read(fact);
    assert!(
        text.contains("value = 900\n") && text.contains("reviewed = 2026-11-23\n"),
        "{text}"
    );
    assert!(project.read(dimension).contains("level = \"slow\"\n"));
    assert!(!run.stderr.contains("error["), "{}", run.stderr);
}

#[test]
fn what_only_looks_like_a_quotation_mark_is_left() {
    for (from, to) in [
        // A mark that opens and none that closes, one too many, and an apostrophe.
        ("\"Joint\"", "“Joint"),
        ("\"Joint\"", "“The “joint””"),
        ("\"Joint\"", "’Joint’"),
    ] {
        let project = Project::base().replace(JOINT, from, to);
        let before = project.read(JOINT);
        let run = fix(&project);
        assert_eq!(project.read(JOINT), before, "{to}");
        assert_eq!(run.code, Some(1), "{to}");
        assert!(
            run.stderr.contains("is no quotation mark of TOML"),
            "{}",
            run.stderr
        );
    }
    let fact = "data/facts/drill-time.toml";
    let project = Project::base().replace(fact, "value = 900", "value = \"1,000\"");
    let run = fix(&project);
    assert!(project.read(fact).contains("\"1,000\""), "{}", run.stderr);
    assert!(
        run.stderr
            .contains("drill-time.toml:2:9: error[wrong-type] `\"1,000\"` is a text"),
        "{}",
        run.stderr
    );
    assert!(!run.stderr.contains("a word has no unit"), "{}", run.stderr);
}

#[test]
fn one_slip_in_several_files_is_mended_in_all_or_in_none() {
    let dimension = "data/dimensions/speed.toml";
    let broken = || {
        Project::base()
            .replace(JOINT, "handbook", "handbok")
            .replace("data/pros/no-battery.toml", "handbook", "handbok")
    };
    let project = broken();
    assert_eq!(fix(&project).code, Some(0));
    assert!(project.read(JOINT).contains("[\"handbook\"]"));
    assert!(
        project
            .read("data/pros/no-battery.toml")
            .contains("[\"handbook\", ")
    );
    // An option whose cell is there already cannot be renamed in that place, so it is in none.
    let twin = "[cells.drilll]\nreviewed = 2026-11-23\nstatus = \"unknown\"\nbecause = \"x\"\n\n[cells.drill]";
    let project = Project::base()
        .replace(dimension, "[cells.drill]", twin)
        .replace(
            "data/limits/too-many-joints.toml",
            "\"drill\"",
            "\"drilll\"",
        );
    fix(&project);
    assert!(
        project
            .read("data/limits/too-many-joints.toml")
            .contains("\"drilll\"")
    );
}

#[test]
fn what_a_misspelt_field_would_say_is_not_missing_a_second_time() {
    for (path, from, to) in [
        ("data/dimensions/speed.toml", "points =", "pionts ="),
        ("data/use-cases/bookshelf.toml", "rank =", "rnak ="),
        ("data/facts/drill-time.toml", "unit =", "uint ="),
    ] {
        let project = Project::base().replace(path, from, to);
        let (lines, code) = project.findings();
        assert_eq!(lines.len(), 1, "{lines:#?}");
        assert!(lines[0].contains("error[unknown-field]"), "{lines:#?}");
        assert_eq!(code, Some(1));
        assert_eq!(fix(&project).code, Some(0));
    }
}
