//! The documents of the repository tell the truth: commands parse, what they name is there, and what they show happens.

use std::collections::BTreeSet;
use std::fs;

use crate::project::{copy, files, finish, program, repository};

/// What users and maintainers read. The changelog is not among them: it may name what is gone.
const DOCUMENTS: &[&str] = &[
    "README.md",
    "ARCHITECTURE.md",
    "STYLE.md",
    "CONTRIBUTING.md",
];

/// Folders that exist once something has been built.
const GENERATED: &[&str] = &["dist/", "target/", ".dist-", ".tradeoff/"];

/// Endings of names that are files, even without a folder before them.
const ENDINGS: &[&str] = &[
    ".css", ".html", ".md", ".mjs", ".png", ".rs", ".toml", ".yml",
];

#[test]
fn every_command_parses() {
    let mut seen = BTreeSet::new();
    for name in DOCUMENTS {
        for line in blocks(&read(name), "sh").lines() {
            for command in commands(line) {
                let (path, arguments) = command.split_first().expect("a word");
                let own = path.rsplit('/').next().unwrap_or_default();
                // With `--help` at its end a command is understood up to there, and not run.
                let mut run = program(own);
                run.args(arguments).arg("--help");
                let run = finish(run);
                assert_eq!(run.code, Some(0), "`{line}` in {name}: {}", run.stderr);
                assert!(run.stdout.contains("Usage: "), "{}", run.stdout);
                seen.extend(arguments.iter().cloned());
            }
        }
    }
    for verb in [
        "new", "check", "explain", "build", "serve", "export", "finish",
    ] {
        assert!(seen.contains(verb), "no document shows `{verb}`");
    }
}

#[test]
fn every_path_is_there() {
    let mut wrong = Vec::new();
    for name in DOCUMENTS {
        let text = read(name);
        let paths = code(&text).filter(|it| is_path(it));
        let paths: Vec<_> = paths.chain(links(&text)).collect();
        let gone = paths.iter().filter(|path| !is_there(path));
        wrong.extend(gone.map(|path| format!("{name}: {path}")));
    }
    assert!(
        wrong.is_empty(),
        "correct the path, or add the file:\n{}",
        wrong.join("\n")
    );
}

/// A function that a document names, such as the test that holds an invariant.
#[test]
fn every_function_is_there() {
    let mut sources = String::new();
    for path in files(repository(), &["rs"]) {
        sources += &fs::read_to_string(path).expect("a source file");
    }
    let mut wrong = Vec::new();
    for name in DOCUMENTS {
        let text = read(name);
        let names = code(&text).filter(|it| is_function(it));
        let gone = names.filter(|it| !sources.contains(&format!("fn {it}(")));
        wrong.extend(gone.map(|it| format!("{name}: {it}")));
    }
    assert!(
        wrong.is_empty(),
        "name the test that holds it now:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_crate_has_its_paragraph() {
    let text = read("ARCHITECTURE.md");
    for entry in fs::read_dir(repository().join("generator")).expect("the crates") {
        let name = entry.expect("an entry").file_name();
        let head = format!("**`generator/{}/`**", name.to_string_lossy());
        assert!(
            text.contains(&head),
            "ARCHITECTURE.md has no paragraph that begins with {head}: write what it does, where to start, what is absent"
        );
    }
}

#[test]
fn the_record_of_the_readme_is_the_one_in_the_data() {
    let shown = blocks(&read("README.md"), "toml");
    let (title, record) = shown.split_once('\n').expect("a record");
    let path = title.strip_prefix("# ").expect("its path");
    assert_eq!(record, read(path));
}

#[test]
fn the_pages_of_the_readme_show_the_fact() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let dist = folder.path().join("dist");
    let mut build = program("tradeoff");
    build.arg("-C").arg(repository());
    build.args(["build", "--no-print", "--today", "2026-11-26", "--dest"]);
    let run = finish({
        build.arg(&dist);
        build
    });
    assert_ne!(run.code, Some(2), "{}", run.stderr);
    let text = read("README.md");
    let pages: BTreeSet<_> = code(&text)
        .filter_map(|it| it.strip_prefix("dist/"))
        .filter(|it| {
            it.strip_suffix(".html")
                .is_some_and(|it| it != "book/index")
        })
        .collect();
    assert!(pages.len() >= 3, "{pages:?}");
    for page in pages {
        let html = fs::read_to_string(dist.join(page))
            .unwrap_or_else(|error| panic!("dist/{page}: {error}"));
        // A number and its unit do not part at the end of a line.
        let text = html.replace('\u{a0}', " ");
        let shown = text.contains("fact-lambda-timeout\"") && text.contains("15 min");
        assert!(shown, "dist/{page} does not show the fact");
    }
}

#[test]
fn the_readme_breaks_a_record_and_shows_what_is_said() {
    let text = read("README.md");
    let (from, to) = ("value = 900", "value = 600");
    assert!(
        text.contains(&format!("Change `{from}` to `{to}`")),
        "the README breaks something else: change this test"
    );
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&repository().join("data"), &folder.path().join("data"));
    let record = folder.path().join("data/facts/lambda-timeout.toml");
    let broken = fs::read_to_string(&record).expect("the record");
    fs::write(&record, broken.replace(from, to)).expect("the record");
    let mut check = program("tradeoff");
    check
        .current_dir(folder.path())
        .args(["check", "--today", "2026-11-26"]);
    let run = finish(check);
    assert_eq!(run.code, Some(1));
    assert_eq!(run.stderr.matches("error[").count(), 1, "{}", run.stderr);
    let shown = blocks(&text, "text");
    assert!(run.stderr.contains(&shown), "{shown}\n\n{}", run.stderr);
}

/// Each check must be able to fail.
#[test]
fn what_is_looked_for_is_found() {
    let text = "`a/b.rs` and\n```sh\nX=1 tradeoff x > y && cargo run # tradeoff z\n```\n`no_such_fn` [x](y.md#z)";
    assert_eq!(code(text).collect::<Vec<_>>(), ["a/b.rs", "no_such_fn"]);
    assert_eq!(links(text).collect::<Vec<_>>(), ["y.md"]);
    assert_eq!(
        commands(blocks(text, "sh").trim()),
        [["tradeoff".to_owned(), "x".to_owned()]]
    );
    assert!(is_path("a/b.rs") && is_path("x.toml") && is_path("tests/"));
    assert!(
        !is_path("a::b") && !is_path(".rs") && !is_path("MIT or Apache-2.0") && !is_path("{{#x}}")
    );
    assert!(is_function("no_such_fn") && !is_function("n_rows") && !is_function("a::b_c_d"));
    assert!(is_there("src/<verb>.rs") && is_there("dist/anything") && is_there("tests/suite/"));
    assert!(!is_there("src/no-such-file.rs") && !is_there("none/<verb>.rs"));
}

fn read(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The lines of all blocks of code in this language.
fn blocks(text: &str, language: &str) -> String {
    let fence = format!("```{language}");
    let mut out = String::new();
    let mut within = false;
    for line in text.lines() {
        if line.starts_with("```") {
            within = line == fence;
        } else if within {
            out += line;
            out.push('\n');
        }
    }
    out
}

/// What stands between backticks outside of blocks of code.
fn code(text: &str) -> impl Iterator<Item = &str> {
    let outside = text
        .split("```")
        .enumerate()
        .filter(|(at, _)| at % 2 == 0)
        .map(|(_, part)| part);
    outside.flat_map(|part| part.split('`').skip(1).step_by(2))
}

/// Where links and pictures lead within the repository.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let targets = text
        .split("](")
        .skip(1)
        .filter_map(|it| it.split(')').next());
    targets
        .filter(|it| !it.contains("://"))
        .map(|it| it.split('#').next().unwrap_or_default())
        .filter(|it| !it.is_empty())
}

/// Our own commands on a line of a shell, as words; quoted words stay together.
pub fn commands(line: &str) -> Vec<Vec<String>> {
    let line = line.split(" #").next().unwrap_or_default();
    let mut found = Vec::new();
    for part in line.split("&&") {
        let part = part.split('>').next().unwrap_or_default();
        let mut words = words(part);
        let start = words.iter().position(|it| {
            let name = it.rsplit('/').next().unwrap_or_default();
            ["tradeoff", "mdbook-tradeoff"].contains(&name)
        });
        // Before the program only variables may stand: elsewhere its name is an argument.
        if let Some(at) = start
            && words[..at].iter().all(|it| it.contains('='))
        {
            found.push(words.split_off(at));
        }
    }
    found
}

fn words(part: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, piece) in part.split('"').enumerate() {
        if at % 2 == 1 {
            words.push(piece.to_owned());
        } else {
            words.extend(piece.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// Whether a piece of code looks like the path of a file or folder.
fn is_path(code: &str) -> bool {
    let odd = |it: char| it.is_whitespace() || "{}()*=:,|\"$[]…".contains(it);
    let folder = code.contains('/') && !code.starts_with('/');
    let file = ENDINGS
        .iter()
        .any(|it| code.len() > it.len() && code.ends_with(it));
    !code.contains(odd) && (folder || file)
}

/// A name of three words or more.
fn is_function(code: &str) -> bool {
    let plain = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '_';
    code.chars().all(plain) && code.matches('_').count() >= 2
}

/// Whether the repository has it; what stands for a name, `<kind>`, may be anything.
fn is_there(path: &str) -> bool {
    if GENERATED.iter().any(|it| path.starts_with(it)) {
        return true;
    }
    let folder = match path.split_once('<') {
        Some((before, _)) => before.rsplit_once('/').map_or("", |(folder, _)| folder),
        None => path,
    };
    repository().join(folder).exists()
}
