//! What a user can set of a format.

/// Settings of formats; those that a format does not know change nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// CSV: whether the file begins with a byte order mark, without which Excel on Windows takes it for another encoding.
    pub bom: bool,
    /// CSV: whether texts stay as they are even if a spreadsheet would run them.
    pub raw: bool,
    /// CSV: what stands between fields; Excel in much of Europe expects a semicolon.
    pub separator: char,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            bom: false,
            raw: false,
            separator: ',',
        }
    }
}
