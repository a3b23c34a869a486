//! `tradeoff export --verify`: whether files still show what the data says.

use std::path::PathBuf;

use document::Stamp;
use serde_json::{Value, json};

use super::super::output::{self, Outcome};
use crate::outputs::content::{Content, Library};
use crate::outputs::verify::{self, State};

/// Says of each file whether it is up to date, and of a stale one which rows changed. A file that cannot be compared is a
/// finding too.
pub(super) fn verify(
    files: &[PathBuf],
    library: &Library,
    as_json: bool,
) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::Clean;
    let mut found = Vec::new();
    for file in files {
        let states = verify::stamps(file).map(|all| {
            let states = all.into_iter().map(|it| (state(&it, library), it));
            states.collect::<Vec<_>>()
        });
        let current = |all: &Vec<(State, Stamp)>| all.iter().all(|(it, _)| *it == State::Current);
        if !states.as_ref().is_ok_and(current) {
            outcome = Outcome::Findings;
        }
        if as_json {
            found.push(match &states {
                Ok(all) => {
                    json!({ "file": file, "shows": all.iter().map(as_value).collect::<Vec<_>>() })
                }
                Err(why) => json!({ "file": file, "error": why }),
            });
            continue;
        }
        let name = file.display();
        match states {
            Ok(all) if current(&all) => output::line(&format!("{name}: up to date"))?,
            Ok(all) => {
                let several = all.len() > 1;
                for (state, stamp) in all.iter().filter(|(it, _)| *it != State::Current) {
                    let of = match several {
                        true => format!(" ({})", stamp.subject),
                        false => String::new(),
                    };
                    let words = verify::words(state, &stamp.subject);
                    output::line(&format!("{name}{of}: {words}"))?;
                }
            }
            Err(why) => output::error(&format!("{name}: {why}")),
        }
    }
    if as_json {
        output::line(&serde_json::to_string(&found)?)?;
    }
    Ok(outcome)
}

fn as_value((state, stamp): &(State, Stamp)) -> Value {
    json!({ "subject": stamp.subject, "revision": stamp.revision, "as-of": stamp.as_of, "result": state })
}

fn state(stamp: &Stamp, library: &Library) -> State {
    let content = library.content(&stamp.subject, &stamp.selection);
    let today = content.as_ref().map(Content::stamp);
    let table = content.as_ref().and_then(Content::table);
    verify::compare(stamp, today.as_ref(), table)
}
