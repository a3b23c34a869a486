//! The limits that keep a hostile package from costing more than an honest one.
//!
//! Decks come from anywhere. Sizes are counted while reading, never taken from headers.

/// The largest package, in bytes.
pub const MAX_FILE_BYTES: u64 = 512 << 20;
/// The most records of one package.
pub const MAX_RECORDS: u64 = 20_000;
/// The largest central directory, in bytes.
pub const MAX_DIRECTORY_BYTES: u64 = 32 << 20;
/// The largest part that is read, in bytes after inflating.
pub const MAX_PART_BYTES: u64 = 64 << 20;
/// All parts that are read, in bytes after inflating.
pub const MAX_TOTAL_BYTES: u64 = 256 << 20;
/// A part may inflate to this many times its size; 20,000 equal rows of a table come to 193.
pub const MAX_RATIO: u64 = 200;
/// Below this size the ratio does not count, in bytes after inflating.
pub const RATIO_FROM_BYTES: u64 = 1 << 20;
/// How deep elements of XML may be nested.
pub const MAX_DEPTH: usize = 256;
/// The most attributes of one element: a parser compares each with each.
pub const MAX_ATTRIBUTES: usize = 256;
/// The most rows of a table.
pub const MAX_ROWS: usize = 500;
/// The most columns of a table.
pub const MAX_COLUMNS: usize = 60;
/// The most elements and attributes of one part together: each takes some 70 bytes when it is read.
pub const MAX_NODES: usize = 4_000_000;
/// The most namespaces of one part, counted for each element that declares one with all that hold there.
pub const MAX_NAMESPACES: usize = 10_000_000;
