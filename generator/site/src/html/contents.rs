//! What is wrong with `SUMMARY.md` and the chapters it lists: mdBook names no place, and aborts at an absolute path.

use std::collections::HashSet;
use std::fs;
use std::io::ErrorKind;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};

use mdbook_summary::{SummaryItem, parse_summary};
use pulldown_cmark::{Event, Parser, Tag};

use crate::content::{BAD_SUMMARY, MISSING_FILE, NOT_UTF8, PATH_CLASH, Problem, UNREADABLE_PATH};
use crate::settings::Settings;

const SUMMARY: &str = "SUMMARY.md";

/// Everything that keeps mdBook from reading the chapters, in the order of the list.
pub(super) fn problems(settings: &Settings) -> Vec<Problem> {
    let file = settings.chapters.join(SUMMARY);
    let found = |rule, span, message, help: &str| Problem {
        rule,
        path: relative(&file, settings),
        span,
        message,
        help: Some(help.to_owned()),
    };
    let text = match fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) => {
            let (rule, what) = unread(error.kind());
            let help =
                "it lists the chapters of the book: see the project that `tradeoff new` makes";
            return vec![found(rule, 0..0, format!("`{SUMMARY}` {what}"), help)];
        }
    };
    let summary = match parse_summary(&text) {
        Ok(summary) => summary,
        Err(error) => {
            let Fault {
                rule,
                span,
                message,
                help,
            } = fault(&text, &error);
            return vec![found(rule, span, message, help)];
        }
    };
    let mut listed = Vec::new();
    let parts = [
        &summary.prefix_chapters,
        &summary.numbered_chapters,
        &summary.suffix_chapters,
    ];
    for part in parts {
        locations(part, &mut listed);
    }
    let links = links(&text);
    let mut problems = Vec::new();
    for chapter in listed {
        let place = links.iter().find(|(to, _)| to == chapter);
        let span = place.map_or(0..0, |(_, span)| span.clone());
        problems.extend(missing(chapter, span, &file, settings));
    }
    problems
}

/// What is wrong with one chapter, if anything is.
fn missing(
    chapter: &Path,
    span: Range<usize>,
    summary: &Path,
    settings: &Settings,
) -> Option<Problem> {
    let shown = chapter.display();
    let mut problem = Problem {
        rule: BAD_SUMMARY,
        path: relative(summary, settings),
        span,
        message: format!("`{shown}` is no path within the book"),
        help: Some(
            "write it as seen from the folder of SUMMARY.md: chapters stand in it or below"
                .to_owned(),
        ),
    };
    if leaves(chapter) {
        return Some(problem);
    }
    let file = settings.chapters.join(chapter);
    let error = fs::read_to_string(&file).err()?;
    let (rule, what) = unread(error.kind());
    problem.rule = rule;
    problem.message = format!("the chapter `{shown}` {what}");
    problem.help = Some(match rule {
        MISSING_FILE => match nearest(chapter, &settings.chapters) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write it, or take the line out of SUMMARY.md".to_owned(),
        },
        NOT_UTF8 => "save it as UTF-8".to_owned(),
        _ => "check that it is a file and that you may read it".to_owned(),
    });
    if rule == NOT_UTF8 {
        problem.path = relative(&file, settings);
        problem.span = 0..0;
    }
    Some(problem)
}

/// Whether a path leads out of the folder that it starts in: a page of it would be written beside the book.
fn leaves(path: &Path) -> bool {
    let mut depth = 0_usize;
    path.components().any(|part| match part {
        Component::Normal(_) => {
            depth += 1;
            false
        }
        Component::CurDir => false,
        Component::ParentDir if depth > 0 => {
            depth -= 1;
            false
        }
        _ => true,
    })
}

/// The rule and the words for a file that was not read.
fn unread(kind: ErrorKind) -> (&'static str, &'static str) {
    match kind {
        ErrorKind::NotFound | ErrorKind::NotADirectory => (MISSING_FILE, "does not exist"),
        ErrorKind::InvalidData => (NOT_UTF8, "is not UTF-8"),
        _ => (UNREADABLE_PATH, "cannot be read"),
    }
}

struct Fault {
    rule: &'static str,
    span: Range<usize>,
    message: String,
    help: &'static str,
}

/// Where mdBook stopped reading the list, and why.
fn fault(text: &str, error: &anyhow::Error) -> Fault {
    let cause = error.root_cause().to_string();
    if cause.starts_with("Duplicate file") {
        let mut seen = HashSet::new();
        let links = links(text);
        let again = links
            .into_iter()
            .find(|(to, _)| !to.as_os_str().is_empty() && !seen.insert(to.clone()));
        let (to, span) = again.unwrap_or_default();
        return Fault {
            rule: PATH_CLASH,
            span,
            message: format!(
                "two chapters of SUMMARY.md are written to one file: `{}`",
                to.display()
            ),
            help: "rename one of them, or list it once",
        };
    }
    let told = cause.strip_prefix("failed to parse SUMMARY.md line ");
    let number = told.and_then(|it| it.split(',').next()?.parse().ok());
    let (message, help) = if cause.contains("must only contain a hyperlink") {
        (
            "an entry of the list is no link to a chapter",
            "write `- [Title](file.md)`, and `- [Title]()` for a chapter that is not written yet",
        )
    } else if cause.contains("cannot be followed by a list") {
        (
            "a list follows a chapter without a bullet",
            "chapters without a bullet stand before the first list or behind the last one: put a bullet before it, or move it",
        )
    } else {
        (
            "the list of chapters cannot be read",
            "write it as a list of links, nested by two blanks or more",
        )
    };
    Fault {
        rule: BAD_SUMMARY,
        span: number.map_or(0..0, |it| line(text, it)),
        message: message.to_owned(),
        help,
    }
}

/// What is written on a line, counted from 1.
fn line(text: &str, number: usize) -> Range<usize> {
    let before = text.split_inclusive('\n').take(number.saturating_sub(1));
    let start: usize = before.map(str::len).sum();
    let line = text[start..].lines().next().unwrap_or_default();
    let blanks = line.len() - line.trim_start().len();
    start + blanks..start + line.trim_end().len().max(blanks)
}

fn locations<'s>(items: &'s [SummaryItem], listed: &mut Vec<&'s Path>) {
    for item in items {
        if let SummaryItem::Link(link) = item {
            listed.extend(link.location.as_deref());
            locations(&link.nested_items, listed);
        }
    }
}

/// What every link of the text leads to, as mdBook reads it, and where that is written.
fn links(text: &str) -> Vec<(PathBuf, Range<usize>)> {
    let events = Parser::new(text).into_offset_iter();
    let links = events.filter_map(|(event, range)| match event {
        Event::Start(Tag::Link { dest_url, .. }) => {
            let at = text[range.clone()]
                .rfind(&*dest_url)
                .filter(|_| !dest_url.is_empty());
            let span = at.map_or(range.clone(), |at| {
                range.start + at..range.start + at + dest_url.len()
            });
            Some((PathBuf::from(dest_url.replace("%20", " ")), span))
        }
        _ => None,
    });
    links.collect()
}

/// The chapter of the same name in another folder, or the one with the nearest path.
fn nearest(chapter: &Path, chapters: &Path) -> Option<String> {
    let mut paths = Vec::new();
    markdown_files(chapters, "", &mut paths);
    paths.sort();
    let name = chapter.file_name()?.to_string_lossy();
    let same = |it: &&String| it.rsplit('/').next() == Some(&*name);
    let wanted = chapter.to_string_lossy().replace('\\', "/");
    let wanted = wanted.trim_start_matches("./");
    let moved = paths.iter().find(same).cloned();
    moved.or_else(|| model::nearest(wanted, paths.iter().map(String::as_str)).map(str::to_owned))
}

/// Every Markdown file below `folder` but the list itself, with `/` between parts; links are not followed.
fn markdown_files(folder: &Path, lead: &str, paths: &mut Vec<String>) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let path = format!("{lead}{}", entry.file_name().to_string_lossy());
        match entry.file_type() {
            Ok(it) if it.is_dir() => markdown_files(&entry.path(), &format!("{path}/"), paths),
            Ok(_) if path.ends_with(".md") && path != SUMMARY => paths.push(path),
            _ => {}
        }
    }
}

fn relative(file: &Path, settings: &Settings) -> PathBuf {
    file.strip_prefix(&settings.root).unwrap_or(file).to_owned()
}
