//! The advance widths of a face, read from the tables in `generator/document/metrics/`.

use std::sync::OnceLock;

use super::signs::{Extent, extent};
use super::{Face, Family};

/// What is known of a face. Lengths are in em.
#[derive(Debug, Default)]
pub(super) struct Advances {
    /// From one line to the next.
    pub(super) line_em: f32,
    /// Of a sign that the face does not have.
    default: f32,
    /// Of signs in a row: the code of the first, and the width of each. By code.
    runs: Vec<(u32, Vec<f32>)>,
    /// The same of the signs of ASCII, which most texts are made of.
    ascii: Vec<f32>,
}

/// So many signs are looked up directly.
const N_ASCII: u32 = 128;

/// The tables, by family, with regular, bold, italic and bold italic.
macro_rules! tables {
    ($($family:ident = $file:literal),* $(,)?) => {
        fn table(face: Face) -> &'static str {
            match (face.family, face.bold, face.italic) {
                $(
                    (Family::$family, false, false) => include_str!(concat!("../../metrics/", $file, "-regular.txt")),
                    (Family::$family, true, false) => include_str!(concat!("../../metrics/", $file, "-bold.txt")),
                    (Family::$family, false, true) => include_str!(concat!("../../metrics/", $file, "-italic.txt")),
                    (Family::$family, true, true) => include_str!(concat!("../../metrics/", $file, "-bold-italic.txt")),
                )*
            }
        }
    };
}

tables! {
    Caladea = "caladea",
    Carlito = "carlito",
    Inter = "inter",
    LiberationMono = "liberation-mono",
    LiberationSans = "liberation-sans",
    LiberationSerif = "liberation-serif",
}

const N_FACES: usize = 6 * 4;

/// The widths of `face`, read once.
pub(super) fn of(face: Face) -> &'static Advances {
    static READ: [OnceLock<Advances>; N_FACES] = [const { OnceLock::new() }; N_FACES];
    let at = face.family as usize * 4 + usize::from(face.bold) * 2 + usize::from(face.italic);
    READ[at].get_or_init(|| Advances::read(table(face)))
}

impl Advances {
    /// How wide a text is on one line.
    pub(super) fn of(&self, text: &str) -> f32 {
        match text.is_ascii() {
            true => text.bytes().map(|it| self.ascii[usize::from(it)]).sum(),
            false => text.chars().map(|it| self.em(it)).sum(),
        }
    }

    /// How wide a sign is.
    pub(super) fn em(&self, sign: char) -> f32 {
        match self.ascii.get(sign as usize) {
            Some(em) => *em,
            None => self.found(sign),
        }
    }

    fn found(&self, sign: char) -> f32 {
        match extent(sign) {
            Extent::None => 0.0,
            Extent::Own => self.own(sign).unwrap_or(self.default),
            // A face of fixed width or an unusual one may have the sign itself.
            Extent::Em(em) => self.own(sign).unwrap_or(em),
        }
    }

    fn own(&self, sign: char) -> Option<f32> {
        let code = u32::from(sign);
        let at = self.runs.partition_point(|(first, _)| *first <= code);
        let (first, widths) = self.runs.get(at.checked_sub(1)?)?;
        widths.get((code - first) as usize).copied()
    }

    fn read(table: &str) -> Self {
        let mut out = Self::default();
        let (mut units, mut clips) = (1.0, 0.0);
        for line in table.lines().filter(|it| !it.starts_with('#')) {
            let Some((name, numbers)) = line.split_once(' ') else {
                continue;
            };
            let number = || numbers.parse::<f32>().unwrap_or_default();
            match name {
                "units" => units = number(),
                "ascent" | "descent" => clips += number() / units,
                "line" => out.line_em = number() / units,
                "default" => out.default = number() / units,
                first => {
                    let first = u32::from_str_radix(first, 16);
                    let widths = numbers.split(' ').flat_map(repeated);
                    let widths = widths.map(|it| it / units).collect();
                    out.runs.extend(first.map(|it| (it, widths)));
                }
            }
        }
        out.line_em = out.line_em.max(clips);
        let ascii = (0..N_ASCII).filter_map(char::from_u32);
        out.ascii = ascii.map(|sign| out.found(sign)).collect();
        out
    }
}

/// `638*2` is 638 twice.
fn repeated(word: &str) -> impl Iterator<Item = f32> {
    let (width, times) = word.split_once('*').unwrap_or((word, "1"));
    let width = width.parse().unwrap_or_default();
    std::iter::repeat_n(width, times.parse().unwrap_or_default())
}
