//! The name of a shape: the only mark of a table that every program keeps.

use std::fmt;

use document::Subject;

/// What the name of a shape says: `tradeoff:<table>`, and `#k/n` behind it for piece `k` of `n`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ShapeName {
    /// The id of the table.
    pub table: String,
    /// Which piece it is, from 1, and how many there are; nothing if the table is whole.
    pub piece: Option<(usize, usize)>,
}

/// What the names of our shapes begin with.
pub(super) const SIGN: &str = "tradeoff:";

impl ShapeName {
    /// The name that was written as `text`; nothing if the shape is none of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix(SIGN)?;
        let (table, piece) = match text.split_once('#') {
            None => (text, None),
            Some((table, piece)) => (table, Some(piece_of(piece)?)),
        };
        match Subject::parse(table) {
            Some(Subject::Table(id)) if id == table => Some(Self { table: id, piece }),
            _ => None,
        }
    }
}

impl fmt::Display for ShapeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{SIGN}{}", self.table)?;
        match self.piece {
            Some((number, count)) => write!(f, "#{number}/{count}"),
            None => Ok(()),
        }
    }
}

fn piece_of(text: &str) -> Option<(usize, usize)> {
    let (number, count) = text.split_once('/')?;
    let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if !digits(number) || !digits(count) {
        return None;
    }
    let (number, count) = (number.parse().ok()?, count.parse().ok()?);
    (1 <= number && number <= count).then_some((number, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_was_written() {
        for (table, piece, text) in [
            ("cvs", None, "tradeoff:cvs"),
            ("cvs-detail", Some((2, 3)), "tradeoff:cvs-detail#2/3"),
        ] {
            let name = ShapeName {
                table: table.to_owned(),
                piece,
            };
            assert_eq!(name.to_string(), text);
            assert_eq!(ShapeName::parse(text), Some(name));
        }
        for text in [
            "",
            "cvs",
            "tradeoff:",
            "tradeoff:Cvs",
            "tradeoff:cvs ",
            "tradeoff:table:cvs",
            "tradeoff:deck:cvs",
            "tradeoff:cvs#",
            "tradeoff:cvs#0/2",
            "tradeoff:cvs#3/2",
            "tradeoff:cvs#1",
            "tradeoff:cvs#+1/2",
            "tradeoff:cvs#1/99999999999999999999999",
        ] {
            assert_eq!(ShapeName::parse(text), None, "{text}");
        }
    }
}
