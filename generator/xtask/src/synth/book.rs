//! The book of a synthetic project: the settings and the theme of this repository's book, and a chapter for every directive.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::records::File;

/// A chapter: file, title, and the directive below its heading.
type Chapter = (&'static str, &'static str, &'static str);

/// The chapters, in the order of the summary.
const CHAPTERS: [Chapter; 14] = [
    ("tables", "Tables", "pages tables"),
    ("options", "Options", "pages options"),
    ("dimensions", "Dimensions", "pages dimensions"),
    ("use-cases", "Use cases", "pages use-cases"),
    ("products", "Products", "pages products"),
    ("pros-and-cons", "Pros and cons", "list pros-and-cons"),
    ("workloads", "Workloads", "list workloads"),
    ("snippets", "In code", "list snippets"),
    ("cases", "Real choices", "list cases"),
    ("facts", "Facts", "list facts"),
    ("statements", "Statements", "list statements"),
    ("glossary", "Glossary", "list glossary"),
    ("sources", "Sources", "list sources"),
    ("changes", "Changes", "list changes"),
];

/// How many pages are not made from records: the chapters and the landing page.
pub(super) const WRITTEN: usize = CHAPTERS.len() + 1;

/// Every text file of the book but the theme; `headline` is the id of the table on the landing page.
///
/// # Errors
/// When this repository's book.toml cannot be read.
pub(super) fn files(headline: &str) -> anyhow::Result<Vec<File>> {
    let settings = repository().join("book/book.toml");
    let settings = fs::read_to_string(&settings)
        .with_context(|| format!("`{}` cannot be read", settings.display()))?;
    let mut summary = String::from("# Summary\n\n[Five trees](README.md)\n\n");
    let mut files = Vec::new();
    for (file, title, directive) in CHAPTERS {
        // Writing to a string cannot fail.
        let _ = writeln!(summary, "- [{title}]({file}.md)");
        files.push(chapter(
            file,
            title,
            &format!("What the records say.\n\n{{{{#tradeoff {directive}}}}}"),
        ));
    }
    files.push(chapter(
        "README",
        "Five trees",
        &format!(
            "{{{{#tradeoff overview}}}}\n\nAt a glance:\n\n{{{{#tradeoff table {headline}}}}}"
        ),
    ));
    files.push(File {
        path: "book/src/SUMMARY.md".to_owned(),
        text: summary,
    });
    files.push(File {
        path: "book/book.toml".to_owned(),
        text: own_settings(&settings),
    });
    Ok(files)
}

/// Copies the theme, which is not text alone.
///
/// # Errors
/// When a file cannot be read or written.
pub(super) fn copy_theme(project: &Path) -> anyhow::Result<()> {
    let theme = repository().join("book/theme");
    copy(&theme, &project.join("book/theme"))
        .with_context(|| format!("`{}` cannot be copied", theme.display()))
}

/// Copies a folder with everything in it.
pub(crate) fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The folder of this repository.
pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn chapter(file: &str, title: &str, text: &str) -> File {
    File {
        path: format!("book/src/{file}.md"),
        text: format!("# {title}\n\n{text}\n"),
    }
}

/// The settings with another title, description and address: what is measured is what the repository's book uses.
fn own_settings(settings: &str) -> String {
    let own = |line: &str| match line.split_once(" = ") {
        Some(("title", _)) => "title = \"Five trees\"".to_owned(),
        Some(("description", _)) => {
            "description = \"A comparison that was made up to measure with.\"".to_owned()
        }
        Some(("url", _)) => "url = \"https://trees.example/\"".to_owned(),
        _ => line.to_owned(),
    };
    settings.lines().map(|line| own(line) + "\n").collect()
}
