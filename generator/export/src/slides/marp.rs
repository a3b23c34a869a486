//! A deck for Marp: Markdown whose slides are told apart by rules, with notes as comments.

use document::Slides;
use document::deck::{Content, DecisionSlide, Lines, PrintedSource, Slide};

use super::{said, stamps};
use crate::Written;
use crate::markdown::{self, Page, escape};
use crate::spaces::line;

/// Writes front matter with the stamps, then the slides.
pub(super) fn write(slides: &Slides) -> Written {
    let mut page = Page::default();
    page.bracketed = true;
    page.line("---");
    for stamp in stamps(slides) {
        page.line(&format!("# {}", line(&stamp)));
    }
    page.line("marp: true");
    page.line("paginate: true");
    page.line(&format!("title: {}", quoted(&slides.title)));
    page.line("---");
    for (at, slide) in slides.slides.iter().enumerate() {
        if at > 0 {
            page.block("---");
        }
        content(slide, slides, &mut page);
        notes(slide, &mut page);
    }
    Written {
        bytes: page.out.into_bytes(),
        losses: page.losses.into_iter().collect(),
    }
}

/// A string as YAML has it between double quotes.
fn quoted(text: &str) -> String {
    let text = line(text).replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{text}\"")
}

fn content(slide: &Slide, slides: &Slides, page: &mut Page) {
    if let Content::Title = slide.content {
        page.heading(1, &slide.title);
        page.block(&escape(&slides.comparison));
        page.block(&escape(&slides.edition));
        return;
    }
    page.heading(2, &slide.title);
    match &slide.content {
        Content::Title => {}
        Content::Agenda { size_pt, parts } => {
            style(*size_pt, "", page);
            let items: Vec<_> = parts.iter().map(|it| escape(&it.title)).collect();
            page.items(&items);
        }
        Content::Table(it) => {
            style(it.size_pt, "", page);
            markdown::rows(&it.table, page);
        }
        Content::Decision(it) => {
            style(it.size_pt, "h3 { margin: 8pt 0 0; }", page);
            decision(it, page);
        }
        Content::Sources {
            size_pt,
            columns,
            sources,
        } => {
            let list = format!("ul {{ columns: {columns}; list-style: none; padding: 0; }}");
            style(*size_pt, &list, page);
            list_of_sources(sources, page);
        }
    }
}

/// A slide of Marp is as large as the frame that texts were fitted to, so that sizes are the same.
fn style(size_pt: f32, more: &str, page: &mut Page) {
    page.block("<style scoped>");
    page.line(&format!(
        "section {{ font-size: {size_pt}pt; padding: 36pt; }}"
    ));
    page.line(&format!(
        "h2 {{ font-size: 24pt; }} table {{ font-size: {size_pt}pt; }}"
    ));
    page.line(more);
    page.line("</style>");
}

fn decision(it: &DecisionSlide, page: &mut Page) {
    let mut band = format!("**{}.**", escape(&it.band.text));
    for line in &it.band.lines {
        band = band + " " + &page.runs(line);
    }
    page.block(&format!("> {band}"));
    it.left
        .iter()
        .chain(&it.right)
        .for_each(|it| lines(it, page));
}

fn lines(it: &Lines, page: &mut Page) {
    page.heading(3, &it.heading);
    let items: Vec<_> = it.lines.iter().map(|line| page.runs(line)).collect();
    page.items(&items);
}

fn list_of_sources(sources: &[PrintedSource], page: &mut Page) {
    let linked = |it: &PrintedSource| markdown::linked(&it.printed, it.url.as_deref());
    let items: Vec<_> = sources.iter().map(linked).collect();
    page.items(&items);
}

/// A comment is a note of the speaker, unless it reads as settings: a first paragraph that is none keeps the rest from it.
fn notes(slide: &Slide, page: &mut Page) {
    let notes: Vec<_> = said(slide).collect();
    if notes.is_empty() {
        return;
    }
    let mut text = notes.join("\n\n");
    while text.contains("--") {
        text = text.replace("--", "- -");
    }
    page.block(&format!(
        "<!--\nNotes\n\n{}\n-->",
        text.trim_end_matches('-')
    ));
}
