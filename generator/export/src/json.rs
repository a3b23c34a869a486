//! JSON: everything that a table or a document holds, in the shape of the schemas in `templates/schema/`.

mod document;
mod table;
mod text;

use serde::Serialize;

use crate::{Format, Refused, Written};

pub(crate) use self::document::write as write_document;
pub(crate) use table::write;

/// `value` on lines of its own, two spaces a level.
fn written(value: &impl Serialize) -> Result<Written, Refused> {
    let bytes = serde_json::to_vec_pretty(value);
    let mut bytes = bytes.map_err(|it| Refused::Failed(Format::Json, it.to_string()))?;
    bytes.push(b'\n');
    Ok(Written {
        bytes,
        losses: Vec::new(),
    })
}
