//! Titles of slides that say which piece of a table stands below them.

use document::sentence::{Sentences, Slots};
use ooxml::{Result, Text, slide};

/// `slide` with a title that says which piece stands below it, if it said so before or the table was whole.
pub(super) fn retitled(
    slide: &Text,
    was: Option<(usize, usize)>,
    now: (usize, usize),
    sentences: &Sentences,
) -> Result<Text> {
    slide::with_title(slide, |title| {
        let trimmed = title.trim();
        let whole = match was {
            None => Some(trimmed),
            Some(was) => {
                let form = titled(TITLE, was, sentences);
                let around = form.split_once(TITLE);
                around.and_then(|(front, back)| trimmed.strip_prefix(front)?.strip_suffix(back))
            }
        };
        whole.map_or(title.to_owned(), |it| titled(it, now, sentences))
    })
}

/// What stands for the title in a sentence that is to be recognized: no font has it.
const TITLE: &str = "\u{e000}";

fn titled(title: &str, (number, of): (usize, usize), sentences: &Sentences) -> String {
    let slots = Slots::new()
        .text("title", title)
        .text("number", number.to_string())
        .text("of", of.to_string());
    sentences.text("deck.piece", &slots)
}
