//! XML that is read as a tree and changed as a text: an edit replaces its own bytes, and all others stay.

mod edits;
mod encoding;
mod escape;
mod guard;
mod namespaces;
mod tags;

pub use encoding::Text;

pub(crate) use edits::Edits;
pub(crate) use escape::{clean, escape};
pub(crate) use namespaces::{
    DRAWING, DRAWING_2014, MARKUP, OFFICE, PRESENTATION, PRESENTATION_2010, is,
};
pub(crate) use tags::{
    append, child, children, name_of, number, prefix, remove_attribute, set_attribute, start_tag,
};
