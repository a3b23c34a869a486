//! The base deck: the parts that are built in, and those that an author changed.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use ooxml::Package;

/// Where an author's parts stand, relative to the project.
pub const FOLDER: &str = "templates/deck";

static PARTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../templates/deck");

/// The base deck as a package, with `changed` in place of parts of the same names.
///
/// # Errors
/// The parts make no package.
pub(super) fn package(changed: Vec<(String, Vec<u8>)>) -> ooxml::Result<Vec<u8>> {
    let mut parts = BTreeMap::new();
    collect(&PARTS, &mut parts);
    parts.extend(changed.into_iter().filter(|(name, _)| is_part(name)));
    let mut out = Vec::new();
    Package::of_parts(parts)?.save(&mut out)?;
    Ok(out)
}

fn collect(folder: &Dir<'_>, parts: &mut BTreeMap<String, Vec<u8>>) {
    for file in folder.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        if is_part(&name) {
            parts.insert(name, file.contents().to_vec());
        }
    }
    folder.dirs().for_each(|it| collect(it, parts));
}

/// Whether a file of the folder is part of the package: its README is not.
fn is_part(name: &str) -> bool {
    let image = [".png", ".jpeg", ".jpg"];
    [".xml", ".rels"].iter().chain(&image).any(|it| name.ends_with(it))
}
