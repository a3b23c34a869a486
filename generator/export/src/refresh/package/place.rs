//! The slide on which a table stands.

use std::fmt;

use serde::Serialize;

use crate::refresh::words::visible;

/// The slide on which a table stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Its number, from 1, as it is counted on screen.
    pub slide: usize,
    /// Its id, which it keeps when it is moved.
    pub id: u32,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// Whether it is left out when the slides are shown.
    pub hidden: bool,
    /// Its part of the package.
    #[serde(skip)]
    pub(super) part: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "slide {}", self.slide)?;
        let title = self.title.as_deref().map(visible).unwrap_or_default();
        if !title.is_empty() {
            write!(f, " “{title}”")?;
        }
        Ok(())
    }
}
