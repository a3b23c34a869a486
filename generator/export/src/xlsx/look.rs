//! What cells look like.

use std::borrow::Cow;

use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, Format, FormatAlign, FormatBorder,
};

/// Which of the looks a cell has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Style<'a> {
    /// That of most cells.
    Text,
    /// That of text that does not wrap.
    Long,
    /// Bold.
    Strong,
    /// That of a link.
    Link,
    /// That of a day.
    Date,
    /// That of a number with this number format.
    Number(&'a str),
}

/// The formats of a workbook.
#[derive(Debug)]
pub(super) struct Look {
    pub(super) head: Format,
    pub(super) text: Format,
    /// Text that stays on one line, however long.
    pub(super) long: Format,
    pub(super) strong: Format,
    pub(super) link: Format,
    pub(super) date: Format,
    pub(super) title: Format,
}

const LINE: Color = Color::RGB(0x00d5_dbe1);
const INK: Color = Color::RGB(0x001b_2026);

impl Look {
    pub(super) fn new() -> Self {
        let text = Format::new()
            .set_align(FormatAlign::Top)
            .set_align(FormatAlign::Left)
            .set_indent(1)
            .set_text_wrap()
            .set_border(FormatBorder::Thin)
            .set_border_color(LINE)
            .set_font_color(INK);
        let long = Format::new()
            .set_align(FormatAlign::Top)
            .set_align(FormatAlign::Left)
            .set_indent(1)
            .set_border(FormatBorder::Thin)
            .set_border_color(LINE)
            .set_font_color(INK);
        Self {
            head: text
                .clone()
                .set_bold()
                .set_font_color(Color::White)
                .set_background_color(Color::RGB(0x0024_303b)),
            strong: text.clone().set_bold(),
            link: text
                .clone()
                .set_font_color(Color::RGB(0x001f_5fae))
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
            date: text.clone().set_num_format("yyyy-mm-dd"),
            title: Format::new()
                .set_bold()
                .set_font_size(16)
                .set_font_color(INK),
            long,
            text,
        }
    }

    /// The format of cells that look like `style`.
    pub(super) fn of(&self, style: Style<'_>) -> Cow<'_, Format> {
        Cow::Borrowed(match style {
            Style::Text => &self.text,
            Style::Long => &self.long,
            Style::Strong => &self.strong,
            Style::Link => &self.link,
            Style::Date => &self.date,
            Style::Number(format) => {
                return Cow::Owned(self.text.clone().set_num_format(format));
            }
        })
    }
}

/// The color of letters and cell for each mark.
const MARKS: [(&str, u32, u32); 5] = [
    ("strong", 0x0017_5c39, 0x00df_f0e6),
    ("good", 0x0015_5865, 0x00e2_f1f4),
    ("mixed", 0x006a_4d09, 0x00fa_f0d7),
    ("weak", 0x0096_2b1a, 0x00fb_e5e1),
    ("unknown", 0x004d_5761, 0x00ee_f0f2),
];

/// One rule for each mark: it still holds when an author types another mark.
pub(super) fn marks() -> Vec<ConditionalFormatCell> {
    let rule = |(word, letters, cell): (&str, u32, u32)| {
        let format = Format::new()
            .set_font_color(Color::RGB(letters))
            .set_background_color(Color::RGB(cell));
        ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::EqualTo(word))
            .set_format(format)
    };
    MARKS.into_iter().map(rule).collect()
}
