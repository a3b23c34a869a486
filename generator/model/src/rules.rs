//! The ids of the rules that loading itself reports.

/// Every rule that loading reports, sorted; `tradeoff explain` documents each.
pub const RULES: &[&str] = &[
    AMBIGUOUS_NAME,
    BAD_CELL,
    BAD_FACT,
    BAD_FORMULA,
    BAD_ID,
    BAD_LINK,
    BAD_MARKUP,
    BAD_PLACEHOLDER,
    BAD_RANGE,
    CASE_COLLISION,
    HIDDEN_CHARACTER,
    MISSING_FIELD,
    MISSING_FILE,
    MIXED_WEIGHTS,
    OUT_OF_RANGE,
    SYNTAX,
    UNIT_MISMATCH,
    UNKNOWN_FIELD,
    UNKNOWN_FOLDER,
    UNKNOWN_REFERENCE,
    UNKNOWN_WORD,
    WRONG_TYPE,
];

/// One word names two things in one space of names.
pub(crate) const AMBIGUOUS_NAME: &str = "ambiguous-name";
/// A cell says nothing, two things, or something that its scale has no place for.
pub(crate) const BAD_CELL: &str = "bad-cell";
/// A fact contradicts itself.
pub(crate) const BAD_FACT: &str = "bad-fact";
/// A formula holds something that is no number, name or operator.
pub(crate) const BAD_FORMULA: &str = "bad-formula";
/// An id is not written as ids are, or is a reserved word.
pub(crate) const BAD_ID: &str = "bad-id";
/// A link does not lead to a record, or uses a scheme that is not allowed.
pub(crate) const BAD_LINK: &str = "bad-link";
/// A text uses Markdown that records do not have.
pub(crate) const BAD_MARKUP: &str = "bad-markup";
/// Double braces hold something other than a fact.
pub(crate) const BAD_PLACEHOLDER: &str = "bad-placeholder";
/// The bounds of a range are not in order.
pub(crate) const BAD_RANGE: &str = "bad-range";
/// Two files differ only in case.
pub(crate) const CASE_COLLISION: &str = "case-collision";
/// A text holds a character that a reviewer would not see.
pub(crate) const HIDDEN_CHARACTER: &str = "hidden-character";
/// A required field is not there.
pub(crate) const MISSING_FIELD: &str = "missing-field";
/// A file that a record names is not there.
pub(crate) const MISSING_FILE: &str = "missing-file";
/// A use case gives ranks to some needs and swings to others.
pub(crate) const MIXED_WEIGHTS: &str = "mixed-weights";
/// A number, date or text is outside what its field allows.
pub(crate) const OUT_OF_RANGE: &str = "out-of-range";
/// The file is not TOML.
pub(crate) const SYNTAX: &str = "syntax";
/// A fact stands where another kind of unit is needed.
pub(crate) const UNIT_MISMATCH: &str = "unit-mismatch";
/// A field does not exist.
pub(crate) const UNKNOWN_FIELD: &str = "unknown-field";
/// A folder or file has no meaning here.
pub(crate) const UNKNOWN_FOLDER: &str = "unknown-folder";
/// A reference leads nowhere.
pub(crate) const UNKNOWN_REFERENCE: &str = "unknown-reference";
/// A word is not one of those that a field knows.
pub(crate) const UNKNOWN_WORD: &str = "unknown-word";
/// A value has another type than its field.
pub(crate) const WRONG_TYPE: &str = "wrong-type";
