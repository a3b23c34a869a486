//! Whose text is taken where both the deck and the data have a new one.

use std::fmt;

use serde::Serialize;

/// One of the two that can differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// What the data says.
    Data,
    /// What the deck shows.
    Deck,
}

/// What somebody decided about conflicts.
///
/// What is said of the whole table settles conflicts only. What is said of a row, a column or a cell also brings back the
/// data where only a hand had changed something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Take {
    /// What is taken throughout the table; nothing leaves conflicts as they are.
    pub table: Option<Side>,
    /// What is taken in some places. Of several that fit a cell, that of the cell counts before that of its row, and that
    /// before that of its column.
    pub choices: Vec<Choice>,
}

/// What is taken in one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// The id of a row; nothing for all rows.
    pub row: Option<String>,
    /// The id of a column; nothing for all columns.
    pub column: Option<String>,
    /// What is taken there.
    pub side: Side,
}

impl Take {
    /// The same side throughout.
    pub fn all(side: Side) -> Self {
        Self {
            table: Some(side),
            choices: Vec::new(),
        }
    }

    /// Adds what was written as `text`: `data` or `deck`, or one of them after a place and `=`, such as
    /// `cold-start/containers=data`, `cold-start=deck` or `/containers=deck`.
    ///
    /// # Errors
    /// A sentence that says what is wrong with `text`.
    pub fn add(&mut self, text: &str) -> Result<(), String> {
        let (place, side) = match text.rsplit_once('=') {
            Some((place, side)) => (Some(place), side),
            None => (None, text),
        };
        let side = match side {
            "data" => Side::Data,
            "deck" => Side::Deck,
            other => return Err(format!("`{other}` is neither `data` nor `deck`")),
        };
        let Some(place) = place else {
            self.table = Some(side);
            return Ok(());
        };
        let (row, column) = place.split_once('/').unwrap_or((place, ""));
        let id = |it: &str| (!it.is_empty()).then(|| it.to_owned());
        let (row, column) = (id(row), id(column));
        if row.is_none() && column.is_none() {
            return Err(format!(
                "`{text}` names no place: write `ROW/COLUMN={side}`, `ROW={side}` or `/COLUMN={side}`"
            ));
        }
        self.choices.push(Choice { row, column, side });
        Ok(())
    }

    /// What is taken in a cell, a row or a column, if somebody said so for that place.
    pub(super) fn chosen(&self, row: Option<&str>, column: Option<&str>) -> Option<Side> {
        let names = |said: &Option<String>, id: Option<&str>| said.as_deref() == id;
        let of = |row: Option<&str>, column: Option<&str>| {
            let fits = |it: &&Choice| names(&it.row, row) && names(&it.column, column);
            self.choices.iter().rev().find(fits).map(|it| it.side)
        };
        let whole = |row: Option<&str>, column: Option<&str>| {
            (row.is_some() || column.is_some()).then(|| of(row, column))?
        };
        whole(row, column)
            .or_else(|| whole(row, None))
            .or_else(|| whole(None, column))
    }

    /// What settles a conflict in a cell, a row or a column.
    pub(super) fn settled(&self, row: Option<&str>, column: Option<&str>) -> Option<Side> {
        self.chosen(row, column).or(self.table)
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Data => "data",
            Self::Deck => "deck",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_a_cell_counts_before_its_row_and_that_before_its_column() {
        let mut take = Take::default();
        for it in ["data", "r/c=deck", "r=data", "/c=deck", "/d=data"] {
            take.add(it).unwrap();
        }
        assert_eq!(take.chosen(Some("r"), Some("c")), Some(Side::Deck));
        assert_eq!(take.chosen(Some("r"), Some("d")), Some(Side::Data));
        assert_eq!(take.chosen(Some("s"), Some("c")), Some(Side::Deck));
        assert_eq!(take.chosen(Some("s"), Some("e")), None);
        assert_eq!(take.settled(Some("s"), Some("e")), Some(Side::Data));
        assert_eq!(take.chosen(Some("s"), None), None);
        assert_eq!(take.chosen(Some("r"), None), Some(Side::Data));
    }

    #[test]
    fn what_names_no_side_or_no_place_is_refused() {
        for it in ["", "both", "r/c=", "r=mine", "=data", "/=deck"] {
            let mut take = Take::default();
            assert!(take.add(it).is_err(), "{it}");
            assert_eq!(take, Take::default(), "{it}");
        }
    }
}
