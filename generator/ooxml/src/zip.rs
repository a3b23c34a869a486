//! The zip below a package, of which every record can be copied as it is.
//!
//! # Source
//!
//! PKWARE, *APPNOTE.TXT: .ZIP File Format Specification*, 6.3.10, sections 4.3 and 4.5.3.

mod bytes;
mod directory;
mod end;
mod inflate;
mod record;
mod write;

pub(crate) use directory::Archive;
pub(crate) use inflate::inflate;
pub(crate) use record::Record;
pub(crate) use write::{Change, save};
