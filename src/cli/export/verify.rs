//! `tradeoff export --verify`: whether files still show what the data says.

use std::path::PathBuf;

use document::Stamp;
use serde_json::json;

use super::super::output::{self, Outcome};
use crate::outputs::content::Library;
use crate::outputs::verify::{self, State};

/// Says of each file whether it is up to date, and of a stale one which rows changed. A file that cannot be compared is a
/// finding too.
pub(super) fn verify(files: &[PathBuf], library: &Library, as_json: bool) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::Clean;
    let mut found = Vec::new();
    for file in files {
        let state = verify::stamp(file).map(|stamp| state(&stamp, library));
        if !matches!(state, Ok((_, State::Current))) {
            outcome = Outcome::Findings;
        }
        if as_json {
            found.push(match &state {
                Ok((stamp, state)) => json!({
                    "file": file, "subject": stamp.subject, "revision": stamp.revision, "as-of": stamp.as_of, "result": state,
                }),
                Err(why) => json!({ "file": file, "error": why }),
            });
            continue;
        }
        let name = file.display();
        match state {
            Ok((stamp, state)) => {
                let words = verify::words(&state, &stamp.subject);
                output::line(&format!("{name}: {words}"))?;
            }
            Err(why) => output::error(&format!("{name}: {why}")),
        }
    }
    if as_json {
        output::line(&serde_json::to_string(&found)?)?;
    }
    Ok(outcome)
}

fn state(stamp: &Stamp, library: &Library) -> (Stamp, State) {
    let content = library.content(&stamp.subject, &stamp.selection);
    let today = content.as_ref().map(crate::outputs::content::Content::stamp);
    let table = content.as_ref().and_then(|it| it.table());
    let state = verify::compare(stamp, today.as_ref(), table);
    (stamp.clone(), state)
}
