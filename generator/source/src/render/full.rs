//! Source lines with labels, in the manner of rustc.

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level as Shown, Origin, Renderer, Snippet,
};

use super::{Palette, Screen, visible};
use crate::{Diagnostic, FileId, Label, Level, Sources};

/// Lines of context shown around what is labelled, before longer gaps are left out.
const CONTEXT: usize = 2;

/// What stands before the text of a note, and of a help, in characters: `    = note: ` behind line numbers of three digits.
const NOTE: usize = 12;
const HELP: usize = 6;

pub(super) fn render(diagnostics: &[Diagnostic], sources: &Sources, screen: Screen) -> String {
    let renderer = match screen.palette {
        Palette::Plain => Renderer::plain(),
        Palette::Ansi => Renderer::styled(),
    };
    let renderer = renderer.term_width(screen.width);
    let mut out = String::new();
    for it in diagnostics {
        out += &renderer.render(&report(it, sources, screen.width));
        out += "\n\n";
    }
    // In source lines the renderer replaces the control characters of ASCII; some terminals obey these too.
    out.replace(|it| ('\u{80}'..='\u{9f}').contains(&it), "\u{fffd}")
}

fn report<'a>(it: &'a Diagnostic, sources: &'a Sources, width: usize) -> Vec<Group<'a>> {
    let level = match it.level {
        Level::Error => Shown::ERROR,
        Level::Warning => Shown::WARNING,
    };
    let mut main = Group::with_title(level.primary_title(visible(&it.title)).id(it.rule));
    for file in files(it) {
        let shown = sources.file(file);
        if shown.text.is_empty() {
            main = main.element(Origin::path(visible(&shown.path)));
        } else {
            main = main.element(snippet(it, file, sources));
        }
    }
    for note in &it.notes {
        let note = wrapped(&visible(note), width.saturating_sub(NOTE));
        main = main.element(Shown::NOTE.message(note));
    }
    let mut groups = vec![main];
    let help = |text: &String| {
        let text = wrapped(&visible(text), width.saturating_sub(HELP));
        Group::with_title(Shown::HELP.secondary_title(text))
    };
    groups.extend(it.help.iter().map(help));
    groups
}

/// `text` in lines of at most `width` characters, where its words allow that.
fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for (at, piece) in text.split_inclusive([' ', '\n']).enumerate() {
        let length = piece.trim_end().chars().count();
        if at > 0 && column > 0 && column + length > width {
            out.truncate(out.trim_end_matches(' ').len());
            out.push('\n');
            column = 0;
        }
        out += piece;
        column = if piece.ends_with('\n') {
            0
        } else {
            column + piece.chars().count()
        };
    }
    out
}

/// The files a diagnostic speaks of, the primary one first.
fn files(it: &Diagnostic) -> Vec<FileId> {
    let mut files = vec![it.primary.span.file];
    for label in &it.also {
        if !files.contains(&label.span.file) {
            files.push(label.span.file);
        }
    }
    files
}

fn snippet<'a>(
    it: &'a Diagnostic,
    file: FileId,
    sources: &'a Sources,
) -> Snippet<'a, Annotation<'a>> {
    let text = &*sources.file(file).text;
    let labels: Vec<(&Label, AnnotationKind)> =
        std::iter::once((&it.primary, AnnotationKind::Primary))
            .chain(it.also.iter().map(|label| (label, AnnotationKind::Context)))
            .filter(|(label, _)| label.span.file == file)
            .collect();
    // Only the lines around the labels are handed over: the renderer scans what it is given.
    let lines = sources.file(file).lines();
    let line = |offset: usize| lines.line(offset.min(text.len()));
    let first = labels
        .iter()
        .map(|(label, _)| line(label.span.range().start))
        .min()
        .unwrap_or(1);
    let last = labels
        .iter()
        .map(|(label, _)| line(label.span.range().end))
        .max()
        .unwrap_or(1);
    let first = first.saturating_sub(CONTEXT).max(1);
    let start = lines.start(first);
    let end = if last + CONTEXT >= lines.lines() {
        text.len()
    } else {
        lines.start(last + CONTEXT)
    };
    let annotations = labels.into_iter().map(|(label, kind)| {
        let range = label.span.range();
        let within = |offset: usize| floor(text, offset.clamp(start, end)) - start;
        let annotation = kind.span(within(range.start)..within(range.end));
        if label.text.is_empty() {
            annotation
        } else {
            annotation.label(visible(&label.text))
        }
    });
    Snippet::source(&text[start..end])
        .line_start(first)
        .path(visible(&sources.file(file).path))
        .annotations(annotations.collect::<Vec<_>>())
}

/// The nearest character boundary at or before `offset`.
fn floor(text: &str, offset: usize) -> usize {
    (0..=offset)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}
