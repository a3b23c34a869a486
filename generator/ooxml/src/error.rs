//! What can be wrong with a package, and what to do about it.

use std::{fmt, io};

use crate::check::Finding;
use crate::limits;
use crate::visible::visible;

/// The result of everything that reads a package.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a package cannot be read or changed. The text of each is one phrase that names the part and says what to do; whoever
/// opened the file puts its name in front.
#[derive(Debug)]
pub enum Error {
    /// The file ends before it begins.
    Empty,
    /// No zip, and nothing that is known.
    NotZip,
    /// A document of another kind; what it is, such as `a PDF`.
    OtherKind(&'static str),
    /// A compound file: encrypted, or from before 2007.
    Compound,
    /// The file ends too early.
    Truncated,
    /// The directory of the zip contradicts itself or the file; how.
    Damaged(&'static str),
    /// The file has more bytes than [`limits::MAX_FILE_BYTES`].
    FileTooLarge,
    /// There are more records than [`limits::MAX_RECORDS`].
    TooManyRecords(u64),
    /// Two records share bytes.
    Overlap(String),
    /// Two records have one name, or names that differ only in case.
    Duplicate(String),
    /// The part is encrypted within the zip.
    Encrypted(String),
    /// The part is compressed by a method other than 0 and 8.
    Method(String, u16),
    /// The directory gives the part another name than its own header.
    NameMismatch(String),
    /// The part's bytes are not those that were written.
    Checksum(String),
    /// The part is larger than [`limits::MAX_PART_BYTES`].
    PartTooLarge(String),
    /// All parts together are larger than [`limits::MAX_TOTAL_BYTES`].
    TotalTooLarge(String),
    /// The part inflates to more than [`limits::MAX_RATIO`] times its size.
    Ratio(String),
    /// There is no such part.
    NoPart(String),
    /// There is such a part already.
    PartExists(String),
    /// Nothing of the part leads to what it needs: the part, and what is missing.
    NoRelationship(String, &'static str),
    /// A relationship leads above the root: the part, and the target.
    Climbs(String, String),
    /// A relationship that has to be inside the package leads outside: the part, and the target.
    External(String, String),
    /// The part has a document type, which could name other files or grow without end.
    Doctype(String),
    /// Elements are nested deeper than [`limits::MAX_DEPTH`].
    Depth(String),
    /// An element has more attributes than [`limits::MAX_ATTRIBUTES`].
    Attributes(String),
    /// The part has more elements and attributes than [`limits::MAX_NODES`].
    Nodes(String),
    /// The part declares more namespaces than [`limits::MAX_NAMESPACES`].
    Namespaces(String),
    /// The part is not XML: the part, and what the parser says.
    Xml(String, String),
    /// The part is in an encoding that is not read: the part, and the encoding.
    Encoding(String, String),
    /// The part lacks an element or attribute that it must have.
    Lacks(String, &'static str),
    /// The package holds macros that its type denies.
    Macros,
    /// The package is in the strict form, to which nothing is added.
    Strict,
    /// A table has more rows or columns than is read: the shape.
    TableTooLarge(String),
    /// There is no such shape: its name.
    NoShape(String),
    /// There is no such row, column or cell in the table: the shape, and what was asked for.
    NoCell(String, String),
    /// The cell is covered by a merged one, so that nobody would see its text: the shape, and the cell.
    Covered(String, String),
    /// A merged cell begins in what is to be removed, and goes on behind it: the shape, and where.
    Merged(String, String),
    /// The table is part of a group or of alternate content, where it cannot be repeated: the shape.
    Nested(String),
    /// Nothing of the table would be left: the shape.
    Emptied(String),
    /// What would be written has faults that the package did not have.
    Faults(Vec<Finding>),
    /// Reading or writing failed.
    Io(io::Error),
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io(it) => Some(it),
            _ => None,
        }
    }
}

impl From<io::Error> for Error {
    fn from(it: io::Error) -> Self {
        match it.kind() {
            io::ErrorKind::UnexpectedEof => Self::Truncated,
            _ => Self::Io(it),
        }
    }
}

const AGAIN: &str = "save it again in the program that made it";

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the file is empty: copy it again"),
            Self::NotZip => {
                f.write_str("not a .pptx file, nor anything else that is known: check the name")
            }
            Self::OtherKind(what) => write!(f, "the file is {what}: save it as .pptx"),
            Self::Compound => f.write_str(
                "password-protected or an old .ppt: save it as .pptx without a password",
            ),
            Self::Truncated => f.write_str("the file ends too early: copy it again"),
            Self::Damaged(how) => write!(f, "the zip is damaged, {how}: {AGAIN}"),
            Self::FileTooLarge => write!(
                f,
                "the file is larger than {} MiB: compress its pictures",
                limits::MAX_FILE_BYTES >> 20
            ),
            Self::TooManyRecords(count) => write!(
                f,
                "the zip has {count} records, more than {}: split the deck",
                limits::MAX_RECORDS
            ),
            Self::Faults(them) => {
                f.write_str("nothing is written, for the result would have faults:")?;
                them.iter().try_for_each(|it| write!(f, "\n  {it}"))
            }
            Self::Macros => f.write_str("there are macros in a file that is typed as one without: save it as .pptm"),
            Self::Strict => f.write_str(
                "a strict Open XML presentation, to which no slide is added: save it as an ordinary .pptx",
            ),
            Self::Io(it) => write!(f, "{it}"),
            _ => self.of_part(f),
        }
    }
}

impl Error {
    /// The texts of what concerns one part or one shape.
    fn of_part(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, what, remedy) = match self {
            Self::Overlap(it) => (it, "shares bytes with another record".to_owned(), AGAIN),
            Self::Duplicate(it) => (it, "is there twice".to_owned(), AGAIN),
            Self::Encrypted(it) => (it, "is encrypted".to_owned(), "save it without a password"),
            Self::Method(it, id) => (it, format!("is compressed by method {id}"), AGAIN),
            Self::NameMismatch(it) => (it, "has two different names".to_owned(), AGAIN),
            Self::Checksum(it) => (it, "is damaged".to_owned(), "copy the file again"),
            Self::NoPart(it) => (it, "is missing".to_owned(), AGAIN),
            Self::PartExists(it) => (it, "is there already".to_owned(), "replace it"),
            Self::NoRelationship(it, what) => (it, format!("has no {what}"), AGAIN),
            Self::Climbs(it, target) => (
                it,
                format!("leads out of the file to `{}`", visible(target)),
                AGAIN,
            ),
            Self::External(it, target) => (
                it,
                format!("needs what is elsewhere, at `{}`", visible(target)),
                "embed it",
            ),
            Self::Doctype(it) => (it, "has a document type".to_owned(), AGAIN),
            Self::Xml(it, what) => (it, format!("is not XML ({})", visible(what)), AGAIN),
            Self::Encoding(it, name) => (
                it,
                format!("is written in `{}`, not in UTF-8 or UTF-16", visible(name)),
                AGAIN,
            ),
            Self::Lacks(it, what) => (it, format!("lacks `{what}`"), AGAIN),
            Self::NoShape(it) => (it, "is no shape with a table".to_owned(), "check its name"),
            Self::NoCell(it, what) => (it, format!("has no {what}"), "read the table again"),
            Self::Covered(it, what) => (
                it,
                format!("has a merged cell that covers {what}"),
                "write into the merged cell, or split it",
            ),
            Self::Merged(it, what) => (
                it,
                format!("has a merged cell that begins in {what}"),
                "split the cell first",
            ),
            Self::Nested(it) => (
                it,
                "is part of a group or of alternate content".to_owned(),
                "ungroup it",
            ),
            Self::Emptied(it) => (
                it,
                "would have no row or no column left".to_owned(),
                "take the table out instead",
            ),
            _ => return self.of_limit(f),
        };
        write!(f, "`{}` {what}: {remedy}", visible(name))
    }

    /// The texts of what breaks a limit in one part or one shape.
    fn of_limit(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, what, remedy) = match self {
            Self::PartTooLarge(it) => (
                it,
                format!("has more than {} MiB", limits::MAX_PART_BYTES >> 20),
                "split the slide",
            ),
            Self::TotalTooLarge(it) => {
                let most = limits::MAX_TOTAL_BYTES >> 20;
                (
                    it,
                    format!("comes on top of {most} MiB, and no more is read"),
                    "split the deck",
                )
            }
            Self::Ratio(it) => (
                it,
                format!("inflates to more than {} times its size", limits::MAX_RATIO),
                AGAIN,
            ),
            Self::Depth(it) => (
                it,
                format!("is nested more than {} deep", limits::MAX_DEPTH),
                "ungroup its shapes",
            ),
            Self::Attributes(it) => (
                it,
                format!(
                    "has an element with more than {} attributes",
                    limits::MAX_ATTRIBUTES
                ),
                AGAIN,
            ),
            Self::Nodes(it) => (
                it,
                format!(
                    "has more than {} elements and attributes",
                    limits::MAX_NODES
                ),
                "split the slide",
            ),
            Self::Namespaces(it) => (it, "declares namespaces again and again".to_owned(), AGAIN),
            Self::TableTooLarge(it) => {
                let most = format!(
                    "has more than {} rows or {} columns",
                    limits::MAX_ROWS,
                    limits::MAX_COLUMNS
                );
                (it, most, "split the table")
            }
            _ => return Ok(()),
        };
        write!(f, "`{}` {what}: {remedy}", visible(name))
    }
}
