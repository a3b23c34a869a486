//! The formats: their names, their file extensions, what they can show.

use crate::Refused;

/// A format of a table, a document or a deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// Markdown.
    Markdown,
    /// HTML to paste.
    Html,
    /// JSON with a published schema.
    Json,
    /// An Excel workbook.
    Xlsx,
    /// Pages.
    Pdf,
    /// A drawing.
    Svg,
    /// A picture.
    Png,
    /// A PowerPoint deck.
    Pptx,
    /// Sections of a reveal.js deck.
    Reveal,
    /// A Marp deck.
    Marp,
}

impl Format {
    /// Every format, in the order in which help lists them.
    pub const ALL: [Self; 11] = [
        Self::Csv,
        Self::Markdown,
        Self::Html,
        Self::Json,
        Self::Xlsx,
        Self::Pdf,
        Self::Svg,
        Self::Png,
        Self::Pptx,
        Self::Reveal,
        Self::Marp,
    ];

    /// What a user types.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
            Self::Pdf => "pdf",
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pptx => "pptx",
            Self::Reveal => "reveal",
            Self::Marp => "marp",
        }
    }

    /// What a file's name ends with, without the first dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Reveal => "reveal.html",
            Self::Marp => "marp.md",
            _ => self.name(),
        }
    }

    /// The format of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Whether it can show a table as it is. As slides, a table is a deck first: [`document::deck::of_table`].
    pub fn of_table(self) -> bool {
        !self.of_deck()
    }

    /// Whether it can show a document of several pages.
    pub fn of_document(self) -> bool {
        matches!(self, Self::Markdown | Self::Html | Self::Json | Self::Pdf)
    }

    /// Whether it can show a deck.
    pub fn of_deck(self) -> bool {
        matches!(self, Self::Pptx | Self::Reveal | Self::Marp)
    }

    /// Whether `tradeoff-print` writes it, and nothing here.
    pub fn is_printed(self) -> bool {
        matches!(self, Self::Pdf | Self::Svg | Self::Png)
    }

    /// Why no writer here can show `subject` in it.
    pub(crate) fn refused(self, subject: &'static str) -> Refused {
        if self.is_printed() {
            Refused::Printed(self)
        } else {
            Refused::Subject(self, subject)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_known_by_its_name_and_shows_something() {
        for format in Format::ALL {
            assert_eq!(Format::named(format.name()), Some(format));
            assert!(format.of_table() || format.of_document() || format.of_deck());
        }
        assert_eq!(Format::named("docx"), None);
    }
}
