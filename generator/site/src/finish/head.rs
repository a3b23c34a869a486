//! Puts a page's own data into its `<head>`. Pure; filling twice changes nothing.

use std::ops::Range;

use super::scan::{self, Tag, escaped};

/// What to put there; `None` leaves what the page says.
#[derive(Clone, Debug, Default)]
pub(super) struct Fill {
    /// The whole title.
    pub(super) title: Option<String>,
    /// One or two sentences.
    pub(super) description: Option<String>,
    /// The canonical address, absolute.
    pub(super) url: Option<String>,
}

/// `html` with the data of `fill`. A page without `<head>` stays as it is.
pub(super) fn filled(html: &str, fill: &Fill) -> String {
    let mut page = Page {
        html: html.to_owned(),
    };
    let Some(written) = page.title() else {
        return page.html;
    };
    let title = fill.title.clone().unwrap_or(written);
    page.put_title(&title);
    let Some(description) = &fill.description else {
        return page.with_address(fill, &title, None);
    };
    page.put("meta", "name", "description", "content", description);
    page.with_address(fill, &title, Some(description))
}

struct Page {
    html: String,
}

impl Page {
    /// Canonical address and social card, which need an address to speak of.
    fn with_address(mut self, fill: &Fill, title: &str, description: Option<&str>) -> String {
        if let Some(url) = &fill.url {
            self.put("link", "rel", "canonical", "href", url);
            self.put("meta", "property", "og:type", "content", "article");
            self.put("meta", "property", "og:title", "content", title);
            if let Some(description) = description {
                self.put("meta", "property", "og:description", "content", description);
            }
            self.put("meta", "property", "og:url", "content", url);
            self.put("meta", "name", "twitter:card", "content", "summary");
        }
        self.html
    }

    /// Sets `value` on the element `name` whose attribute `key` is `of`; a new one goes to the end of the head.
    fn put(&mut self, name: &str, key: &str, of: &str, value: &str, text: &str) {
        let element = format!("<{name} {key}=\"{of}\" {value}=\"{}\">", escaped(text));
        let found = self.head().find(|tag| {
            tag.name() == name
                && tag
                    .attribute(key)
                    .is_some_and(|it| it.eq_ignore_ascii_case(of))
        });
        match found.map(|tag| tag.start..tag.end()) {
            Some(range) => self.html.replace_range(range, &element),
            None => self.append(&element),
        }
    }

    /// Adds a line before `</head>`, indented as mdBook's template is.
    fn append(&mut self, element: &str) {
        let end = self.head().last().map_or(self.html.len(), |tag| tag.end());
        let close = self.html[end..].find("</head").map_or(end, |at| end + at);
        let line = self.html[..close].rfind('\n').map_or(close, |at| at + 1);
        let blank = self.html[line..close].trim().is_empty();
        let at = if blank { line } else { close };
        self.html.insert_str(at, &format!("        {element}\n"));
    }

    fn title(&self) -> Option<String> {
        Some(scan::text(&self.html[self.title_range()?]))
    }

    fn put_title(&mut self, title: &str) {
        if let Some(range) = self.title_range() {
            // Already saying it in other entities counts as said.
            if scan::text(&self.html[range.clone()]) != title {
                self.html.replace_range(range, &escaped(title));
            }
        }
    }

    /// Between `<title>` and `</title>`.
    fn title_range(&self) -> Option<Range<usize>> {
        let mut tags = self.head();
        let start = tags.find(|tag| tag.name() == "title")?.end();
        let end = self.html[start..].find("</title")?;
        Some(start..start + end)
    }

    /// The tags of the head; pictures in the body have titles of their own.
    fn head(&self) -> impl Iterator<Item = Tag<'_>> {
        scan::tags(&self.html).take_while(|tag| !matches!(tag.name(), "/head" | "body"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head>\n        <title>Old &#x27;title&#x27;</title>\n        \
        <!-- <meta name=\"description\"> -->\n        <meta name=\"description\" content=\"old\">\n    \
        </head><body><svg><title>icon</title></svg></body></html>";

    fn fill(title: &str, description: &str, url: Option<&str>) -> Fill {
        Fill {
            title: Some(title.to_owned()),
            description: Some(description.to_owned()),
            url: url.map(str::to_owned),
        }
    }

    #[test]
    fn title_and_description_are_replaced_and_escaped() {
        let html = filled(PAGE, &fill("A & <B>", "\"c\" </head> $1", None));
        let expected = PAGE
            .replace("Old &#x27;title&#x27;", "A &amp; &lt;B&gt;")
            .replace("\"old\"", "\"&quot;c&quot; &lt;/head&gt; $1\"");
        assert_eq!(html, expected);
    }

    #[test]
    fn nothing_given_nothing_changes() {
        assert_eq!(filled(PAGE, &Fill::default()), PAGE);
        let fill = fill("x", "y", Some("z"));
        assert_eq!(filled("<p>no head</p>", &fill), "<p>no head</p>");
    }

    #[test]
    fn an_address_brings_canonical_and_card() {
        let html = filled(PAGE, &fill("T", "D & d", Some("https://x.example/a.html")));
        for line in [
            "        <link rel=\"canonical\" href=\"https://x.example/a.html\">\n",
            "        <meta property=\"og:title\" content=\"T\">\n",
            "        <meta property=\"og:description\" content=\"D &amp; d\">\n",
            "        <meta name=\"twitter:card\" content=\"summary\">\n    </head><body>",
        ] {
            assert!(html.contains(line), "{line} in {html}");
        }
    }

    #[test]
    fn without_a_title_of_its_own_the_card_says_the_page_s() {
        let url = Some("https://x.example/".to_owned());
        let html = filled(
            PAGE,
            &Fill {
                url,
                ..Fill::default()
            },
        );
        assert!(
            html.contains("og:title\" content=\"Old &#39;title&#39;\""),
            "{html}"
        );
        assert!(html.contains("<title>Old &#x27;title&#x27;</title>"));
    }

    #[test]
    fn filling_twice_changes_nothing() {
        for page in [
            PAGE,
            "<head><title></title></head>",
            "<head><title>a</title>",
        ] {
            let fill = fill("T'\"&", "D<>", Some("https://x.example/?a&b"));
            let once = filled(page, &fill);
            assert_eq!(filled(&once, &fill), once);
        }
    }
}
