//! Loading: from the files of `data/` to a model and everything that is wrong with them.

use std::collections::{HashMap, HashSet};

use source::{Diagnostic, FileId, SourceFile, Sources, Span};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::decode::{Decode, Decoder};
use crate::definitions::Definitions;
use crate::id::IdProblem;
use crate::nearest::nearest;
use crate::rules::{BAD_ID, CASE_COLLISION, UNKNOWN_FOLDER};
use crate::{Id, Kind, Manifest, Model, Space, resolve, syntax, validate};

/// What loading gives.
#[derive(Debug, Default)]
pub struct Loaded {
    /// Everything that could be understood.
    pub model: Model,
    /// Everything that could not, sorted by file and place.
    pub diagnostics: Vec<Diagnostic>,
}

/// Decodes `files` of `sources`, whose paths begin with `data/`, and resolves every reference.
pub fn load(sources: &Sources, files: &[FileId]) -> Loaded {
    let mut loading = Loading::default();
    for id in files {
        let file = sources.file(*id);
        loading.file(
            *id,
            file,
            file.path.strip_prefix("data/").unwrap_or(&file.path),
        );
    }
    loading.excuse_unread(sources, files);
    let Loading {
        mut model,
        mut definitions,
        mut diagnostics,
        ..
    } = loading;
    model.sort();
    model.revision = source::revision(files.iter().map(|id| sources.file(*id)));
    definitions.of_model(&model);
    resolve::resolve(&mut model, &definitions, sources, &mut diagnostics);
    validate::validate(&model, &mut diagnostics);
    Diagnostic::sort(&mut diagnostics, sources);
    Loaded { model, diagnostics }
}

/// What came of a file.
struct Parsed<T> {
    /// What was decoded; nothing if nothing in the file is what it seems.
    value: Option<T>,
    /// Whether the parser had to guess, so that something may be missing.
    guessed: bool,
}

#[derive(Default)]
struct Loading {
    model: Model,
    definitions: Definitions,
    diagnostics: Vec<Diagnostic>,
    /// Paths in lower case, to find those that one file system keeps apart and another does not.
    folded: HashMap<String, FileId>,
}

impl Loading {
    fn file(&mut self, id: FileId, file: &SourceFile, path: &str) {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["comparison.toml"] => self.manifest(id, file),
            ["verdicts.lock"] => {}
            [name] => self.stray(
                id,
                name,
                "a record stands in the folder of its kind; only `comparison.toml` stands here",
            ),
            [folder, rest @ ..] => match Kind::of_folder(folder) {
                Some(Kind::Snippet) if rest.len() > 1 => self
                    .model
                    .attachments
                    .push((path.to_owned(), file.text.clone())),
                Some(kind) => self.record(kind, rest, id, file, path),
                None => {
                    let help = match nearest(folder, Kind::ALL.iter().map(|kind| kind.folder())) {
                        Some(near) => format!("did you mean the folder `{near}`?"),
                        None => format!("the folders are {}", folders()),
                    };
                    self.stray(id, folder, &help);
                }
            },
            [] => {}
        }
    }

    fn manifest(&mut self, id: FileId, file: &SourceFile) {
        let read = self.decode(id, file, None, |item, cx, _| Manifest::decode(item, cx));
        let manifest = read.value.flatten();
        // What a manifest that cannot be read defines is not known, so nothing that names it is at fault.
        self.definitions.unread = manifest.is_none() || read.guessed;
        self.model.manifest = manifest.unwrap_or_default();
    }

    /// Notes what files that exist and could not be read would define: what names it is not at fault.
    fn excuse_unread(&mut self, sources: &Sources, files: &[FileId]) {
        if sources.iter().count() == files.len() {
            return;
        }
        let read: HashSet<FileId> = files.iter().copied().collect();
        for (_, file) in sources.iter().filter(|(id, _)| !read.contains(id)) {
            let path = file.path.strip_prefix("data/").unwrap_or_default();
            match path.split('/').collect::<Vec<_>>().as_slice() {
                ["comparison.toml"] => self.definitions.unread = true,
                [folder, rest @ ..] => match (Kind::of_folder(folder), rest) {
                    (Some(kind), []) => self.definitions.excuse_all(kind),
                    (Some(kind), [name]) => {
                        if let Some(stem) = name.strip_suffix(".toml") {
                            self.definitions.excuse(kind, stem);
                        }
                    }
                    _ => {}
                },
                [] => {}
            }
        }
    }

    fn record(&mut self, kind: Kind, rest: &[&str], id: FileId, file: &SourceFile, path: &str) {
        if let Some(other) = self.folded.insert(path.to_lowercase(), id) {
            let title = "two files differ only in case";
            let found = Diagnostic::error(CASE_COLLISION, Span::whole(id), title);
            self.diagnostics.push(
                found
                    .also(Span::whole(other), "this is the other")
                    .help("rename one: some file systems hold only one of them"),
            );
        }
        let [name] = rest else {
            return self.stray(
                id,
                path,
                "records stand directly in the folder of their kind",
            );
        };
        let Some(stem) = name.strip_suffix(".toml") else {
            return self.stray(
                id,
                name,
                "records are `.toml` files; move what is no record out of `data/`",
            );
        };
        if let Some(problem) = Id::problem(stem) {
            // It is told once that the name of the file is wrong, not wherever it is named.
            self.definitions.excuse(kind, stem);
            if let Some(near) = Id::nearest(stem) {
                self.definitions.excuse(kind, &near);
            }
            return self.bad_id(id, stem, problem);
        }
        let record = Id::new(stem);
        // Defined even if the file turns out to be broken: what refers to it is not at fault.
        self.definitions.add(
            Space::Record(kind),
            record.clone(),
            Span::whole(id),
            &mut self.diagnostics,
        );
        let owner = Some((kind, record.clone()));
        let read = self.decode(id, file, owner, |item, cx, model| {
            model.decode(kind, record.clone(), item, cx);
        });
        if read.guessed {
            self.definitions.partly_read(kind, &record);
        }
    }

    /// Parses a file and hands its table to `read`; reports what the parser says.
    fn decode<T>(
        &mut self,
        id: FileId,
        file: &SourceFile,
        owner: crate::reference::Owner,
        read: impl FnOnce(&crate::decode::Item<'_>, &mut Decoder<'_>, &mut Model) -> T,
    ) -> Parsed<T> {
        let (table, errors) = DeTable::parse_recoverable(&file.text);
        let broken = syntax::explain(id, file, &errors);
        let guessed = broken.whole || !errors.is_empty();
        self.diagnostics.extend(broken.diagnostics);
        if broken.whole {
            let value = None;
            return Parsed { value, guessed };
        }
        let item = Spanned::new(0..0, DeValue::Table(table.into_inner()));
        let mut references = std::mem::take(&mut self.model.references);
        let mut texts = std::mem::take(&mut self.model.texts);
        let mut found = Vec::new();
        let mut cx = Decoder {
            file: id,
            text: &file.text,
            owner,
            recovered: guessed,
            diagnostics: &mut found,
            references: &mut references,
            texts: &mut texts,
        };
        let value = read(&item, &mut cx, &mut self.model);
        self.model.references = references;
        self.model.texts = texts;
        // What the parser guessed on a broken line must not be blamed a second time.
        found.retain(|it: &Diagnostic| {
            !broken
                .lines
                .contains(&file.lines().line(it.primary.span.range().start))
        });
        self.diagnostics.append(&mut found);
        let value = Some(value);
        Parsed { value, guessed }
    }

    fn bad_id(&mut self, id: FileId, stem: &str, problem: IdProblem) {
        let found = match problem {
            IdProblem::Reserved => Diagnostic::error(
                BAD_ID,
                Span::whole(id),
                format!("`{stem}` is a reserved word and cannot be an id"),
            )
            .help("rename the file"),
            IdProblem::Form => {
                let found =
                    Diagnostic::error(BAD_ID, Span::whole(id), format!("`{stem}` cannot be an id"));
                let form = "lower case letters, digits and single hyphens, beginning with a letter";
                match Id::nearest(stem) {
                    Some(near) => found.help(format!(
                        "an id has {form}: rename the file to `{near}.toml`"
                    )),
                    None => found.help(format!("an id has {form}: rename the file")),
                }
            }
        };
        self.diagnostics.push(found);
    }

    fn stray(&mut self, id: FileId, name: &str, help: &str) {
        let found = Diagnostic::error(
            UNKNOWN_FOLDER,
            Span::whole(id),
            format!("`{name}` has no meaning here"),
        );
        self.diagnostics.push(found.help(help));
    }
}

fn folders() -> String {
    let folders: Vec<_> = Kind::ALL
        .iter()
        .map(|kind| format!("`{}`", kind.folder()))
        .collect();
    folders.join(", ")
}
