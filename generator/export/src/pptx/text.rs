//! Runs of texts as runs of slides.

use document::Run;
use model::Target;
use ooxml::text::{self, Paragraph};

use crate::address::is_address;

/// A size in hundredths of a point.
pub(super) fn hundredths(size_pt: f32) -> u32 {
    (size_pt * 100.0).round() as u32
}

/// A length in EMU.
pub(super) fn emu(points: f32) -> i64 {
    (f64::from(points) * ooxml::EMU_PER_POINT as f64).round() as i64
}

/// A paragraph of `runs` that look like `look`, with their emphasis and their links to the web.
pub(super) fn paragraph(runs: &[Run], look: &text::Run) -> Paragraph {
    let mut out = Vec::new();
    append(runs, look, &mut out);
    Paragraph {
        runs: out,
        ..Paragraph::default()
    }
}

fn append(runs: &[Run], look: &text::Run, out: &mut Vec<text::Run>) {
    for run in runs {
        let mut look = look.clone();
        match run {
            Run::Text(text) | Run::Code(text) | Run::Fact(_, text) => {
                look.text.clone_from(text);
                out.push(look);
            }
            Run::Emphasis(inner) => {
                look.italic = true;
                append(inner, &look, out);
            }
            Run::Strong(inner) => {
                look.bold = true;
                append(inner, &look, out);
            }
            Run::Link(target, inner) => {
                if let Target::Url(url) = target
                    && is_address(url)
                {
                    look.link = Some(url.clone());
                }
                append(inner, &look, out);
            }
            // Numbers of sources stand in the footer.
            Run::Cite(_) => {}
        }
    }
}

/// A paragraph of plain text of a size.
pub(super) fn plain(text: &str, size_pt: f32) -> Paragraph {
    sized(text, Some(hundredths(size_pt)))
}

fn sized(text: &str, size: Option<u32>) -> Paragraph {
    Paragraph {
        runs: vec![text::Run {
            text: text.to_owned(),
            size,
            ..text::Run::default()
        }],
        ..Paragraph::default()
    }
}

/// The same, in which the address at the end, if there is one, is a link.
pub(super) fn source(text: &str, url: Option<&str>, size_pt: f32) -> Paragraph {
    let mut paragraph = linked(text, url);
    for run in &mut paragraph.runs {
        run.size = Some(hundredths(size_pt));
    }
    paragraph
}

/// A paragraph of the size that the place has, in which the address at the end is a link.
pub(super) fn linked(text: &str, url: Option<&str>) -> Paragraph {
    let url = url.filter(|it| is_address(it));
    let Some((before, url)) = url.and_then(|it| Some((text.strip_suffix(it)?, it))) else {
        return sized(text, None);
    };
    let mut paragraph = sized(before, None);
    paragraph.runs.push(text::Run {
        text: url.to_owned(),
        link: Some(url.to_owned()),
        ..text::Run::default()
    });
    paragraph
}
