//! Where a relationship leads: targets are relative to the folder of the part that has them.

use crate::{Error, Result};

/// The folder of a part, with a slash behind it unless it is the root.
pub(crate) fn directory_of(part: &str) -> &str {
    part.rfind('/').map_or("", |at| &part[..=at])
}

/// The part to which `target` leads from `source`.
///
/// # Errors
/// It climbs above the root.
pub(crate) fn resolve(source: &str, target: &str) -> Result<String> {
    let climbs = || Error::Climbs(source.to_owned(), target.to_owned());
    // A fragment names a place within the part.
    let path = target.split('#').next().unwrap_or_default();
    let path = decoded(path);
    let (base, path) = match path.strip_prefix('/') {
        Some(rest) => ("", rest),
        None => (directory_of(source), path.as_str()),
    };
    let mut steps: Vec<&str> = base.split('/').filter(|it| !it.is_empty()).collect();
    for step in path.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop().ok_or_else(climbs)?;
            }
            _ => steps.push(step),
        }
    }
    Ok(steps.join("/"))
}

/// The text with `%20` and the like as what they stand for; unchanged if that is no text.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = (*byte == b'%').then(|| bytes.get(at + 1..at + 3)).flatten();
        let hex = hex.and_then(|it| std::str::from_utf8(it).ok());
        match hex.and_then(|it| u8::from_str_radix(it, 16).ok()) {
            Some(value) => {
                out.push(value);
                at += 3;
            }
            None => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_resolved_from_the_folder_of_its_part() {
        for (source, target, expected) in [
            (
                "ppt/slides/slide1.xml",
                "../slideLayouts/slideLayout2.xml",
                "ppt/slideLayouts/slideLayout2.xml",
            ),
            (
                "ppt/presentation.xml",
                "slides/slide1.xml",
                "ppt/slides/slide1.xml",
            ),
            (
                "ppt/presentation.xml",
                "/ppt/slides/slide1.xml",
                "ppt/slides/slide1.xml",
            ),
            ("", "ppt/presentation.xml", "ppt/presentation.xml"),
            (
                "ppt/slides/slide1.xml",
                "./../media/a%20b.png",
                "ppt/media/a b.png",
            ),
            (
                "ppt/slides/slide1.xml",
                "slide2.xml#top",
                "ppt/slides/slide2.xml",
            ),
        ] {
            assert_eq!(resolve(source, target).unwrap(), expected);
        }
    }

    #[test]
    fn no_target_climbs_out_of_the_package() {
        for target in [
            "../../../etc/passwd",
            "/../x",
            "..\\..\\..\\x",
            "%2e%2e/%2e%2e/%2e%2e/x",
        ] {
            assert!(
                matches!(
                    resolve("ppt/slides/slide1.xml", target),
                    Err(Error::Climbs(..))
                ),
                "{target}"
            );
        }
    }
}
