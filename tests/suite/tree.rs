//! Folders as values: every file by path, to be compared.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Every file below `folder`: path with slashes, and bytes.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// Reads a folder, hidden files too.
#[track_caller]
pub fn tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let entries =
            fs::read_dir(&next).unwrap_or_else(|error| panic!("{}: {error}", next.display()));
        for entry in entries {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("a path below the folder");
                tree.insert(
                    name.to_string_lossy().replace('\\', "/"),
                    fs::read(&path).expect("a file"),
                );
            }
        }
    }
    tree
}

/// The names of files that one tree lacks or that differ.
pub fn differences(a: &Tree, b: &Tree) -> Vec<String> {
    let mut names: Vec<String> = a
        .keys()
        .chain(b.keys())
        .filter(|it| a.get(*it) != b.get(*it))
        .cloned()
        .collect();
    names.sort();
    names.dedup();
    names
}

/// Names of what is directly in `folder`, sorted.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder to list");
    let mut names: Vec<String> = entries
        .map(|it| {
            it.expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}
