//! The fonts: those that are built in, and those of a folder of the author's own.

use std::fs;
use std::io;
use std::path::Path;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};

/// The faces of `templates/fonts/`. Their order decides nothing, for they differ in weight or style.
const BUILT_IN: [&[u8]; 4] = [
    include_bytes!("../../../templates/fonts/Inter-Regular.ttf"),
    include_bytes!("../../../templates/fonts/Inter-Italic.ttf"),
    include_bytes!("../../../templates/fonts/Inter-SemiBold.ttf"),
    include_bytes!("../../../templates/fonts/Inter-Bold.ttf"),
];

/// How the names of files with fonts end. Typst reads no others.
const ENDINGS: [&str; 3] = ["ttf", "otf", "ttc"];

/// Every font that a template can name.
#[derive(Debug)]
pub(crate) struct Fonts {
    /// The faces, at the places by which `book` knows them.
    pub faces: Vec<Font>,
    /// Their names and styles.
    pub book: FontBook,
}

impl Fonts {
    /// The fonts that are built in, and those of `folder`.
    ///
    /// # Errors
    /// A message, if the folder or one of its fonts cannot be read.
    pub(crate) fn load(folder: Option<&Path>) -> Result<Self, String> {
        let built_in = BUILT_IN.into_iter().map(Bytes::new);
        let mut faces: Vec<Font> = built_in.flat_map(Font::iter).collect();
        if let Some(folder) = folder {
            faces.extend(faces_of(folder)?);
        }
        let book = FontBook::from_fonts(&faces);
        Ok(Self { faces, book })
    }

    /// Whether any font has a sign for `character`.
    pub(crate) fn cover(&self, character: char) -> bool {
        let has = |face: &Font| face.info().coverage.contains(character as u32);
        self.faces.iter().any(has)
    }
}

fn faces_of(folder: &Path) -> Result<Vec<Font>, String> {
    let failed =
        |path: &Path, error: io::Error| format!("cannot read `{}`: {error}", path.display());
    let entries = fs::read_dir(folder).map_err(|error| failed(folder, error))?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| failed(folder, error))?.path();
        let ending = path
            .extension()
            .and_then(|it| it.to_str())
            .unwrap_or_default();
        if ENDINGS.contains(&ending.to_ascii_lowercase().as_str()) {
            paths.push(path);
        }
    }
    // The order of fonts decides between equals, so it must not depend on the folder.
    paths.sort();
    let mut faces = Vec::new();
    for path in paths {
        let data = fs::read(&path).map_err(|error| failed(&path, error))?;
        let before = faces.len();
        faces.extend(Font::iter(Bytes::new(data)));
        if faces.len() == before {
            return Err(format!("`{}` holds no font", path.display()));
        }
    }
    Ok(faces)
}
