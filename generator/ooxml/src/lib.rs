//! Packages of Office Open XML, changed without touching what was not asked for.
mod check;
mod error;
mod geometry;
pub mod limits;
mod links;
mod package;
pub mod presentation;
pub mod slide;
pub mod table;
pub mod text;
mod visible;
mod xml;
mod zip;

pub use check::{Finding, check, new_faults};
pub use error::{Error, Result};
pub use geometry::{EMU_PER_POINT, Frame};
pub use package::relationships::{NewRelationship, Target};
pub use package::{ContentTypes, Package, Relationship, Relationships};
pub use presentation::Presentation;
pub use slide::Slide;
pub use table::{Table, TableEdit};
pub use xml::Text;
