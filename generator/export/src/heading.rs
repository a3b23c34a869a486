//! Paragraphs that are headings: a document sets short ones in strong letters, a format with headings can do better.

use document::{Block, Run};

/// The text of a block that is one strong text and nothing else.
pub(crate) fn of(block: &Block) -> Option<&[Run]> {
    match block {
        Block::Paragraph(runs) => match runs.as_slice() {
            [Run::Strong(inner)] => Some(inner),
            _ => None,
        },
        Block::List { .. } => None,
    }
}
