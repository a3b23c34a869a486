//! What a writer gives: its bytes, and what its format had no place for.

/// A file's bytes and what got lost on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// What the format could not carry, each kind once.
    pub losses: Vec<Loss>,
}

/// Something that a format has no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// The marks of cells.
    Marks,
    /// Links of texts.
    Links,
    /// The numbered sources.
    Sources,
    /// The groups of rows.
    Groups,
}

impl Loss {
    /// What is missing, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Marks => "marks",
            Self::Links => "links",
            Self::Sources => "sources",
            Self::Groups => "row groups",
        }
    }
}
