//! Parts and their types, and where relationships lead.

use std::collections::{BTreeSet, HashMap};
use std::io::{Read, Seek};

use super::reach::owner_of;
use super::{Finding, reachable, understood};
use crate::Result;
use crate::package::{CONTENT_TYPES, Package};

pub(super) fn check(package: &mut Package<impl Read + Seek>, out: &mut Vec<Finding>) -> Result<()> {
    for name in package.doubtful_names() {
        out.push(Finding::of(
            "name-twice",
            &name,
            "is there twice, or in two cases",
        ));
    }
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    types(package, &names, out)?;
    for name in &names {
        if let Some(owner) = owner_of(name) {
            targets(package, &owner, out)?;
        }
    }
    let found = reachable(package)?;
    let parts = names
        .iter()
        .filter(|it| owner_of(it).is_none() && !it.eq_ignore_ascii_case(CONTENT_TYPES));
    for name in parts.filter(|it| !found.contains(&it.to_ascii_lowercase())) {
        out.push(Finding::of(
            "unreachable-part",
            name,
            "is not led to by any other part",
        ));
    }
    Ok(())
}

/// Every part has one type, and every type a part.
fn types(
    package: &mut Package<impl Read + Seek>,
    names: &[String],
    out: &mut Vec<Finding>,
) -> Result<()> {
    let result = package.content_types();
    let Some(types) = understood(result, CONTENT_TYPES, out)? else {
        return Ok(());
    };
    let mut overrides = HashMap::new();
    for (name, _) in &types.overrides {
        *overrides.entry(name.to_ascii_lowercase()).or_insert(0) += 1;
    }
    let ends: BTreeSet<&str> = types.defaults.iter().map(|it| it.0.as_str()).collect();
    let mut present = BTreeSet::new();
    for name in names
        .iter()
        .filter(|it| !it.eq_ignore_ascii_case(CONTENT_TYPES))
    {
        let key = name.to_ascii_lowercase();
        let end = key.rsplit('/').next().and_then(|it| it.rsplit_once('.'));
        if !overrides.contains_key(&key) && !end.is_some_and(|it| ends.contains(it.1)) {
            out.push(Finding::of("untyped-part", name, "has no content type"));
        }
        present.insert(key);
    }
    for (name, count) in overrides {
        if count > 1 {
            out.push(Finding::of(
                "typed-twice",
                &name,
                "has several content types",
            ));
        }
        if !present.contains(&name) {
            out.push(Finding::of(
                "typed-but-missing",
                &name,
                "has a content type and is not there",
            ));
        }
    }
    // The order of a hash map is none.
    out.sort_by(|a, b| (a.rule, &a.part).cmp(&(b.rule, &b.part)));
    Ok(())
}

/// Every relationship within the package leads to a part, and has an id of its own.
fn targets(
    package: &mut Package<impl Read + Seek>,
    owner: &str,
    out: &mut Vec<Finding>,
) -> Result<()> {
    if !owner.is_empty() && !package.has(owner) {
        out.push(Finding::of(
            "orphaned-relationships",
            owner,
            "has relationships and is not there",
        ));
    }
    let result = package.relationships(owner);
    let Some(relationships) = understood(result, owner, out)? else {
        return Ok(());
    };
    let mut ids = BTreeSet::new();
    for it in &relationships.all {
        if !ids.insert(&it.id) {
            out.push(Finding::of(
                "relationship-twice",
                owner,
                format!("has two relationships of the id {}", it.id),
            ));
        }
        // A target that is only a fragment is a place in the part itself.
        if it.external || it.target.starts_with('#') || it.target.eq_ignore_ascii_case("NULL") {
            continue;
        }
        match relationships.part(it) {
            Ok(part) if package.has(&part) => {}
            Ok(part) => out.push(Finding::of(
                "dangling-target",
                owner,
                format!("leads to {part}, which is not there"),
            )),
            Err(error) => out.push(Finding::of("dangling-target", owner, error.to_string())),
        }
    }
    Ok(())
}
