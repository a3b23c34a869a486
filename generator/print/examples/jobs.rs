//! Prints the job list of a project: every table of `data/tables/`, as PDF, for a look at the templates.
//!
//! ```sh
//! cargo run --release -p print --example jobs -- . templates/print target/print | target/release/tradeoff-print
//! ```

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::{Map, Value, json};
use source::Sources;
use verdict::Scores;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [project, templates, out] = &arguments[..] else {
        return Err("usage: jobs PROJECT TEMPLATES OUT [PAPER]".into());
    };
    let mut sources = Sources::default();
    let contents = source::read_folder(project, "data", &mut sources)?;
    let model = model::load(&sources, &contents.files).model;
    let (scores, _) = Scores::of(&model);
    let out = std::path::absolute(out)?;
    let mut jobs = Vec::new();
    for record in model.tables.iter() {
        let table = document::comparison(record, &model, &scores);
        let name = format!("tables/{}", record.id);
        jobs.push(json!({
            "name": name,
            "template": "table.typ",
            "ident": format!("table:{}", record.id),
            "data": { "stamp": table.stamp().to_string(), "language": "en", "table": table },
            "options": {
                "paper": "a4",
                "flipped": table.columns.len() > 3,
                "standards": ["ua-1", "a-2a"],
            },
            "outputs": [{ "format": "pdf", "path": out.join(format!("{name}.pdf")) }],
        }));
    }
    let list = json!({ "templates": texts(templates)?, "fonts": null, "jobs": jobs });
    println!("{list}");
    Ok(())
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
