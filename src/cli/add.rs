//! `tradeoff add`: a new record, valid from its first moment.

use std::fs::{self, OpenOptions};
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

use anyhow::{Context as _, anyhow, bail};
use clap::Args;
use model::{Id, IdProblem, Kind, Model, Shape};
use source::{Diagnostic, Format, visible};
use verdict::Scores;

use super::Context;
use super::output::{self, Outcome};
use crate::entry::{Entry, Missing};
use crate::project::{self, Project};

const EXAMPLES: &str = "\
Examples:
  tradeoff add fact                  asks for its id and everything else that it needs
  tradeoff add source rfc-8259       asks for everything but the id
  tradeoff add term cold-start --set name=\"Cold start\" --set short=\"The wait after idle\" --set sources=docs
  tradeoff add fact drill-time --set value=90 --set unit=s --set title=\"Time per hole\" --set sources=handbook

A list takes ids between commas, --set again for one more, or a list of TOML; a range is `{ low = 1, high = 2 }`; a field of a
table has a dot, such as color.light. The last review is today's unless it is set. Answers of a new dimension begin as unknown.
Exit codes: 0 written, 1 it would not be valid and was not written, 2 something is missing, or it could not run.";

/// Write a new record
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Add {
    /// What it is: fact, source, option, dimension, pro, con, use-case and so on
    kind: String,

    /// Its id: lower case letters, digits and hyphens
    id: Option<String>,

    /// The value of a field; may be given many times
    #[arg(long = "set", value_name = "FIELD=VALUE", value_parser = pair)]
    fields: Vec<(String, String)>,
}

impl Add {
    pub(super) fn run(&self, cx: &Context) -> anyhow::Result<Outcome> {
        let kind = kind(&self.kind)?;
        let root = project::find(&cx.directory)?;
        let project = Project::load(&root)?;
        let mut entry = Entry::new(kind);
        for (path, text) in &self.fields {
            entry.set(path, text).map_err(|error| anyhow!("{error}"))?;
        }
        let stdin = io::stdin();
        let mut asker = stdin.is_terminal().then(|| Asker {
            lines: stdin.lock(),
            out: io::stderr(),
        });
        let free = |id: &str| usable(kind, id, &root);
        let id = match (&self.id, &mut asker) {
            (Some(id), _) => free(id).map(|()| id.clone()).map_err(|it| anyhow!(it))?,
            (None, Some(asker)) => asker.id(kind, free)?,
            (None, None) => bail!(
                "{} needs an id: `tradeoff add {} ID`",
                kind.noun(),
                kind.link()
            ),
        };
        entry.complete(&project.model, cx.today);
        match &mut asker {
            Some(asker) => asker.fields(&mut entry, &project.model)?,
            None => refuse_missing(kind, &id, &entry.missing())?,
        }
        let text = entry.text().map_err(|error| anyhow!("{error}"))?;
        write(kind, &id, &text, project, &root)
    }
}

/// Writes the record if it is valid among the others, and says what comes next.
fn write(
    kind: Kind,
    id: &str,
    text: &str,
    project: Project,
    root: &Path,
) -> anyhow::Result<Outcome> {
    let path = format!("data/{}/{id}.toml", kind.folder());
    let mut sources = project.sources;
    let mut files = project.records;
    let file = sources.add(&path, text);
    files.push(file);
    let mut loaded = model::load(&sources, &files);
    loaded.diagnostics.extend(Scores::of(&loaded.model).1);
    let known = |it: &Diagnostic| project.diagnostics.contains(it);
    let concerns = |it: &Diagnostic| it.primary.span.file == file || !known(it);
    let mut found = loaded.diagnostics;
    found.retain(concerns);
    // References that pointed nowhere may have been waiting for this record.
    if output::diagnostics(&found, &sources, Format::Full) == Outcome::Findings {
        output::note("nothing was written");
        return Ok(Outcome::Findings);
    }
    let place = root.join(&path);
    fs::create_dir_all(place.parent().unwrap_or(root))
        .and_then(|()| OpenOptions::new().write(true).create_new(true).open(&place))
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .with_context(|| format!("`{path}` cannot be written"))?;
    output::line(&format!("wrote {path}"))?;
    output::line(&format!("next: {}", next(kind, id)))?;
    Ok(Outcome::Clean)
}

/// What an author does with a new record of this kind.
fn next(kind: Kind, id: &str) -> String {
    match kind {
        Kind::Fact => format!("show it with `{{{{ fact.{id} }}}}`, then `tradeoff check`"),
        Kind::Source => format!("cite it with `[^{id}]` or in `sources`, then `tradeoff check`"),
        Kind::Dimension => "answer for each option in its `[cells]`, then `tradeoff check`".into(),
        Kind::Alternative => {
            "add it to `columns` in data/comparison.toml, then `tradeoff check`".into()
        }
        Kind::UseCase => "fill in its `[workload]` and `[needs]`, then `tradeoff check`".into(),
        _ => format!(
            "link to it with `{}:{id}`, then `tradeoff check`",
            kind.link()
        ),
    }
}

/// The kind that a word means: as in a link, as its folder, or as people say it.
fn kind(word: &str) -> anyhow::Result<Kind> {
    let lower = word.to_lowercase();
    let named = |kind: &&Kind| [kind.link(), kind.folder()].contains(&lower.as_str());
    if let Some(kind) = Kind::ALL.iter().find(named) {
        return Ok(*kind);
    }
    let names = Kind::ALL.iter().map(|kind| kind.link());
    match model::nearest(&lower, names.clone()) {
        Some(near) => bail!("there is no kind `{word}`: did you mean `{near}`?"),
        None => {
            let names: Vec<_> = names.collect();
            bail!("there is no kind `{word}`: there are {}", names.join(", "))
        }
    }
}

/// Makes sure that a record can have this id.
fn usable(kind: Kind, id: &str, root: &Path) -> Result<(), String> {
    match Id::problem(id) {
        Some(IdProblem::Reserved) => {
            return Err(format!("`{id}` is a reserved word: choose another id"));
        }
        Some(IdProblem::Form) => {
            let form = "use lower case letters, digits and single hyphens";
            let near = Id::nearest(id).filter(|it| Id::problem(it).is_none());
            let near = near.map_or(String::new(), |it| format!(", such as `{it}`"));
            return Err(format!("`{id}` cannot be an id: {form}{near}"));
        }
        None => {}
    }
    let path = format!("data/{}/{id}.toml", kind.folder());
    if root.join(&path).symlink_metadata().is_ok() {
        return Err(format!("`{path}` exists: edit it, or choose another id"));
    }
    Ok(())
}

/// Says what has to be given, with flags to copy.
fn refuse_missing(kind: Kind, id: &str, missing: &[Missing]) -> anyhow::Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let width = missing.iter().map(|it| it.path.len()).max().unwrap_or(0);
    let flags = missing.iter().map(|it| {
        let path = format!("{}=…", it.path);
        format!("\n  --set {path:<w$}  {}", it.doc, w = width + 2)
    });
    let (noun, flags) = (kind.noun(), flags.collect::<String>());
    bail!("{noun} needs more: give `{id}` these fields{flags}")
}

/// `FIELD=VALUE`.
fn pair(text: &str) -> Result<(String, String), String> {
    let pair = text.split_once('=').filter(|(field, _)| !field.is_empty());
    let (field, value) = pair.ok_or("write FIELD=VALUE")?;
    Ok((field.trim().to_owned(), value.to_owned()))
}

/// Asks on a terminal.
struct Asker<L, O> {
    lines: L,
    out: O,
}

impl<L: BufRead, O: Write> Asker<L, O> {
    /// An id that `free` takes.
    fn id(
        &mut self,
        kind: Kind,
        free: impl Fn(&str) -> Result<(), String>,
    ) -> anyhow::Result<String> {
        let question = format!("The id of {}, such as `cold-start`", kind.noun());
        loop {
            let id = self.answer("id", &question)?;
            match free(&id) {
                Ok(()) => return Ok(id),
                Err(refused) => self.say(&refused)?,
            }
        }
    }

    /// One value for each field that lacks one, asked again until it is a value.
    fn fields(&mut self, entry: &mut Entry, model: &Model) -> anyhow::Result<()> {
        while let Some(missing) = entry.missing().into_iter().next() {
            let choices = choices(&missing.shape, model);
            let question = format!("{}{choices}", missing.doc);
            let answer = self.answer(&missing.path, &question)?;
            if let Err(refused) = entry.set(&missing.path, &answer) {
                self.say(&refused)?;
            }
        }
        Ok(())
    }

    /// A line that is not empty.
    fn answer(&mut self, name: &str, question: &str) -> anyhow::Result<String> {
        self.say(question)?;
        loop {
            write!(self.out, "{name}: ")?;
            self.out.flush()?;
            let mut line = String::new();
            if self.lines.read_line(&mut line)? == 0 {
                bail!("nothing was written: no answer for `{name}`");
            }
            let line = line.trim();
            if !line.is_empty() {
                return Ok(line.to_owned());
            }
        }
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", visible(text))
    }
}

/// What a field takes, where that can be listed in a line.
fn choices(shape: &Shape, model: &Model) -> String {
    /// At most this many ids are listed.
    const LISTED: usize = 12;
    match shape {
        Shape::Choice(words) => format!(" ({})", words.join(", ")),
        Shape::Id(model::Space::Record(kind)) => {
            let ids: Vec<_> = model.ids(*kind).into_iter().map(Id::as_str).collect();
            if (1..=LISTED).contains(&ids.len()) {
                format!(" ({})", ids.join(", "))
            } else {
                format!(" (the id of {})", kind.noun())
            }
        }
        Shape::List(item) => match &**item {
            Shape::Id(_) | Shape::Link(_) | Shape::Choice(_) => {
                format!("{}, commas between several", choices(item, model))
            }
            _ => String::new(),
        },
        Shape::Date => " (YYYY-MM-DD)".to_owned(),
        _ => String::new(),
    }
}
