//! `tradeoff new`: a project that is complete from the first moment.

use std::path::Path;

use tempfile::TempDir;

use crate::project::{Run, finish, program, repository};
use crate::tree::{differences, names, tree};

fn run(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = program("tradeoff");
    command.current_dir(folder).args(arguments);
    finish(command)
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

#[test]
fn a_new_project_checks_clean_and_builds() {
    let folder = folder();
    let made = run(folder.path(), &["new", "mine"]);
    assert_eq!((made.code, made.stderr.as_str()), (Some(0), ""));
    assert_eq!(made.stdout.lines().count(), 3, "{}", made.stdout);
    for words in ["`mine`", "`tradeoff -C mine serve`", "`tradeoff check`"] {
        assert!(made.stdout.contains(words), "{}", made.stdout);
    }
    let mine = folder.path().join("mine");
    let check = run(&mine, &["check", "--today", "2026-11-23"]);
    assert_eq!((check.code, check.stderr.as_str()), (Some(0), ""));
    let build = run(
        folder.path(),
        &["-C", "mine", "build", "--no-print", "--today", "2026-11-23"],
    );
    assert_eq!(build.code, Some(0), "{}", build.stderr);
    assert!(mine.join("dist/book/index.html").is_file());
    let ignored = std::fs::read_to_string(mine.join(".gitignore")).expect("a .gitignore");
    for output in ["dist", ".dist-", ".tradeoff"] {
        assert!(ignored.contains(output), "{ignored}");
    }
}

#[test]
fn it_holds_the_starter_and_the_theme_of_the_repository() {
    let folder = folder();
    assert_eq!(run(folder.path(), &["new", "mine"]).code, Some(0));
    let mut expected = tree(&repository().join("templates/starter"));
    // What begins with a dot would also count for this repository.
    for name in ["gitignore", "github/workflows/check.yml"] {
        let bytes = expected.remove(name).expect(name);
        expected.insert(format!(".{name}"), bytes);
    }
    let script = std::fs::read(repository().join("book/src/your-case.js")).expect("the script");
    expected.insert("book/src/your-case.js".into(), script);
    let theme = tree(&repository().join("book/theme"));
    expected.extend(
        theme
            .into_iter()
            .map(|(path, bytes)| (format!("book/theme/{path}"), bytes)),
    );
    assert_eq!(
        differences(&tree(&folder.path().join("mine")), &expected),
        [""; 0]
    );
    let records = expected
        .keys()
        .filter(|it| it.starts_with("data/") && it.matches('/').count() == 2);
    let said = format!("a complete comparison with {} records", records.count());
    let other = run(folder.path(), &["new", "other"]);
    assert!(other.stdout.starts_with(&said), "{}", other.stdout);
}

#[test]
fn the_title_goes_where_titles_stand() {
    let folder = folder();
    let title = "\"Postgres\" \\ SQLite & <more>";
    let made = run(folder.path(), &["new", "mine", "--title", title]);
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    let mine = folder.path().join("mine");
    let build = run(&mine, &["build", "--no-print", "--today", "2026-11-23"]);
    assert!(build.stdout.starts_with("built "), "{}", build.stderr);
    let page = std::fs::read_to_string(mine.join("dist/book/404.html")).expect("a page");
    assert!(page.contains("SQLite &amp; &lt;more&gt;"), "{page}");
}

#[test]
fn a_title_that_cannot_be_one_makes_nothing() {
    let folder = folder();
    for title in ["", "two\nlines", "turned \u{202e}"] {
        let made = run(folder.path(), &["new", "mine", "--title", title]);
        assert_eq!(
            (made.code, made.stdout.as_str()),
            (Some(2), ""),
            "{title:?}"
        );
        assert!(
            made.stderr.contains("cannot be the title: "),
            "{}",
            made.stderr
        );
        assert!(!made.stderr.contains('\u{202e}'));
        assert_eq!(names(folder.path()), [""; 0]);
    }
}

#[test]
fn a_folder_with_something_in_it_is_refused_and_an_empty_one_filled() {
    let folder = folder();
    std::fs::create_dir_all(folder.path().join("full")).expect("a folder");
    std::fs::create_dir_all(folder.path().join("empty")).expect("a folder");
    std::fs::write(folder.path().join("full/.hidden"), "x").expect("a file");
    for name in ["full", "full/.hidden"] {
        let made = run(folder.path(), &["new", name]);
        assert_eq!((made.code, made.stdout.as_str()), (Some(2), ""), "{name}");
        assert!(
            made.stderr.contains(&format!(
                "`{name}` is not empty: name a folder that does not exist yet"
            )),
            "{}",
            made.stderr
        );
    }
    assert_eq!(names(&folder.path().join("full")), [".hidden"]);
    let made = run(folder.path(), &["-C", "empty", "new", "."]);
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    assert!(folder.path().join("empty/data/comparison.toml").is_file());
}

#[cfg(unix)]
#[test]
fn the_hook_refuses_what_is_wrong_or_not_canonical() {
    use std::process::Command;
    let folder = folder();
    assert_eq!(run(folder.path(), &["new", "mine"]).code, Some(0));
    let mine = folder.path().join("mine");
    let programs = Path::new(env!("CARGO_BIN_EXE_tradeoff")).parent().unwrap();
    let path = std::env::var("PATH").unwrap();
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.current_dir(&mine).args(arguments);
        command.env("PATH", format!("{}:{path}", programs.display()));
        command.env("HOME", folder.path());
        for (name, value) in [("NAME", "a"), ("EMAIL", "a@example.org")] {
            command.env(format!("GIT_AUTHOR_{name}"), value);
            command.env(format!("GIT_COMMITTER_{name}"), value);
        }
        finish(command)
    };
    git(&["init", "--quiet"]);
    git(&["config", "core.hooksPath", "hooks"]);
    git(&["add", "."]);
    let made = git(&["commit", "-m", "first"]);
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    let fact = mine.join("data/facts/json-spec-pages.toml");
    let text = std::fs::read_to_string(&fact).unwrap();
    std::fs::write(&fact, format!("{text}\n\n\n")).unwrap();
    let refused = git(&["commit", "-a", "-m", "second"]);
    assert_eq!(refused.code, Some(1), "{}", refused.stderr);
    assert!(
        refused.stderr.contains("run `tradeoff fmt`"),
        "{}",
        refused.stderr
    );
    std::fs::write(
        &fact,
        text.replace("sources = [", "sources = [\"nobody\", "),
    )
    .unwrap();
    let refused = git(&["commit", "-a", "-m", "second"]);
    assert_eq!(refused.code, Some(1), "{}", refused.stderr);
    assert!(
        refused.stderr.contains("unknown-reference"),
        "{}",
        refused.stderr
    );
}
