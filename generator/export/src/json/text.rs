//! Texts as JSON: the plain text that a program searches, and the runs where there is more to it.

use document::{Run, plain};
use serde::Serialize;

use crate::spaces::typed;

/// `{"text": …}`, with `"runs": […]` if it has links, emphasis, code, facts or citations.
#[derive(Serialize)]
pub(super) struct Text<'t> {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    runs: Option<&'t [Run]>,
}

impl<'t> Text<'t> {
    pub(super) fn of(runs: &'t [Run]) -> Self {
        let more = runs.iter().any(|it| !matches!(it, Run::Text(_)));
        Self {
            text: typed(&plain(runs)),
            runs: more.then_some(runs),
        }
    }

    pub(super) fn unless_empty(runs: &'t [Run]) -> Option<Self> {
        (!runs.is_empty()).then(|| Self::of(runs))
    }
}
