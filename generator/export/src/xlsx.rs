//! An Excel workbook: a sheet for each table, every answer with all that is known of it, the sources, and about the file.
//!
//! Every list is a table object of Excel, to be sorted and filtered. A value that is one number is a number whose format prints
//! the unit; everything else is text, whatever it looks like: there is no formula in the file and no macro.

mod about;
mod answers;
mod comparison;
mod field;
mod look;
mod names;
mod number;
mod pieces;
mod room;
mod sheet;
mod sources;
mod workbook;

pub(crate) use workbook::write;
