//! What rules find reaches whoever runs `check` and `build`, and nothing is told twice.

use crate::project::Project;

/// A record without a source: an error that keeps no page from being written.
fn uncited() -> Project {
    Project::base().replace(
        "data/facts/drill-time.toml",
        "sources = [\"handbook\"]",
        "sources = []",
    )
}

#[test]
fn a_finding_fails_the_build_and_the_book_is_written() {
    let project = uncited();
    let run = project.run("build --today 2026-11-23");
    assert!(
        run.stderr.contains("error[uncited-record]"),
        "{}",
        run.stderr
    );
    assert!(run.stdout.starts_with("built "), "{}", run.stdout);
    assert!(project.path("dist/book/index.html").is_file());
    assert_eq!(run.code, Some(1));
    // The last build is up to date, and the finding is still there.
    let again = project.run("build --today 2026-11-23");
    assert!(
        again.stderr.contains("error[uncited-record]"),
        "{}",
        again.stderr
    );
    assert_eq!(again.code, Some(1));
}

#[test]
fn a_warning_fails_nothing() {
    let project = Project::base().write(
        "data/glossary/peg.toml",
        "name = \"Peg\"\nshort = \"A pin.\"\nsources = [\"handbook\"]\n",
    );
    let (lines, code) = project.findings();
    assert_eq!(lines.len(), 1, "{lines:#?}");
    assert!(lines[0].contains("warning[unused-term]"), "{lines:#?}");
    assert_eq!(code, Some(0));
    assert_eq!(project.run("build --today 2026-11-23").code, Some(0));
}

#[test]
fn nothing_turns_red_by_waiting() {
    let project = Project::base();
    let later = project.run("check --format concise --today 2031-01-01");
    assert!(
        later.stderr.contains("warning[stale-record]"),
        "{}",
        later.stderr
    );
    assert!(
        later.stderr.contains("warning[stale-source]"),
        "{}",
        later.stderr
    );
    let errors = later.stderr.lines().filter(|it| it.contains("error["));
    for error in errors {
        // What decides a verdict has to be looked at, but a book that nobody touched goes on building.
        assert!(error.contains("[decisive-and-stale]"), "{error}");
    }
    assert_eq!(later.code, Some(1));
    let built = project.run("build --today 2031-01-01");
    assert!(
        built.stderr.contains("warning[decisive-and-stale]"),
        "{}",
        built.stderr
    );
    assert!(!built.stderr.contains("error["), "{}", built.stderr);
    assert_eq!(built.code, Some(0));
}

#[test]
fn a_record_that_cannot_be_read_gets_no_second_finding_and_hides_none() {
    let project = uncited()
        .replace(
            "data/pros/no-battery.toml",
            "sources = [\"handbook\", \"magazine\"]",
            "sources = []",
        )
        .replace(
            "data/pros/no-battery.toml",
            "strength = \"notable\"",
            "strength = \"heavy\"",
        );
    let (lines, _) = project.findings();
    let told = |rule: &str| {
        lines
            .iter()
            .filter(|line| line.contains(&format!("[{rule}]")))
            .count()
    };
    assert_eq!(
        (
            told("unknown-word"),
            told("uncited-record"),
            told("uncited-claim")
        ),
        (1, 1, 0),
        "{lines:#?}"
    );
    assert_eq!(lines.len(), 2, "{lines:#?}");
}

#[test]
fn an_exception_takes_out_the_finding_of_its_record_only() {
    let allow = "allow = [{ rule = \"uncited-record\", reason = \"We held the watch.\" }]\n";
    let base = uncited().replace(
        "data/facts/hammer-time.toml",
        "sources = [\"handbook\"]",
        "sources = []",
    );
    let text = base.read("data/facts/drill-time.toml");
    let project = base.write("data/facts/drill-time.toml", format!("{allow}{text}"));
    let (lines, code) = project.findings();
    assert_eq!(lines.len(), 1, "{lines:#?}");
    assert!(
        lines[0].starts_with("data/facts/hammer-time.toml:"),
        "{lines:#?}"
    );
    assert_eq!(code, Some(1));
}

#[test]
fn a_reason_is_required() {
    let text = Project::base().read("data/facts/drill-time.toml");
    let project = Project::base().write(
        "data/facts/drill-time.toml",
        format!("allow = [{{ rule = \"unused-fact\" }}]\n{text}"),
    );
    let (lines, code) = project.findings();
    assert_eq!(lines.len(), 1, "{lines:#?}");
    assert!(
        lines[0].contains("error[missing-field] `reason` is missing"),
        "{lines:#?}"
    );
    assert_eq!(code, Some(1));
}

#[test]
fn the_manifest_gives_a_rule_its_level() {
    for (level, word, code) in [
        ("deny", "error[unused-term]", 1),
        ("warn", "warning[unused-term]", 0),
        ("allow", "", 0),
    ] {
        let lint = format!(
            "\n[lints]\nunused-term = {{ level = \"{level}\", reason = \"So we like it.\" }}\n"
        );
        let manifest = Project::base().read("data/comparison.toml") + &lint;
        let project = Project::base()
            .write("data/comparison.toml", manifest)
            .write(
                "data/glossary/peg.toml",
                "name = \"Peg\"\nshort = \"A pin.\"\nsources = [\"handbook\"]\n",
            );
        let (lines, found) = project.findings();
        assert_eq!(lines.len(), usize::from(!word.is_empty()), "{lines:#?}");
        assert!(lines.iter().all(|line| line.contains(word)), "{lines:#?}");
        assert_eq!(found, Some(code), "{level}");
    }
}
