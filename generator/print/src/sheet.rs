//! The world of one document: its templates and two files of JSON. No disk, no clock, no packages.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{DiagSpan, FileId, Lines, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World, WorldExt};

use crate::fonts::Fonts;
use crate::report::Diagnostic;

/// What all documents share.
#[derive(Debug)]
pub(crate) struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    /// The fonts.
    pub fonts: Fonts,
}

impl Press {
    /// A press with these fonts.
    pub(crate) fn new(fonts: Fonts) -> Self {
        // Only with this feature can a template say which cells of a table are headers of rows.
        let features = [Feature::A11yExtras].into_iter().collect();
        Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(fonts.book.clone()),
            fonts,
        }
    }
}

/// All that one document can see.
#[derive(Debug)]
pub(crate) struct Sheet<'a> {
    press: &'a Press,
    main: FileId,
    templates: HashMap<FileId, Source>,
    data: HashMap<FileId, Bytes>,
}

impl<'a> Sheet<'a> {
    /// The sheet on which `main` is set, which is one of `templates`, with `/data.json` and `/options.json`.
    ///
    /// # Errors
    /// A message, if there is no such template or a name is no file name.
    pub(crate) fn new(
        press: &'a Press,
        templates: &BTreeMap<String, String>,
        main: &str,
        data: &Value,
        options: &Value,
    ) -> Result<Self, String> {
        if !templates.contains_key(main) {
            return Err(format!("there is no template `{main}`"));
        }
        let json = |name, value: &Value| Ok((id(name)?, Bytes::from_string(value.to_string())));
        let source = |(name, text): (&String, &String)| {
            let id = id(name)?;
            Ok((id, Source::new(id, text.clone())))
        };
        Ok(Self {
            press,
            main: id(main)?,
            templates: templates
                .iter()
                .map(source)
                .collect::<Result<_, String>>()?,
            data: [json("data.json", data), json("options.json", options)]
                .into_iter()
                .collect::<Result<_, String>>()?,
        })
    }

    /// What Typst says is wrong, in the form of a report.
    pub(crate) fn diagnostic(&self, found: &SourceDiagnostic) -> Diagnostic {
        let called_from = found.trace.iter().map(|it| self.place(it.span));
        Diagnostic {
            at: self.place(found.span),
            help: found.hints.iter().map(|it| it.v.to_string()).collect(),
            called_from: called_from.flatten().collect(),
            ..Diagnostic::error(found.message.as_str())
        }
    }

    /// Where a span begins, as `file:line:column`, both counted from 1.
    fn place(&self, span: impl Into<DiagSpan>) -> Option<String> {
        let span = span.into();
        let file = span.id()?;
        let start = self.range(span)?.start;
        let bytes = self.file(file).ok()?;
        let lines = Lines::new(bytes.as_str().ok()?);
        let (line, column) = lines.byte_to_line_column(start)?;
        let name = file.vpath().get_without_slash();
        Some(format!("{name}:{}:{}", line + 1, column + 1))
    }
}

/// The id of a file that a template imports as `/name`.
fn id(name: &str) -> Result<FileId, String> {
    let path = VirtualPath::new(format!("/{name}"))
        .map_err(|_| format!("`{name}` is no name of a file"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Sheet<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.templates.get(&id).cloned();
        found.ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match self.data.get(&id) {
            Some(bytes) => Ok(bytes.clone()),
            None => Ok(Bytes::from_string(self.source(id)?.text().to_owned())),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.faces.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
