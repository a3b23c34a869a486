//! `tradeoff build`: what it writes, when it does nothing, and what of the author's book it honors.

use std::fs;
use std::path::Path;

use crate::project::{Project, finish, program};
use crate::tree::{differences, names, tree};

const BUILD: &str = "build --today 2026-11-23";

/// The base with a book built from it.
fn built() -> Project {
    let project = Project::base();
    let run = project.run(BUILD);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    project
}

fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|it| it == extension)
}

#[test]
fn a_build_writes_the_book_and_says_where() {
    let project = Project::base();
    let before = tree(&project.path("book"));
    let run = project.run(BUILD);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let pages = run
        .stdout
        .strip_prefix("built ")
        .and_then(|it| it.split_once(" pages in dist/book\n"))
        .map(|(pages, _)| pages);
    let pages: usize = pages
        .expect(&run.stdout)
        .parse()
        .expect("a number of pages");
    // The contents and the whole book on one page are no pages of their own.
    let page = |it: &String| {
        has_extension(it, "html")
            && !it.starts_with("files/")
            && !["toc.html", "print.html"].contains(&it.as_str())
    };
    assert_eq!(
        pages,
        tree(&project.path("dist/book"))
            .into_keys()
            .filter(page)
            .count()
    );
    for page in [
        "index",
        "options/hammer",
        "dimensions/speed",
        "use-cases/bookshelf",
        "tables/overview",
    ] {
        assert!(
            project.path(&format!("dist/book/{page}.html")).is_file(),
            "{page}"
        );
    }
    assert!(
        project
            .read("dist/book/sitemap.xml")
            .contains("https://tools.example/options/hammer.html")
    );
    assert!(
        project
            .read("dist/book/options/hammer.html")
            .contains("rel=\"canonical\"")
    );
    assert_eq!(
        names(project.root()),
        ["book", "data", "dist"],
        "nothing is left beside the build"
    );
    assert_eq!(
        differences(&before, &tree(&project.path("book"))),
        [""; 0],
        "the author's book is as it was"
    );
}

#[test]
fn the_same_project_gives_the_same_bytes() {
    assert_eq!(
        differences(
            &tree(&built().path("dist/book")),
            &tree(&built().path("dist/book"))
        ),
        [""; 0]
    );
}

#[test]
fn a_changed_record_changes_the_pages_that_show_it() {
    let project = built();
    let name = "Sledge &amp; hammer";
    assert!(!project.read("dist/book/options/hammer.html").contains(name));
    let project = project.replace(
        "data/options/hammer.toml",
        "name = \"Hammer\"",
        "name = \"Sledge & hammer\"",
    );
    assert_eq!(project.run(BUILD).code, Some(0));
    for page in [
        "options/hammer.html",
        "tables/overview.html",
        "use-cases/bookshelf.html",
    ] {
        assert!(
            project.read(&format!("dist/book/{page}")).contains(name),
            "{page}"
        );
    }
}

#[test]
fn nothing_is_built_twice() {
    let project = built();
    let before = project.read("dist/book/index.html");
    // A page changed behind the program's back stays: it looks at what the book is made of, not at the book.
    let project = project.write("dist/book/index.html", "mine");
    let run = project.run(BUILD);
    assert!(
        run.stdout.starts_with("up to date: ") && run.stdout.ends_with(" pages in dist/book\n"),
        "{}",
        run.stdout
    );
    assert_eq!(
        (run.code, project.read("dist/book/index.html")),
        (Some(0), "mine".to_owned())
    );
    let run = project.run("build --force --today 2026-11-23");
    assert!(run.stdout.starts_with("built "), "{}", run.stdout);
    assert_eq!(project.read("dist/book/index.html"), before);
}

#[test]
fn whatever_the_book_is_made_of_makes_a_new_one() {
    let mut project = built();
    for (path, text) in [
        (
            "data/glossary/peg.toml",
            "name = \"Peg\"\nshort = \"A pin.\"\nsources = [\"handbook\"]\n",
        ),
        ("book/theme/own.css", "p {}"),
        (
            "book/src/picture.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        ),
        ("templates/site/unused.md", "text"),
    ] {
        project = project.write(path, text);
        assert!(project.run(BUILD).stdout.starts_with("built "), "{path}");
        assert!(
            project.run(BUILD).stdout.starts_with("up to date: "),
            "{path}"
        );
    }
    let project = project.remove("templates/site/unused.md");
    assert!(project.run(BUILD).stdout.starts_with("built "));
    let printed = project.print("build --today 2026-11-23");
    assert!(printed.stdout.starts_with("built "));
    let mut command = program("tradeoff");
    command
        .args(["build", "--no-print"])
        .env("MDBOOK_BOOK__TITLE", "Another title")
        .current_dir(project.root());
    assert!(finish(command).stdout.starts_with("built "));
    assert!(
        project
            .read("dist/book/evidence.html")
            .contains("Another title")
    );
}

#[test]
fn output_of_stock_mdbook_is_no_part_of_the_book() {
    let project = built()
        .write("book/book/.nojekyll", "")
        .write("book/book/toc.html", "")
        .write("book/book/a.html", "");
    assert!(project.run(BUILD).stdout.starts_with("up to date: "));
}

#[test]
fn another_folder_is_filled_on_request() {
    let project = Project::base();
    let run = project.run("build --dest out/web --today 2026-11-23");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(
        run.stdout.contains(" pages in out/web/book\n"),
        "{}",
        run.stdout
    );
    assert!(project.path("out/web/book/index.html").is_file());
    assert!(!project.path("dist").exists());
    assert_eq!(names(&project.path("out")), ["web"]);
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let project = Project::base().write("dist/thesis.txt", "years of work");
    let run = project.run(BUILD);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(
        run.stderr
            .contains("dist` was not written by tradeoff and is not replaced"),
        "{}",
        run.stderr
    );
    assert_eq!(project.read("dist/thesis.txt"), "years of work");
    assert_eq!(names(&project.path("dist")), ["thesis.txt"]);
    assert_eq!(names(project.root()), ["book", "data", "dist"]);
}

#[test]
fn a_folder_that_is_read_is_refused() {
    let project = Project::base();
    for folder in ["data/out", "book/src/out", "templates"] {
        let run = project.run(&format!("build --dest {folder}"));
        assert_eq!(run.code, Some(2), "{folder}");
        assert!(
            run.stderr.contains("name a folder outside it"),
            "{}",
            run.stderr
        );
        assert!(!project.path(folder).exists(), "{folder}");
    }
}

#[test]
fn a_broken_record_stops_the_build_and_the_last_book_stays() {
    let project = built();
    let before = tree(&project.path("dist"));
    let project = project.replace(
        "data/options/hammer.toml",
        "family = \"hand\"",
        "family = \"hnad\"",
    );
    let run = project.run(BUILD);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    assert!(
        run.stderr.contains("error[unknown-reference]"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains(" data/options/hammer.toml:"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr
            .contains("the last good build, if there is one, is as it was"),
        "{}",
        run.stderr
    );
    assert_eq!(differences(&before, &tree(&project.path("dist"))), [""; 0]);
}

#[test]
fn what_mdbook_warns_of_is_told_every_time() {
    let project = Project::base();
    let chapter = project.read("book/src/evidence.md") + "\n{{#include nowhere.md}}\n";
    let project = project.write("book/src/evidence.md", chapter);
    let first = project.run(BUILD);
    assert_eq!(first.code, Some(0), "{}", first.stderr);
    let told = first
        .stderr
        .lines()
        .any(|line| line.starts_with("warning: ") && line.contains("nowhere.md"));
    assert!(told, "{}", first.stderr);
    let second = project.run(BUILD);
    assert!(
        second.stdout.starts_with("up to date: "),
        "{}",
        second.stdout
    );
    assert_eq!(second.stderr, first.stderr);
}

#[cfg(unix)]
#[test]
fn the_settings_and_preprocessors_of_the_author_hold() {
    let project = Project::base();
    fs::rename(project.path("book/src"), project.path("book/text")).expect("a renamed folder");
    let settings = r#"
[book]
title = "Own title"
src = "text"

[build]
build-dir = "elsewhere"

[preprocessor.tradeoff]
after = ["links"]

[preprocessor.shout]
command = "sh shout.sh"
after = ["tradeoff"]

[output.html]
additional-css = ["own.css"]
default-theme = "navy"

[output.html.redirect]
"/old.html" = "options.html"
"#;
    // What mdBook hands over is `[context,book]`; what it wants back is the book.
    let shout = r#"
test "$1" = supports && exit 0
sed -e 's/^.*,{"items":/{"items":/' -e 's/]$//' -e 's/Which tool for which joint/SHOUTED/' -e 's/bookshelf/BOOKSHELF/g'
"#;
    let project = project
        .write("book/book.toml", settings)
        .write("book/shout.sh", shout)
        .write("book/own.css", "p {}");
    let run = project.run(BUILD);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(
        run.stderr.contains("warning: no sitemap"),
        "there is no address to publish at: {}",
        run.stderr
    );
    let page = project.read("dist/book/index.html");
    for part in ["SHOUTED", "Own title", "css/own", "navy"] {
        assert!(
            page.contains(part) || part == "css/own" && page.contains("own-"),
            "{part}"
        );
    }
    assert!(
        project
            .read("dist/book/use-cases/BOOKSHELF.html")
            .contains("<main>"),
        "it sees generated pages too"
    );
    assert!(project.read("dist/book/old.html").contains("options.html"));
    assert!(!project.path("book/elsewhere").exists());
}

#[cfg(unix)]
#[test]
fn a_preprocessor_that_fails_stops_the_build() {
    let settings = "\n[preprocessor.fail]\ncommand = \"sh fail.sh\"\n";
    let project = built();
    let before = tree(&project.path("dist"));
    let settings = project.read("book/book.toml") + settings;
    let project = project
        .write("book/book.toml", settings)
        .write("book/fail.sh", "test \"$1\" = supports\n");
    let run = project.run(BUILD);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("\"fail\" preprocessor"),
        "{}",
        run.stderr
    );
    assert_eq!(differences(&before, &tree(&project.path("dist"))), [""; 0]);
    assert_eq!(names(project.root()), ["book", "data", "dist"]);
}
