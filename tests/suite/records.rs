//! What a record may hold: every finding has its file, line, rule and remedy.

use crate::loading::finds;
use crate::project::Project;

#[test]
fn numbers_that_cannot_be_computed_with_are_refused() {
    for bad in ["nan", "inf", "99999999999999999999"] {
        let project = Project::base().replace(
            "data/facts/drill-time.toml",
            "value = 900",
            &format!("value = {bad}"),
        );
        finds(
            &project,
            &[
                "data/facts/drill-time.toml:2:9: error[out-of-range] this number cannot be computed with",
            ],
        );
    }
}

#[test]
fn characters_that_a_reviewer_does_not_see_are_refused() {
    for hidden in ["\\u0007", "\\u202E", "\u{2066}"] {
        let project = Project::base().replace(
            "data/glossary/joint.toml",
            "name = \"Joint\"",
            &format!("name = \"Jo{hidden}int\""),
        );
        finds(
            &project,
            &["data/glossary/joint.toml:1:8: error[hidden-character]"],
        );
        let shown = project.run("check").stderr;
        assert!(
            !shown.contains(['\u{7}', '\u{202e}', '\u{2066}']),
            "{shown}"
        );
    }
}

#[test]
fn only_harmless_addresses_are_links() {
    for bad in [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "https://",
    ] {
        let project = Project::base().replace(
            "data/products/claw-hammer.toml",
            "https://example.org/hammer",
            bad,
        );
        finds(
            &project,
            &["data/products/claw-hammer.toml:3:7: error[bad-link]"],
        );
        let text = format!("short = \"See [this](<{bad}>).\"");
        let project = Project::base().replace(
            "data/glossary/joint.toml",
            "short = \"Where two boards meet.\"",
            &text,
        );
        finds(
            &project,
            &["data/glossary/joint.toml:2:14: error[bad-link]"],
        );
    }
}

#[test]
fn markdown_that_records_do_not_have_is_refused_where_it_stands() {
    for (bad, what) in [
        ("<b>bold</b>", "HTML"),
        ("# Heading", "a heading"),
        ("![image](https://example.org/x.png)", "an image"),
        ("| a |\n|---|\n| b |", "a table"),
        ("```\ncode\n```", "a code block"),
        ("> said", "a block quotation"),
        ("---", "a rule"),
    ] {
        let text = format!("summary = \"\"\"\nA tool.\n\n{bad}\n\"\"\"");
        let project = Project::base().replace(
            "data/options/hammer.toml",
            "summary = \"A tool that drives nails.\"",
            &text,
        );
        let (lines, code) = project.findings();
        let expected = format!("data/options/hammer.toml:7:1: error[bad-markup] {what}");
        assert!(
            lines
                .first()
                .is_some_and(|line| line.starts_with(&expected)),
            "{what}: {lines:#?}"
        );
        assert_eq!(code, Some(1));
    }
}

#[test]
fn placeholders_print_facts_and_nothing_else() {
    for (bad, column, rule) in [
        ("{{ config.secret }}", 13, "bad-placeholder"),
        ("{{#include Cargo.toml}}", 13, "bad-placeholder"),
        ("{{ fact.drill-tim }}", 13, "unknown-reference"),
        ("`{{ fact.drill-time }}`", 13, "bad-placeholder"),
        ("[^handbok]", 13, "unknown-reference"),
        ("[x](fact:drill-tim)", 13, "unknown-reference"),
    ] {
        let text = format!("short = \"So {bad} it is.\"");
        let project = Project::base().replace(
            "data/glossary/joint.toml",
            "short = \"Where two boards meet.\"",
            &text,
        );
        finds(
            &project,
            &[&format!(
                "data/glossary/joint.toml:2:{column}: error[{rule}]"
            )],
        );
    }
}

#[test]
fn a_misspelt_field_is_one_finding() {
    let project = Project::base().replace("data/glossary/joint.toml", "short", "shrot");
    finds(
        &project,
        &[
            "data/glossary/joint.toml:2:1: error[unknown-field] there is no field `shrot` here: did you mean `short`?",
        ],
    );
}

#[test]
fn words_and_types_are_checked() {
    let project = Project::base()
        .replace("data/pros/no-battery.toml", "\"notable\"", "\"notabel\"")
        .replace("data/sources/handbook.toml", "2026-11-23", "\"2026-11-23\"")
        .replace(
            "data/tables/overview.toml",
            "columns = \"all\"",
            "columns = 3",
        )
        .replace("data/tables/overview.toml", "group:work", "work");
    finds(
        &project,
        &[
            "data/pros/no-battery.toml:3:12: error[unknown-word] `notabel` is not a word for this field: did you mean `notable`?",
            "data/sources/handbook.toml:7:12: error[wrong-type] expected a date such as 2026-11-23, without quotation marks, found a text",
            "data/tables/overview.toml:3:11: error[wrong-type]",
            "data/tables/overview.toml:4:9: error[bad-link] `work` does not say what it links to",
        ],
    );
}

#[test]
fn facts_and_amounts_agree_with_themselves() {
    let project = Project::base()
        .replace(
            "data/facts/drill-time.toml",
            "show = \"15 min\"",
            "show = \"16 min\"",
        )
        .replace(
            "data/facts/hammer-time.toml",
            "low = 2, high = 10",
            "low = 20, high = 10",
        )
        .replace(
            "data/quantities/joints.toml",
            "default = { low = 1, mode = 10, high = 100 }",
            "default = \"drill-time\"",
        );
    finds(
        &project,
        &[
            "data/facts/drill-time.toml:4:8: error[bad-fact] `16 min` is not the same as 900 s",
            "data/facts/hammer-time.toml:2:9: error[bad-range]",
            "data/quantities/joints.toml:4:11: error[unit-mismatch] `drill-time` is in `s`, which does not convert to `joints`",
        ],
    );
}

#[test]
fn cells_have_one_answer_that_their_scale_has_a_place_for() {
    let cell = "amount = \"drill-time\"\nbasis = \"documented\"";
    for (bad, expected) in [
        (
            "basis = \"documented\"",
            "10:8: error[bad-cell] this cell has no place on the scale",
        ),
        (
            "amount = 900\nbasis = \"documented\"",
            "12:10: error[bad-cell] this number has no source",
        ),
        (
            "level = \"quick\"\nbasis = \"documented\"",
            "12:9: error[bad-cell] `quick` is not a level of this scale",
        ),
        (
            "amount = \"drill-time\"\ncost = \"cost-nails\"\nbasis = \"documented\"",
            "11:9: error[bad-cell] a cell with `cost`",
        ),
        (
            "amount = \"drill-time\"",
            "10:8: error[missing-field] this cell needs `basis`",
        ),
        (
            "amount = \"drill-time\"\nbasis = \"judged\"",
            "10:8: error[missing-field] this cell needs `because`",
        ),
    ] {
        let project = Project::base().replace(
            "data/dimensions/speed.toml",
            &format!("value = \"{{{{ fact.drill-time }}}} for one hole\"\n{cell}"),
            &format!("value = \"x\"\n{bad}"),
        );
        let (lines, code) = project.findings();
        let expected = format!("data/dimensions/speed.toml:{expected}");
        assert!(
            lines.iter().any(|line| line.starts_with(&expected)),
            "{expected}\n{lines:#?}"
        );
        assert_eq!(code, Some(1));
    }
}

#[test]
fn names_that_formulas_read_are_unique_and_known() {
    let base = Project::base();
    let quantity = base.read("data/quantities/joints.toml");
    let project = base
        .write("data/quantities/drill-time.toml", quantity)
        .replace("data/costs/cost-nails.toml", "joints * 2", "joins * 2 % 3")
        .replace(
            "data/limits/too-many-joints.toml",
            "joints > drill-time",
            "jonts > 1",
        );
    finds(
        &project,
        &[
            "data/costs/cost-nails.toml:3:22: error[bad-formula] `%` has no meaning in a formula",
            "data/limits/too-many-joints.toml:3:9: error[unknown-reference] `jonts` is not a quantity, fact or cost: did you mean `joints`?",
            "data/quantities/drill-time.toml:1:1: error[ambiguous-name]",
        ],
    );
}

#[test]
fn use_cases_weigh_one_way_and_expect_something_that_exists() {
    let project = Project::base()
        .replace(
            "data/use-cases/bookshelf.toml",
            "rank = 1",
            "rank = 1\nswing = 50",
        )
        .replace(
            "data/use-cases/bookshelf.toml",
            "expects = \"hammer\"",
            "expects = \"hamer\"",
        )
        .replace(
            "data/use-cases/bookshelf.toml",
            "too-many-joints/pauses",
            "too-many-joints/pausen",
        );
    finds(
        &project,
        &[
            "data/use-cases/bookshelf.toml:9:8: error[mixed-weights]",
            "data/use-cases/bookshelf.toml:14:10: error[unknown-reference] `too-many-joints/pausen` is not an escape of a limit",
            "data/use-cases/bookshelf.toml:19:11: error[unknown-reference] `hamer` is not an option or a family: did you mean `hammer`?",
        ],
    );
}

#[test]
fn families_do_not_share_names_with_options() {
    let project = Project::base().replace(
        "data/comparison.toml",
        "hand = \"Hand tools\"",
        "hammer = \"Hand tools\"",
    );
    let project = project.replace("data/options/hammer.toml", "\"hand\"", "\"hammer\"");
    finds(
        &project,
        &[
            "data/comparison.toml:7:1: error[ambiguous-name] the family `hammer` has the name of something else",
        ],
    );
}

#[test]
fn a_file_that_a_snippet_names_must_be_there() {
    let project = Project::base().remove("data/snippets/plan/plan.toml");
    finds(
        &project,
        &[
            "data/snippets/plan.toml:6:8: error[missing-file] `data/snippets/plan/plan.toml` does not exist",
        ],
    );
}

#[test]
fn formulas_are_parsed_where_they_are_written() {
    let project = Project::base()
        .replace("data/costs/cost-nails.toml", "joints * 2", "(joints * 2")
        .replace(
            "data/limits/too-many-joints.toml",
            "joints > drill-time",
            "joints + drill-time",
        );
    let (lines, code) = project.findings();
    let bad = lines.iter().filter(|it| it.contains("error[bad-formula]"));
    assert_eq!(bad.count(), 2, "{lines:#?}");
    assert!(
        lines[0].starts_with("data/costs/cost-nails.toml:3:"),
        "{lines:#?}"
    );
    assert_eq!(code, Some(1));
}
