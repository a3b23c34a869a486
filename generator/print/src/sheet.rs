//! The world of one document: its templates and two files of JSON. No disk, no clock, no packages.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

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
    templates: Templates,
}

impl Press {
    /// A press with these fonts, and the texts of templates by their file names.
    ///
    /// # Errors
    /// A message, if a name is no file name.
    pub(crate) fn new(fonts: Fonts, templates: &BTreeMap<String, String>) -> Result<Self, String> {
        // Only with this feature can a template say which cells of a table are headers of rows.
        let features = [Feature::A11yExtras].into_iter().collect();
        Ok(Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(fonts.book.clone()),
            fonts,
            templates: Templates::new(templates)?,
        })
    }
}

/// Each is parsed once, and only if a document asks for it.
#[derive(Debug)]
struct Templates(HashMap<FileId, (String, OnceLock<Source>)>);

impl Templates {
    fn new(texts: &BTreeMap<String, String>) -> Result<Self, String> {
        let of =
            |(name, text): (&String, &String)| Ok((id(name)?, (text.clone(), OnceLock::new())));
        texts.iter().map(of).collect::<Result<_, _>>().map(Self)
    }

    fn get(&self, id: FileId) -> Option<&Source> {
        let (text, parsed) = self.0.get(&id)?;
        Some(parsed.get_or_init(|| Source::new(id, text.clone())))
    }
}

/// All that one document can see.
#[derive(Debug)]
pub(crate) struct Sheet<'a> {
    press: &'a Press,
    main: FileId,
    data: HashMap<FileId, Bytes>,
}

impl<'a> Sheet<'a> {
    /// The sheet on which the template `main` is set, with `/data.json` and `/options.json`.
    ///
    /// # Errors
    /// A message, if there is no such template.
    pub(crate) fn new(
        press: &'a Press,
        main: &str,
        data: &Value,
        options: &Value,
    ) -> Result<Self, String> {
        let json = |name, value: &Value| Ok((id(name)?, Bytes::from_string(value.to_string())));
        let sheet = Self {
            press,
            main: id(main)?,
            data: [json("data.json", data), json("options.json", options)]
                .into_iter()
                .collect::<Result<_, String>>()?,
        };
        match press.templates.0.contains_key(&sheet.main) {
            true => Ok(sheet),
            false => Err(format!("there is no template `{main}`")),
        }
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
        let found = self.press.templates.get(id).cloned();
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
