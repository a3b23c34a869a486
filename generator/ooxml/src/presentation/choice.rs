//! Which layout a slide with a table is made from.

use super::{Layout, Presentation};

impl Presentation {
    /// The layout of this name, in any case.
    pub fn layout_named(&self, name: &str) -> Option<&Layout> {
        self.layouts()
            .find(|it| it.name.to_lowercase() == name.trim().to_lowercase())
    }

    /// The layout for a title and a table: one with a place for a table, else one with a title only, else one with a title and
    /// one place for anything, else a blank one, else the first. Types go before names, which are in any language.
    pub fn table_layout(&self) -> Option<&Layout> {
        let tests: [fn(&Layout) -> bool; 5] = [
            |it| it.placeholder("tbl").is_some(),
            |it| it.kind == "titleOnly",
            |it| it.title().is_some() && it.n_bodies() == 1,
            |it| it.kind == "obj",
            |it| it.kind == "blank",
        ];
        let fitting =
            |test: &fn(&Layout) -> bool| self.layouts().find(|it| !it.is_busy() && test(it));
        tests
            .iter()
            .find_map(fitting)
            .or_else(|| self.layouts().next())
    }
}

impl Layout {
    /// How many places for text or anything it has.
    fn n_bodies(&self) -> usize {
        self.placeholders
            .iter()
            .filter(|it| matches!(it.kind.as_str(), "obj" | "body"))
            .count()
    }

    /// Whether somebody drew a page of several places, which a single table would leave empty.
    fn is_busy(&self) -> bool {
        self.drawn && self.n_bodies() > 1
    }
}
