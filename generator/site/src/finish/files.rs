//! Fills the places where a page offers files: an element with `data-files="SUBJECT"`. Pure; filling twice changes nothing.
//!
//! The files are made after the pages, so a page cannot know which there are and how large they are. A page that was never
//! finished has an empty element there, and offers nothing that is missing.

use super::scan::{self, escaped};

/// A file that readers can take with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// What it shows, as pages name it: `feature-comparison`, `use-case:video-transcode`.
    pub subject: String,
    /// Its address from the web root: `files/tables/feature-comparison.xlsx`.
    pub path: String,
    /// What it is: `Excel workbook`.
    pub kind: String,
    /// How many bytes it has.
    pub size: u64,
}

/// `html`, the page at `address`, with a list of links in each such element. Where there is no file the element is empty.
pub(super) fn filled(html: &str, address: &str, files: &[File]) -> String {
    let up = "../".repeat(address.matches('/').count());
    let (mut out, mut done) = (String::with_capacity(html.len()), 0);
    for tag in scan::tags(html) {
        let Some(subject) = tag.attribute("data-files").filter(|_| tag.start >= done) else {
            continue;
        };
        let close = format!("</{}", tag.name());
        let Some(end) = html[tag.end()..].find(&close) else {
            continue;
        };
        out.push_str(&html[done..tag.end()]);
        let links = files.iter().filter(|it| it.subject == subject);
        let links: Vec<String> = links.map(|it| link(it, &up)).collect();
        out.push_str(&links.join(" "));
        done = tag.end() + end;
    }
    out.push_str(&html[done..]);
    out
}

fn link(file: &File, up: &str) -> String {
    let extension = file.path.rsplit('/').next().unwrap_or_default();
    let extension = extension.split_once('.').map_or("", |(_, it)| it);
    format!(
        "<a href=\"{up}{}\" download>{} <small>{}, {}</small></a>",
        escaped(&file.path),
        escaped(&file.kind),
        escaped(&extension.to_uppercase()),
        size(file.size)
    )
}

/// A size as people read it: two digits at least, in units of 1,000.
fn size(bytes: u64) -> String {
    let bytes = bytes as f64;
    let (number, unit) = match bytes {
        ..1e3 => (bytes, "B"),
        ..1e6 => (bytes / 1e3, "kB"),
        _ => (bytes / 1e6, "MB"),
    };
    match unit {
        "MB" if number < 10.0 => format!("{number:.1} {unit}"),
        _ => format!("{number:.0} {unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(subject: &str, path: &str, size: u64) -> File {
        File {
            subject: subject.to_owned(),
            path: format!("files/{path}"),
            kind: "Kind <1>".to_owned(),
            size,
        }
    }

    #[test]
    fn each_place_gets_the_files_of_its_subject() {
        let page = "<p>a</p><p class=\"files\" data-files=\"x\"></p><div data-files='y'></div>";
        let files = [file("x", "x.pdf", 1_499), file("z", "z.pdf", 1)];
        let html = filled(page, "tables/x.html", &files);
        assert_eq!(
            html,
            "<p>a</p><p class=\"files\" data-files=\"x\"><a href=\"../files/x.pdf\" download>Kind &lt;1&gt; \
             <small>PDF, 1 kB</small></a></p><div data-files='y'></div>"
        );
        assert_eq!(filled(&html, "tables/x.html", &files), html);
        assert_eq!(filled(&html, "tables/x.html", &[]), page);
    }

    #[test]
    fn sizes_are_short() {
        let sizes = [0, 999, 1_000, 23_456, 999_499, 1_250_000, 12_345_678].map(size);
        assert_eq!(
            sizes,
            ["0 B", "999 B", "1 kB", "23 kB", "999 kB", "1.2 MB", "12 MB"]
        );
    }
}
