//! The fonts and colors of a theme.

use crate::Result;
use crate::xml::{DRAWING, Text, child};

/// A theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// The Latin font of headings.
    pub major_font: String,
    /// The Latin font of texts.
    pub minor_font: String,
    /// Its colors by their names, such as `accent1`, as six hex digits.
    pub colors: Vec<(String, String)>,
}

impl Theme {
    pub(super) fn read(text: &Text) -> Result<Self> {
        let document = text.parse()?;
        let Some(elements) = child(document.root_element(), DRAWING, "themeElements") else {
            return Ok(Self::default());
        };
        let font = |name| {
            let scheme = child(elements, DRAWING, "fontScheme")?;
            let latin = child(child(scheme, DRAWING, name)?, DRAWING, "latin")?;
            Some(latin.attribute("typeface")?.to_owned())
        };
        let scheme = child(elements, DRAWING, "clrScheme");
        let colors = scheme
            .into_iter()
            .flat_map(|it| it.children())
            .filter_map(|it| {
                let value = it.first_element_child()?;
                // A system color says what it was on the machine that wrote it.
                let rgb = value.attribute("lastClr").or(value.attribute("val"))?;
                Some((it.tag_name().name().to_owned(), rgb.to_owned()))
            });
        Ok(Self {
            major_font: font("majorFont").unwrap_or_default(),
            minor_font: font("minorFont").unwrap_or_default(),
            colors: colors.collect(),
        })
    }
}
