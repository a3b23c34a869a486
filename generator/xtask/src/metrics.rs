//! Font metrics: reads fonts and writes how wide their characters are, as tables that the crate `document` ships.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use ttf_parser::{Face, name_id};

/// The families whose tables are written, as the fonts call themselves.
const FAMILIES: [&str; 6] = [
    "Caladea",
    "Carlito",
    "Inter",
    "Liberation Mono",
    "Liberation Sans",
    "Liberation Serif",
];

/// What tables are of: everything that a comparison in a language of Latin, Greek or Cyrillic letters is likely to hold.
const COVERED: [RangeInclusive<u32>; 12] = [
    0x0020..=0x007e, // ASCII
    0x00a0..=0x024f, // Latin-1, Latin Extended A and B
    0x02b0..=0x02ff, // modifier letters
    0x0370..=0x03ff, // Greek
    0x0400..=0x04ff, // Cyrillic
    0x1e00..=0x1eff, // Latin Extended Additional
    0x2000..=0x206f, // punctuation and blanks
    0x2070..=0x20bf, // superscripts, subscripts, currency
    0x2100..=0x218f, // letter-like signs and number forms
    0x2190..=0x23ff, // arrows, mathematics, technical signs
    0x2500..=0x27bf, // boxes, blocks, shapes, symbols, dingbats
    0xfb00..=0xfb06, // ligatures
];

/// How wide a line of a table may be.
const WIDTH: usize = 120;

/// Writes the table of every face of [`FAMILIES`] that is found below `folders` into `out`.
///
/// # Errors
/// A folder or font that cannot be read, a face that is missing, or a table that cannot be written.
pub(crate) fn write(folders: &[PathBuf], out: &Path) -> anyhow::Result<()> {
    let mut tables = BTreeMap::new();
    for folder in folders {
        read(folder, &mut tables)?;
    }
    for family in FAMILIES {
        for style in ["regular", "bold", "italic", "bold-italic"] {
            let name = file_name(family, style);
            ensure!(
                tables.contains_key(&name),
                "no folder has {family}, {style}: name the folder of its TrueType or OpenType file too"
            );
        }
    }
    for (name, text) in tables {
        let path = out.join(name);
        fs::write(&path, text).with_context(|| format!("cannot write `{}`", path.display()))?;
    }
    Ok(())
}

/// Adds the tables of the fonts of a folder and the folders in it, by the names of their files.
fn read(folder: &Path, tables: &mut BTreeMap<String, String>) -> anyhow::Result<()> {
    let found = || format!("cannot read `{}`", folder.display());
    for entry in fs::read_dir(folder).with_context(found)? {
        let path = entry.with_context(found)?.path();
        let extension = path.extension().and_then(|it| it.to_str());
        if path.is_dir() {
            read(&path, tables)?;
        } else if matches!(extension, Some("ttf" | "otf")) {
            let data =
                fs::read(&path).with_context(|| format!("cannot read `{}`", path.display()))?;
            let face = Face::parse(&data, 0)
                .with_context(|| format!("`{}` is no font that can be read", path.display()))?;
            add(&face, tables).with_context(|| format!("`{}`", path.display()))?;
        }
    }
    Ok(())
}

fn add(face: &Face<'_>, tables: &mut BTreeMap<String, String>) -> anyhow::Result<()> {
    let family = name(face, name_id::FAMILY).unwrap_or_default();
    // A weight between regular and bold calls itself a family of its own.
    if !FAMILIES.contains(&family.as_str()) {
        return Ok(());
    }
    let style = match (face.is_bold(), face.is_italic()) {
        (false, false) => "regular",
        (true, false) => "bold",
        (false, true) => "italic",
        (true, true) => "bold-italic",
    };
    let table = table(face, &family, style)?;
    match tables.insert(file_name(&family, style), table.clone()) {
        Some(other) if other != table => {
            bail!("another {family}, {style}, has other widths: name only one of the folders")
        }
        _ => Ok(()),
    }
}

fn file_name(family: &str, style: &str) -> String {
    format!("{}-{style}.txt", family.to_lowercase().replace(' ', "-"))
}

fn name(face: &Face<'_>, id: u16) -> Option<String> {
    let mut names = face.names().into_iter();
    names.find_map(|it| (it.name_id == id && it.is_unicode()).then(|| it.to_string())?)
}

/// The table of a face. `generator/document/metrics/README.md` describes its form.
fn table(face: &Face<'_>, family: &str, style: &str) -> anyhow::Result<String> {
    let os2 = face.tables().os2.context("it has no table OS/2")?;
    let hhea = face.tables().hhea;
    let advance = |sign: char| face.glyph_hor_advance(face.glyph_index(sign)?);
    let version = name(face, name_id::VERSION).unwrap_or_default();
    let version = version.split(';').next().unwrap_or_default();
    let mut out = format!("# {family}, {style}. {version}\n");
    let numbers = [
        ("units", i32::from(face.units_per_em())),
        ("ascent", i32::from(os2.windows_ascender())),
        ("descent", -i32::from(os2.windows_descender())),
        (
            "line",
            i32::from(hhea.ascender) - i32::from(hhea.descender) + i32::from(hhea.line_gap),
        ),
        ("default", i32::from(advance('M').context("it has no M")?)),
    ];
    for (name, number) in numbers {
        writeln!(out, "{name} {number}")?;
    }
    for range in COVERED {
        for run in runs(range, advance) {
            write_run(&mut out, &run);
        }
    }
    Ok(out)
}

/// Neighbors in a row that a face has: the first, and how wide each is.
type Widths = (u32, Vec<u16>);

fn runs(range: RangeInclusive<u32>, advance: impl Fn(char) -> Option<u16>) -> Vec<Widths> {
    let mut runs: Vec<Widths> = Vec::new();
    for code in range {
        let Some(width) = char::from_u32(code).and_then(&advance) else {
            continue;
        };
        match runs.last_mut() {
            Some((first, widths)) if *first + widths.len() as u32 == code => widths.push(width),
            _ => runs.push((code, vec![width])),
        }
    }
    runs
}

/// Writes `0041 1366*2 1479`: from A on, two characters of 1366 units and one of 1479. A long run takes several lines.
fn write_run(out: &mut String, (first, widths): &Widths) {
    let mut code = *first;
    let mut line = String::new();
    for same in widths.chunk_by(|a, b| a == b) {
        let word = match same.len() {
            1 => format!(" {}", same[0]),
            n => format!(" {}*{n}", same[0]),
        };
        if line.len() + word.len() > WIDTH {
            out.push_str(&line);
            out.push('\n');
            line.clear();
        }
        if line.is_empty() {
            line = format!("{code:04x}");
        }
        line.push_str(&word);
        code += same.len() as u32;
    }
    out.push_str(&line);
    out.push('\n');
}
