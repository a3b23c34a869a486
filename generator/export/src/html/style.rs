//! What a cell looks like: sizes in points, opaque colors in six digits, all of it on the cell itself.

/// The letters of everything.
const LETTERS: &str = "font-family:Calibri,Carlito,Arial,sans-serif;color:#1b2026";

/// The kinds of cells.
#[derive(Clone, Copy, Debug)]
pub(super) enum Style {
    /// The head of a column.
    Head,
    /// The heading of a group of rows.
    Group,
    /// The name of a row.
    Name,
    /// A value.
    Value,
    /// A value that is a number.
    Number,
}

impl Style {
    /// The attributes of a cell with letters of a size, with a blank before them; `fill` is another background.
    pub(super) fn attributes(self, size: &str, fill: Option<&str>) -> String {
        let (background, more) = match self {
            Self::Head => ("#24303b", "font-weight:bold;text-align:left"),
            Self::Group => ("#dfe4e9", "font-weight:bold;text-align:left"),
            Self::Name => ("#f4f6f8", "font-weight:bold;text-align:left"),
            Self::Value => ("#ffffff", "text-align:left"),
            Self::Number => ("#ffffff", "text-align:right"),
        };
        let background = fill.unwrap_or(background);
        let letters = match self {
            Self::Head => LETTERS.replace("#1b2026", "#ffffff"),
            _ => LETTERS.to_owned(),
        };
        format!(
            " bgcolor=\"{background}\" style=\"background-color:{background};border:0.75pt solid #aab4be;padding:3pt 5pt;vertical-align:top;overflow-wrap:anywhere;font-size:{size};{more};{letters}\""
        )
    }
}

/// The style of a paragraph or a list, as an attribute with a blank before it.
pub(super) fn text(size: &str) -> String {
    format!(" style=\"margin:4pt 0;font-size:{size};{LETTERS}\"")
}

/// The style of a heading.
pub(super) fn heading(level: usize) -> String {
    let size = match level {
        1 => 18,
        2 => 14,
        3 => 12,
        _ => 11,
    };
    format!(" style=\"margin:12pt 0 4pt 0;font-size:{size}pt;font-weight:bold;{LETTERS}\"")
}

/// The color of a mark's word and of its cell; both can be told apart in grey by the word.
pub(super) fn mark(word: &str) -> (&'static str, &'static str) {
    match word {
        "strong" => ("#175c39", "#dff0e6"),
        "good" => ("#155865", "#e2f1f4"),
        "mixed" => ("#6a4d09", "#faf0d7"),
        "weak" => ("#962b1a", "#fbe5e1"),
        _ => ("#4d5761", "#eef0f2"),
    }
}
