//! The templates of pages: those built in, and those of the author, which come first.

use std::path::PathBuf;
use std::sync::Arc;

use document::sentence::Sentences;
use include_dir::{Dir, File, include_dir};
use serde::Serialize;
use source::{Diagnostic, FileId, SourceFile, Span};
use tera::{Context, Error, ErrorKind, Kwargs, State, Tera, Value};

use crate::content::{BAD_TEMPLATE, Refusal};
use crate::markup::markdown;

/// Where an author's templates stand, relative to the project.
pub const FOLDER: &str = "templates/site";

/// The file in it that replaces sentences about verdicts; it is no template.
pub const SENTENCES: &str = "sentences.toml";

/// Named `builtin/…`, so that an author's `option.md` can extend `builtin/option.md`.
const BUILTIN: &str = "builtin/";

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../templates/site");

/// The templates of one run.
#[derive(Clone)]
pub struct Templates {
    tera: Arc<Tera>,
    sentences: Arc<Sentences>,
    own: bool,
}

impl Templates {
    /// The built-in templates and `overrides`, files below [`FOLDER`]; one with the name of a built-in template replaces it.
    ///
    /// Everything that a template prints is escaped for HTML, except what already is HTML; `| md` escapes for Markdown.
    ///
    /// # Errors
    /// One diagnostic for each template that does not parse, or that extends or includes what does not exist.
    pub fn load<'f>(
        overrides: impl IntoIterator<Item = (FileId, &'f SourceFile)>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut templates = vec![];
        let mut sentences = Sentences::builtin();
        let mut builtin = Vec::new();
        collect(&FILES, &mut builtin);
        let mut own = false;
        for (path, text) in &builtin {
            let text = *text;
            templates.push((format!("{BUILTIN}{path}"), text.to_owned(), None));
        }
        for (file, it) in overrides {
            let name = it.path.strip_prefix(FOLDER).unwrap_or(&it.path);
            let name = name.trim_start_matches('/').to_owned();
            if name == SENTENCES {
                own |= FILES.get_file(SENTENCES).and_then(File::contents_utf8) != Some(&*it.text);
                sentences = sentences.replaced(&it.text, file)?;
                continue;
            }
            let same = |(path, text): &(String, &str)| *path == name && **text == *it.text;
            own |= !builtin.iter().any(same);
            templates.push((name, it.text.to_string(), Some(file)));
        }
        let mut tera = empty();
        let pairs = templates.iter().map(|(name, text, _)| (name, text));
        match tera.add_raw_templates(pairs) {
            Ok(()) => Ok(Self {
                tera: Arc::new(tera),
                sentences: Arc::new(sentences),
                own,
            }),
            // One bad template refuses all: each is asked alone what is wrong with it.
            Err(error) => Err(broken(&templates, &error)),
        }
    }

    /// Whether the author has one that is no copy of a built-in template.
    pub(crate) fn are_own(&self) -> bool {
        self.own
    }

    /// The sentences about verdicts.
    pub(crate) fn sentences(&self) -> &Arc<Sentences> {
        &self.sentences
    }

    /// The template `name` filled with `context`.
    ///
    /// # Errors
    /// A refusal that points into the template and lists the variables that it was given.
    pub(crate) fn render(&self, name: &str, context: &impl Serialize) -> Result<String, Refusal> {
        let filled = Context::from_serialize(context)
            .and_then(|context| self.tera.render(name, &context))
            .map_err(|error| refusal(name, &error, context))?;
        Ok(without_gaps(&filled))
    }
}

fn empty() -> Tera {
    let mut tera = Tera::new();
    // Fails only when there already are templates.
    drop(tera.set_fallback_prefixes([BUILTIN]));
    tera.autoescape_on([".md", ".html"]);
    tera.register_filter("md", |text: &str, _: Kwargs, _: &State| {
        Value::safe_string(&markdown(text))
    });
    tera
}

fn collect<'d>(dir: &'d Dir<'_>, files: &mut Vec<(String, &'d str)>) {
    let templates = dir.files().filter(|it| !it.path().ends_with(SENTENCES));
    for file in templates {
        if let Some(text) = file.contents_utf8() {
            files.push((file.path().to_string_lossy().replace('\\', "/"), text));
        }
    }
    for below in dir.dirs() {
        collect(below, files);
    }
}

type Named = (String, String, Option<FileId>);

/// What is wrong with the author's templates; if each parses alone, what is wrong with them together.
fn broken(templates: &[Named], together: &Error) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (name, text, file) in templates {
        let Some(file) = file else { continue };
        if let Err(error) = empty().add_raw_template(name, text)
            && let ErrorKind::SyntaxError(report) = error.kind()
        {
            let span = Span::new(*file, report.span().range.clone());
            found.push(Diagnostic::error(
                BAD_TEMPLATE,
                span,
                lower(report.message()),
            ));
        }
    }
    let own = templates
        .iter()
        .filter_map(|(name, _, file)| Some((name, (*file)?)));
    if found.is_empty() {
        let (message, template, range) = parts(together);
        let file = own.clone().find(|(name, _)| **name == template);
        let any = own.clone().next();
        if let Some((_, file)) = file.or(any) {
            found.push(Diagnostic::error(
                BAD_TEMPLATE,
                Span::new(file, range),
                message,
            ));
        }
    }
    found
}

fn refusal(name: &str, error: &Error, context: &impl Serialize) -> Refusal {
    let (message, template, range) = parts(error);
    let template = if template.is_empty() { name } else { &template };
    let file = template.strip_prefix(BUILTIN).unwrap_or(template);
    let mut names: Vec<String> = Value::try_from_serializable(context)
        .ok()
        .and_then(Value::into_map)
        .map(|map| map.keys().map(ToString::to_string).collect())
        .unwrap_or_default();
    names.sort();
    Refusal {
        rule: BAD_TEMPLATE,
        at: Some((PathBuf::from(format!("{FOLDER}/{file}")), range)),
        message,
        help: Some(format!("the variables here are `{}`", names.join("`, `"))),
    }
}

/// Message, template and place of an error.
fn parts(error: &Error) -> (String, String, std::ops::Range<usize>) {
    match error.kind() {
        ErrorKind::SyntaxError(it) | ErrorKind::RenderingError(it) => {
            let range = it.span().range.clone();
            (lower(it.message()), it.filename().to_owned(), range)
        }
        ErrorKind::MissingParent { current, parent } => (
            format!("it extends `{parent}`, which does not exist"),
            current.clone(),
            0..0,
        ),
        ErrorKind::CircularExtend { tpl, .. } => {
            ("it extends itself".to_owned(), tpl.clone(), 0..0)
        }
        ErrorKind::CircularInclude { tpl, .. } => {
            ("it includes itself".to_owned(), tpl.clone(), 0..0)
        }
        other => (lower(&other.to_string()), String::new(), 0..0),
    }
}

fn lower(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().map(|it| it.to_lowercase().to_string());
    let text = first.unwrap_or_default() + rest.as_str();
    text.lines().collect::<Vec<_>>().join(" ")
}

/// Joins the pieces of HTML that a template leaves blank lines between, and takes their indentation away: Markdown ends a
/// block of HTML at a blank line, and reads four blanks after one as code.
fn without_gaps(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for line in text.lines() {
        let bare = line.trim_start();
        if bare.is_empty() {
            gap = true;
            continue;
        }
        let html = bare.starts_with('<');
        let joins = html && out.trim_end_matches('\n').ends_with('>');
        if gap && !out.is_empty() && !joins {
            out.push('\n');
        }
        gap = false;
        out.push_str(if html { bare } else { line });
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn load(files: &[(&str, &str)]) -> Result<Templates, Vec<Diagnostic>> {
        let mut sources = source::Sources::default();
        for (path, text) in files {
            sources.add(format!("{FOLDER}/{path}"), text);
        }
        Templates::load(sources.iter())
    }

    #[test]
    fn everything_printed_is_escaped() {
        let templates = load(&[("x.md", "# {{ a | md }}\n\n<p>{{ a }}</p>\n")]).unwrap();
        let text = templates
            .render("x.md", &json!({ "a": "<b>&*_`[x](y)" }))
            .unwrap();
        assert_eq!(
            text,
            "# \\<b\\>\\&\\*\\_\\`\\[x\\]\\(y\\)\n\n<p>&lt;b&gt;&amp;*_`[x](y)</p>\n"
        );
    }

    #[test]
    fn an_error_names_template_place_and_variables() {
        let templates = load(&[("x.md", "one\n{{ wrong }}\n")]).unwrap();
        let refusal = templates
            .render("x.md", &json!({ "right": 1, "also": 2 }))
            .unwrap_err();
        let (path, range) = refusal.at.unwrap();
        assert_eq!(path, PathBuf::from("templates/site/x.md"));
        assert_eq!(&"one\n{{ wrong }}\n"[range], "wrong");
        let help = refusal.help.unwrap();
        assert_eq!(help, "the variables here are `also`, `right`");
    }

    #[test]
    fn every_template_that_does_not_parse_is_told() {
        let files = [
            ("a.md", "{{ x"),
            ("b.md", "fine"),
            ("c.md", "{% nothing %}"),
        ];
        let found = load(&files).err().unwrap();
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().all(|it| it.rule == BAD_TEMPLATE));
        let missing = load(&[("a.md", "{% extends \"none.md\" %}")])
            .err()
            .unwrap();
        assert!(missing[0].title.contains("`none.md`"), "{missing:?}");
    }

    #[test]
    fn html_stays_together() {
        let text = "# A\n\n<div>\n\n    <p>x</p>\n\n\n</div>\n\ntext\n\n    code\n";
        assert_eq!(
            without_gaps(text),
            "# A\n\n<div>\n<p>x</p>\n</div>\n\ntext\n\n    code\n"
        );
    }
}
