//! A description for a page that no record describes: the beginning of its text. Pure.

use super::scan::{self, Tag};

/// The least and the most that search engines show, in characters.
const LEAST: usize = 70;
const MOST: usize = 160;

/// The first paragraph of the page's main part, with those that follow while it is too short, cut at a word; `None` when
/// there is no paragraph.
pub(super) fn of(html: &str) -> Option<String> {
    let mut summary = String::new();
    for paragraph in paragraphs(html) {
        let words: Vec<&str> = paragraph.split_whitespace().collect();
        if words.is_empty() {
            continue;
        }
        if !summary.is_empty() {
            summary.push(' ');
        }
        summary.push_str(&words.join(" "));
        if summary.chars().count() >= LEAST {
            break;
        }
    }
    (!summary.is_empty()).then(|| cut(&summary))
}

/// Plain texts of the paragraphs in `<main>`, in order, without those of navigation and without numbers of footnotes.
fn paragraphs(html: &str) -> Vec<String> {
    let mut paragraphs = Vec::new();
    let (mut main, mut navigation) = (false, 0_usize);
    let mut open: Option<(usize, String)> = None;
    let mut note = 0;
    for tag in scan::tags(html) {
        match tag.name() {
            "main" => main = true,
            "/main" => break,
            "nav" => navigation += 1,
            "/nav" => navigation = navigation.saturating_sub(1),
            "p" if main && navigation == 0 => open = Some((tag.end(), String::new())),
            "sup" => close(html, &mut open, &tag),
            "/sup" => note = tag.end(),
            "/p" => {
                close(html, &mut open, &tag);
                paragraphs.extend(open.take().map(|(_, text)| text));
            }
            _ => {}
        }
        if let Some((from, _)) = &mut open {
            *from = note.max(*from);
        }
    }
    paragraphs
}

/// Adds the text up to `tag` to the open paragraph.
fn close(html: &str, open: &mut Option<(usize, String)>, tag: &Tag<'_>) {
    if let Some((from, text)) = open
        && *from <= tag.start
    {
        text.push_str(&scan::text(&html[*from..tag.start]));
        *from = tag.start;
    }
}

fn cut(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(MOST) else {
        return text.to_owned();
    };
    let last = text[..end].char_indices().next_back();
    // One place is kept for the ellipsis; a text without blanks is cut anywhere.
    let word = text[..end]
        .rfind(' ')
        .or(last.map(|(at, _)| at))
        .unwrap_or(0);
    let kept = text[..word].trim_end_matches([',', ';', ':', '–', '—', ' ', '(']);
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_paragraphs_are_joined_and_notes_left_out() {
        let html = "<p>Head</p><main><nav><p>Home</p></nav><h1>T</h1><p></p><p>One <b>two</b> &amp;\n three\
            <sup class=\"footnote-reference\"><a href=\"#x\">1</a></sup>.</p><p>Four.</p></main><p>After</p>";
        assert_eq!(of(html).as_deref(), Some("One two & three. Four."));
    }

    #[test]
    fn a_long_paragraph_stands_alone_and_is_cut_at_a_word() {
        let first = "word ".repeat(50);
        let it = of(&format!("<main><p>{first}</p><p>second</p></main>")).unwrap();
        let length = it.chars().count();
        assert!((LEAST..=MOST).contains(&length), "{length}");
        assert!(it.ends_with("word…"), "{it}");
        // The cut falls between words whatever their length.
        for n in 60..100 {
            let it = cut(&format!("{} {} end", "a".repeat(n), "b".repeat(159 - n)));
            assert!(it.chars().count() <= MOST, "{it}");
        }
    }

    #[test]
    fn what_has_no_blanks_is_cut_too() {
        let it = of(&format!("<main><p>{}</p></main>", "é".repeat(500))).unwrap();
        assert_eq!(it.chars().count(), MOST);
    }

    #[test]
    fn a_page_without_paragraphs_has_no_summary() {
        assert_eq!(of("<main><ul><li>a</li></ul></main>"), None);
        assert_eq!(of("<p>no main</p>"), None);
    }
}
