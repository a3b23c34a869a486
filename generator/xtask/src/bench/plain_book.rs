//! A book without our preprocessor whose chapters are what the preprocessor made: what stock mdBook is measured on.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::Context;
use mdbook_core::book::{Book, BookItem, Chapter};
use mdbook_core::config::Config;
use mdbook_driver::MDBook;
use mdbook_renderer::{RenderContext, Renderer};

use crate::synth;

/// The output `markdown`, for which code is not highlighted: stock mdBook gets it as it is written.
struct Chapters;

impl Renderer for Chapters {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn render(&self, _: &RenderContext) -> anyhow::Result<()> {
        Ok(())
    }
}

/// Runs the preprocessors of the book in folder `book`, `preprocessor` being ours, and writes the chapters and the settings
/// to the folder `plain`. Gives the number of chapters.
///
/// # Errors
/// When the book cannot be read or expanded, or `plain` cannot be written.
pub(super) fn write(book: &Path, preprocessor: &Path, plain: &Path) -> anyhow::Result<usize> {
    let mut config = Config::from_disk(book.join("book.toml"))?;
    config.set(
        "preprocessor.tradeoff.command",
        format!("\"{}\"", preprocessor.display()),
    )?;
    let loaded = MDBook::load_with_config(book, config)?;
    let (expanded, _) = loaded.preprocess_book(&Chapters)?;

    let mut settings: toml::Table = fs::read_to_string(book.join("book.toml"))?.parse()?;
    settings.remove("preprocessor");
    synth::copy(&book.join("theme"), &plain.join("theme"))?;
    fs::write(plain.join("book.toml"), settings.to_string())?;
    let source = plain.join("src");
    fs::create_dir_all(&source)?;
    fs::write(source.join("SUMMARY.md"), summary(&expanded))?;
    let mut count = 0;
    for chapter in expanded.chapters() {
        let path = source.join(
            chapter
                .path
                .as_deref()
                .context("a chapter without a path")?,
        );
        fs::create_dir_all(path.parent().unwrap_or(&source))?;
        fs::write(path, &chapter.content)?;
        count += 1;
    }
    Ok(count)
}

/// The summary that gives the same chapters in the same order and nesting.
fn summary(book: &Book) -> String {
    let mut out = String::from("# Summary\n\n");
    items(&book.items, 0, &mut out);
    out
}

fn items(all: &[BookItem], depth: usize, out: &mut String) {
    for item in all {
        // Writing to a string cannot fail.
        let _ = match item {
            BookItem::Chapter(chapter) => {
                // Chapters without number stand before or behind the list.
                let bullet = if chapter.number.is_some() { "- " } else { "" };
                let written = writeln!(
                    out,
                    "{:indent$}{bullet}{}",
                    "",
                    link(chapter),
                    indent = depth * 2
                );
                items(&chapter.sub_items, depth + 1, out);
                written
            }
            BookItem::Separator => writeln!(out, "\n---\n"),
            BookItem::PartTitle(title) => writeln!(out, "\n# {}\n", escaped(title)),
        };
    }
}

fn link(chapter: &Chapter) -> String {
    let path = chapter
        .path
        .as_ref()
        .map(|path| path.to_string_lossy().into_owned());
    format!("[{}]({})", escaped(&chapter.name), path.unwrap_or_default())
}

/// A name as Markdown that means just its letters.
fn escaped(name: &str) -> String {
    let sign = |it: char| matches!(it, '\\' | '[' | ']' | '*' | '_' | '`' | '<' | '&');
    name.chars()
        .flat_map(|it| sign(it).then_some('\\').into_iter().chain([it]))
        .collect()
}

#[cfg(test)]
mod tests {
    use mdbook_core::book::SectionNumber;

    use super::*;

    #[test]
    fn the_summary_keeps_order_nesting_and_names() {
        let chapter = |name: &str, number: Option<Vec<u32>>| {
            let mut chapter = Chapter::new(name, String::new(), format!("{name}.md"), Vec::new());
            chapter.number = number.map(SectionNumber::new);
            chapter
        };
        let mut parent = chapter("b_c", Some(vec![1]));
        parent.sub_items.push(chapter("d", Some(vec![1, 1])).into());
        let items = vec![
            chapter("a", None).into(),
            parent.into(),
            BookItem::Separator,
            chapter("e", None).into(),
        ];
        let expected =
            "# Summary\n\n[a](a.md)\n- [b\\_c](b_c.md)\n  - [d](d.md)\n\n---\n\n[e](e.md)\n";
        assert_eq!(summary(&Book::new_with_items(items)), expected);
    }
}
