//! Bytes as text, and back in the same encoding.

use std::io::{Read, Seek};
use std::ops::Deref;
use std::sync::Arc;

use roxmltree::Document;

use super::guard;
use crate::{Error, Package, Result};

/// The text of a part, which remembers how it was written.
#[derive(Clone, Debug)]
pub struct Text {
    /// The name of the part.
    part: Arc<str>,
    /// The text, without the mark of its order of bytes.
    text: Arc<str>,
    encoding: Encoding,
    has_mark: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Utf16Little,
    Utf16Big,
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl Text {
    /// The text of these bytes of a part: UTF-8 or UTF-16, with a mark or without.
    ///
    /// # Errors
    /// It is in another encoding, or in none.
    pub fn decode(part: &str, bytes: &[u8]) -> Result<Self> {
        let (encoding, mark) = match bytes {
            [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8, 3),
            [0xff, 0xfe, ..] => (Encoding::Utf16Little, 2),
            [0xfe, 0xff, ..] => (Encoding::Utf16Big, 2),
            [b'<', 0, ..] => (Encoding::Utf16Little, 0),
            [0, b'<', ..] => (Encoding::Utf16Big, 0),
            _ => (Encoding::Utf8, 0),
        };
        let body = &bytes[mark..];
        let wrong = |name: &str| Error::Encoding(part.to_owned(), name.to_owned());
        let text = match encoding {
            Encoding::Utf8 => {
                let name = declared(body).unwrap_or_default();
                let known = ["", "utf-8", "utf8", "us-ascii", "ascii"];
                if !known.iter().any(|it| name.eq_ignore_ascii_case(it)) {
                    return Err(wrong(&name));
                }
                std::str::from_utf8(body)
                    .map_err(|_| wrong("bytes that are no text"))?
                    .to_owned()
            }
            Encoding::Utf16Little => {
                wide(body, u16::from_le_bytes).ok_or_else(|| wrong("broken UTF-16"))?
            }
            Encoding::Utf16Big => {
                wide(body, u16::from_be_bytes).ok_or_else(|| wrong("broken UTF-16"))?
            }
        };
        Ok(Self {
            part: part.into(),
            text: text.into(),
            encoding,
            has_mark: mark > 0,
        })
    }

    /// A changed text in the encoding of this one.
    pub fn encode(&self, changed: &str) -> Vec<u8> {
        let mark = if self.has_mark { "\u{feff}" } else { "" };
        let units = || mark.encode_utf16().chain(changed.encode_utf16());
        match self.encoding {
            Encoding::Utf8 => [mark.as_bytes(), changed.as_bytes()].concat(),
            Encoding::Utf16Little => units().flat_map(u16::to_le_bytes).collect(),
            Encoding::Utf16Big => units().flat_map(u16::to_be_bytes).collect(),
        }
    }

    /// The same part with another text.
    pub(crate) fn with(&self, changed: String) -> Self {
        Self {
            text: changed.into(),
            ..self.clone()
        }
    }

    /// The name of the part.
    pub fn part(&self) -> &str {
        &self.part
    }

    /// The tree of the text.
    pub(crate) fn parse(&self) -> Result<Document<'_>> {
        guard::parse(&self.part, &self.text)
    }
}

/// The encoding that the text itself names.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = bytes.strip_prefix(b"<?xml")?;
    let head = &head[..head.windows(2).position(|it| it == b"?>")?];
    let head = String::from_utf8_lossy(head);
    let (_, value) = head.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|it| "\"'".contains(*it))?;
    Some(value[1..].split(quote).next()?.to_owned())
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let pairs = bytes.chunks(2).map(|it| it.try_into().ok().map(unit));
    let units: Option<Vec<u16>> = pairs.collect();
    String::from_utf16(&units?).ok()
}

impl<R: Read + Seek> Package<R> {
    /// The text of a part.
    ///
    /// # Errors
    /// There is no such part, or it is no text.
    pub fn text(&mut self, part: &str) -> Result<Text> {
        let bytes = self.part(part)?;
        Text::decode(part, &bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_back_in_the_encoding_it_came_in() {
        let text = "<?xml version=\"1.0\"?><a>größe 大 😀</a>";
        let utf8 = text.as_bytes().to_vec();
        let mut marked = vec![0xef, 0xbb, 0xbf];
        marked.extend_from_slice(&utf8);
        let little: Vec<u8> = format!("\u{feff}{text}")
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [utf8, marked, little, big] {
            let it = Text::decode("a", &bytes).unwrap();
            assert_eq!(&*it, text);
            assert_eq!(it.encode(&it), bytes);
        }
    }

    #[test]
    fn another_encoding_is_named() {
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xe9</a>";
        assert!(
            matches!(Text::decode("a", latin), Err(Error::Encoding(_, it)) if it == "ISO-8859-1")
        );
        assert!(matches!(
            Text::decode("a", b"<a>\xe9</a>"),
            Err(Error::Encoding(..))
        ));
        assert!(matches!(
            Text::decode("a", b"\xff\xfe<\0\0\xd8"),
            Err(Error::Encoding(..))
        ));
    }
}
