//! The limits of STYLE.md that a program can hold: openings, lengths, names, and no way to abort.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use crate::project::{files, repository};

/// No file of code is longer than this.
const LONGEST: usize = 700;
/// A file is longer than this only when it stands in [`LONG_FILES`].
const LONG: usize = 400;
/// The files that are longer than most. Splitting one is better than listing it.
const LONG_FILES: &[&str] = &[];
/// Half of all files are shorter than this.
const MEDIAN: usize = 150;

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &[
    "common", "helper", "helpers", "manager", "misc", "util", "utils",
];

/// One file of Rust: its path in the repository, and its text.
struct Code {
    path: String,
    text: String,
}

#[test]
fn every_file_opens_with_its_sentence() {
    let wrong = sources()
        .into_iter()
        .filter(|code| !opens_with_sentence(&code.text));
    none(
        wrong.map(|code| code.path),
        "begin the file with `//! ` and one sentence on what it is for",
    );
}

#[test]
fn no_file_is_long_and_most_are_short() {
    let mut lengths: Vec<_> = sources()
        .into_iter()
        .map(|it| (it.text.lines().count(), it.path))
        .collect();
    lengths.sort();
    let long = lengths.iter().filter(|(lines, path)| {
        let limit = if LONG_FILES.contains(&path.as_str()) {
            LONGEST
        } else {
            LONG
        };
        *lines > limit
    });
    none(
        long.map(|(lines, path)| format!("{path}: {lines} lines")),
        "split the file: it has one responsibility",
    );
    let median = lengths[lengths.len() / 2].0;
    assert!(
        median < MEDIAN,
        "half of the files have {median} lines or more, the goal is under {MEDIAN}: split the longest"
    );
}

#[test]
fn every_name_says_what_is_inside() {
    let wrong = sources()
        .into_iter()
        .map(|code| code.path)
        .filter(|path| is_empty_name(path));
    none(
        wrong,
        "name the file or folder for what it is responsible for",
    );
}

#[test]
fn nothing_aborts_outside_of_tests() {
    let mut wrong = Vec::new();
    for code in sources().iter().filter(|it| is_shipped(&it.path)) {
        wrong
            .extend(aborts(&code.text).map(|(line, what)| format!("{}:{line}: {what}", code.path)));
    }
    none(
        wrong,
        "return the error as a value, with what it concerns and what to do",
    );
}

#[test]
fn no_comment_is_a_ruler() {
    let mut wrong = Vec::new();
    for code in sources() {
        let rulers = code
            .text
            .lines()
            .enumerate()
            .filter(|(_, line)| is_ruler(line));
        wrong.extend(rulers.map(|(at, _)| format!("{}:{}", code.path, at + 1)));
    }
    none(
        wrong,
        "take the line out; a file that needs parts is two files",
    );
}

/// Each check must be able to fail.
#[test]
fn what_is_untidy_is_seen() {
    assert!(
        opens_with_sentence("//! Words.\n")
            && !opens_with_sentence("// Words.\n")
            && !opens_with_sentence("//!\n")
    );
    assert!(is_empty_name("generator/site/src/util.rs") && is_empty_name("src/common/name.rs"));
    assert!(!is_empty_name("src/commons.rs"));
    assert!(
        is_ruler(&format!("    // {}", "-".repeat(8)))
            && is_ruler(&"/".repeat(20))
            && !is_ruler("/// - a point")
    );
    let text = concat!(
        "let a = b.unwrap();\n// c.unwrap() is a comment\n/// d.unwrap() too\nlet e = \"x\"; // todo!(\n",
        "    panic!(\"f\");\nlet g = h.unwrap_or(1);\n#[cfg(test)]\nmod tests {\n    i.unwrap();\n}\n"
    );
    assert_eq!(
        aborts(text).collect::<Vec<_>>(),
        [(1, ".unwrap()"), (5, "panic!(")]
    );
}

/// Every file of Rust in the repository.
fn sources() -> Vec<Code> {
    let paths = files(repository(), &["rs"]);
    let read = |path: &Path| Code {
        path: path
            .strip_prefix(repository())
            .expect("a path below the repository")
            .display()
            .to_string(),
        text: fs::read_to_string(path).expect("a text"),
    };
    let found: Vec<_> = paths.iter().map(|path| read(path)).collect();
    assert!(!found.is_empty(), "no source file found");
    found
}

fn opens_with_sentence(text: &str) -> bool {
    text.strip_prefix("//! ")
        .is_some_and(|rest| !rest.trim_start().is_empty())
}

fn is_empty_name(path: &str) -> bool {
    let mut parts = Path::new(path).with_extension("");
    while let Some(name) = parts.file_name().and_then(OsStr::to_str) {
        if EMPTY_NAMES.contains(&name) {
            return true;
        }
        parts.pop();
    }
    false
}

/// Whether a user runs it: code of a program, and not the test module beside it.
fn is_shipped(path: &str) -> bool {
    let program =
        path.starts_with("src/") || (path.starts_with("generator/") && path.contains("/src/"));
    program && !path.ends_with("/tests.rs") && !path.contains("/tests/")
}

/// Line number and word of everything that ends the program, up to the test module, which stands last.
fn aborts(text: &str) -> impl Iterator<Item = (usize, &'static str)> + '_ {
    const WORDS: [&str; 5] = [
        ".unwrap()",
        "panic!(",
        "todo!(",
        "unimplemented!(",
        "unreachable!(",
    ];
    let lines = text
        .lines()
        .enumerate()
        .take_while(|(_, line)| line.trim() != "#[cfg(test)]");
    lines.flat_map(|(at, line)| {
        let code = line.split("//").next().unwrap_or_default();
        WORDS
            .into_iter()
            .filter(move |word| code.contains(word))
            .map(move |word| (at + 1, word))
    })
}

/// A comment that is nothing but a line of signs.
fn is_ruler(line: &str) -> bool {
    let line = line.trim();
    let signs = line.trim_start_matches('/').trim();
    let drawn = |text: &str| text.len() >= 4 && text.chars().all(|it| "-=*#~_+─━═".contains(it));
    line.starts_with("//") && (drawn(signs) || (signs.is_empty() && line.len() >= 6))
}

#[track_caller]
fn none(wrong: impl IntoIterator<Item = String>, remedy: &str) {
    let wrong: Vec<_> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{remedy}:\n{}", wrong.join("\n"));
}
