//! The promise of the preprocessor: the real `mdbook` and `tradeoff build` give the same bytes.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use tradeoff::book;
use tradeoff::project::Project as Loaded;

use crate::project::{Project, Run, copy, finish, program, repository};
use crate::tree::{differences, names, tree};

/// The real program, of the version that the workspace is pinned to.
fn mdbook() -> OsString {
    let program = env::var_os("TRADEOFF_MDBOOK").unwrap_or_else(|| "mdbook".into());
    let answer = Command::new(&program).arg("--version").output();
    let version = answer
        .map(|it| String::from_utf8_lossy(&it.stdout).into_owned())
        .unwrap_or_default();
    assert_eq!(
        version.trim(),
        format!("mdbook v{}", mdbook_preprocessor::MDBOOK_VERSION),
        "`{}` is not the mdBook that these tests need: run tests/run, which installs it, or name it with TRADEOFF_MDBOOK",
        program.to_string_lossy()
    );
    program
}

/// A folder for PATH that holds our preprocessor.
fn path_with_preprocessor() -> (TempDir, OsString) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let built = PathBuf::from(program("mdbook-tradeoff").get_program());
    let name = built.file_name().expect("a name");
    // No copy: a program that was just written cannot be run while another test, forking, still holds it open.
    std::os::unix::fs::symlink(&built, folder.path().join(name)).expect("a link");
    let rest = env::var_os("PATH").unwrap_or_default();
    let all = [folder.path().to_owned()]
        .into_iter()
        .chain(env::split_paths(&rest));
    let path = env::join_paths(all).expect("a PATH");
    (folder, path)
}

fn stock(root: &Path, out: &Path) -> Run {
    let (_folder, path) = path_with_preprocessor();
    let mut command = Command::new(mdbook());
    command
        .arg("build")
        .arg(root.join("book"))
        .arg("--dest-dir")
        .arg(out)
        .env("PATH", path);
    command.env_remove("MDBOOK_BOOK").env_remove("RUST_LOG");
    finish(command)
}

/// Builds the project below `root` both ways and compares, before finishing and after it.
fn agree(root: &Path) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (theirs, ours) = (folder.path().join("theirs"), folder.path().join("ours"));
    let run = stock(root, &theirs);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let mut project = Loaded::load(root).expect("a project");
    assert!(!project.is_broken());
    book::render(&mut project, &ours).unwrap_or_else(|stop| panic!("{stop:?}"));
    let before = tree(&theirs);
    assert!(before.len() > 30, "{:?}", before.keys());
    assert_eq!(
        differences(&before, &tree(&ours)),
        [""; 0],
        "before finishing"
    );

    let mut command = program("mdbook-tradeoff");
    command
        .args(["finish", "--no-print"])
        .arg(&theirs)
        .arg("--book")
        .arg(root.join("book"));
    let run = finish(command);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let after = tree(&theirs);
    assert!(
        differences(&before, &after).contains(&"index.html".to_owned()),
        "finishing does something"
    );

    let web = folder.path().join("web");
    let mut command = program("tradeoff");
    command
        .args(["build", "--no-print", "--today", "2026-11-23", "-C"])
        .arg(root)
        .arg("--dest")
        .arg(&web);
    // What the rules find in the records is no reason not to build.
    let run = finish(command);
    assert!(run.stdout.starts_with("built "), "{}", run.stderr);
    assert_eq!(
        differences(&after, &tree(&web.join("book"))),
        [""; 0],
        "what `tradeoff build` writes"
    );
}

#[test]
fn the_base_is_the_same_book_both_ways() {
    agree(Project::base().root());
}

#[test]
fn an_odd_book_is_the_same_book_both_ways() {
    let project = Project::base();
    let summary = "# Summary\n\n[Start](README.md)\n\n# \"Part\" & <more>\n\n- [Options](deep/options.md)\n  - [By hand](deep/hand.md)\n\
        - [Draft]()\n\n---\n\n- [Questions](dimensions.md)\n\n[Last](last.md)\n";
    let hand = "{{#title Own title}}\n# By hand\n\n```rust\nlet x = 1;\n```\n\n> [!NOTE]\n> A note.\n\nA note[^1].\n\n[^1]: Text.\n";
    let settings = project.read("book/book.toml")
        + "\n[output.html]\nadditional-css = [\"own.css\"]\n[output.html.fold]\nenable = true\n\
        [output.html.redirect]\n\"/old.html\" = \"last.html\"\n[output.html.search]\nheading-split-level = 2\n";
    let project = project
        .write("book/src/SUMMARY.md", summary)
        .write(
            "book/src/deep/options.md",
            "# Options\n\n{{#tradeoff pages options}}\n",
        )
        .write("book/src/deep/hand.md", hand)
        .write(
            "book/src/last.md",
            "# Last\n\n- {{#tradeoff list glossary}}\n\n`{{#tradeoff pages options}}`\n",
        )
        .write(
            "book/src/picture.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        )
        .write("book/own.css", "p {}")
        .write("book/book.toml", settings);
    agree(project.root());
}

#[test]
fn the_flagship_is_the_same_book_both_ways() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for part in ["data", "book"] {
        copy(&repository().join(part), &folder.path().join(part));
    }
    agree(folder.path());
}

#[test]
fn stock_mdbook_stops_at_what_stops_tradeoff() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("out");
    for (path, from, to, finding) in [
        (
            "book/src/options.md",
            "pages options",
            "page options",
            "error[bad-directive]: no directive is called `page`",
        ),
        (
            "data/options/drill.toml",
            "family = \"power\"",
            "family = \"pover\"",
            "error[unknown-reference]",
        ),
    ] {
        let project = Project::base().replace(path, from, to);
        let run = stock(project.root(), &out);
        assert_ne!(run.code, Some(0));
        assert!(
            run.stderr.contains(finding) && run.stderr.contains(&format!("--> {path}:")),
            "{}",
            run.stderr
        );
    }
    assert!(!out.exists() || names(&out).is_empty(), "{:?}", names(&out));
}

#[test]
fn another_renderer_gets_plain_code() {
    let project = Project::base();
    let settings = project.read("book/book.toml") + "\n[output.markdown]\n";
    let chapter = project.read("book/src/README.md") + "\n```rust\nlet x = 1;\n```\n";
    let project = project
        .write("book/book.toml", settings)
        .write("book/src/README.md", chapter);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let run = stock(project.root(), folder.path());
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    // mdBook's own `index` step has renamed it.
    let text = fs::read_to_string(folder.path().join("index.md")).expect("a chapter");
    assert!(text.contains("```rust\nlet x = 1;\n```"), "{text}");
    assert!(!text.contains("#tradeoff"), "{text}");
}
