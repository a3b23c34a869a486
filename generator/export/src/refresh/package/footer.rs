//! The footer of a slide of which a table was written: of which day and data it is.

use document::Table;
use document::sentence::{Sentences, Slots};
use ooxml::{Result, Text, slide};

/// What became of a footer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Footer {
    /// There is none, it is somebody's own, or it is true as it is.
    Stays,
    /// It is of the new data now.
    Written,
    /// It was ours once; a hand changed it, and it stays.
    ByHand,
}

/// What stands for the date and for the revision in a sentence that is to be recognized: no font has these.
const MARKS: [char; 2] = ['\u{e000}', '\u{e001}'];
/// What stands between the edition and the numbers of sources.
const BETWEEN: &str = " · ";

/// `slide` with the footer that says of which data `table` is, if what it says is ours. The numbers of sources behind it are
/// those of the notes, which stay, and so do they.
///
/// # Errors
/// The slide is not XML.
pub(super) fn settle(slide: &Text, table: &Table, sentences: &Sentences) -> Result<(Text, Footer)> {
    let mut footer = Footer::Stays;
    let new = slide::with_footer(slide, |text| {
        let (new, what) = refreshed(text, table, sentences);
        footer = what;
        new
    })?;
    Ok((new, footer))
}

fn refreshed(text: &str, table: &Table, sentences: &Sentences) -> (String, Footer) {
    let [date, revision] = MARKS.map(String::from);
    let forms = [
        edition(sentences, Some(&date), &revision),
        edition(sentences, None, &revision),
    ];
    for form in &forms {
        let Some((old, rest)) = read(form, text) else {
            continue;
        };
        // What else the deck shows may have been reviewed later.
        let date = old.into_iter().chain(table.as_of.as_deref()).max();
        let new = format!("{}{rest}", edition(sentences, date, &table.revision));
        return match new == text {
            true => (new, Footer::Stays),
            false => (new, Footer::Written),
        };
    }
    let begins = |it: &String| {
        let before = it.split(MARKS).next().unwrap_or_default();
        !before.is_empty() && text.starts_with(before)
    };
    match forms.iter().any(begins) {
        true => (text.to_owned(), Footer::ByHand),
        false => (text.to_owned(), Footer::Stays),
    }
}

fn edition(sentences: &Sentences, date: Option<&str>, revision: &str) -> String {
    let slots = Slots::new().maybe("date", date).text("revision", revision);
    let name = match date {
        Some(_) => "deck.as-of",
        None => "deck.revision",
    };
    sentences.text(name, &slots)
}

/// The date in a text of this form, if it has one, and what stands behind.
fn read<'t>(form: &str, text: &'t str) -> Option<(Option<&'t str>, &'t str)> {
    let (mut rest, mut found) = (text, None);
    for sign in form.chars() {
        rest = if sign == MARKS[0] {
            let (date, rest) = rest.split_at_checked(10)?;
            let is_date = |(at, it): (usize, u8)| match at {
                4 | 7 => it == b'-',
                _ => it.is_ascii_digit(),
            };
            if !date.bytes().enumerate().all(is_date) {
                return None;
            }
            found = Some(date);
            rest
        } else if sign == MARKS[1] {
            let (revision, rest) = rest.split_at_checked(8)?;
            if !revision.bytes().all(|it| it.is_ascii_hexdigit()) {
                return None;
            }
            rest
        } else {
            rest.strip_prefix(sign)?
        };
    }
    (rest.is_empty() || rest.starts_with(BETWEEN)).then_some((found, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_of_ours_is_read_in_any_language() {
        let form = format!("Daten {}, Stand {}", MARKS[1], MARKS[0]);
        assert_eq!(
            read(&form, "Daten 01234567, Stand 2026-11-23 · Quellen: 1"),
            Some((Some("2026-11-23"), " · Quellen: 1"))
        );
        for other in [
            "Daten 0123456, Stand 2026-11-23",
            "Daten 01234567, Stand 23.11.2026",
            "Daten 01234567, Stand 2026-11-23, Entwurf",
            "Daten 01234567",
            "",
        ] {
            assert_eq!(read(&form, other), None, "{other}");
        }
    }
}
