//! Paragraphs as XML, with the prefix `a` for `DrawingML` and `r` for relationships.

use super::direction::is_right_to_left;
use super::{Align, Paragraph, Run};
use crate::links::Links;
use crate::xml::{clean, escape};

/// What the paragraphs of one slide share.
pub(crate) struct Writer<'l> {
    /// The language of the texts, such as `en-US`.
    pub(crate) language: &'l str,
    /// Where the addresses of links are collected.
    pub(crate) links: &'l mut Links,
}

impl Writer<'_> {
    /// All paragraphs; an empty one if there is none, for a text body must have one. `size` is that of a paragraph without a
    /// run: without it, an empty cell is as high as 18 points.
    pub(crate) fn paragraphs(&mut self, all: &[Paragraph], size: Option<u32>) -> String {
        if all.is_empty() {
            return self.paragraph(&Paragraph::default(), size);
        }
        all.iter().map(|it| self.paragraph(it, size)).collect()
    }

    fn paragraph(&mut self, it: &Paragraph, size: Option<u32>) -> String {
        let runs: String = it.runs.iter().map(|it| self.run(it)).collect();
        let end = if runs.is_empty() {
            format!(
                "<a:endParaRPr{}/>",
                self.attributes(&Run {
                    size,
                    ..Run::default()
                })
            )
        } else {
            String::new()
        };
        ["<a:p>", &properties(it), &runs, &end, "</a:p>"].concat()
    }

    fn run(&mut self, it: &Run) -> String {
        let format = self.format(it);
        let text = it.text.replace("\r\n", "\n").replace('\t', " ");
        let pieces = text
            .split(['\n', '\r', '\u{b}', '\u{2028}', '\u{2029}'])
            .map(clean);
        let runs = pieces.map(|it| match it.is_empty() {
            true => String::new(),
            false => ["<a:r>", &format, "<a:t>", &escape(&it), "</a:t></a:r>"].concat(),
        });
        runs.collect::<Vec<_>>()
            .join(&format!("<a:br>{format}</a:br>"))
    }

    /// `a:rPr`, in the order of ECMA-376-1, 21.1.2.3.9: fill, fonts, link.
    fn format(&mut self, it: &Run) -> String {
        let attributes = self.attributes(it);
        let color = it.color.map(|it| {
            format!(
                "<a:solidFill><a:schemeClr val=\"{}\"/></a:solidFill>",
                it.name()
            )
        });
        let link = it
            .link
            .as_deref()
            .map(|it| format!("<a:hlinkClick r:id=\"{}\"/>", self.links.id(it)));
        let content = color.into_iter().chain(link).collect::<String>();
        match content.is_empty() {
            true => ["<a:rPr", &attributes, "/>"].concat(),
            false => ["<a:rPr", &attributes, ">", &content, "</a:rPr>"].concat(),
        }
    }

    fn attributes(&self, it: &Run) -> String {
        let mut out = format!(" lang=\"{}\"", escape(self.language));
        if let Some(size) = it.size {
            out.push_str(&format!(" sz=\"{}\"", size.clamp(100, 400_000)));
        }
        for (name, on) in [("b", it.bold), ("i", it.italic)] {
            if on {
                out.push_str(&format!(" {name}=\"1\""));
            }
        }
        out + " dirty=\"0\""
    }
}

/// `a:pPr`, if there is anything to say.
fn properties(it: &Paragraph) -> String {
    let text: String = it.runs.iter().map(|it| it.text.as_str()).collect();
    let mut out = String::new();
    if it.level > 0 {
        out.push_str(&format!(" lvl=\"{}\"", it.level.min(8)));
    }
    match it.align {
        Align::Style => {}
        Align::Left => out.push_str(" algn=\"l\""),
        Align::Center => out.push_str(" algn=\"ctr\""),
        Align::Right => out.push_str(" algn=\"r\""),
    }
    if is_right_to_left(&text) {
        out.push_str(" rtl=\"1\"");
    }
    if out.is_empty() {
        String::new()
    } else {
        format!("<a:pPr{out}/>")
    }
}
