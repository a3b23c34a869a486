//! Finishing a small build by hand; the parts have tests of their own.

use std::path::Path;

use super::*;
use crate::Settings;
use crate::content::{Directive, Placement, Refusal, Survey};

struct Fake;

impl Content for Fake {
    fn place(&self, directive: &Directive<'_>, _: &Path, _: &Survey) -> Result<Placement, Refusal> {
        panic!("finishing places nothing, not even {directive:?}")
    }

    fn head(&self, page: &str) -> Option<Head> {
        let head = |title: &str, reviewed: Option<&str>| Head {
            title: title.to_owned(),
            description: format!("About <{title}>"),
            reviewed: reviewed.map(str::to_owned),
        };
        match page {
            "start.html" => Some(head("Start", None)),
            "options/a.html" => Some(head("A & B", Some("2026-11-23"))),
            _ => None,
        }
    }
}

fn outline(dir: &Path, url: Option<&str>) -> Outline {
    Outline {
        settings: Settings {
            root: dir.to_owned(),
            chapters: dir.join("src"),
            url: url.map(str::to_owned),
        },
        first: Some("start.html".to_owned()),
    }
}

fn page(title: &str, head: &str, text: &str) -> String {
    format!(
        "<!DOCTYPE HTML>\n<html>\n    <head>\n        <title>{title}</title>\n        {head}\n        \
         <meta name=\"description\" content=\"\">\n    </head>\n    <body><main>{text}</main></body></html>\n"
    )
}

const NOINDEX: &str = "<meta name=\"robots\" content=\"noindex\">";

/// A folder as mdBook leaves it.
fn built() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let text = format!("<h1>T</h1><p>{}</p>", "Some words of text. ".repeat(20));
    for (file, html) in [
        ("start.html", page("start - Book", "", &text)),
        ("index.html", page("start - Book", "", &text)),
        ("options/a.html", page("a - Book", "", &text)),
        ("options/other page.html", page("other - Book", "", &text)),
        ("404.html", page("Page not found", "", "<p>Sorry</p>")),
        ("print.html", page("Book", NOINDEX, &text)),
        ("toc.html", page("", NOINDEX, "")),
        (
            "old.html",
            page(
                "Redirecting",
                "<meta http-equiv=\"refresh\" content=\"0; URL=a\">",
                &text,
            ),
        ),
        ("demo.html", "<p>a file of the author</p>".to_owned()),
        ("latin.html", String::new()),
    ] {
        let path = dir.path().join("out").join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, html).unwrap();
    }
    fs::write(dir.path().join("out/latin.html"), b"<main><p>\xe4").unwrap();
    dir
}

fn text(dir: &tempfile::TempDir, file: &str) -> String {
    fs::read_to_string(dir.path().join("out").join(file)).unwrap()
}

#[test]
fn every_page_gets_its_head_and_the_sitemap_lists_it_once() {
    let dir = built();
    let outline = outline(dir.path(), Some("https://x.example/b/"));
    let finished = finish(&dir.path().join("out"), &outline, &Fake, &[]).unwrap();
    assert_eq!(finished.pages, 5);
    assert_eq!(
        finished.written,
        [
            "404.html",
            "index.html",
            "options/a.html",
            "options/other page.html",
            "robots.txt",
            "sitemap.xml",
            "start.html"
        ]
    );
    assert_eq!(finished.notes, Vec::<String>::new());
    assert!(text(&dir, "options/a.html").contains("<title>A &amp; B</title>"));
    assert!(text(&dir, "options/a.html").contains("content=\"About &lt;A &amp; B&gt;\""));
    for copy in ["index.html", "start.html"] {
        assert!(text(&dir, copy).contains("<title>Start</title>"), "{copy}");
        assert!(
            text(&dir, copy).contains("rel=\"canonical\" href=\"https://x.example/b/\""),
            "{copy}"
        );
    }
    let other = text(&dir, "options/other page.html");
    assert!(other.contains("<title>other - Book</title>"));
    assert!(
        other.contains("name=\"description\" content=\"Some words of text. Some"),
        "{other}"
    );
    let sitemap = text(&dir, "sitemap.xml");
    let urls: Vec<&str> = sitemap
        .lines()
        .filter(|line| line.contains("<loc>"))
        .collect();
    assert_eq!(
        urls,
        [
            "  <url><loc>https://x.example/b/</loc></url>",
            "  <url><loc>https://x.example/b/options/a.html</loc><lastmod>2026-11-23</lastmod></url>",
            "  <url><loc>https://x.example/b/options/other%20page.html</loc></url>",
        ]
    );
}

#[test]
fn finishing_twice_writes_nothing() {
    for url in [None, Some("https://x.example/")] {
        let dir = built();
        let outline = outline(dir.path(), url);
        let once = finish(&dir.path().join("out"), &outline, &Fake, &[]).unwrap();
        assert!(!once.written.is_empty());
        let again = finish(&dir.path().join("out"), &outline, &Fake, &[]).unwrap();
        assert_eq!(again.written, Vec::<String>::new());
    }
}

#[test]
fn without_an_address_there_is_no_sitemap_and_that_is_said() {
    let dir = built();
    let finished = finish(
        &dir.path().join("out"),
        &outline(dir.path(), None),
        &Fake,
        &[],
    )
    .unwrap();
    assert_eq!(finished.notes.len(), 1);
    assert!(finished.notes[0].contains("`url`"));
    assert!(!dir.path().join("out/sitemap.xml").exists());
    assert!(!text(&dir, "robots.txt").contains("Sitemap"));
    assert!(!text(&dir, "index.html").contains("canonical"));
}

#[test]
fn the_author_s_own_files_stay() {
    let dir = built();
    fs::create_dir_all(dir.path().join("src")).unwrap();
    fs::write(dir.path().join("src/robots.txt"), "mine").unwrap();
    fs::write(dir.path().join("out/robots.txt"), "mine").unwrap();
    let before = text(&dir, "demo.html");
    finish(
        &dir.path().join("out"),
        &outline(dir.path(), None),
        &Fake,
        &[],
    )
    .unwrap();
    assert_eq!(text(&dir, "robots.txt"), "mine");
    assert_eq!(text(&dir, "demo.html"), before);
}

#[cfg(unix)]
#[test]
fn a_hard_link_to_an_older_build_keeps_its_bytes() {
    let dir = built();
    let old = dir.path().join("old.html");
    fs::hard_link(dir.path().join("out/index.html"), &old).unwrap();
    let before = fs::read_to_string(&old).unwrap();
    finish(
        &dir.path().join("out"),
        &outline(dir.path(), None),
        &Fake,
        &[],
    )
    .unwrap();
    assert_eq!(fs::read_to_string(&old).unwrap(), before);
    assert_ne!(text(&dir, "index.html"), before);
}

#[test]
fn a_missing_folder_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let error = finish(
        &dir.path().join("nowhere"),
        &outline(dir.path(), None),
        &Fake,
        &[],
    )
    .unwrap_err();
    assert!(error.contains("nowhere"), "{error}");
}
