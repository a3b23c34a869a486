//! What a build still lacks: each page's own head data, links to files, a sitemap, robots.txt.
//!
//! Works on the folder of any build of the book, ours or stock mdBook's. Finishing twice changes nothing, and a file that
//! needs no change is not written.

mod files;
mod head;
mod scan;
mod sitemap;
mod summary;

use std::fs;
use std::path::{Path, PathBuf};

use crate::content::{Content, Head};
use crate::html::Outline;

pub use files::File;

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finished {
    /// Pages looked at.
    pub pages: usize,
    /// Files that changed, relative to the folder, sorted.
    pub written: Vec<String>,
    /// What could not be done, and what to do about it; phrases.
    pub notes: Vec<String>,
}

/// Finishes the build in folder `dir` of the book that `outline` describes.
///
/// - `<title>` and description come from [`Content::head`]; without one the title stays and the description is the
///   beginning of the page's text. Where the book is published (`url`) decides canonical address and social card.
/// - `index.html` is the first chapter once more: it gets the same head, and its address is the canonical one.
/// - An element with `data-files` offers those of `files` that show its subject.
/// - A `robots.txt` or `sitemap.xml` among the chapters is the author's and stays.
///
/// # Errors
/// When a file cannot be read or written; a phrase that names it.
pub fn finish(
    dir: &Path,
    outline: &Outline,
    content: &dyn Content,
    offered: &[File],
) -> Result<Finished, String> {
    let mut finished = Finished::default();
    let mut listed = Vec::new();
    for address in pages(dir)? {
        let path = dir.join(&address);
        let Ok(html) = String::from_utf8(read(&path)?) else {
            continue;
        };
        if !is_page(&html) {
            continue;
        }
        finished.pages += 1;
        let page = Page::new(&address, outline, content);
        let filled = head::filled(&html, &page.fill(&html));
        let filled = files::filled(&filled, &address, offered);
        if filled != html {
            write(&path, &filled)?;
            finished.written.push(address.clone());
        }
        if let Some(url) = page.listed() {
            let reviewed = page.head.and_then(|head| head.reviewed);
            listed.push(sitemap::Entry { url, reviewed });
        }
    }
    let own = |file: &str| outline.settings.chapters.join(file).exists();
    let url = outline.settings.url.as_deref();
    let mut files = Vec::new();
    match url {
        Some(_) => files.push(("sitemap.xml", sitemap::xml(listed))),
        None => finished.notes.push(NO_URL.to_owned()),
    }
    files.push(("robots.txt", sitemap::robots(url)));
    for (file, text) in files.into_iter().filter(|(file, _)| !own(file)) {
        let path = dir.join(file);
        if fs::read(&path).ok().as_deref() != Some(text.as_bytes()) {
            write(&path, &text)?;
            finished.written.push(file.to_owned());
        }
    }
    finished.written.sort();
    Ok(finished)
}

const NO_URL: &str = "no sitemap and no canonical addresses: say where the book is published with `url` under \
    `[preprocessor.tradeoff]` in book.toml";

/// Pages that no search engine should offer.
const UNLISTED: [&str; 3] = ["404.html", "print.html", "toc.html"];

struct Page<'a> {
    address: &'a str,
    head: Option<Head>,
    /// The canonical address, when the place of publication is known.
    url: Option<String>,
    /// Whether this is the second copy of the first chapter.
    copy: bool,
}

impl<'a> Page<'a> {
    fn new(address: &'a str, outline: &Outline, content: &dyn Content) -> Self {
        let first = outline.first.as_deref();
        let start = address == "index.html" || first == Some(address);
        let described = if start {
            first.unwrap_or(address)
        } else {
            address
        };
        let canonical = if start { "" } else { address };
        let root = outline.settings.url.as_deref();
        Self {
            address,
            head: content.head(described),
            url: root.map(|root| format!("{root}{}", sitemap::encoded(canonical))),
            copy: start && address != "index.html",
        }
    }

    fn fill(&self, html: &str) -> head::Fill {
        head::Fill {
            title: self.head.as_ref().map(|head| head.title.clone()),
            description: match &self.head {
                Some(head) => Some(head.description.clone()),
                None => summary::of(html),
            },
            // The page for addresses that do not exist has none of its own.
            url: self.url.clone().filter(|_| self.address != "404.html"),
        }
    }

    fn listed(&self) -> Option<String> {
        let listed = !self.copy && !UNLISTED.contains(&self.address);
        self.url.clone().filter(|_| listed)
    }
}

/// Whether this is a page of the book for readers: not the frame with the contents, not a redirect, not the print page.
fn is_page(html: &str) -> bool {
    let mut main = false;
    for tag in scan::tags(html) {
        let value = |name| tag.attribute(name).unwrap_or_default().to_lowercase();
        match tag.name() {
            "meta" if value("name") == "robots" && value("content").contains("noindex") => {
                return false;
            }
            "meta" if value("http-equiv") == "refresh" => return false,
            "main" => main = true,
            _ => {}
        }
    }
    main
}

/// Addresses of all HTML files below `dir`, sorted. Links are not followed.
fn pages(dir: &Path) -> Result<Vec<String>, String> {
    let failed = |path: &Path, error| format!("cannot read `{}`: {error}", path.display());
    let (mut pages, mut folders) = (Vec::new(), vec![PathBuf::new()]);
    while let Some(folder) = folders.pop() {
        let path = dir.join(&folder);
        for entry in fs::read_dir(&path).map_err(|error| failed(&path, error))? {
            let entry = entry.map_err(|error| failed(&path, error))?;
            let kind = entry.file_type().map_err(|error| failed(&path, error))?;
            let below = folder.join(entry.file_name());
            if kind.is_dir() {
                folders.push(below);
            } else if kind.is_file() && below.extension().is_some_and(|it| it == "html") {
                pages.push(below.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    pages.sort();
    Ok(pages)
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("cannot read `{}`: {error}", path.display()))
}

/// Writes beside and renames: the old file may share its bytes with another build by a hard link.
fn write(path: &Path, text: &str) -> Result<(), String> {
    let beside = path.with_extension("unfinished");
    let result = fs::write(&beside, text).and_then(|()| fs::rename(&beside, path));
    result.map_err(|error| format!("cannot write `{}`: {error}", path.display()))
}

#[cfg(test)]
mod tests;
