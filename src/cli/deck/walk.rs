//! Going over decks: those that were named, those in folders, and what is done with each of them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde_json::{Value, json};

use super::Form;
use crate::cli::output::{self, Outcome};

/// What came of a deck.
pub(super) struct Each {
    pub(super) outcome: Outcome,
    /// The report for programs.
    pub(super) value: Value,
}

/// Does something with each deck. One that fails keeps none of the others from their turn.
///
/// # Errors
/// The last failure, once all have had their turn; the others are printed.
pub(super) fn each(
    decks: &[PathBuf],
    format: Form,
    mut one: impl FnMut(&Path) -> anyhow::Result<Each>,
) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::Clean;
    let mut values = Vec::new();
    let mut failed = None;
    for path in decks {
        match one(path) {
            Ok(it) => {
                outcome = outcome.and(it.outcome);
                values.push(it.value);
            }
            Err(error) => {
                values.push(json!({ "deck": path, "error": format!("{error:#}") }));
                if let Some(earlier) = failed.replace(error) {
                    output::error(&format!("{earlier:#}"));
                }
            }
        }
    }
    if format == Form::Json {
        output::line(&serde_json::to_string(&values)?)?;
    }
    match failed {
        Some(error) => Err(error),
        None => Ok(outcome),
    }
}

/// The decks among `paths` and below those of them that are folders; with each, whether it was named.
///
/// # Errors
/// A folder cannot be listed.
pub(super) fn decks(paths: &[PathBuf]) -> anyhow::Result<Vec<(PathBuf, bool)>> {
    let mut out = Vec::new();
    for path in paths {
        if path.is_dir() {
            let mut found = Vec::new();
            below(path, &mut found)?;
            found.sort();
            out.extend(found.into_iter().map(|it| (it, false)));
        } else {
            out.push((path.clone(), true));
        }
    }
    Ok(out)
}

/// The decks below a folder. Hidden files, and those that mark a deck as open, are none.
fn below(folder: &Path, found: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    let cannot = || format!("`{}` cannot be listed", folder.display());
    for entry in fs::read_dir(folder).with_context(cannot)? {
        let entry = entry.with_context(cannot)?;
        let path = entry.path();
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with('.') || name.starts_with("~$") {
            continue;
        }
        // A link to a folder is not followed: it may lead back.
        if entry.file_type().with_context(cannot)?.is_dir() {
            below(&path, found)?;
        } else if is_deck(&path) {
            found.push(path);
        }
    }
    Ok(())
}

fn is_deck(path: &Path) -> bool {
    let extension = path.extension().and_then(|it| it.to_str());
    extension.is_some_and(|it| it.eq_ignore_ascii_case("pptx") || it.eq_ignore_ascii_case("pptm"))
}
