//! How many draws a verdict needs for each of its words, as the manifest sets it.

use serde::Serialize;

use crate::draft::Draft;

/// Whole percents of the draws.
#[derive(Debug, Serialize)]
pub(super) struct ThresholdView {
    clear: u32,
    stress: u32,
    leaning: u32,
    depends: u32,
}

pub(super) fn of(draft: &mut Draft<'_>) -> ThresholdView {
    let it = &draft.know.model.manifest.thresholds;
    ThresholdView {
        clear: it.clear,
        stress: it.stress,
        leaning: it.leaning,
        depends: it.depends,
    }
}
