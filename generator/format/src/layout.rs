//! Where the comments of a document belong: to the file, to what they stand above or beside, or to the end of a table.

use std::collections::HashMap;
use std::ops::Range;

use toml_edit::{Decor, Document, Item, RawString, Table};

use crate::remarks;

/// The text of a document, and which part of the space between its values belongs to what.
pub(crate) struct Layout<'t> {
    text: &'t str,
    /// Where the comments end that open the file and are followed by a blank line.
    head: usize,
    /// Comments right below the last line of a table, with a blank line after them, by the table's position.
    tails: HashMap<Option<isize>, Range<usize>>,
    /// Where the comments above a header begin, by its position.
    headers: HashMap<Option<isize>, usize>,
    /// What follows the last table.
    end: Range<usize>,
}

impl<'t> Layout<'t> {
    /// The layout of `document`, which was parsed from `text`.
    pub(crate) fn of(document: &Document<&str>, text: &'t str) -> Self {
        let mut layout = Self {
            text,
            head: head(text),
            tails: HashMap::new(),
            headers: HashMap::new(),
            end: 0..0,
        };
        let mut headers = Vec::new();
        gather(document.as_table(), &mut headers);
        headers.sort_by_key(|(position, _)| *position);
        let mut before = None;
        for (position, space) in headers {
            let start = layout.tail(before, &space, false);
            layout.headers.insert(position, start);
            before = position;
        }
        if let Some(space) = document.trailing().span() {
            let start = layout.tail(before, &space, true);
            layout.end = start..space.end;
        }
        layout
    }

    /// Notes the part of `space` that belongs to the table before it, and gives where the rest begins.
    fn tail(&mut self, before: Option<isize>, space: &Range<usize>, last: bool) -> usize {
        let start = space.start.max(self.head).min(space.end);
        let rest = &self.text[start..space.end];
        let below = start > 0
            && start == space.start
            && rest.trim_start_matches([' ', '\t']).starts_with('#');
        let length = match first_blank(rest) {
            Some(blank) if below => blank,
            None if below && last => rest.len(),
            _ => return start,
        };
        self.tails.insert(before, start..start + length);
        start + length
    }

    /// The comments that open the file.
    pub(crate) fn head(&self) -> Vec<&'t str> {
        remarks::lines(&self.text[..self.head])
    }

    /// The comments that close the file.
    pub(crate) fn end(&self) -> Vec<&'t str> {
        remarks::lines(&self.text[self.end.clone()])
    }

    /// The comments above the header of a table.
    pub(crate) fn above_header(&self, table: &Table) -> Vec<&'t str> {
        let space = table.decor().prefix().and_then(RawString::span);
        let start = self.headers.get(&table.position());
        let raw = start
            .zip(space)
            .map(|(start, space)| &self.text[*start..space.end]);
        raw.map(remarks::lines).unwrap_or_default()
    }

    /// The comments at the end of the lines of the table with this position; of the document itself for none.
    pub(crate) fn tail_of(&self, position: Option<isize>) -> Vec<&'t str> {
        let raw = self.tails.get(&position).map(|it| &self.text[it.clone()]);
        raw.map(remarks::lines).unwrap_or_default()
    }

    /// The comments above a key of a table with a header.
    pub(crate) fn above_key(&self, decor: &Decor) -> Vec<&'t str> {
        let Some(space) = decor.prefix().and_then(RawString::span) else {
            return Vec::new();
        };
        let start = space.start.max(self.head).min(space.end);
        remarks::lines(&self.text[start..space.end])
    }

    /// The comment at the end of a line.
    pub(crate) fn beside(&self, decor: &Decor) -> Option<&'t str> {
        remarks::comments(self.behind(decor)).next()
    }

    /// The space before something.
    pub(crate) fn before(&self, decor: &Decor) -> &'t str {
        self.raw(decor.prefix())
    }

    /// The space behind something.
    pub(crate) fn behind(&self, decor: &Decor) -> &'t str {
        self.raw(decor.suffix())
    }

    /// The text that a piece of space stands for.
    pub(crate) fn raw(&self, raw: Option<&RawString>) -> &'t str {
        let span = raw.and_then(RawString::span).unwrap_or_default();
        self.slice(span)
    }

    /// The text of a span.
    pub(crate) fn slice(&self, span: Range<usize>) -> &'t str {
        self.text.get(span).unwrap_or_default()
    }
}

/// Where the last blank line ends among the lines of comments that open `text`.
fn head(text: &str) -> usize {
    let (mut at, mut end, mut seen) = (0, 0, false);
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() && !words.starts_with('#') {
            break;
        }
        at += line.len();
        seen |= !words.is_empty();
        if words.is_empty() && seen {
            end = at;
        }
    }
    end
}

/// Where the first blank line begins.
fn first_blank(space: &str) -> Option<usize> {
    let mut at = 0;
    for line in space.split_inclusive('\n') {
        if line.trim().is_empty() && line.ends_with('\n') {
            return Some(at);
        }
        at += line.len();
    }
    None
}

/// Every header below `table`: its position and the space above it.
fn gather(table: &Table, headers: &mut Vec<(Option<isize>, Range<usize>)>) {
    for (_, item) in table {
        match item {
            Item::Table(table) => one(table, headers),
            Item::ArrayOfTables(tables) => tables.iter().for_each(|it| one(it, headers)),
            Item::Value(_) | Item::None => {}
        }
    }
}

fn one(table: &Table, headers: &mut Vec<(Option<isize>, Range<usize>)>) {
    if let (Some(position), Some(header)) = (table.position(), table.span()) {
        let space = table.decor().prefix().and_then(RawString::span);
        headers.push((Some(position), space.unwrap_or(header.start..header.start)));
    }
    gather(table, headers);
}
