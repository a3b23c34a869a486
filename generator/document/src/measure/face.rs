//! The faces that there are widths of, and which of them stands in for a font by its name.

use serde::Serialize;

/// A family whose widths are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// As wide as Cambria.
    Caladea,
    /// As wide as Calibri.
    Carlito,
    /// The family of the printed documents, and the widest.
    Inter,
    /// As wide as Courier New.
    LiberationMono,
    /// As wide as Arial.
    LiberationSans,
    /// As wide as Times New Roman.
    LiberationSerif,
}

/// One face of a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Face {
    /// The family.
    pub family: Family,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it is italic.
    pub italic: bool,
}

/// The face that stands in for a font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its regular face.
    pub face: Face,
    /// Whether nothing is known of the font, so that the widest family was taken.
    pub is_guess: bool,
}

/// Fonts with the same advance widths, by their names in lower case.
const TWINS: [(&str, Family); 17] = [
    ("arial", Family::LiberationSans),
    ("arimo", Family::LiberationSans),
    ("caladea", Family::Caladea),
    ("calibri", Family::Carlito),
    ("cambria", Family::Caladea),
    ("carlito", Family::Carlito),
    ("courier new", Family::LiberationMono),
    ("cousine", Family::LiberationMono),
    ("helvetica", Family::LiberationSans),
    ("inter", Family::Inter),
    ("liberation mono", Family::LiberationMono),
    ("liberation sans", Family::LiberationSans),
    ("liberation serif", Family::LiberationSerif),
    ("nimbus sans", Family::LiberationSans),
    ("times", Family::LiberationSerif),
    ("times new roman", Family::LiberationSerif),
    ("tinos", Family::LiberationSerif),
];

impl Face {
    /// The regular face of a family.
    pub const fn regular(family: Family) -> Self {
        Self {
            family,
            bold: false,
            italic: false,
        }
    }

    /// The same face, bold.
    #[must_use]
    pub const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same face, italic.
    #[must_use]
    pub const fn italic(self) -> Self {
        Self {
            italic: true,
            ..self
        }
    }

    /// What stands in for the font called `name`, whatever its case: one of the same widths, or else the widest family, so
    /// that what is measured fits all the same.
    pub fn named(name: &str) -> Named {
        let name = name.trim().to_lowercase();
        let twin = TWINS.iter().find(|(twin, _)| *twin == name);
        Named {
            face: Self::regular(twin.map_or(Family::Inter, |(_, it)| *it)),
            is_guess: twin.is_none(),
        }
    }
}
