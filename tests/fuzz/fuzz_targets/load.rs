//! Loads, computes, checks, mends and formats a small project in which one file has a text nobody would write.

#![no_main]

use std::collections::HashSet;
use std::path::Path;
use std::sync::LazyLock;

use check::{Computed, Context};
use libfuzzer_sys::fuzz_target;
use model::{Date, Loaded, Shape};
use source::{Diagnostic, FileId, Format, Level, Palette, Sources};
use verdict::{Scores, Verdicts};

/// The base, and its files in the order of their paths.
static BASE: LazyLock<(Sources, Vec<FileId>)> = LazyLock::new(|| {
    let mut sources = Sources::default();
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../base"));
    let contents = source::read_folder(root, "data", &mut sources).expect("the base can be read");
    (sources, contents.files)
});

// The first byte chooses the file, the others are its text.
fuzz_target!(|bytes: &[u8]| {
    let (base, files) = &*BASE;
    let Some((choice, text)) = bytes.split_first() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(text) else {
        return;
    };
    let mut sources = base.clone();
    let file = files[usize::from(*choice) % files.len()];
    sources.replace(file, text);
    let found = judged(&sources, files);
    for format in [Format::Full, Format::Concise, Format::Json] {
        source::render(&found, &sources, format, Palette::Plain);
    }
    let mended = source::apply(&found, &sources).texts;
    for (file, text) in &mended {
        sources.replace(*file, text);
    }
    if !mended.is_empty() {
        judged(&sources, files);
    }
    let path = &base.file(file).path;
    if let Some(shape) = Shape::of_file(path.strip_prefix("data/").unwrap_or(path))
        && let Ok(once) = format::canonical(text, &shape)
    {
        let twice = format::canonical(&once, &shape).expect("a canonical text is TOML");
        assert_eq!(
            once, twice,
            "the canonical form of a canonical text is that text"
        );
    }
});

/// Everything that is wrong, as `tradeoff check` finds it.
fn judged(sources: &Sources, files: &[FileId]) -> Vec<Diagnostic> {
    let Loaded {
        model,
        mut diagnostics,
    } = model::load(sources, files);
    let (scores, found) = Scores::of(&model);
    diagnostics.extend(found);
    diagnostics.extend(verdict::formulas(&model));
    let mut verdicts = Verdicts::default();
    if diagnostics.iter().all(|it| it.level != Level::Error) {
        let (all, found) = Verdicts::of(&model);
        verdicts = all;
        diagnostics.extend(found);
    }
    let computed = Computed {
        scores: &scores,
        verdicts: &verdicts,
        lock: None,
    };
    let today = Date::parse("2026-11-23").expect("a day");
    // No file counts as misread, so that every rule also sees what was half understood.
    let cx = Context::new(&model, computed, sources, today, HashSet::new());
    diagnostics.extend(check::check(&cx));
    Diagnostic::sort(&mut diagnostics, sources);
    diagnostics
}
