//! sitemap.xml (protocol 0.9, sitemaps.org) and robots.txt. Pure.

use std::fmt::Write as _;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::scan::escaped;

/// A page to be found.
pub(super) struct Entry {
    /// Absolute, encoded.
    pub(super) url: String,
    /// As `2026-11-23`.
    pub(super) reviewed: Option<String>,
}

/// The sitemap, sorted by address.
pub(super) fn xml(mut entries: Vec<Entry>) -> String {
    entries.sort_by(|a, b| a.url.cmp(&b.url));
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for entry in entries {
        let _ = write!(xml, "  <url><loc>{}</loc>", escaped(&entry.url));
        if let Some(date) = &entry.reviewed {
            let _ = write!(xml, "<lastmod>{}</lastmod>", escaped(date));
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

/// robots.txt: everything may be read; where the sitemap is, if the web root `url` is known.
pub(super) fn robots(url: Option<&str>) -> String {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(url) = url {
        let _ = writeln!(text, "Sitemap: {url}sitemap.xml");
    }
    text
}

/// What a URL path may contain as it is (RFC 3986, section 2.3).
const PATH: AsciiSet = NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// A relative address as part of a URL.
pub(super) fn encoded(address: &str) -> String {
    utf8_percent_encode(address, &PATH).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_sorted_escaped_and_dated() {
        let entry = |url: &str, date: Option<&str>| Entry {
            url: url.into(),
            reviewed: date.map(Into::into),
        };
        let xml = xml(vec![
            entry("https://x/b?c&d", None),
            entry("https://x/a", Some("2026-11-23")),
        ]);
        let lines: Vec<&str> = xml.lines().skip(2).collect();
        assert_eq!(
            lines,
            [
                "  <url><loc>https://x/a</loc><lastmod>2026-11-23</lastmod></url>",
                "  <url><loc>https://x/b?c&amp;d</loc></url>",
                "</urlset>",
            ]
        );
    }

    #[test]
    fn addresses_are_encoded() {
        assert_eq!(encoded("a b/ü&%.html"), "a%20b/%C3%BC%26%25.html");
    }

    #[test]
    fn robots_name_the_sitemap_when_there_is_one() {
        assert_eq!(robots(None), "User-agent: *\nAllow: /\n");
        assert!(robots(Some("https://x/")).ends_with("\nSitemap: https://x/sitemap.xml\n"));
    }
}
