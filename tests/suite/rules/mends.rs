//! What the fixes of rules write: the finding is gone, and nothing else has changed.

use crate::project::Project;

const JOINT: &str = "data/glossary/joint.toml";
const MANIFEST: &str = "data/comparison.toml";
const PRO: &str = "data/pros/no-battery.toml";
const CON: &str = "data/cons/slow-holes.toml";

/// Runs `check --fix` and gives what is left to say, one finding a line.
fn mended(project: &Project) -> String {
    let run = project.run("check --fix --format concise --today 2026-11-23");
    let findings = run.stderr.lines().filter(|it| it.contains('['));
    findings.map(|it| format!("{it}\n")).collect()
}

#[test]
fn an_exception_without_a_finding_goes_and_leaves_no_trace() {
    let base = Project::base();
    let (joint, manifest) = (base.read(JOINT), base.read(MANIFEST));
    let entry = |rule: &str| format!("{{ rule = \"{rule}\", reason = \"So.\" }}");
    let (one, other) = (entry("shouting"), entry("weasel-word"));
    for allow in [
        format!("allow = [{one}]\n"),
        format!("allow = [{one}, {other}]\n"),
        format!("allow = [\n    {one},\n    {other},\n]\n"),
    ] {
        let project = Project::base().write(JOINT, format!("{joint}{allow}"));
        assert_eq!(mended(&project), "");
        assert_eq!(project.read(JOINT), joint, "{allow}");
    }
    let lints = "\n[lints]\nunused-fact = { level = \"allow\", reason = \"So.\" }\n";
    let project = base.write(MANIFEST, format!("{manifest}{lints}"));
    assert_eq!(mended(&project), "");
    assert_eq!(project.read(MANIFEST), format!("{manifest}\n[lints]\n"));
}

#[test]
fn an_exception_with_a_remark_is_left_to_the_author() {
    let text = Project::base().read(JOINT);
    for allow in [
        "allow = [{ rule = \"shouting\", reason = \"So.\" }] # since May\n",
        "allow = [\n    # since May\n    { rule = \"shouting\", reason = \"So.\" },\n]\n",
        "[[allow]]\nrule = \"shouting\"\nreason = \"So.\"\n",
    ] {
        let text = format!("{text}{allow}");
        let project = Project::base().write(JOINT, &text);
        assert!(mended(&project).contains("[idle-suppression]"), "{allow}");
        assert_eq!(project.read(JOINT), text);
    }
}

#[test]
fn a_rule_with_one_wrong_letter_gets_its_name() {
    let manifest = Project::base().read(MANIFEST);
    let level = "{ level = \"deny\", reason = \"So.\" }";
    let lints = |rule: &str| format!("{manifest}\n[lints]\n{rule} = {level}\n");
    let project = Project::base().write(MANIFEST, lints("unused-fakt"));
    assert_eq!(mended(&project), "");
    assert_eq!(project.read(MANIFEST), lints("unused-fact"));
    // Two letters, and a rule that has its level already.
    let both = lints("unused-fakt") + &format!("unused-fact = {level}\n");
    for text in [lints("unused-fake-"), lints("unsed-fakt"), both] {
        let project = Project::base().write(MANIFEST, &text);
        mended(&project);
        assert_eq!(project.read(MANIFEST), text);
    }
}

#[test]
fn the_missing_side_of_a_mirror_is_written_above_the_text() {
    let base = Project::base();
    let con = base.read(CON);
    let mirror = "strength = \"notable\"\nmirrors = \"con:slow-holes\"";
    let project = base.replace(PRO, "strength = \"notable\"", mirror);
    assert_eq!(mended(&project), "");
    let line = "mirrors = \"pro:no-battery\"\nprose = ";
    assert_eq!(project.read(CON), con.replace("prose = ", line));
    // Two claims ask for one mirror: only the author knows which of them is the same point.
    let other = "data/pros/turns-screws.toml";
    let project = Project::base()
        .replace(PRO, "strength = \"notable\"", mirror)
        .replace(other, "strength = \"notable\"", mirror);
    assert_eq!(mended(&project).matches("[one-sided-mirror]").count(), 2);
    assert_eq!(project.read(CON), con);
}

#[test]
fn what_stands_twice_goes_and_what_cites_nothing_cites() {
    let manual = Project::base().read("data/sources/handbook.toml");
    let project = Project::base()
        .write(
            "data/sources/hand-saw.toml",
            manual.replace("/handbook", "/saw"),
        )
        .replace(
            PRO,
            "[\"handbook\", \"magazine\"]",
            "[\"handbook\", 'handbook', \"magazine\", \"handbook\"]",
        )
        .replace(PRO, "at once.", "at once.[hand-saw] [handbook]");
    let left = mended(&project);
    assert_eq!(left.matches("[bracketed-source]").count(), 1, "{left}");
    let text = project.read(PRO);
    assert!(
        text.contains("sources = [\"handbook\", \"magazine\"]\n"),
        "{text}"
    );
    assert!(text.contains("at once.[^hand-saw] [handbook]\""), "{text}");
}

#[test]
fn records_become_canonical_where_the_project_asks_for_it() {
    let base = Project::base();
    let (joint, manifest) = (base.read(JOINT), base.read(MANIFEST));
    let lints = "\n[lints]\nnot-canonical = { level = \"deny\", reason = \"So.\" }\n";
    let other =
        "name = \"Joint\"\nshort =   'Where two boards meet.' # always\nsources = [\"handbook\"]\n";
    let project = Project::base()
        .write(MANIFEST, format!("{manifest}{lints}"))
        .write(JOINT, other);
    let run = project.run("check --format concise --today 2026-11-23");
    assert!(
        run.stderr.contains("joint.toml:2:1: error[not-canonical]"),
        "{}",
        run.stderr
    );
    assert_eq!(run.code, Some(1));
    assert_eq!(mended(&project), "");
    let remark = joint.replace("meet.\"", "meet.\" # always");
    assert_eq!(project.read(JOINT), remark);
    assert_eq!(project.run("fmt --check").code, Some(0));
}
