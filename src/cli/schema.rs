//! `tradeoff schema`: what editors need to complete and check records as they are typed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;

use super::Context;
use super::output::{self, Outcome};
use crate::project::{self, Project};
use crate::schema::{self, Document};

const EXAMPLES: &str = "\
Examples:
  tradeoff schema                    writes schema/, .taplo.toml and tombi.toml
  tradeoff schema --out editor/schema

Editors that use Taplo (Even Better TOML) or Tombi then complete fields and ids, and show what a field is for. Run it again
when records came or went: their ids are part of it. `tradeoff check` knows more than a schema can say.
Exit codes: 0 written, 2 could not run.";

/// The first line of the files that say which schema is for which records.
const MARK: &str = "# Made by `tradeoff schema`; delete this line to keep your own changes.\n";

/// Write JSON Schemas of all records for editors
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Schema {
    /// Write into this folder of the project instead of schema/
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Schema {
    pub(super) fn run(&self, cx: &Context) -> anyhow::Result<Outcome> {
        let root = project::find(&cx.directory)?;
        let below = self.below(&root)?;
        let project = Project::load(&root)?;
        let files = project.records.iter();
        let paths = files.map(|id| project.sources.file(*id).path.as_str());
        let documents = schema::documents(&project.model, paths);
        let folder = root.join(&below);
        fs::create_dir_all(&folder)
            .with_context(|| format!("`{}` cannot be made", folder.display()))?;
        for Document { name, schema, .. } in &documents {
            write(&folder.join(name), &format!("{schema:#}\n"))?;
        }
        let schemas = output::count(documents.len(), "schema");
        output::line(&format!("{schemas} in {below}/"))?;
        for (name, text) in [
            (".taplo.toml", taplo(&documents, &below)),
            ("tombi.toml", tombi(&documents, &below)),
        ] {
            associate(&root, name, &text)?;
        }
        Ok(Outcome::Clean)
    }

    /// The folder as seen from the project's, with slashes: the settings of editors stand there and name it.
    fn below(&self, root: &Path) -> anyhow::Result<String> {
        let Some(out) = &self.out else {
            return Ok("schema".to_owned());
        };
        let shown = out.display();
        let absolute = real(&std::path::absolute(out)?);
        let parts: Vec<_> = match absolute.strip_prefix(root) {
            Ok(below) => below.iter().map(|part| part.to_string_lossy()).collect(),
            Err(_) => bail!("`{shown}` is not in the project: editors look for schemas below it"),
        };
        let first = parts.first().map_or("", |it| it.as_ref());
        if ["", "data", "book", "templates", ".."].contains(&first)
            || parts.iter().any(|it| it == "..")
        {
            bail!("`{shown}` cannot hold schemas: name a folder of its own, such as `schema`");
        }
        Ok(parts.join("/"))
    }
}

/// The path with links resolved as far as it exists.
fn real(path: &Path) -> PathBuf {
    path.canonicalize()
        .unwrap_or_else(|_| match (path.parent(), path.file_name()) {
            (Some(parent), Some(name)) => real(parent).join(name),
            _ => path.to_owned(),
        })
}

/// Writes the settings of an editor, unless they are the author's own.
fn associate(root: &Path, name: &str, text: &str) -> anyhow::Result<()> {
    let path = root.join(name);
    let marked = |it: &String| it.starts_with(MARK.trim_end());
    if path.exists() && !fs::read_to_string(&path).is_ok_and(|it| marked(&it)) {
        output::note(&format!("`{name}` is yours and stays as it is"));
        return Ok(());
    }
    write(&path, text)
}

/// Writes a file unless it says the same already, so that nothing that watches it wakes up.
fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    if fs::read_to_string(path).is_ok_and(|it| it == text) {
        return Ok(());
    }
    fs::write(path, text).with_context(|| format!("`{}` cannot be written", path.display()))
}

/// The settings of Taplo, which Even Better TOML is made of.
fn taplo(documents: &[Document], folder: &str) -> String {
    let rules = documents.iter().map(|Document { name, files, .. }| {
        format!("\n[[rule]]\ninclude = [\"{files}\"]\n[rule.schema]\npath = \"{folder}/{name}\"\nenabled = true\n")
    });
    // The code beside a snippet is not ours to judge, and the canonical form of records is not that of Taplo.
    let head = "exclude = [\"data/snippets/*/**\"]\n\n[formatting]\nreorder_keys = false\n";
    format!("{MARK}{head}{}", rules.collect::<String>())
}

/// The settings of Tombi.
fn tombi(documents: &[Document], folder: &str) -> String {
    let schemas = documents.iter().map(|Document { name, files, .. }| {
        format!("\n[[schemas]]\npath = \"{folder}/{name}\"\ninclude = [\"{files}\"]\n")
    });
    format!("{MARK}{}", schemas.collect::<String>())
}
