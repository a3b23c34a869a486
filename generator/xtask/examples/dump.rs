//! Throwaway.
use std::{fs, path::Path};
use export::{Format, Settings};
fn main() -> anyhow::Result<()> {
    let mut a = std::env::args().skip(1);
    let (root, out) = (a.next().unwrap(), a.next().unwrap());
    let mut sources = source::Sources::default();
    let contents = source::read_folder(Path::new(&root), "data", &mut sources)?;
    let loaded = model::load(&sources, &contents.files);
    let model = loaded.model;
    let (scores, _) = verdict::Scores::of(&model);
    let (verdicts, _) = verdict::Verdicts::of(&model);
    let sentences = document::sentence::Sentences::builtin();
    let s = Settings::default();
    let w = |p: String, b: Vec<u8>| { let p = Path::new(&out).join(p); fs::create_dir_all(p.parent().unwrap()).unwrap(); fs::write(p, b).unwrap(); };
    let mut tables = vec![];
    for t in model.tables.iter() {
        let t = document::comparison(t, &model, &scores);
        for f in [Format::Csv, Format::Markdown, Format::Html, Format::Json, Format::Xlsx] {
            w(format!("tables/{}.{}", t.id, f.extension()), export::write(&t, f, &s).unwrap().bytes);
        }
        tables.push(t);
    }
    w("tables/comparison.xlsx".into(), export::write_workbook(&tables).unwrap().bytes);
    for u in model.use_cases.iter() {
        let Some(d) = document::brief(u, &model, &verdicts, &sentences) else { continue };
        for f in [Format::Markdown, Format::Html, Format::Json] {
            w(format!("print/{}.{}", u.id, f.extension()), export::write_document(&d, f).unwrap().bytes);
        }
    }
    let d = document::whole(&model, &scores, &verdicts, &sentences);
    for f in [Format::Markdown, Format::Html, Format::Json] {
        w(format!("print/comparison.{}", f.extension()), export::write_document(&d, f).unwrap().bytes);
    }
    Ok(())
}
