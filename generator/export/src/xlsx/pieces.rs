//! Texts in pieces of one look, which is how a cell holds strong, emphasized and code.

use document::{Block, Run};
use model::Target;
use rust_xlsxwriter::Format;

use crate::spaces::printable;

/// A piece of text of one look.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) strong: bool,
    pub(super) emphasis: bool,
    pub(super) code: bool,
}

impl Piece {
    pub(super) fn format(&self) -> Format {
        let mut format = Format::new();
        if self.strong {
            format = format.set_bold();
        }
        if self.emphasis {
            format = format.set_italic();
        }
        if self.code {
            format = format.set_font_name("Consolas");
        }
        format
    }
}

/// Adds the pieces of `runs`, on which `look` lies; the address of a link stands behind its text.
pub(super) fn take_apart(runs: &[Run], look: &Piece, out: &mut Vec<Piece>) {
    for run in runs {
        match run {
            Run::Text(text) | Run::Fact(_, text) => push(text, look, out),
            Run::Code(text) => push(
                text,
                &Piece {
                    code: true,
                    ..look.clone()
                },
                out,
            ),
            Run::Emphasis(inner) => {
                take_apart(
                    inner,
                    &Piece {
                        emphasis: true,
                        ..look.clone()
                    },
                    out,
                );
            }
            Run::Strong(inner) => take_apart(
                inner,
                &Piece {
                    strong: true,
                    ..look.clone()
                },
                out,
            ),
            Run::Link(Target::Url(url), inner) => {
                take_apart(inner, look, out);
                push(&format!(" ({url})"), look, out);
            }
            Run::Link(Target::Record(..), inner) => take_apart(inner, look, out),
            Run::Cite(_) => {}
        }
    }
}

fn push(text: &str, look: &Piece, out: &mut Vec<Piece>) {
    let text = unix(text);
    let of = |it: &Piece| (it.strong, it.emphasis, it.code);
    match out.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if of(last) == of(look) => last.text += &text,
        _ => out.push(Piece {
            text,
            ..look.clone()
        }),
    }
}

/// Text with the ends of lines that a cell has.
pub(super) fn unix(text: &str) -> String {
    match text.contains('\r') {
        true => printable(&text.replace("\r\n", "\n").replace('\r', "\n")),
        false => printable(text),
    }
}

/// Paragraphs and lists as text, with the addresses of links and the numbers of sources in it.
pub(super) fn spelled(blocks: &[Block]) -> String {
    let mut paragraphs = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(runs) => paragraphs.push(spelled_runs(runs)),
            Block::List { ordered, items } => {
                for (at, item) in items.iter().enumerate() {
                    let sign = match ordered {
                        true => format!("{}. ", at + 1),
                        false => "• ".to_owned(),
                    };
                    paragraphs.push(sign + &spelled(item));
                }
            }
        }
    }
    paragraphs.join("\n")
}

/// The same of runs.
pub(super) fn spelled_runs(runs: &[Run]) -> String {
    let mut pieces = Vec::new();
    take_apart(runs, &Piece::default(), &mut pieces);
    pieces.into_iter().map(|it| it.text).collect()
}
