//! Text of new shapes: paragraphs of runs.

mod direction;
mod write;

pub(crate) use write::Writer;

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paragraph {
    /// What it says.
    pub runs: Vec<Run>,
    /// How deep it stands in a list, from 0. The layout says how a level looks.
    pub level: u8,
    /// Where its lines stand.
    pub align: Align,
}

/// A piece of text of one look.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// The text. A line feed is a break; a tab becomes a space.
    pub text: String,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it is slanted.
    pub italic: bool,
    /// Its size in hundredths of a point, at least 100; none for that of the style.
    pub size: Option<u32>,
    /// Its color; none for that of the style.
    pub color: Option<Color>,
    /// The address that it leads to.
    pub link: Option<String>,
}

/// Where lines stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// As the style says.
    #[default]
    Style,
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

/// A color of the theme, so that a new theme changes it too (ECMA-376-1, 20.1.10.54).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Color {
    /// The color of text.
    Text1,
    /// The second color of text.
    Text2,
    /// The color behind text.
    Background1,
    /// The second color behind text.
    Background2,
    /// The first accent.
    Accent1,
    /// The second accent.
    Accent2,
    /// The third accent.
    Accent3,
    /// The fourth accent.
    Accent4,
    /// The fifth accent.
    Accent5,
    /// The sixth accent.
    Accent6,
}

/// A color of the theme made lighter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shade {
    /// The color.
    pub color: Color,
    /// How many hundredths of the way to white.
    pub lighter: u8,
    /// How many hundredths of it are seen, the rest being what is behind; none for all.
    pub opacity: Option<u8>,
}

impl Paragraph {
    /// A paragraph of plain text.
    pub fn plain(text: &str) -> Self {
        Self {
            runs: vec![Run {
                text: text.to_owned(),
                ..Run::default()
            }],
            ..Self::default()
        }
    }
}

impl Color {
    /// Its name in XML.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Text1 => "tx1",
            Self::Text2 => "tx2",
            Self::Background1 => "bg1",
            Self::Background2 => "bg2",
            Self::Accent1 => "accent1",
            Self::Accent2 => "accent2",
            Self::Accent3 => "accent3",
            Self::Accent4 => "accent4",
            Self::Accent5 => "accent5",
            Self::Accent6 => "accent6",
        }
    }
}

impl Shade {
    /// A fill of this color.
    pub(crate) fn xml(self) -> String {
        let name = self.color.name();
        let mut changes = String::new();
        let off = u32::from(self.lighter.min(100)) * 1000;
        if off > 0 {
            let rest = 100_000 - off;
            changes += &format!("<a:lumMod val=\"{rest}\"/><a:lumOff val=\"{off}\"/>");
        }
        if let Some(opacity) = self.opacity {
            let alpha = u32::from(opacity.min(100)) * 1000;
            changes += &format!("<a:alpha val=\"{alpha}\"/>");
        }
        let color = match changes.is_empty() {
            true => format!("<a:schemeClr val=\"{name}\"/>"),
            false => format!("<a:schemeClr val=\"{name}\">{changes}</a:schemeClr>"),
        };
        format!("<a:solidFill>{color}</a:solidFill>")
    }
}
