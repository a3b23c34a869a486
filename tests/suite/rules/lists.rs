//! One rule, one file, one line, one case file: what is missing is printed as it has to be written.

use std::collections::BTreeSet;
use std::fs;

use check::case::Case;
use check::{Family, RULES};

use crate::project::{Project, files, repository};

/// The stems of the files below `folder` with this extension.
fn stems(folder: &str, extension: &str) -> BTreeSet<String> {
    let paths = files(&repository().join(folder), &[extension]);
    let stem = |path: &std::path::PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
    paths.iter().map(stem).collect()
}

#[test]
fn every_rule_has_a_line_a_file_and_a_case() {
    let list = fs::read_to_string(repository().join("generator/check/src/rules.rs")).unwrap();
    let body = list
        .split_once("\nrules! {\n")
        .and_then(|(_, rest)| rest.split_once("\n}"))
        .unwrap()
        .0;
    let lines: Vec<_> = body
        .lines()
        .map(|it| it.trim().trim_end_matches(',').to_owned())
        .collect();
    assert!(
        lines.is_sorted(),
        "sort the lines of generator/check/src/rules.rs"
    );
    let lines: BTreeSet<_> = lines.into_iter().collect();
    let code = stems("generator/check/src/rules", "rs");
    let mut cases: BTreeSet<_> = stems("tests/rules", "md")
        .iter()
        .map(|it| it.replace('-', "_"))
        .collect();
    cases.remove("README");
    let mut wrong = Vec::new();
    for name in code.difference(&lines) {
        wrong.push(format!(
            "generator/check/src/rules.rs lacks the line\n    {name},"
        ));
    }
    for name in lines.difference(&code) {
        wrong.push(format!("generator/check/src/rules/{name}.rs is missing, or its line in rules.rs is one too many"));
    }
    for name in lines.difference(&cases) {
        wrong.push(format!(
            "tests/rules/{}.md is missing",
            name.replace('_', "-")
        ));
    }
    for name in cases.difference(&lines) {
        wrong.push(format!(
            "generator/check/src/rules.rs lacks the line\n    {name},\nand its file"
        ));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_rule_has_the_name_of_its_file_and_stands_in_order() {
    for rule in RULES {
        let text = rule.case.lines().next().unwrap_or_default();
        assert_eq!(
            text,
            format!("# {}", rule.id),
            "the first line of the case file of `{}`",
            rule.id
        );
        assert!(
            std::ptr::eq(check::rule(rule.id).unwrap(), *rule),
            "`{}` is found by its id",
            rule.id
        );
    }
    assert!(RULES.is_sorted_by_key(|it| it.id));
}

/// The rules without code are those that reading, loading, computing, the book and the levels report.
#[test]
fn what_is_reported_elsewhere_is_explained_too() {
    let lists = [
        source::RULES,
        model::RULES,
        verdict::RULES,
        site::content::RULES,
    ];
    let told: BTreeSet<_> = lists.into_iter().flatten().copied().collect();
    let elsewhere = RULES
        .iter()
        .filter(|it| it.run.is_none() && it.family != Family::Levels);
    let explained: BTreeSet<_> = elsewhere.map(|it| it.id).collect();
    let missing: Vec<_> = told.difference(&explained).collect();
    assert!(
        missing.is_empty(),
        "give each a file in generator/check/src/rules and a case in tests/rules: {missing:?}"
    );
    let idle: Vec<_> = explained.difference(&told).collect();
    assert!(
        idle.is_empty(),
        "these have no code and nobody reports them: {idle:?}"
    );
}

#[test]
fn a_case_file_says_what_why_and_what_to_do() {
    for rule in RULES {
        let (id, case) = (rule.id, Case::parse(rule.case));
        assert!(
            case.sentence.ends_with('.') && !case.sentence.contains(". "),
            "{id}: line 2 is one sentence"
        );
        let points: Vec<_> = case.points.iter().map(|(name, _)| *name).collect();
        assert_eq!(
            points,
            ["Why it matters", "What to do"],
            "{id}: the two points"
        );
        let outcomes: Vec<_> = case.examples.iter().map(|it| it.outcome).collect();
        assert!(
            outcomes
                .iter()
                .all(|it| ["reported", "silent"].contains(it)),
            "{id}: {outcomes:?}"
        );
        for needed in ["reported", "silent"] {
            assert!(
                outcomes.contains(&needed),
                "{id}: add a case that is {needed}"
            );
        }
        let empty = case.examples.iter().find(|it| it.blocks.is_empty());
        assert!(empty.is_none(), "{id}: a case without a block: {empty:?}");
    }
}

#[test]
fn every_rule_is_explained_within_eighty_columns() {
    let project = Project::base();
    for rule in RULES {
        let run = project.run(&format!("explain {}", rule.id));
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let prose = run
            .stdout
            .lines()
            .filter(|line| !line.starts_with("    ") || line.starts_with("    ^"));
        for line in prose {
            assert!(line.chars().count() <= 80, "{}: {line}", rule.id);
        }
        for (_, point) in Case::parse(rule.case).points {
            let first = point
                .split_whitespace()
                .take(4)
                .collect::<Vec<_>>()
                .join(" ");
            assert!(run.stdout.contains(&first), "{}: `{first}`", rule.id);
        }
    }
}

#[test]
fn the_list_names_every_rule_with_its_level() {
    let run = Project::base().run("explain --list");
    assert_eq!(run.stdout.lines().count(), RULES.len());
    for rule in RULES {
        let line = run
            .stdout
            .lines()
            .find(|it| it.split_whitespace().next() == Some(rule.id))
            .unwrap();
        let words: Vec<_> = line.split_whitespace().collect();
        assert_eq!(words[1..3], [rule.family.word(), rule.level.word()]);
        assert!(line.ends_with(rule.sentence()), "{line}");
    }
}

#[test]
fn a_rule_that_does_not_exist_is_not_explained() {
    let project = Project::base();
    let near = project.run("explain unused-fakt");
    assert_eq!(
        near.stderr,
        "error: there is no rule `unused-fakt`: did you mean `unused-fact`?\n"
    );
    assert_eq!(near.code, Some(2));
    let far = project.run("explain qqq");
    assert!(
        far.stderr.contains("tradeoff explain --list"),
        "{}",
        far.stderr
    );
    assert_eq!(far.code, Some(2));
}
