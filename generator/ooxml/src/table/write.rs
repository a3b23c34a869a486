//! Another text for a cell, in the format that the cell has.

use roxmltree::Node;

use super::body::{Body, Kind, Paragraph, Piece};
use crate::xml::{
    DRAWING, Edits, append, child, clean, escape, name_of, prefix, remove_attribute, start_tag,
};

/// Replaces the text of a body, and returns whether several formats became one.
///
/// What stays: the properties of body and paragraphs, the format of the first run that is replaced, and every run at either
/// end that the new text keeps whole. `links` says whether hyperlinks stay too.
pub(crate) fn set_text(text: &str, body: &Body, new: &str, links: bool, edits: &mut Edits) -> bool {
    if !links {
        let formats = body.node.descendants();
        formats.for_each(|it| unlink(text, it, edits));
    }
    let (old, normal) = (body.text(), normalized(new));
    // What another program wrote stays, even where this one would not write it.
    if old == new || old == normal {
        return false;
    }
    let new = normal;
    let writer = Writer { text, links };
    let lines: Vec<&str> = new.split('\n').collect();
    let paragraphs = &body.paragraphs;
    let has_break = paragraphs.iter().any(|it| it.text().contains('\n'));
    if let ([only], true) = (paragraphs.as_slice(), has_break) {
        return writer.rewrite(only, &new, edits);
    }
    if paragraphs.len() == lines.len() && !has_break {
        let pairs = paragraphs.iter().zip(&lines);
        let flattened: Vec<bool> = pairs
            .map(|(it, line)| writer.rewrite(it, line, edits))
            .collect();
        return flattened.contains(&true);
    }
    writer.replace_all(body, &lines, edits)
}

/// The text as a cell can hold it: one kind of break, no tab, and nothing that XML cannot hold.
pub(super) fn normalized(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let breaks = |it| {
        if matches!(it, '\r' | '\u{b}' | '\u{2028}' | '\u{2029}') {
            '\n'
        } else {
            it
        }
    };
    let text: String = text
        .chars()
        .map(breaks)
        .map(|it| if it == '\t' { ' ' } else { it })
        .collect();
    clean(&text)
}

struct Writer<'text> {
    text: &'text str,
    links: bool,
}

impl Writer<'_> {
    /// Makes a paragraph show `line`, in which a line feed becomes a break.
    fn rewrite(&self, it: &Paragraph, line: &str, edits: &mut Edits) -> bool {
        let pieces = &it.pieces;
        if it.text() == line {
            return false;
        }
        if let ([only], false) = (pieces.as_slice(), line.is_empty() || line.contains('\n'))
            && let Some(node) = child(only.node, DRAWING, "t").filter(|_| only.kind == Kind::Run)
        {
            self.set_content(node, line, edits);
            return false;
        }
        let (front, back) = kept(pieces, line);
        let replaced = &pieces[front..pieces.len() - back];
        let texts = |of: &[Piece]| of.iter().map(|it| it.text.len()).sum::<usize>();
        let start = texts(&pieces[..front]);
        let end = line.len() - texts(&pieces[pieces.len() - back..]);
        let middle = line.get(start..end).unwrap_or(line);
        // What is only inserted looks like what stands before it.
        let mut near = replaced
            .iter()
            .chain(pieces[..front].iter().rev())
            .chain(&pieces[front..]);
        let format = near.find_map(Piece::format).or_else(|| it.end_format());
        let mut xml = self.runs(it.node, middle, format);
        if front + back == 0 && middle.is_empty() && it.end_format().is_none() {
            xml.push_str(&self.renamed(format, "endParaRPr", prefix(self.text, it.node)));
        }
        match (replaced.first(), replaced.last()) {
            (Some(first), Some(last)) => {
                edits.replace(first.node.range().start..last.node.range().end, xml);
            }
            _ => self.insert(it, front, &xml, edits),
        }
        let formats: Vec<_> = replaced.iter().map(|it| self.source(it.format())).collect();
        formats.windows(2).any(|pair| pair[0] != pair[1])
    }

    /// Inserts XML before the piece at `front`, or at the end of the paragraph.
    fn insert(&self, it: &Paragraph, front: usize, xml: &str, edits: &mut Edits) {
        let next = it
            .pieces
            .get(front)
            .map(|it| it.node)
            .or_else(|| it.end_format());
        match next {
            Some(node) => edits.insert(node.range().start, xml),
            None => append(self.text, it.node, xml, edits),
        }
    }

    /// Writes all paragraphs anew, with the properties of the first.
    fn replace_all(&self, body: &Body, lines: &[&str], edits: &mut Edits) -> bool {
        let prefix = prefix(self.text, body.node);
        let first = body.paragraphs.first();
        let properties = self.source(first.and_then(|it| child(it.node, DRAWING, "pPr")));
        let format = body.first_format();
        let end = match first.and_then(Paragraph::end_format) {
            Some(node) => self.source(Some(node)).to_owned(),
            None => String::new(),
        };
        let mut xml = String::new();
        for line in lines {
            let runs = self.runs(body.node, line, format);
            let end = if runs.is_empty() && end.is_empty() {
                self.renamed(format, "endParaRPr", prefix)
            } else {
                end.clone()
            };
            xml.push_str(&format!("<{prefix}p>{properties}{runs}{end}</{prefix}p>"));
        }
        match (first, body.paragraphs.last()) {
            (Some(first), Some(last)) => {
                edits.replace(first.node.range().start..last.node.range().end, xml);
            }
            _ => append(self.text, body.node, &xml, edits),
        }
        let pieces = body.paragraphs.iter().flat_map(|it| &it.pieces);
        let formats: Vec<_> = pieces
            .filter(|it| it.kind != Kind::Break)
            .map(|it| self.source(it.format()))
            .collect();
        formats.windows(2).any(|pair| pair[0] != pair[1])
    }

    /// Runs of one format, with a break for each line feed.
    fn runs(&self, near: Node, line: &str, format: Option<Node>) -> String {
        let prefix = prefix(self.text, near);
        let format = self.renamed(format, "rPr", prefix);
        let run = |it: &str| match it {
            "" => String::new(),
            _ => format!(
                "<{prefix}r>{format}<{prefix}t>{}</{prefix}t></{prefix}r>",
                escape(it)
            ),
        };
        let runs: Vec<String> = line.split('\n').map(run).collect();
        runs.join(&format!("<{prefix}br>{format}</{prefix}br>"))
    }

    /// A format under another name: `rPr` and `endParaRPr` hold the same.
    fn renamed(&self, format: Option<Node>, name: &str, prefix: &str) -> String {
        let Some(node) = format else {
            return String::new();
        };
        let mut edits = Edits::default();
        let old = name_of(self.text, node);
        let range = node.range();
        let new = format!("{prefix}{name}");
        edits.replace(range.start + 1..range.start + 1 + old.len(), new.clone());
        if !start_tag(self.text, node).1 {
            let source = self.text.get(range.clone()).unwrap_or_default();
            let end = range.start + source.rfind("</").unwrap_or(0) + 2;
            edits.replace(end..end + old.len(), new);
        }
        if !self.links {
            unlink(self.text, node, &mut edits);
        }
        edits.apply_to(self.text, range)
    }

    fn source(&self, node: Option<Node>) -> &str {
        node.and_then(|it| self.text.get(it.range()))
            .unwrap_or_default()
    }

    /// Replaces what `a:t` holds.
    fn set_content(&self, node: Node, line: &str, edits: &mut Edits) {
        let name = name_of(self.text, node);
        edits.replace(node.range(), format!("<{name}>{}</{name}>", escape(line)));
    }
}

/// Takes the link out of a format, if it has one, and with it what some programs write to make a link look like one.
pub(super) fn unlink(text: &str, format: Node, edits: &mut Edits) {
    let Some(link) = child(format, DRAWING, "hlinkClick") else {
        return;
    };
    edits.remove(link.range());
    let fill = child(format, DRAWING, "solidFill");
    let color = fill.and_then(|it| it.first_element_child());
    let color = color.and_then(|it| it.attribute("val")).unwrap_or_default();
    if let Some(fill) = fill.filter(|_| LINK_COLORS.iter().any(|it| it.eq_ignore_ascii_case(color)))
    {
        edits.remove(fill.range());
        remove_attribute(text, format, "u", edits);
    }
}

/// The colors that say nothing but that a text is a link: those of a theme, and the one of `LibreOffice`.
const LINK_COLORS: [&str; 3] = ["hlink", "folHlink", "0000ff"];

/// How many pieces at the front and at the back the line keeps whole.
fn kept(pieces: &[Piece], line: &str) -> (usize, usize) {
    let mut rest = line;
    let mut front = 0;
    while let Some(shorter) = pieces
        .get(front)
        .and_then(|it| rest.strip_prefix(it.text.as_str()))
    {
        rest = shorter;
        front += 1;
    }
    let mut back = 0;
    let tail = &pieces[front..];
    while let Some(shorter) = tail
        .iter()
        .rev()
        .nth(back)
        .and_then(|it| rest.strip_suffix(it.text.as_str()))
    {
        rest = shorter;
        back += 1;
    }
    (front, back)
}
