//! The promise of `html::build`: the bytes of stock mdBook with the preprocessor as an external command.
//!
//! No test harness: mdBook calls this very program as the external commands, so it must own its standard output.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "clippy knows tests by their harness"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use mdbook_core::book::Book;
use mdbook_driver::MDBook;
use mdbook_preprocessor::{Preprocessor, parse_input};
use site::content::{BAD_DIRECTIVE, Content, Directive, Head, Page, Placement, Refusal, Survey};
use site::html::{self, Failure};
use site::preprocess::Tradeoff;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["as", _, "supports", _] => ExitCode::SUCCESS,
        ["as", "tradeoff"] => preprocess(|cx, book| Tradeoff::new(Fake).run(cx, book)),
        ["as", "shout"] => preprocess(|_, book| Ok(shout(book))),
        _ => {
            let tests: [(&str, fn()); 4] = [
                (
                    "pages_are_those_of_stock_mdbook",
                    pages_are_those_of_stock_mdbook,
                ),
                ("the_comparison_can_fail", the_comparison_can_fail),
                (
                    "problems_stop_the_build_and_name_the_file",
                    problems_stop_the_build_and_name_the_file,
                ),
                (
                    "a_build_leaves_the_book_and_other_files_alone",
                    a_build_leaves_the_book_and_other_files_alone,
                ),
            ];
            for (name, test) in tests {
                test();
                println!("test {name} ... ok");
            }
            println!("\ntest result: ok. {} passed; 0 failed", tests.len());
            ExitCode::SUCCESS
        }
    }
}

fn pages_are_those_of_stock_mdbook() {
    let folder = tempfile::tempdir().unwrap();
    write_book(folder.path(), CHAPTER);
    let ours = ours(folder.path());
    assert_eq!(
        differences(&stock(folder.path()), &ours),
        Vec::<String>::new()
    );
    // The book is what it should be, not two equal failures.
    let text = |file: &str| String::from_utf8(ours[file].clone()).unwrap();
    assert!(
        text("index.html").contains("PLACED"),
        "directive, then the later preprocessor"
    );
    assert!(text("options/a.html").contains("<h1"), "a generated page");
    assert!(!ours.contains_key("options/a.md"));
    assert!(text("guide/index.html").contains("<title>Own title</title>"));
    assert!(text("guide/index.html").contains("LANGUAGE-RUST HL"));
    assert!(!text("guide/index.html").contains("PLAYGROUND"));
}

fn the_comparison_can_fail() {
    let folder = tempfile::tempdir().unwrap();
    write_book(folder.path(), CHAPTER);
    let before = ours(folder.path());
    write_book(folder.path(), "# Other\n\n{{#tradeoff pages}}\n");
    let after = ours(folder.path());
    assert!(differences(&before, &after).contains(&"index.html".to_owned()));
}

fn problems_stop_the_build_and_name_the_file() {
    let folder = tempfile::tempdir().unwrap();
    write_book(
        folder.path(),
        "{{#include included.txt}}\n\n{{#tradeoff nothing}}\n",
    );
    let built = html::build(
        &folder.path().join("book"),
        &folder.path().join("out"),
        Arc::new(Fake),
    );
    let Err(Failure::Problems(problems)) = built else {
        panic!("{built:?}")
    };
    let [problem] = &problems[..] else {
        panic!("{problems:?}")
    };
    assert_eq!(problem.path, Path::new("book/src/README.md"));
    assert_eq!(problem.span, 27..48);
    assert!(!folder.path().join("out").exists());
}

fn a_build_leaves_the_book_and_other_files_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (book, out) = (folder.path().join("book"), folder.path().join("out"));
    write_book(folder.path(), CHAPTER);
    fs::remove_file(book.join("src/guide/README.md")).unwrap();
    let built = html::build(&book, &out, Arc::new(Fake));
    let Err(Failure::Problems(problems)) = built else {
        panic!("{built:?}")
    };
    let [problem] = &problems[..] else {
        panic!("{problems:?}")
    };
    assert_eq!(problem.path, Path::new("book/src/SUMMARY.md"));
    assert!(
        problem.message.contains("guide/README.md"),
        "{}",
        problem.message
    );
    assert!(
        !book.join("src/guide/README.md").exists(),
        "mdBook would write it"
    );

    write_book(folder.path(), CHAPTER);
    fs::create_dir_all(&out).unwrap();
    fs::write(out.join("precious"), "x").unwrap();
    assert!(html::build(&book, &out, Arc::new(Fake)).is_err());
    assert!(out.join("precious").exists(), "mdBook would remove it");
}

const CHAPTER: &str = "# Start\n\nSome text. {{#tradeoff text placed}}\n\n{{#tradeoff pages}}\n\n```toml\na = 1\n```\n";

const BOOK: &str = r#"
[book]
title = "Tiny & small"
[output.html]
additional-css = ["own.css"]
[output.html.search]
heading-split-level = 2
[preprocessor.tradeoff]
command = "PROGRAM as tradeoff"
after = ["links"]
[preprocessor.shout]
command = "PROGRAM as shout"
after = ["tradeoff"]
"#;

fn write_book(folder: &Path, chapter: &str) {
    let program = std::env::current_exe().unwrap();
    let book = BOOK.replace("PROGRAM", &program.to_string_lossy().replace('\\', "/"));
    let summary = "# Summary\n\n[Start](README.md)\n\n# Part\n\n- [Guide](guide/README.md)\n  - [Draft]()\n- [Last](last.md)\n";
    let guide = "{{#title Own title}}\n# Guide\n\n- a\n\n  ```rust\n  let x = 1;\n\n  x\n  ```\n\n`{{#tradeoff text x}}`\n";
    for (file, text) in [
        ("book.toml", &book[..]),
        ("own.css", "p { margin: 0 }"),
        ("src/SUMMARY.md", summary),
        ("src/README.md", chapter),
        ("src/guide/README.md", guide),
        ("src/last.md", "# Last\n\n{{#include included.txt}}\n"),
        ("src/included.txt", "included by links\n\n\n"),
    ] {
        let path = folder.join("book").join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

fn stock(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut book = MDBook::load(folder.join("book")).unwrap();
    let out = tempfile::tempdir().unwrap();
    book.config.build.build_dir = out.path().join("html");
    book.build().unwrap();
    files(&out.path().join("html"))
}

fn ours(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let out = tempfile::tempdir().unwrap();
    let built = html::build(
        &folder.join("book"),
        &out.path().join("html"),
        Arc::new(Fake),
    )
    .unwrap();
    assert_eq!(built.warnings, Vec::<String>::new());
    assert_eq!(built.outline.first.as_deref(), Some("index.html"));
    assert_eq!(html::outline(&folder.join("book")).unwrap(), built.outline);
    files(&out.path().join("html"))
}

/// Every file below `folder`, by path with slashes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path
                    .strip_prefix(folder)
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                files.insert(name, fs::read(path).unwrap());
            }
        }
    }
    files
}

fn differences(a: &BTreeMap<String, Vec<u8>>, b: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let names = a
        .keys()
        .chain(b.keys())
        .filter(|name| a.get(*name) != b.get(*name));
    names.cloned().collect()
}

/// `text WORDS` places the words, `pages` two pages, one below the other.
struct Fake;

impl Content for Fake {
    fn place(&self, directive: &Directive<'_>, _: &Path, _: &Survey) -> Result<Placement, Refusal> {
        let page = |path: &str, children| Page {
            path: path.to_owned(),
            title: format!("Page & <{path}>"),
            markdown: format!(
                "# {path}\n\nText with [a link](../last.md) and `{{{{#include ../last.md}}}}`.\n"
            ),
            children,
        };
        match directive.name {
            "text" => Ok(Placement {
                markdown: directive.arguments.join(" "),
                pages: Vec::new(),
            }),
            "pages" => Ok(Placement {
                markdown: "See the pages.".to_owned(),
                pages: vec![page("options/a.md", vec![page("options/b.md", Vec::new())])],
            }),
            name => Err(Refusal {
                rule: BAD_DIRECTIVE,
                at: None,
                message: format!("no directive is called `{name}`"),
                help: None,
            }),
        }
    }

    fn head(&self, _: &str) -> Option<Head> {
        None
    }
}

/// A user's own preprocessor: it sees what ours made.
fn shout(mut book: Book) -> Book {
    book.for_each_chapter_mut(|chapter| chapter.content = chapter.content.to_uppercase());
    book
}

fn preprocess(
    run: impl FnOnce(&mdbook_preprocessor::PreprocessorContext, Book) -> anyhow::Result<Book>,
) -> ExitCode {
    let (cx, book) = parse_input(io::stdin()).unwrap();
    match run(&cx, book) {
        Ok(book) => {
            serde_json::to_writer(io::stdout(), &book).unwrap();
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
