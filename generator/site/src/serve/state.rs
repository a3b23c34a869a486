//! What the preview shows at a moment.

use std::path::PathBuf;

use serde::Serialize;

/// One state; every build makes the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct State {
    /// Names the newest good build; a page that was sent under another is stale.
    pub(super) version: String,
    /// The folder of that build; `None` before the first.
    pub(super) folder: Option<PathBuf>,
    /// What the build after it said, if it failed.
    pub(super) diagnostics: Option<String>,
}

impl State {
    /// The state after a build with this outcome; `version` is what to call it if it is good.
    pub(super) fn after(&self, outcome: Result<PathBuf, String>, version: String) -> Self {
        match outcome {
            Ok(folder) => Self {
                version,
                folder: Some(folder),
                diagnostics: None,
            },
            Err(diagnostics) => Self {
                diagnostics: Some(diagnostics),
                ..self.clone()
            },
        }
    }

    /// What the script of a page is told.
    pub(super) fn message(&self) -> Message<'_> {
        Message {
            version: &self.version,
            diagnostics: self.diagnostics.as_deref(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct Message<'a> {
    version: &'a str,
    diagnostics: Option<&'a str>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_build_keeps_the_last_good_one() {
        let good = State::default().after(Ok("a".into()), "1".into());
        let bad = good.after(Err("no".into()), "2".into());
        assert_eq!((&bad.version, &bad.folder), (&good.version, &good.folder));
        assert_eq!(bad.diagnostics.as_deref(), Some("no"));
        let better = bad.after(Ok("b".into()), "3".into());
        assert_eq!((&*better.version, better.diagnostics), ("3", None));
    }
}
