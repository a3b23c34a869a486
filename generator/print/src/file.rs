//! A file is written whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::process;

use crate::report::Diagnostic;

/// Writes `bytes` to `path`: to a temporary name beside it first, so that whoever reads `path` sees the old file or the new
/// one.
///
/// # Errors
/// Why it cannot be written. Then what stood there before still does.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    let failed = |error: io::Error| {
        Diagnostic::error(format!("cannot write `{}`: {error}", path.display()))
            .help("make room or choose another place")
    };
    let Some(name) = path.file_name() else {
        return Err(Diagnostic::error(format!(
            "`{}` is no name of a file",
            path.display()
        )));
    };
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{}", process::id()));
    let beside = path.with_file_name(hidden);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let written = complete(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    written.map_err(|error| {
        // What cannot be removed was never made, or its folder is gone: the first error is the one to tell.
        let _ = fs::remove_file(&beside);
        failed(error)
    })
}

fn complete(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.flush()
}
