//! The text of a cell as paragraphs and pieces.

use roxmltree::Node;

use crate::xml::{DRAWING, child, children, is};

/// The text body of a cell.
pub(crate) struct Body<'a, 'i> {
    /// `a:txBody`.
    pub(super) node: Node<'a, 'i>,
    /// Its paragraphs.
    pub(super) paragraphs: Vec<Paragraph<'a, 'i>>,
}

/// A paragraph.
pub(super) struct Paragraph<'a, 'i> {
    /// `a:p`.
    pub(super) node: Node<'a, 'i>,
    /// What it shows, in order.
    pub(super) pieces: Vec<Piece<'a, 'i>>,
}

/// What a paragraph shows at one place.
pub(super) struct Piece<'a, 'i> {
    /// The element.
    pub(super) node: Node<'a, 'i>,
    /// What it is.
    pub(super) kind: Kind,
    /// Its text.
    pub(super) text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Run,
    Break,
    Field,
    /// A formula, or anything else that is no text.
    Other,
}

/// What stands in a text for a thing that is none, so that it differs from every text without it.
const OBJECT: &str = "\u{fffc}";

impl<'a, 'i> Body<'a, 'i> {
    pub(crate) fn of(node: Node<'a, 'i>) -> Self {
        let paragraphs = children(node, DRAWING, "p").map(Paragraph::of).collect();
        Self { node, paragraphs }
    }

    /// The paragraphs with line feeds between them.
    pub(crate) fn text(&self) -> String {
        let lines: Vec<String> = self.paragraphs.iter().map(Paragraph::text).collect();
        lines.join("\n")
    }

    /// The format of the first run, or the one that a run would get.
    pub(super) fn first_format(&self) -> Option<Node<'a, 'i>> {
        let run = self.paragraphs.iter().find_map(Paragraph::first_format);
        run.or_else(|| self.paragraphs.first()?.end_format())
    }
}

impl<'a, 'i> Paragraph<'a, 'i> {
    fn of(node: Node<'a, 'i>) -> Self {
        let shown = node.children().filter(|it| {
            it.is_element()
                && !["pPr", "endParaRPr"]
                    .iter()
                    .any(|name| is(*it, DRAWING, name))
        });
        Self {
            node,
            pieces: shown.map(Piece::of).collect(),
        }
    }

    pub(super) fn text(&self) -> String {
        self.pieces.iter().map(|it| it.text.as_str()).collect()
    }

    /// `a:rPr` of the first piece that has one.
    pub(super) fn first_format(&self) -> Option<Node<'a, 'i>> {
        self.pieces.iter().find_map(Piece::format)
    }

    /// `a:endParaRPr`, the format of what would be typed at the end.
    pub(super) fn end_format(&self) -> Option<Node<'a, 'i>> {
        child(self.node, DRAWING, "endParaRPr")
    }
}

impl<'a, 'i> Piece<'a, 'i> {
    fn of(node: Node<'a, 'i>) -> Self {
        let (kind, text) = match node.tag_name().name() {
            "r" if is(node, DRAWING, "r") => (Kind::Run, content(node)),
            "fld" if is(node, DRAWING, "fld") => (Kind::Field, content(node)),
            "br" if is(node, DRAWING, "br") => (Kind::Break, "\n".to_owned()),
            _ => (Kind::Other, OBJECT.to_owned()),
        };
        Self { node, kind, text }
    }

    /// `a:rPr`.
    pub(super) fn format(&self) -> Option<Node<'a, 'i>> {
        child(self.node, DRAWING, "rPr")
    }
}

/// The characters of `a:t`, which may be cut up by comments and CDATA.
fn content(run: Node) -> String {
    let text = child(run, DRAWING, "t");
    let pieces = text.into_iter().flat_map(|it| it.children());
    pieces
        .filter(Node::is_text)
        .filter_map(|it| it.text())
        .collect()
}
