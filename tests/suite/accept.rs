//! `tradeoff accept` and the lock: a verdict changes only with a reason, and nothing else is touched.

use std::fs;

use crate::project::{Project, Run, finish, program};

const LOCK: &str = "data/verdicts.lock";
const CASE: &str = "data/use-cases/bookshelf.toml";
const HAMMER: &str = "data/facts/hammer-time.toml";
const DAY: &str = "2026-11-23";

/// Accepts with these arguments; a reason has blanks.
fn accept(project: &Project, arguments: &[&str]) -> Run {
    let mut command = program("tradeoff");
    command.current_dir(project.root());
    command.args(["accept", "--today", DAY]).args(arguments);
    finish(command)
}

/// The base with a second use case, both accepted.
fn accepted() -> Project {
    let table = Project::base().read(CASE).replace("A bookshelf", "A table");
    let project = Project::base().write("data/use-cases/table.toml", table);
    let run = accept(&project, &["--because", "first verdicts"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    project
}

/// Hammering takes hours, so that the drill wins.
fn slow(project: Project) -> Project {
    let project = project.replace(
        HAMMER,
        "{ low = 2, high = 10 }",
        "{ low = 5000, high = 9000 }",
    );
    let expects = |project: Project, path| project.replace(path, "\"hammer\"", "\"drill\"");
    expects(expects(project, CASE), "data/use-cases/table.toml")
}

/// The findings about verdicts.
fn changed(project: &Project) -> Vec<String> {
    let (lines, _) = project.findings();
    let mut lines = lines;
    lines.retain(|it| it.contains("verdict") || it.contains("lock"));
    lines
}

/// The names of records of changes that were accepted.
fn records(project: &Project) -> Vec<String> {
    let entries = fs::read_dir(project.path("data/changes")).unwrap();
    let names = entries.map(|it| it.unwrap().file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> = names.filter(|it| it.starts_with("accept-")).collect();
    names.sort();
    names
}

#[test]
fn the_first_acceptance_writes_the_lock_and_one_record() {
    let project = Project::base();
    assert_eq!(project.findings(), (vec![], Some(0)));
    let run = accept(&project, &["--because", "first verdicts"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert_eq!(
        run.stdout,
        format!("wrote data/changes/accept-{DAY}.toml\nwrote {LOCK}\n")
    );
    let lock = project.read(LOCK);
    let (_, entry) = lock.split_once("[bookshelf]\n").expect("an entry");
    assert!(
        entry.starts_with(
            "word = \"clear\"\nbest = \"hammer\"\nrunner-up = \"drill\"\nfirst = { drill = 0, hammer = 10000 }\n"
        ),
        "{lock}"
    );
    assert!(
        entry.contains("accepted = 2026-11-23\nbecause = \"first verdicts\"\n"),
        "{lock}"
    );
    assert!(
        project
            .read(&format!("data/changes/accept-{DAY}.toml"))
            .contains("Why: first verdicts.")
    );
    assert_eq!(project.findings(), (vec![], Some(0)));
    assert_eq!(project.run("fmt --check").code, Some(0));
    assert_eq!(project.run("build --today 2026-11-23").code, Some(0));
}

#[test]
fn nothing_is_written_when_nothing_has_changed() {
    let project = accepted();
    let before = project.read(LOCK);
    let run = accept(&project, &["--because", "again"]);
    assert_eq!(run.code, Some(0));
    assert_eq!(
        run.stdout,
        "nothing has changed: every verdict is the accepted one\n"
    );
    let run = accept(&project, &["table", "--because", "again"]);
    assert_eq!(run.stdout, "nothing has changed for `table`\n");
    assert_eq!(project.read(LOCK), before);
    assert_eq!(records(&project).len(), 1);
}

#[test]
fn figures_may_drift_without_being_accepted() {
    let project = accepted().replace(HAMMER, "high = 10 }", "high = 11 }");
    assert_eq!(changed(&project), Vec::<String>::new());
    let run = accept(&project, &["--because", "again"]);
    assert!(
        run.stdout.starts_with("nothing has changed"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_changed_verdict_fails_the_check_until_it_is_accepted_with_a_reason() {
    let project = slow(accepted());
    let run = project.run("check --today 2026-11-23");
    assert_eq!(run.code, Some(1));
    for words in [
        "error[verdict-changed]: the verdict of `bookshelf` is `clear` for `drill`, was `clear` for `hammer`",
        "accepted, because first verdicts",
        "`speed` of `hammer`: weight 1000, value ",
        "tradeoff accept --because",
    ] {
        assert!(run.stderr.contains(words), "{words} in {}", run.stderr);
    }
    let run = accept(&project, &["--because", "we measured again"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(changed(&project), Vec::<String>::new());
    let record = project.read(&format!("data/changes/accept-{DAY}-bookshelf.toml"));
    for words in [
        "title = \"A bookshelf: clear for Drill\"",
        "records = [\"use-case:bookshelf\"]",
        "The verdict of [A bookshelf](use-case:bookshelf) is clear for [Drill](option:drill). It was clear for [Hammer](option:hammer).",
        "Why: we measured again.",
    ] {
        assert!(record.contains(words), "{words} in {record}");
    }
    assert_eq!(project.run("fmt --check").code, Some(0));
    // A second time on the same day.
    let project = project
        .replace(
            HAMMER,
            "{ low = 5000, high = 9000 }",
            "{ low = 2, high = 10 }",
        )
        .replace(CASE, "\"drill\"", "\"hammer\"");
    let run = accept(
        &project,
        &["bookshelf", "--because", "the stopwatch was broken"],
    );
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(
        records(&project),
        [
            format!("accept-{DAY}-bookshelf-2.toml"),
            format!("accept-{DAY}-bookshelf.toml"),
            format!("accept-{DAY}-table.toml"),
            format!("accept-{DAY}.toml"),
        ]
    );
}

#[test]
fn entries_that_are_not_accepted_keep_their_bytes() {
    let project = accepted();
    let lock = project.read(LOCK).replace("[table]", "# by hand\n[table]");
    let lock = lock.replacen("word = \"clear\"", "word =   \"clear\"   # mine", 2);
    let (_, table) = lock.split_once("[table]").expect("an entry");
    let table = table.to_owned();
    let project = slow(project.write(LOCK, &lock));
    let run = accept(&project, &["bookshelf", "--because", "we measured again"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let after = project.read(LOCK);
    assert!(after.ends_with(&format!("[table]{table}")), "{after}");
    assert!(
        after.contains("[bookshelf]\nword = \"clear\"\nbest = \"drill\"\n"),
        "{after}"
    );
    let left = changed(&project);
    assert_eq!(left.len(), 1, "{left:#?}");
    assert!(
        left[0].starts_with("data/use-cases/table.toml:1:"),
        "{left:#?}"
    );
}

#[test]
fn a_use_case_that_comes_or_goes_is_accepted_too() {
    let first = format!("data/changes/accept-{DAY}.toml");
    let project = accepted()
        .replace(&first, ", \"use-case:table\"", "")
        .remove("data/use-cases/table.toml");
    assert!(changed(&project)[0].contains("`table` has an accepted verdict and is no use case"));
    let run = accept(&project, &["--because", "nobody makes tables"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(!project.read(LOCK).contains("[table]"));
    assert_eq!(project.findings(), (vec![], Some(0)));
    let desk = project.read(CASE).replace("A bookshelf", "A desk");
    let project = project.write("data/use-cases/desk.toml", desk);
    assert!(changed(&project)[0].contains("the verdict of `desk` was never accepted"));
    assert_eq!(
        accept(&project, &["--because", "desks are asked for"]).code,
        Some(0)
    );
    assert_eq!(project.findings(), (vec![], Some(0)));
}

#[test]
fn a_dry_run_shows_a_diff_and_writes_nothing() {
    let project = slow(accepted());
    let before = project.read(LOCK);
    let run = accept(&project, &["--dry-run", "--because", "we measured again"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    for line in [
        "--- /dev/null",
        "+++ b/data/changes/accept-2026-11-23-bookshelf.toml",
        "--- a/data/verdicts.lock",
        "-best = \"hammer\"",
        "+best = \"drill\"",
    ] {
        assert!(
            run.stdout.lines().any(|it| it == line),
            "{line} in {}",
            run.stdout
        );
    }
    assert_eq!(project.read(LOCK), before);
    assert_eq!(records(&project).len(), 1);
}

#[test]
fn nothing_is_accepted_without_a_reason_or_with_errors() {
    let project = Project::base();
    for arguments in [
        &[][..],
        &["--because", " "],
        &["bookshelv", "--because", "so"],
    ] {
        let run = accept(&project, arguments);
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (Some(2), ""),
            "{arguments:?}"
        );
    }
    let run = accept(&project, &["bookshelv", "--because", "so"]);
    assert!(
        run.stderr.contains("did you mean `bookshelf`?"),
        "{}",
        run.stderr
    );
    // The reason is text of a record.
    let run = accept(&project, &["--because", "see {{ fact.drill-tiem }}"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    assert!(run.stderr.contains("drill-time"), "{}", run.stderr);
    assert!(!project.path(LOCK).exists());
    assert!(records(&project).is_empty());
    let broken = Project::base().replace(CASE, "rank = 1", "rank = \"first\"");
    let run = accept(&broken, &["--because", "so"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    assert!(
        run.stderr
            .contains("note: nothing was accepted: mend the errors first")
    );
    assert!(!broken.path(LOCK).exists());
}

#[test]
fn a_use_case_that_cannot_be_read_has_no_changed_verdict() {
    let project = accepted().write("data/use-cases/table.toml", "title =\n");
    let (lines, code) = project.findings();
    assert_eq!(code, Some(1));
    assert!(
        lines.iter().all(|it| !it.contains("verdict-changed")),
        "{lines:#?}"
    );
}

#[test]
fn a_lock_that_cannot_be_read_is_not_written_over() {
    let torn = "<<<<<<< mine\n[bookshelf]\n";
    let project = Project::base().write(LOCK, torn);
    let run = accept(&project, &["--because", "so"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    assert!(run.stderr.contains("error[bad-lock]"), "{}", run.stderr);
    assert_eq!(project.read(LOCK), torn);
}
