//! Where each record is shown, and how a page links there.

use std::collections::HashMap;
use std::path::Path;

use model::{Id, Kind, Model};

use crate::content::Survey;

/// Directives `list NAME`, and the kinds of records that each shows with an anchor of their own.
pub(crate) const LISTS: &[(&str, &[Kind])] = &[
    ("cases", &[Kind::Case]),
    ("changes", &[Kind::Change]),
    ("facts", &[Kind::Fact]),
    ("glossary", &[Kind::Term]),
    ("pros-and-cons", &[Kind::Pro, Kind::Con]),
    ("snippets", &[Kind::Snippet]),
    ("sources", &[Kind::Source]),
    ("statements", &[Kind::Statement, Kind::Contradiction]),
    ("workloads", &[Kind::Quantity, Kind::Cost, Kind::Limit]),
];

/// Directives `pages NAME`: kinds of which each record has a page of its own, `<folder>/<id>.html`.
pub(crate) const PAGES: &[Kind] = &[
    Kind::Alternative,
    Kind::Dimension,
    Kind::Product,
    Kind::Table,
    Kind::UseCase,
];

/// Which kinds the book shows, and where.
#[derive(Debug, Default)]
pub(crate) struct Places {
    of: HashMap<Kind, Place>,
}

#[derive(Debug)]
struct Place {
    /// The chapter with the directive, as an address: `options.html`.
    chapter: String,
    /// Whether each record has a page of its own.
    own: bool,
}

impl Places {
    pub(crate) fn new(survey: &Survey) -> Self {
        let mut of = HashMap::new();
        for kind in PAGES {
            if let Some(chapter) = survey.chapter(&format!("pages {}", kind.folder())) {
                let chapter = address(chapter);
                of.insert(*kind, Place { chapter, own: true });
            }
        }
        for (name, kinds) in LISTS {
            if let Some(chapter) = survey.chapter(&format!("list {name}")) {
                for kind in *kinds {
                    let chapter = address(chapter);
                    of.insert(
                        *kind,
                        Place {
                            chapter,
                            own: false,
                        },
                    );
                }
            }
        }
        Self { of }
    }

    /// The chapter that lists the records of `kind`, as an address from the web root.
    pub(crate) fn chapter(&self, kind: Kind) -> Option<&str> {
        self.of.get(&kind).map(|place| place.chapter.as_str())
    }
}

/// Links from one page.
#[derive(Clone, Copy)]
pub(crate) struct Links<'a> {
    pub(crate) places: &'a Places,
    pub(crate) model: &'a Model,
    /// The page that links, as an address from the web root.
    pub(crate) from: &'a str,
    /// What the anchors of source notes begin with, so that two tables on a page do not share them.
    pub(crate) prefix: &'a str,
}

impl Links<'_> {
    /// How this page links to a record; nothing if the book does not show it.
    pub(crate) fn to(&self, kind: Kind, id: &str) -> Option<String> {
        let place = self.places.of.get(&kind)?;
        self.model.has(kind, id).then(|| {
            if place.own {
                relative(self.from, &own(kind, id))
            } else {
                relative(
                    self.from,
                    &format!("{}#{}", place.chapter, anchor(kind, id)),
                )
            }
        })
    }

    /// How this page links to the chapter that lists a kind.
    pub(crate) fn chapter(&self, kind: Kind) -> Option<String> {
        self.places.chapter(kind).map(|it| relative(self.from, it))
    }

    /// The anchor of a source note.
    pub(crate) fn note(&self, number: usize) -> String {
        format!("{}note-{number}", self.prefix)
    }
}

/// The address of a record's own page.
pub(crate) fn own(kind: Kind, id: &str) -> String {
    format!("{}/{id}.html", kind.folder())
}

/// The anchor of a record on a page with many.
pub(crate) fn anchor(kind: Kind, id: &str) -> String {
    format!("{}-{id}", kind.link())
}

/// The record whose own page has this address.
pub(crate) fn owner(page: &str) -> Option<(Kind, Id)> {
    let (folder, file) = page.split_once('/')?;
    let kind = Kind::of_folder(folder).filter(|kind| PAGES.contains(kind))?;
    Some((kind, Id::new(file.strip_suffix(".html")?)))
}

/// The address of the page that a chapter becomes; `README.md` becomes `index.html`.
pub(crate) fn address(chapter: &Path) -> String {
    let readme = chapter
        .file_stem()
        .is_some_and(|stem| stem.eq_ignore_ascii_case("readme"));
    let page = if readme {
        chapter.with_file_name("index.html")
    } else {
        chapter.with_extension("html")
    };
    page.to_string_lossy().replace('\\', "/")
}

/// `to` as `from` writes it; both are addresses from the web root.
pub(crate) fn relative(from: &str, to: &str) -> String {
    let (page, fragment) = to.split_once('#').map_or((to, ""), |(page, it)| (page, it));
    if page == from && !fragment.is_empty() {
        return format!("#{fragment}");
    }
    let from: Vec<&str> = from.split('/').collect();
    let folders = &from[..from.len() - 1];
    let parts: Vec<&str> = to.split('/').collect();
    let shared = folders
        .iter()
        .zip(&parts[..parts.len() - 1])
        .take_while(|(a, b)| a == b)
        .count();
    "../".repeat(folders.len() - shared) + &parts[shared..].join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_and_short() {
        for (from, to, expected) in [
            ("index.html", "options/a.html", "options/a.html"),
            ("options/a.html", "options/b.html", "b.html"),
            (
                "options/a.html",
                "facts.html#fact-x",
                "../facts.html#fact-x",
            ),
            ("facts.html", "facts.html#fact-x", "#fact-x"),
            ("a/b/c.html", "a/d.html", "../d.html"),
            ("a/b.html", "a/b.html", "b.html"),
        ] {
            assert_eq!(relative(from, to), expected, "{from} to {to}");
        }
    }

    #[test]
    fn a_page_tells_its_record() {
        let (kind, id) = owner("use-cases/a-b.html").unwrap();
        assert_eq!((kind, id.as_str()), (Kind::UseCase, "a-b"));
        assert_eq!(owner("facts/a.html"), None);
        assert_eq!(owner("index.html"), None);
    }
}
