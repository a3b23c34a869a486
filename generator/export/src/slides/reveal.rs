//! Sections for a deck of reveal.js: put them into the `slides` of one's own deck, whatever its theme.
//!
//! Sizes are those of a slide 960 pixels wide, which is what reveal.js scales from.

use std::fmt::Write as _;

use document::Slides;
use document::deck::{AgendaPart, Content, DecisionSlide, Lines, PrintedSource, Slide, TableSlide};

use super::{said, stamps};
use crate::Written;
use crate::comment::comment;
use crate::html::{self, Page, escape};

/// Writes a section for each slide, with what the speaker has to know as its notes.
pub(super) fn write(slides: &Slides) -> Written {
    let mut page = Page::of_size("14px");
    page.signs = false;
    for stamp in stamps(slides) {
        page.line(&comment(&stamp));
    }
    for slide in &slides.slides {
        page.line(&format!("<section id=\"{}\">", id(&slide.id)));
        content(slide, slides, &mut page);
        let notes: Vec<_> = said(slide)
            .map(|it| format!("<p>{}</p>", escape(it)))
            .collect();
        if !notes.is_empty() {
            page.line("<aside class=\"notes\">");
            page.line(&notes.join("\n"));
            page.line("</aside>");
        }
        page.line("</section>");
    }
    Written {
        bytes: page.out.into_bytes(),
        losses: page.losses.into_iter().collect(),
    }
}

fn content(slide: &Slide, slides: &Slides, page: &mut Page) {
    let title = escape(&slide.title);
    if let Content::Title = slide.content {
        page.line(&format!("<h1 style=\"font-size:44px\">{title}</h1>"));
        page.line(&paragraph(24.0, &escape(&slides.comparison)));
        page.line(&paragraph(16.0, &escape(&slides.edition)));
        return;
    }
    page.line(&format!(
        "<h2 style=\"font-size:28px;text-align:left\">{title}</h2>"
    ));
    match &slide.content {
        Content::Title => {}
        Content::Agenda { size_pt, parts } => agenda(*size_pt, parts, slides, page),
        Content::Table(it) => table(it, page),
        Content::Decision(it) => decision(it, page),
        Content::Sources {
            size_pt,
            columns,
            sources,
        } => list_of_sources(*size_pt, *columns, sources, page),
    }
}

/// The links name slides by their ids, which stay right among slides of one's own.
fn agenda(size: f32, parts: &[AgendaPart], slides: &Slides, page: &mut Page) {
    page.line(&format!(
        "<ol style=\"font-size:{size}px;display:block;text-align:left\">"
    ));
    for part in parts {
        let title = escape(&part.title);
        let slide = part
            .slide
            .checked_sub(1)
            .and_then(|at| slides.slides.get(at));
        page.line(&match slide {
            Some(slide) => format!("<li><a href=\"#/{}\">{title}</a></li>", id(&slide.id)),
            None => format!("<li>{title}</li>"),
        });
    }
    page.line("</ol>");
}

/// The id of a slide as one of HTML: letters, digits and hyphens.
fn id(slide: &str) -> String {
    let sign = |it: char| if it.is_ascii_alphanumeric() { it } else { '-' };
    let id: String = slide.chars().map(sign).collect();
    format!("tradeoff-{id}")
}

fn table(it: &TableSlide, page: &mut Page) {
    page.size = format!("{}px", it.size_pt);
    html::rows(&it.table, &it.columns_pt, page);
}

fn decision(it: &DecisionSlide, page: &mut Page) {
    let mut band = format!("<strong>{}.</strong>", escape(&it.band.text));
    for line in &it.band.lines {
        let line = page.runs(line);
        let _ = write!(band, " {line}");
    }
    page.line(&paragraph(it.band_pt, &band));
    page.line("<div style=\"display:flex;gap:32px;align-items:flex-start;text-align:left\">");
    for side in [&it.left, &it.right] {
        if !side.is_empty() {
            page.line(&format!(
                "<div style=\"flex:1;font-size:{}px\">",
                it.size_pt
            ));
            for it in side {
                lines(it, page);
            }
            page.line("</div>");
        }
    }
    page.line("</div>");
}

fn lines(it: &Lines, page: &mut Page) {
    page.line(&format!(
        "<p style=\"margin:8px 0 2px 0\"><strong>{}</strong></p>",
        escape(&it.heading)
    ));
    page.line("<ul style=\"margin:0;display:block\">");
    for line in &it.lines {
        let line = page.runs(line);
        page.line(&format!("<li>{line}</li>"));
    }
    page.line("</ul>");
}

fn list_of_sources(size: f32, columns: usize, sources: &[PrintedSource], page: &mut Page) {
    page.line(&format!(
        "<div style=\"font-size:{size}px;columns:{columns};column-gap:24px;text-align:left\">"
    ));
    for it in sources {
        let printed = html::linked(&it.printed, it.url.as_deref());
        page.line(&format!("<p style=\"margin:0 0 4px 0\">{printed}</p>"));
    }
    page.line("</div>");
}

fn paragraph(size: f32, html: &str) -> String {
    format!("<p style=\"font-size:{size}px;text-align:left\">{html}</p>")
}
