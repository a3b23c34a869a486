//! Prints the job list of a project, all that can be printed of it, for a look at the templates.
//!
//! ```sh
//! cargo run --release -p print --example jobs -- . templates/print target/print a4 | target/release/tradeoff-print
//! ```
//!
//! With `auto` as paper, tables become SVG and PNG on one page each, and documents are left out.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use document::sentence::Sentences;
use document::{Document, Table};
use serde_json::{Map, Value, json};
use source::Sources;
use verdict::{Scores, Verdicts};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [project, templates, out, paper] = &arguments[..] else {
        return Err("usage: jobs PROJECT TEMPLATES OUT PAPER".into());
    };
    let press = Press {
        out: std::path::absolute(out)?,
        paper: paper.to_string_lossy().into_owned(),
    };
    let mut sources = Sources::default();
    let contents = source::read_folder(project, "data", &mut sources)?;
    let model = model::load(&sources, &contents.files).model;
    let (scores, _) = Scores::of(&model);
    let mut jobs: Vec<_> = model
        .tables
        .iter()
        .map(|record| press.table(&document::comparison(record, &model, &scores)))
        .collect();
    if press.paper != "auto" {
        let (verdicts, _) = Verdicts::of(&model);
        let sentences = Sentences::builtin();
        for record in &model.use_cases {
            let brief = document::brief(record, &model, &verdicts, &sentences);
            jobs.extend(brief.map(|it| press.brief(&it, record.id.as_str())));
        }
        jobs.push(press.whole(&document::whole(&model, &scores, &verdicts, &sentences)));
    }
    let list = json!({ "templates": texts(templates)?, "fonts": null, "jobs": jobs });
    println!("{list}");
    Ok(())
}

/// Where documents go, and on which paper.
struct Press {
    out: PathBuf,
    paper: String,
}

impl Press {
    fn table(&self, table: &Table) -> Value {
        let name = format!("tables/{}", table.id);
        let formats: &[&str] = if self.paper == "auto" {
            &["svg", "png"]
        } else {
            &["pdf"]
        };
        json!({
            "name": name,
            "template": "table.typ",
            "ident": format!("table:{}", table.id),
            "data": { "stamp": table.stamp().to_string(), "language": "en", "table": table },
            "options": self.options(table.columns.len() > 3, &[]),
            "outputs": self.outputs(&name, formats),
        })
    }

    fn brief(&self, brief: &Document, id: &str) -> Value {
        let name = format!("briefs/{id}");
        json!({
            "name": name,
            "template": "brief.typ",
            "ident": format!("use-case:{id}"),
            "data": { "stamp": brief.stamp().to_string(), "language": "en", "document": brief },
            "options": self.options(false, &[9.4, 9.2, 9.0, 8.8, 8.6, 8.4, 8.2, 8.0, 7.8, 7.6, 7.4]),
            "outputs": self.outputs(&name, &["pdf"]),
        })
    }

    fn whole(&self, whole: &Document) -> Value {
        json!({
            "name": "comparison",
            "template": "comparison.typ",
            "ident": "comparison:all",
            "data": { "stamp": whole.stamp().to_string(), "language": "en", "document": whole },
            "options": self.options(false, &[]),
            "outputs": self.outputs("comparison", &["pdf"]),
        })
    }

    fn options(&self, flipped: bool, sizes: &[f64]) -> Value {
        json!({
            "paper": self.paper,
            "flipped": flipped,
            "standards": ["ua-1", "a-2a"],
            "sizes": sizes,
            "max-pages": if sizes.is_empty() { None } else { Some(2) },
        })
    }

    fn outputs(&self, name: &str, formats: &[&str]) -> Vec<Value> {
        let path = |format: &&str| self.out.join(format!("{name}.{format}"));
        let output = |it| json!({ "format": it, "path": path(it) });
        formats.iter().map(output).collect()
    }
}

/// The templates of a folder by their names.
fn texts(folder: &Path) -> Result<Map<String, Value>, Box<dyn Error>> {
    let mut texts = Map::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".typ") {
            texts.insert(name, fs::read_to_string(entry.path())?.into());
        }
    }
    Ok(texts)
}
