//! The revision of a knowledge base: a short name for exactly these bytes.

use sha2::{Digest, Sha256};

use crate::SourceFile;

/// First 8 hex digits of SHA-256 over the files' paths and bytes, in the order of their paths.
///
/// Each file counts as path, a zero byte, its length as 8 bytes (little end first) and its bytes, so that no two
/// different folders give the same stream. It detects change; it is no protection.
pub fn revision<'a>(files: impl IntoIterator<Item = &'a SourceFile>) -> String {
    let mut files: Vec<_> = files.into_iter().collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut hash = Sha256::new();
    for file in files {
        let mark: &[u8] = if file.bom { "\u{feff}".as_bytes() } else { b"" };
        hash.update(file.path.as_bytes());
        hash.update([0]);
        hash.update(((mark.len() + file.text.len()) as u64).to_le_bytes());
        hash.update(mark);
        hash.update(file.text.as_bytes());
    }
    let digest = hash.finalize();
    let word = [digest[0], digest[1], digest[2], digest[3]];
    format!("{:08x}", u32::from_be_bytes(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Sources;

    #[test]
    fn the_order_of_reading_does_not_matter_and_every_byte_does() {
        let of = |files: &[(&str, &str)]| {
            let mut sources = Sources::default();
            for (path, text) in files {
                sources.add(*path, text);
            }
            revision(sources.iter().map(|(_, file)| file))
        };
        let one = of(&[("a", "1"), ("b", "2")]);
        assert_eq!(one.len(), 8);
        assert_eq!(one, of(&[("b", "2"), ("a", "1")]));
        assert_ne!(one, of(&[("a", "12"), ("b", "")]));
        assert_ne!(one, of(&[("a", "\u{feff}1"), ("b", "2")]));
    }
}
