//! Files that are written whole or not at all.

use std::fs;
use std::io;
use std::path::Path;

/// Writes beside and renames, so that a failure leaves the file that was there, and so that another name of that file keeps
/// its bytes. A file that says the same already is not touched.
///
/// # Errors
/// When a folder cannot be made or the file not be written.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::metadata(path).is_ok_and(|it| it.len() == bytes.len() as u64)
        && fs::read(path).is_ok_and(|it| it == bytes)
    {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.unfinished", std::process::id()));
    let beside = path.with_file_name(name);
    let result = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    if result.is_err() {
        drop(fs::remove_file(&beside));
    }
    result
}
