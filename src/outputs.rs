//! The files that are made of a project besides its book: tables, decisions and slides in every format, and all records as
//! one file.
//!
//! Start reading at [`catalog`], which knows what there is and where it goes; then [`make`].

mod cache;
pub(crate) mod catalog;
pub(crate) mod content;
mod data;
pub(crate) mod jobs;
mod make;
pub(crate) mod manifest;
pub(crate) mod powerpoint;
pub(crate) mod verify;

pub(crate) use make::{Files, Made, Printing};
