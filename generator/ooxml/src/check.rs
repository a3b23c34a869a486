//! What `PowerPoint` would repair or refuse, and other programs and validators pass over.
//!
//! Decks often have faults already, so a deck is compared with what it was: only new ones keep it from being written.

mod finding;
mod list;
mod parts;
mod reach;
mod slide;
mod table;
mod xml;

use std::collections::HashMap;
use std::io::{Read, Seek, Write};

pub use finding::Finding;
pub(crate) use reach::reachable;

use crate::package::Package;
use crate::{Error, Result};

/// Everything that is wrong with a presentation.
///
/// # Errors
/// Reading fails, or a limit is broken; a part that cannot be understood is a finding.
pub fn check(package: &mut Package<impl Read + Seek>) -> Result<Vec<Finding>> {
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    examine(package, &names)
}

/// What is wrong with a presentation that was right when it was opened.
///
/// # Errors
/// As [`check`].
pub fn new_faults(package: &mut Package<impl Read + Seek>) -> Result<Vec<Finding>> {
    if !package.is_changed()? {
        return Ok(Vec::new());
    }
    // Within a part that is the same, everything that is wrong was so before.
    let touched = package.touched();
    let after = examine(package, &touched)?;
    let changes = package.take_changes()?;
    let before = examine(package, &touched);
    package.put_changes(changes);
    let mut known: HashMap<_, usize> = HashMap::new();
    for it in before? {
        *known.entry((it.rule, it.part)).or_default() += 1;
    }
    // Places move when rows come and go, so findings of one rule and part are counted.
    let is_new = |it: &Finding| match known.get_mut(&(it.rule, it.part.clone())) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    Ok(after.into_iter().filter(is_new).collect())
}

impl<R: Read + Seek> Package<R> {
    /// Writes the package as [`Package::save`] does, unless it has faults that it did not have when it was opened.
    ///
    /// # Errors
    /// [`Error::Faults`], before a byte is written; else as [`check`] and [`Package::save`].
    pub fn save_checked(&mut self, out: &mut impl Write) -> Result<()> {
        let faults = new_faults(self)?;
        if !faults.is_empty() {
            return Err(Error::Faults(faults));
        }
        self.save(out)
    }
}

/// The findings of the package, and of these parts.
fn examine(package: &mut Package<impl Read + Seek>, parts: &[String]) -> Result<Vec<Finding>> {
    let mut out = Vec::new();
    parts::check(package, &mut out)?;
    list::check(package, &mut out)?;
    for part in parts
        .iter()
        .filter(|it| package.has(it))
        .cloned()
        .collect::<Vec<_>>()
    {
        xml::check(package, &part, &mut out)?;
    }
    Ok(out)
}

/// The value, or a finding where a part cannot be understood.
///
/// # Errors
/// What is no fault of the part: reading failed, or the total is too large.
fn understood<T>(result: Result<T>, part: &str, out: &mut Vec<Finding>) -> Result<Option<T>> {
    match result {
        Ok(it) => Ok(Some(it)),
        Err(it @ (Error::Io(_) | Error::TotalTooLarge(_))) => Err(it),
        Err(it) => {
            out.push(Finding::of("unreadable-part", part, it.to_string()));
            Ok(None)
        }
    }
}
