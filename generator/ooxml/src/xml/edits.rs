//! Changes of a text by the place of their bytes.

use std::ops::Range;

/// Replacements that are collected first and applied at once, so that all places mean the text as it was read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Edits {
    all: Vec<(Range<usize>, String)>,
}

impl Edits {
    /// Replaces the bytes of a range. An edit within a range that another one replaces vanishes with it.
    pub(crate) fn replace(&mut self, range: Range<usize>, new: impl Into<String>) {
        self.all.push((range, new.into()));
    }

    /// Inserts before the byte at `at`, behind what was inserted there already.
    pub(crate) fn insert(&mut self, at: usize, new: impl Into<String>) {
        self.replace(at..at, new);
    }

    /// Takes out a range.
    pub(crate) fn remove(&mut self, range: Range<usize>) {
        self.replace(range, "");
    }

    /// The text with all edits.
    pub(crate) fn apply(self, text: &str) -> String {
        self.apply_to(text, 0..text.len())
    }

    /// A piece of the text with the edits that lie within it.
    pub(crate) fn apply_to(mut self, text: &str, piece: Range<usize>) -> String {
        // Insertions stand before a replacement that begins at the same place, and a longer one before a shorter.
        self.all
            .sort_by_key(|(it, _)| (it.start, !it.is_empty(), usize::MAX - it.end));
        let mut out = String::with_capacity(piece.len());
        let mut at = piece.start;
        for (range, new) in &self.all {
            if range.start < at || range.end > piece.end {
                continue;
            }
            out.push_str(text.get(at..range.start).unwrap_or_default());
            out.push_str(new);
            at = range.end;
        }
        out.push_str(text.get(at..piece.end).unwrap_or_default());
        out
    }
}

#[cfg(test)]
mod tests {
    use super::Edits;

    #[test]
    fn edits_mean_the_text_as_it_was_read() {
        let mut edits = Edits::default();
        edits.replace(6..11, "there");
        edits.insert(0, "<");
        edits.insert(11, ">");
        edits.insert(11, "!");
        edits.remove(5..6);
        assert_eq!(edits.apply("hello world"), "<hellothere>!");
    }

    #[test]
    fn what_is_replaced_takes_the_edits_in_it_along() {
        let mut edits = Edits::default();
        edits.replace(2..3, "x");
        edits.remove(1..4);
        assert_eq!(edits.apply("abcde"), "ae");
    }
}
