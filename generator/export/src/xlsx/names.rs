//! Names as Excel allows them: of sheets, of tables, of columns.

use std::collections::HashSet;

use crate::spaces::line;

/// Names that were given so far; Excel does not tell upper case from lower case.
#[derive(Debug, Default)]
pub(super) struct Names {
    given: HashSet<String>,
}

/// What no name of a sheet may have in it.
const REFUSED: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// The most units of UTF-16 that a name of a sheet may have.
const SHEET: usize = 31;
/// The most units of UTF-16 that a name of a table or of a column may have.
const LONG: usize = 255;

impl Names {
    /// Names of which these are taken: `History` is Excel's own.
    pub(super) fn without(taken: &[&str]) -> Self {
        let taken = taken.iter().chain(&["History"]);
        Self {
            given: taken.map(|it| it.to_lowercase()).collect(),
        }
    }

    /// A name for a sheet with this title.
    pub(super) fn sheet(&mut self, title: &str) -> String {
        let name = line(title).replace(REFUSED, " ");
        let words: Vec<_> = name.split_whitespace().collect();
        let name = words.join(" ");
        let name = name.trim_matches('\'');
        self.unique(if name.is_empty() { "Table" } else { name }, SHEET, |it| {
            format!(" ({it})")
        })
    }

    /// A name for the table object of a record; it begins so that it cannot be the address of a cell, such as `A1`.
    pub(super) fn table(&mut self, id: &str) -> String {
        let sign = |it: char| if it.is_ascii_alphanumeric() { it } else { '_' };
        let name: String = id.chars().map(sign).collect();
        self.unique(&format!("table_{name}"), LONG, |it| format!("_{it}"))
    }

    /// The heading of a column.
    pub(super) fn column(&mut self, heading: &str) -> String {
        let heading = line(heading);
        let heading = heading.trim();
        self.unique(
            if heading.is_empty() {
                "Column"
            } else {
                heading
            },
            LONG,
            |it| format!(" ({it})"),
        )
    }

    /// `name`, cut to `most` units, with a number if it was given before.
    fn unique(&mut self, name: &str, most: usize, numbered: impl Fn(usize) -> String) -> String {
        let mut found = cut(name, most).trim_end_matches([' ', '\'']).to_owned();
        let mut count = 1;
        while !self.given.insert(found.to_lowercase()) {
            count += 1;
            let end = numbered(count);
            found = cut(name, most - end.len()).trim_end().to_owned() + &end;
        }
        found
    }
}

/// The beginning of `text` that has at most so many units of UTF-16.
pub(super) fn cut(text: &str, most: usize) -> &str {
    // A byte of UTF-8 is never more than a unit.
    if text.len() <= most {
        return text;
    }
    let mut units = 0;
    let fits = |it: &(usize, char)| {
        units += it.1.len_utf16();
        units <= most
    };
    let end = text.char_indices().take_while(fits).last();
    end.map_or("", |(at, it)| &text[..at + it.len_utf8()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_has_a_name_that_excel_takes() {
        let mut names = Names::without(&["Sources"]);
        assert_eq!(names.sheet("Cost: what/when?"), "Cost what when");
        assert_eq!(names.sheet("COST what when"), "COST what when (2)");
        assert_eq!(names.sheet("sources"), "sources (2)");
        assert_eq!(names.sheet("history"), "history (2)");
        assert_eq!(names.sheet("'quoted'"), "quoted");
        assert_eq!(names.sheet("[]:*?/\\"), "Table");
        let long = names.sheet(&"😀".repeat(40));
        assert_eq!(long.encode_utf16().count(), 30);
        assert_eq!(names.sheet(&"😀".repeat(40)).encode_utf16().count(), 30);
    }

    #[test]
    fn a_table_is_no_address_of_a_cell() {
        let mut names = Names::default();
        assert_eq!(names.table("a1"), "table_a1");
        assert_eq!(names.table("cost-idle"), "table_cost_idle");
        assert_eq!(names.table("cost-idle"), "table_cost_idle_2");
    }

    #[test]
    fn two_columns_have_two_headings() {
        let mut names = Names::default();
        assert_eq!(names.column("A\nB"), "A B");
        assert_eq!(names.column("a b"), "a b (2)");
        assert_eq!(names.column(""), "Column");
    }
}
