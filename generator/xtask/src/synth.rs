//! Writes a synthetic project: as many records or pages as are asked for, always the same bytes.

mod book;
mod expected;
mod faults;
mod names;
mod plan;
mod records;
#[cfg(test)]
mod tests;
mod toml_text;
mod words;

use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use model::Kind;

use names::Names;
use plan::Plan;
use records::File;

pub(crate) use book::{copy, repository};
pub(crate) use words::Words;

/// How large the project is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Size {
    /// So many pages.
    Pages(usize),
    /// So many records.
    Records(usize),
}

/// Writes a project into `out`, which must be missing or empty. With `broken`, every record has one error.
///
/// # Errors
/// When the size is too small, `out` is in use, or something cannot be read or written.
pub(crate) fn write(size: Size, broken: bool, out: &Path) -> anyhow::Result<()> {
    let in_use = out.exists()
        && out
            .read_dir()
            .map_or(true, |mut entries| entries.next().is_some());
    ensure!(
        !in_use,
        "`{}` is not an empty folder; name another one, or delete it",
        out.display()
    );
    for file in files(size, broken)? {
        let path = out.join(file.path);
        let folder = path.parent().unwrap_or(out);
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(&path, file.text));
        written.with_context(|| format!("`{}` cannot be written", path.display()))?;
    }
    book::copy_theme(out)
}

/// Every file but the theme.
fn files(size: Size, broken: bool) -> anyhow::Result<Vec<File>> {
    let plan = match size {
        Size::Pages(pages) => Plan::of_pages(pages, book::WRITTEN)?,
        Size::Records(records) => Plan::of_records(records)?,
    };
    let mut files = records::files(&plan);
    expected::settle(&mut files);
    if broken {
        faults::add(&mut files);
    }
    files.extend(book::files(&Names::new(&plan).id(Kind::Table, 1))?);
    Ok(files)
}
