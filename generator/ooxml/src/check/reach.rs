//! Which parts the package leads to, directly or through others.

use std::collections::BTreeSet;
use std::io::{Read, Seek};

use crate::package::Package;
use crate::{Error, Result};

/// The names, in lower case, of all parts that are led to. What cannot be read leads nowhere.
///
/// # Errors
/// Reading fails, or the total is too large.
pub(crate) fn reachable(package: &mut Package<impl Read + Seek>) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    let mut open = vec![String::new()];
    while let Some(part) = open.pop() {
        let relationships = match package.relationships(&part) {
            Ok(it) => it,
            Err(it @ (Error::Io(_) | Error::TotalTooLarge(_))) => return Err(it),
            Err(_) => continue,
        };
        for it in relationships.all.iter().filter(|it| !it.external) {
            let Ok(target) = relationships.part(it) else {
                continue;
            };
            if package.has(&target) && found.insert(target.to_ascii_lowercase()) {
                open.push(target);
            }
        }
    }
    Ok(found)
}

/// The part to which a part of relationships belongs; the package itself is the empty name.
pub(super) fn owner_of(name: &str) -> Option<String> {
    let stem = name
        .strip_suffix(".rels")
        .or_else(|| name.strip_suffix(".RELS"))?;
    let (folder, file) = stem.rsplit_once('/')?;
    let folder = folder.strip_suffix("_rels")?;
    Some(format!("{folder}{file}"))
}
