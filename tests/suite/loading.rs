//! Bad input: every finding has its file, line, rule and remedy, and one error never hides another.

use std::fmt::Write;
use std::fs;

use crate::project::Project;

/// Asserts that `check` reports exactly these, each the beginning of a line, and exits with 1.
#[track_caller]
pub fn finds(project: &Project, expected: &[&str]) {
    let (lines, code) = project.findings();
    assert_eq!(lines.len(), expected.len(), "{lines:#?}");
    for (line, expected) in lines.iter().zip(expected) {
        assert!(
            line.starts_with(expected),
            "\n   found {line}\nexpected {expected}"
        );
    }
    assert_eq!(code, Some(1));
}

#[test]
fn the_base_is_clean() {
    let (lines, code) = Project::base().findings();
    assert_eq!(lines, [""; 0]);
    assert_eq!(code, Some(0));
}

#[test]
fn a_byte_that_is_not_utf8_is_named_by_its_offset() {
    let project = Project::base().write("data/glossary/joint.toml", b"name = \"J\xff\"\n");
    finds(
        &project,
        &[
            "data/glossary/joint.toml:1:10: error[not-utf8] `data/glossary/joint.toml` is not UTF-8: byte 9 is 0xff",
        ],
    );
}

#[test]
fn a_byte_order_mark_and_crlf_are_accepted() {
    let base = Project::base();
    let term = format!(
        "\u{feff}{}",
        base.read("data/glossary/joint.toml").replace('\n', "\r\n")
    );
    let (lines, code) = base.write("data/glossary/joint.toml", term).findings();
    assert_eq!((lines, code), (Vec::new(), Some(0)));
}

#[test]
fn an_empty_file_lacks_every_required_field() {
    let project = Project::base().write("data/glossary/joint.toml", "");
    finds(
        &project,
        &[
            "data/glossary/joint.toml:1:1: error[missing-field] `name`, `short`, `sources` are missing",
        ],
    );
}

#[test]
fn a_syntax_error_does_not_hide_the_rest_of_its_file() {
    let project =
        Project::base().replace("data/glossary/joint.toml", "short =", "bad = = 3\nshort =");
    let project = project.replace(
        "data/glossary/joint.toml",
        "[\"handbook\"]",
        "[\"handbok\"]",
    );
    finds(
        &project,
        &[
            "data/glossary/joint.toml:2:7: error[syntax]",
            "data/glossary/joint.toml:4:12: error[unknown-reference] `handbok` is not a source: did you mean `handbook`?",
        ],
    );
}

#[test]
fn what_is_missing_is_one_finding_however_often_it_is_named() {
    let mut project = Project::base();
    for at in 0..12 {
        let term = format!("name = \"Term {at}\"\nshort = \"A term.\"\nsources = [\"diary\"]\n");
        project = project.write(&format!("data/glossary/term-{at:02}.toml"), term);
    }
    finds(
        &project,
        &["data/glossary/term-00.toml:3:12: error[unknown-reference] `diary` is not a source"],
    );
    let shown = project.run("check --today 2026-11-23").stderr;
    for place in ["term-00.toml:3:12", "term-04.toml:3:12"] {
        assert!(shown.contains(place), "{place}\n{shown}");
    }
    assert!(!shown.contains("term-05.toml"), "{shown}");
    assert!(shown.contains("and 7 more places in 7 files"), "{shown}");
    assert!(
        shown.contains("add `data/sources/diary.toml`, or correct the id"),
        "{shown}"
    );
}

#[test]
fn an_option_that_went_away_is_one_finding_in_every_way_it_is_named() {
    // Columns, cells, links, limits and the answer that is expected.
    let project = Project::base().remove("data/options/hammer.toml");
    let (lines, code) = project.findings();
    let missing = lines.iter().filter(|it| it.contains("`hammer` is not"));
    assert_eq!(missing.count(), 1, "{lines:#?}");
    assert_eq!(code, Some(1));
}

#[test]
fn a_file_in_which_something_is_missing_gets_no_second_finding() {
    // The second file is named by no label of its own.
    let mut project = Project::base();
    for at in 0..12 {
        let term = format!("name = \"Term {at}\"\nshort = \"A a term.\"\nsources = [\"diary\"]\n");
        project = project.write(&format!("data/glossary/term-{at:02}.toml"), term);
    }
    finds(
        &project,
        &["data/glossary/term-00.toml:3:12: error[unknown-reference]"],
    );
}

#[test]
fn what_names_a_file_that_cannot_be_read_is_not_at_fault() {
    let path = "data/sources/handbook.toml";
    let text = Project::base().read(path);
    let mut odd = text.clone().into_bytes();
    odd.insert(9, 0xff);
    let huge = "#".repeat(1024 * 1024 + 1);
    let conflict = format!("<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> theirs\n");
    for (bytes, expected) in [
        (odd, "data/sources/handbook.toml:1:10: error[not-utf8]"),
        (
            huge.into_bytes(),
            "data/sources/handbook.toml:1:1: error[oversized-file]",
        ),
        (
            conflict.into_bytes(),
            "data/sources/handbook.toml:1:1: error[syntax] a merge conflict is not resolved",
        ),
    ] {
        finds(&Project::base().write(path, bytes), &[expected]);
    }
    let renamed = Project::base()
        .remove(path)
        .write("data/sources/Handbook.toml", text);
    finds(
        &renamed,
        &["data/sources/Handbook.toml:1:1: error[bad-id] `Handbook` cannot be an id"],
    );
}

#[test]
fn a_manifest_with_a_broken_line_is_one_finding() {
    let project = Project::base().replace("data/comparison.toml", "work = \"Work\"", "work = Work");
    finds(
        &project,
        &["data/comparison.toml:11:8: error[syntax] `Work` is no number"],
    );
}

#[test]
fn escapes_of_a_limit_that_is_half_read_are_not_missing() {
    for (from, to, expected) in [
        ("id = \"pauses\"", "id = pauses", "error[syntax]"),
        ("reviewed =", "reviwed =", "error[unknown-field]"),
    ] {
        let limit = "data/limits/too-many-joints.toml";
        let (lines, _) = Project::base().replace(limit, from, to).findings();
        assert_eq!(lines.len(), 1, "{lines:#?}");
        assert!(lines[0].contains(expected), "{lines:#?}");
    }
}

#[test]
fn syntax_errors_are_told_once_a_line_and_ten_times_a_file() {
    let deep = "x = [\n".repeat(10_000);
    let project = Project::base().write("data/glossary/joint.toml", deep);
    let (lines, code) = project.findings();
    // The first line can be read: there is no field `x`.
    assert!(lines[0].contains("error[unknown-field]"), "{lines:#?}");
    assert_eq!(lines.len(), 11, "{lines:#?}");
    assert!(
        lines[1..].iter().all(|line| line.contains("error[syntax]")),
        "{lines:#?}"
    );
    assert_eq!(code, Some(1));
}

#[test]
fn ten_thousand_levels_of_nesting_end_in_a_message() {
    let text = format!("name = {}{}\n", "[".repeat(10_000), "]".repeat(10_000));
    let (lines, code) = Project::base()
        .write("data/glossary/joint.toml", text)
        .findings();
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("data/glossary/joint.toml:1:")),
        "{lines:#?}"
    );
    assert_eq!(code, Some(1));
}

#[test]
fn ids_have_one_form_and_reserved_words_are_none() {
    let base = Project::base();
    let term = base.read("data/glossary/joint.toml");
    let project = base
        .write("data/glossary/Big_Joint.toml", &term)
        .write("data/glossary/nul.toml", &term);
    finds(
        &project,
        &[
            "data/glossary/Big_Joint.toml:1:1: error[bad-id] `Big_Joint` cannot be an id",
            "data/glossary/nul.toml:1:1: error[bad-id] `nul` is a reserved word and cannot be an id",
        ],
    );
    assert!(
        project
            .run("check")
            .stderr
            .contains("rename the file to `big-joint.toml`")
    );
}

#[test]
fn files_that_differ_only_in_case_are_refused() {
    let base = Project::base();
    let term = base.read("data/glossary/joint.toml");
    let (lines, code) = base.write("data/glossary/JOINT.toml", term).findings();
    assert!(
        lines
            .iter()
            .any(|line| line.contains("error[case-collision]")),
        "{lines:#?}"
    );
    assert_eq!(code, Some(1));
}

#[test]
fn an_unknown_folder_is_told_with_the_nearest_one() {
    let project = Project::base()
        .write("data/option/saw.toml", "")
        .write("data/notes.txt", "");
    finds(
        &project,
        &[
            "data/notes.txt:1:1: error[unknown-folder] `notes.txt`",
            "data/option/saw.toml:1:1: error[unknown-folder] `option`",
        ],
    );
    assert!(
        project
            .run("check")
            .stderr
            .contains("did you mean the folder `options`?")
    );
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_outside_is_refused_and_one_inside_is_followed() {
    let project = Project::base().write("secret.toml", "name = \"secret\"");
    std::os::unix::fs::symlink(
        "../../secret.toml",
        project.path("data/glossary/outside.toml"),
    )
    .unwrap();
    std::os::unix::fs::symlink("joint.toml", project.path("data/glossary/inside.toml")).unwrap();
    std::os::unix::fs::symlink("..", project.path("data/glossary/loop")).unwrap();
    // The one inside is read: it is a second term with the name of the first.
    finds(
        &project,
        &[
            "data/glossary/joint.toml:1:8: error[shared-alias]",
            "data/glossary/outside.toml:1:1: error[outside-link]",
        ],
    );
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::base();
    for path in ["data/glossary", "data/facts/drill-time.toml"] {
        fs::set_permissions(project.path(path), fs::Permissions::from_mode(0o000)).unwrap();
    }
    fs::set_permissions(project.root(), fs::Permissions::from_mode(0o755)).unwrap();
    // As root nothing is forbidden, so the program runs as somebody else.
    let mut command = std::process::Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
    command
        .arg(env!("CARGO_BIN_EXE_tradeoff"))
        .args(["check", "--format", "concise"])
        .current_dir(project.root());
    let run = crate::project::finish(command);
    for path in ["data/glossary", "data/facts/drill-time.toml"] {
        fs::set_permissions(project.path(path), fs::Permissions::from_mode(0o755)).unwrap();
    }
    for path in ["data/facts/drill-time.toml", "data/glossary"] {
        let line = format!(
            "{path}:1:1: error[unreadable-path] `{path}` cannot be read: permission denied"
        );
        assert!(run.stderr.contains(&line), "{}", run.stderr);
    }
    assert_eq!(run.code, Some(1));
}

#[test]
fn a_huge_file_is_refused_by_its_size() {
    let project = Project::base();
    let file = fs::File::create(project.path("data/glossary/huge.toml")).unwrap();
    file.set_len(100 * 1024 * 1024).unwrap();
    finds(
        &project,
        &[
            "data/glossary/huge.toml:1:1: error[oversized-file] `data/glossary/huge.toml` is larger than 1024 KiB",
        ],
    );
}

#[test]
fn ten_thousand_errors_come_in_the_order_of_files_and_lines() {
    let mut project = Project::base();
    for at in 0..500 {
        let mut text = String::new();
        for field in 0..20 {
            writeln!(text, "x{field} = 1").unwrap();
        }
        project = project.write(&format!("data/glossary/term-{at}.toml"), text);
    }
    let (lines, code) = project.findings();
    // Each file has twenty fields that do not exist and one finding about those it lacks.
    assert_eq!(lines.len(), 500 * 21);
    let again = project.findings().0;
    assert_eq!(lines, again);
    assert_eq!(code, Some(1));
}

#[test]
fn a_manifest_that_cannot_be_read_is_one_finding() {
    for (from, to, expected) in [
        (
            "days =",
            "dayz =",
            "error[unknown-field] there is no field `dayz` here",
        ),
        (
            "[families]",
            "[famillies]",
            "error[unknown-field] there is no field `famillies` here",
        ),
        (
            "title =",
            "titel =",
            "error[unknown-field] there is no field `titel` here",
        ),
    ] {
        let project = Project::base().replace("data/comparison.toml", from, to);
        let (lines, code) = project.findings();
        assert_eq!(lines.len(), 1, "{from}: {lines:#?}");
        assert!(lines[0].starts_with("data/comparison.toml:"), "{lines:#?}");
        assert!(lines[0].contains(expected), "{lines:#?}");
        assert_eq!(code, Some(1));
    }
}

#[test]
fn a_folder_without_a_project_cannot_be_checked() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = crate::project::program("tradeoff");
    command.arg("check").current_dir(folder.path());
    let run = crate::project::finish(command);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr
            .starts_with("error: no `data/comparison.toml` in "),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("tradeoff new"));
}
