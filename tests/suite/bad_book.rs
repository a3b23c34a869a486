//! Bad chapters, templates and folders: every finding has its file, line, rule and remedy, and no book is made of it.

use std::fs;

use crate::project::{Project, Run, finish, program};
use crate::tree::{differences, tree};

const BUILD: &str = "build --today 2026-11-23";

/// Asserts that the errors of `check` are exactly these lines (each the beginning of one), that `build` stops at the same
/// and shows `remedy`, and that the book built before is as it was.
#[track_caller]
fn refused(broken: impl FnOnce(Project) -> Project, expected: &[&str], remedy: &str) {
    let good = Project::base();
    assert_eq!(good.run(BUILD).code, Some(0));
    let before = tree(&good.path("dist"));
    let project = broken(good);
    let (mut lines, code) = project.findings();
    lines.retain(|line| line.contains(": error["));
    assert_eq!(lines.len(), expected.len(), "{lines:#?}");
    for (line, expected) in lines.iter().zip(expected) {
        assert!(
            line.starts_with(expected),
            "\n   found {line}\nexpected {expected}"
        );
    }
    assert_eq!(code, Some(1));

    let Run {
        code,
        stdout,
        stderr,
    } = project.run(BUILD);
    assert_eq!((code, stdout.as_str()), (Some(1), ""), "{stderr}");
    for line in expected {
        let (place, rest) = line.split_once(": ").expect("a place");
        let (level, title) = rest.split_once("] ").expect("a rule");
        assert!(stderr.contains(&format!("{level}]: {title}")), "{stderr}");
        let place = if place.ends_with(":1:1") {
            place.trim_end_matches(":1:1")
        } else {
            place
        };
        assert!(
            stderr.contains(&format!("--> {place}")),
            "{place} in {stderr}"
        );
    }
    assert!(stderr.contains(remedy), "{stderr}");
    assert_eq!(differences(&before, &tree(&project.path("dist"))), [""; 0]);
}

#[test]
fn an_unknown_directive_is_told_with_the_nearest_one() {
    refused(
        |it| {
            it.replace(
                "book/src/options.md",
                "{{#tradeoff pages options}}",
                "Below.\n\n{{#tradeoff page options}}",
            )
        },
        &["book/src/options.md:5:1: error[bad-directive] no directive is called `page`"],
        "help: did you mean `pages`?",
    );
}

#[test]
fn a_directive_names_something_that_is_not_there() {
    refused(
        |it| it.replace("book/src/README.md", "table overview", "table overveiw"),
        &["book/src/README.md:5:1: error[bad-directive] there is no table `overveiw`"],
        "did you mean `overview`?",
    );
}

#[test]
fn a_directive_that_is_not_closed_is_told() {
    refused(
        |it| it.replace("book/src/options.md", "options}}", "options"),
        &["book/src/options.md:3:1: error[bad-directive] the directive is not closed on its line"],
        "on one line",
    );
}

#[test]
fn a_chapter_with_a_byte_order_mark_and_crlf_has_true_lines() {
    refused(
        |it| {
            it.write(
                "book/src/options.md",
                "\u{feff}# Options\r\n\r\nBelow. {{#tradeoff page options}}\r\n",
            )
        },
        &["book/src/options.md:3:8: error[bad-directive] no directive is called `page`"],
        "did you mean `pages`?",
    );
}

#[test]
fn two_chapters_with_one_path_are_told() {
    refused(
        |it| {
            let summary =
                it.read("book/src/SUMMARY.md") + "- [Words](./evidence.md)\n- [More](index.md)\n";
            it.write("book/src/SUMMARY.md", summary)
                .write("book/src/index.md", "# More\n")
        },
        &[
            "book/src/SUMMARY.md:13:11: error[path-clash] two chapters of SUMMARY.md are written to one file: `evidence.md`",
            "book/src/SUMMARY.md:14:10: error[path-clash] two chapters of SUMMARY.md are written to one file: `index.md`",
        ],
        "rename one of them, or list it once",
    );
}

#[test]
fn an_id_that_collides_with_a_chapter_is_told() {
    refused(
        |it| {
            let summary = it.read("book/src/SUMMARY.md") + "- [The drill](options/drill.md)\n";
            it.write("book/src/SUMMARY.md", summary)
                .write("book/src/options/drill.md", "# By hand\n")
        },
        &[
            "book/src/options.md:3:1: error[path-clash] the page `options/drill.md` is already a chapter of SUMMARY.md",
        ],
        "take `options/drill.md` out of SUMMARY.md",
    );
}

#[test]
fn a_template_that_does_not_parse_is_told_by_line() {
    refused(
        |it| {
            it.write(
                "templates/site/option.md",
                "# {{ name }}\n\n{% if name %}\n",
            )
        },
        &["templates/site/option.md:3:14: error[bad-template] unexpected end of input"],
        "3 | {% if name %}",
    );
}

#[test]
fn a_template_that_asks_for_what_is_not_there_is_told_what_is() {
    refused(
        |it| it.write("templates/site/overview.md", "Before.\n\n{{ nonsense }}\n"),
        &["templates/site/overview.md:3:4: error[bad-template] "],
        "help: the variables here are `",
    );
}

#[test]
fn the_template_of_an_author_takes_the_place_of_the_one_built_in() {
    let project = Project::base().write("templates/site/overview.md", "Own words of the author.\n");
    assert_eq!(project.run(BUILD).code, Some(0));
    assert!(
        project
            .read("dist/book/index.html")
            .contains("Own words of the author.")
    );
}

/// Asserts that `check` and `build` cannot run, and say all of `words`.
#[track_caller]
fn cannot_run(project: &Project, words: &[&str]) {
    for verb in ["check", BUILD] {
        let run = project.run(verb);
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (Some(2), ""),
            "{verb}: {}",
            run.stderr
        );
        let (_, error) = run.stderr.rsplit_once("error: ").expect(&run.stderr);
        for word in words {
            assert!(error.contains(word), "{verb}: {}", run.stderr);
        }
    }
    assert!(!project.path("dist").exists());
}

#[test]
fn without_a_manifest_there_is_no_project() {
    cannot_run(
        &Project::base().remove("data/comparison.toml"),
        &["no `data/comparison.toml` in", "tradeoff new"],
    );
}

#[test]
fn without_data_there_is_no_project() {
    let project = Project::base();
    fs::remove_dir_all(project.path("data")).expect("a folder to delete");
    cannot_run(&project, &["no `data/comparison.toml` in", "-C"]);
}

#[cfg(unix)]
#[test]
fn data_that_cannot_be_opened_is_told() {
    let project = Project::base();
    fs::remove_dir_all(project.path("data")).expect("a folder to delete");
    // A link to itself cannot be opened by anybody, not even by root.
    std::os::unix::fs::symlink("data", project.path("data")).expect("a link");
    cannot_run(&project, &["data/comparison.toml` cannot be opened"]);
}

#[cfg(unix)]
#[test]
fn a_folder_of_records_that_cannot_be_opened_is_told() {
    refused(
        |it| {
            fs::remove_dir_all(it.path("data/glossary")).expect("a folder to delete");
            std::os::unix::fs::symlink("glossary", it.path("data/glossary")).expect("a link");
            it
        },
        &["data/glossary:1:1: error[unreadable-path] `data/glossary` cannot be read"],
        "check that it exists and that you may read it",
    );
}

#[test]
fn without_a_book_there_is_nothing_to_build() {
    cannot_run(
        &Project::base().remove("book/book.toml"),
        &["no `", "book.toml`", "tradeoff new"],
    );
}

#[test]
fn settings_that_are_no_toml_are_told_by_line() {
    cannot_run(
        &Project::base().write("book/book.toml", "[book]\ntitle = \n"),
        &["book.toml", "line 2"],
    );
}

#[test]
fn a_chapter_that_is_missing_is_told_where_it_is_listed_with_the_nearest_one() {
    refused(
        |it| {
            fs::create_dir(it.path("book/src/part")).expect("a folder");
            fs::rename(
                it.path("book/src/evidence.md"),
                it.path("book/src/part/evidence.md"),
            )
            .expect("a file to move");
            it.replace("book/src/SUMMARY.md", "(options.md)", "(./optoins.md)")
        },
        &[
            "book/src/SUMMARY.md:5:13: error[missing-file] the chapter `./optoins.md` does not exist",
            "book/src/SUMMARY.md:11:14: error[missing-file] the chapter `evidence.md` does not exist",
        ],
        "help: did you mean `part/evidence.md`?",
    );
}

#[test]
fn a_missing_chapter_has_its_place_in_json_too() {
    let run = Project::base()
        .replace("book/src/SUMMARY.md", "(options.md)", "(optoins.md)")
        .run("check --format json --today 2026-11-23");
    assert_eq!(run.code, Some(1));
    let found: serde_json::Value = serde_json::from_str(&run.stdout).expect("one object");
    assert_eq!(found["rule"], "missing-file");
    assert_eq!(found["file"], "book/src/SUMMARY.md");
    assert_eq!(found["line"], 5);
    assert_eq!(found["help"][0], "did you mean `options.md`?");
}

#[test]
fn a_chapter_listed_twice_is_told_where_it_comes_again() {
    refused(
        |it| {
            let summary = it.read("book/src/SUMMARY.md") + "- [Again](options.md)\n";
            it.write("book/src/SUMMARY.md", summary)
        },
        &[
            "book/src/SUMMARY.md:13:11: error[path-clash] two chapters of SUMMARY.md are written to one file: `options.md`",
        ],
        "rename one of them, or list it once",
    );
}

#[test]
fn a_chapter_that_is_not_utf8_is_told() {
    refused(
        |it| it.write("book/src/options.md", b"# Options \xff\n"),
        &["book/src/options.md:1:1: error[not-utf8] the chapter `options.md` is not UTF-8"],
        "save it as UTF-8",
    );
}

#[test]
fn a_list_of_chapters_that_is_missing_is_told() {
    refused(
        |it| it.remove("book/src/SUMMARY.md"),
        &["book/src/SUMMARY.md:1:1: error[missing-file] `SUMMARY.md` does not exist"],
        "it lists the chapters of the book",
    );
}

#[test]
fn a_book_that_would_leave_directives_as_they_are_is_refused() {
    let project = Project::base().write("book/book.toml", "[book]\ntitle = \"x\"\n");
    let run = project.run(BUILD);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("has no `[preprocessor.tradeoff]`"),
        "{}",
        run.stderr
    );
}

/// What a terminal or a reviewer would not show as it is: escape sequences, and characters that turn the direction.
const HOSTILE: &str = "\u{1b}[31m\u{202e}\u{9b}2J\u{8}";

#[test]
fn no_hostile_text_reaches_the_terminal() {
    let base = Project::base();
    let option = base.read("data/options/hammer.toml");
    let spelled = r"\u001b[31m\u202e\u009b2J\u0008";
    let record = base
        .write(
            "data/options/hammer.toml",
            option.replace("\"Hammer\"", &format!("\"Hammer{spelled}\"")),
        )
        .write(
            "data/glossary/joint.toml",
            format!("name = \"{HOSTILE}\"\n{HOSTILE} = 1\n"),
        )
        .write(&format!("data/{HOSTILE}/a.toml"), "x");
    let chapter = Project::base().write(
        "book/src/options.md",
        format!("{{{{#tradeoff {HOSTILE} a}}}}\n"),
    );
    let included = Project::base().write(
        "book/src/options.md",
        format!("{{{{#include {HOSTILE}.md}}}}\n"),
    );
    let template = Project::base().write("templates/site/x.md", format!("{{{{ {HOSTILE} }}}}\n"));
    let settings = Project::base().write("book/book.toml", format!("{HOSTILE} = 1\n"));
    for (project, code) in [
        (record, 1),
        (chapter, 1),
        (included, 0),
        (template, 1),
        (settings, 2),
    ] {
        assert_eq!(project.run(BUILD).code, Some(code));
        for arguments in [
            BUILD,
            "check",
            "check --format concise",
            "export --list",
            "export overview",
        ] {
            harmless(arguments, &project.run(arguments));
        }
    }
    let base = Project::base();
    for arguments in [
        &["export", HOSTILE][..],
        &["-C", HOSTILE, "check"],
        &["new", "x", "--title", HOSTILE],
        &["new", HOSTILE],
    ] {
        let mut command = program("tradeoff");
        command.args(arguments).current_dir(base.root());
        harmless(&arguments.join(" "), &finish(command));
    }
}

#[track_caller]
fn harmless(arguments: &str, run: &Run) {
    let text = format!("{}{}", run.stdout, run.stderr);
    let harmful = |it: &char| it.is_control() && !"\n\t".contains(*it) || *it == '\u{202e}';
    assert_eq!(text.chars().find(harmful), None, "{arguments:?}: {text:?}");
}
