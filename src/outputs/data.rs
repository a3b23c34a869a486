//! The whole knowledge base as one JSON file, for programs: every record as it is written, and what follows from them.

use model::Kind;
use serde_json::{Map, Value, json};
use source::Sources;

use crate::project::Project;
use crate::schema;

/// The name of the file.
pub(crate) const FILE: &str = "data.json";
/// The name of the schema beside it.
pub(crate) const SCHEMA: &str = "data.schema.json";

/// The file. Records are keyed by folder and id and hold what their authors wrote; `facts` below `printed` are as every
/// page writes them.
pub(crate) fn file(project: &Project) -> String {
    let Project { model, scores, .. } = project;
    let records = Kind::ALL.iter().map(|kind| {
        let ids = model.ids(*kind).into_iter();
        let records = ids.filter_map(|id| {
            let path = format!("data/{}/{id}.toml", kind.folder());
            Some((id.to_string(), written(&project.sources, &path)?))
        });
        (kind.folder().to_owned(), Value::Object(records.collect()))
    });
    let records: Map<String, Value> = records.collect();
    let printed = model
        .facts
        .iter()
        .map(|it| (it.id.to_string(), it.text().into()));
    let marks = model.dimensions.iter().filter_map(|dimension| {
        let options = model.options.iter().filter_map(|option| {
            let mark = scores.mark(&dimension.id, &option.id)?;
            Some((option.id.to_string(), mark.word().into()))
        });
        let options: Map<String, Value> = options.collect();
        (!options.is_empty()).then(|| (dimension.id.to_string(), options.into()))
    });
    let verdicts = project.verdicts.iter().map(|(id, it)| {
        let (word, best) = (it.outcome.word().id(), it.outcome.best());
        (id.to_string(), json!({ "word": word, "best": best }))
    });
    let value = json!({
        "$schema": SCHEMA,
        "revision": model.revision,
        "comparison": written(&project.sources, crate::project::MANIFEST),
        "records": records,
        "printed": Value::Object(printed.collect()),
        "marks": Value::Object(marks.collect()),
        "verdicts": Value::Object(verdicts.collect()),
    });
    pretty(value)
}

/// The schema of [`file`]: that of the manifest and those of all kinds of records, in one document.
pub(crate) fn schema(project: &Project) -> String {
    let files = project.records.iter();
    let paths = files.map(|id| project.sources.file(*id).path.as_str());
    let mut documents = schema::documents(&project.model, paths).into_iter();
    let manifest = documents.next().map(|it| it.schema).unwrap_or_default();
    let (mut kinds, mut definitions) = (Map::new(), Map::new());
    let mut place = |name: &str, schema: Value| {
        definitions.insert(name.to_owned(), at_place(schema, name));
        json!({ "$ref": format!("#/$defs/{name}") })
    };
    let comparison = place("comparison", manifest);
    for (kind, document) in Kind::ALL.iter().zip(documents) {
        let record = place(kind.folder(), document.schema);
        let all = json!({ "type": "object", "additionalProperties": record });
        kinds.insert(kind.folder().to_owned(), all);
    }
    let words = json!({ "type": "object", "additionalProperties": { "type": "string" } });
    let verdict = json!({
        "type": "object",
        "properties": { "word": { "type": "string" }, "best": { "type": ["string", "null"] } },
        "required": ["word", "best"],
        "additionalProperties": false,
    });
    pretty(json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A knowledge base of tradeoff",
        "type": "object",
        "properties": {
            "$schema": { "type": "string" },
            "revision": { "type": "string", "pattern": "^[0-9a-f]{8}$" },
            "comparison": comparison,
            "records": { "type": "object", "properties": kinds, "additionalProperties": false },
            "printed": words,
            "marks": { "type": "object", "additionalProperties": words },
            "verdicts": { "type": "object", "additionalProperties": verdict },
        },
        "required": ["revision", "comparison", "records", "printed", "marks", "verdicts"],
        "additionalProperties": false,
        "$defs": definitions,
    }))
}

/// A document as a definition: what it refers to within itself is now below its own name.
fn at_place(mut schema: Value, name: &str) -> Value {
    if let Value::Object(map) = &mut schema {
        map.remove("$schema");
        map.remove("$comment");
    }
    refer_below(&mut schema, name);
    schema
}

fn refer_below(value: &mut Value, name: &str) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match (key.as_str(), value) {
                    ("$ref", Value::String(to)) => {
                        if let Some(own) = to.strip_prefix('#') {
                            *to = format!("#/$defs/{name}{own}");
                        }
                    }
                    (_, value) => refer_below(value, name),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|it| refer_below(it, name)),
        _ => {}
    }
}

/// What stands in a file of TOML, as JSON; dates become texts.
fn written(sources: &Sources, path: &str) -> Option<Value> {
    let file = sources.file(sources.find(path)?);
    let table: toml::Table = file.text.parse().ok()?;
    Some(json(&toml::Value::Table(table)))
}

fn json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(it) => it.as_str().into(),
        toml::Value::Integer(it) => (*it).into(),
        toml::Value::Float(it) => (*it).into(),
        toml::Value::Boolean(it) => (*it).into(),
        toml::Value::Datetime(it) => it.to_string().into(),
        toml::Value::Array(items) => items.iter().map(json).collect(),
        toml::Value::Table(table) => {
            let entries = table.iter().map(|(key, it)| (key.clone(), json(it)));
            Value::Object(entries.collect())
        }
    }
}

/// Keys in the order of the alphabet, whatever other crates switch on, and a line break at the end.
pub(super) fn pretty(mut value: Value) -> String {
    value.sort_all_objects();
    format!("{value:#}\n")
}
