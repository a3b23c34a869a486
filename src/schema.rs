//! JSON Schema for editors: one document for each kind of record and one for the manifest, from the declarations of `model`.
//!
//! The ids that a project has are listed, so that an editor offers them. Start reading at [`documents`].

use std::collections::BTreeMap;

use model::{Field, Kind, Model, Presence, Shape, Space};
use serde_json::{Map, Value, json};

/// The name of the manifest's document.
const MANIFEST: &str = "comparison.schema.json";

/// A schema and the files that it is for.
pub(crate) struct Document {
    /// The name of its file.
    pub(crate) name: String,
    /// The files, as a pattern from the project's folder.
    pub(crate) files: String,
    /// The schema.
    pub(crate) schema: Value,
}

/// The schemas of a project: that of the manifest, then one for each kind in the order of the kinds.
///
/// `paths` are those of all files below `data/`: a record that cannot be read yet has an id too.
pub(crate) fn documents<'p>(model: &Model, paths: impl Iterator<Item = &'p str>) -> Vec<Document> {
    let ids = Ids::of(model, paths);
    let manifest = Document {
        name: MANIFEST.to_owned(),
        files: crate::project::MANIFEST.to_owned(),
        schema: document(
            "The manifest",
            &Shape::of_file("comparison.toml").unwrap_or(Shape::Table(Vec::new())),
            &ids,
        ),
    };
    let records = Kind::ALL.iter().map(|kind| Document {
        name: format!("{}.schema.json", kind.folder()),
        files: format!("data/{}/*.toml", kind.folder()),
        schema: document(&capital(kind.noun()), &kind.shape(), &ids),
    });
    std::iter::once(manifest).chain(records).collect()
}

/// A whole document: the table of a file, and the definitions that it uses.
fn document(title: &str, shape: &Shape, ids: &Ids) -> Value {
    let mut writer = Writer {
        ids,
        definitions: BTreeMap::new(),
    };
    let body = writer.schema(shape, "");
    let mut out = Map::new();
    let draft = "https://json-schema.org/draft/2020-12/schema";
    out.insert("$schema".into(), draft.into());
    let warning = "Made by `tradeoff schema`: run it again instead of editing this file.";
    out.insert("$comment".into(), warning.into());
    out.insert("title".into(), title.into());
    if let Value::Object(body) = body {
        out.extend(body);
    }
    if !writer.definitions.is_empty() {
        let definitions = writer.definitions.into_iter().collect();
        out.insert("$defs".into(), Value::Object(definitions));
    }
    Value::Object(out)
}

/// Turns shapes into schemas, and keeps what is used more than once.
struct Writer<'a> {
    ids: &'a Ids,
    definitions: BTreeMap<String, Value>,
}

impl Writer<'_> {
    /// The schema of a value; `key` is the field that holds it.
    fn schema(&mut self, shape: &Shape, key: &str) -> Value {
        match shape {
            Shape::Word | Shape::Title | Shape::Line | Shape::Prose | Shape::Formula => {
                json!({ "type": "string", "minLength": 1 })
            }
            Shape::Date => json!({ "type": "string", "format": "date" }),
            Shape::Number => json!({ "type": "number" }),
            Shape::Count => json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX }),
            Shape::Flag => json!({ "type": "boolean" }),
            Shape::Amount => self.amount(),
            Shape::Url => json!({ "type": "string", "pattern": "^(https?://|mailto:)" }),
            Shape::Id(space) => self.id(*space),
            Shape::Link(spaces) => {
                let links: Vec<_> = spaces.iter().map(|space| self.link(*space)).collect();
                json!({ "anyOf": links })
            }
            Shape::Choice(words) => json!({ "type": "string", "enum": words }),
            Shape::Either(forms) => {
                let forms: Vec<_> = forms.iter().map(|form| self.schema(form, key)).collect();
                json!({ "anyOf": forms })
            }
            Shape::List(item) => json!({ "type": "array", "items": self.schema(item, key) }),
            Shape::Keyed(space, entry) => self.keyed(*space, entry, key),
            Shape::Table(fields) => self.table(fields),
        }
    }

    fn table(&mut self, fields: &[Field]) -> Value {
        let mut properties = Map::new();
        for field in fields {
            let mut schema = self.schema(&field.shape, &field.key);
            if let Value::Object(it) = &mut schema {
                it.insert("description".into(), field.doc.trim().into());
            }
            properties.insert(field.key.clone(), schema);
        }
        let required = fields
            .iter()
            .filter(|it| it.presence == Presence::Required)
            .map(|it| it.key.as_str());
        let required: Vec<_> = required.collect();
        json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
    }

    /// A table with ids for keys: each is listed, because editors offer the keys that are.
    fn keyed(&mut self, space: Option<Space>, entry: &Shape, key: &str) -> Value {
        let value = self.schema(entry, key);
        let entry = self.define(&format!("entry-of-{key}"), value);
        let Some(space) = space else {
            let names = json!({ "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$" });
            return json!({ "type": "object", "propertyNames": names, "additionalProperties": entry });
        };
        let ids = self.ids.in_space(space).into_iter();
        let properties: Map<_, _> = ids.map(|id| (id, entry.clone())).collect();
        json!({ "type": "object", "properties": properties, "additionalProperties": false })
    }

    /// A reference to `schema` under `name`, or a name near it if that one means something else.
    fn define(&mut self, name: &str, schema: Value) -> Value {
        let mut free = name.to_owned();
        let mut number = 2;
        while self.definitions.get(&free).is_some_and(|it| *it != schema) {
            free = format!("{name}-{number}");
            number += 1;
        }
        let reference = json!({ "$ref": format!("#/$defs/{free}") });
        self.definitions.insert(free, schema);
        reference
    }

    fn id(&mut self, space: Space) -> Value {
        let ids = self.ids.in_space(space);
        let noun = format!("The id of {}", space.noun());
        self.define(space.word(), words(&ids, &noun))
    }

    fn link(&mut self, space: Space) -> Value {
        let word = space.word();
        let ids = self.ids.in_space(space).into_iter();
        let links: Vec<_> = ids.map(|id| format!("{word}:{id}")).collect();
        let noun = format!("A link to {}", space.noun());
        self.define(&format!("link-to-{word}"), words(&links, &noun))
    }

    fn amount(&mut self) -> Value {
        let fact = self.id(Space::Record(Kind::Fact));
        let number = self.define("number", json!({ "anyOf": [{ "type": "number" }, fact] }));
        let range = json!({
            "type": "object",
            "properties": { "low": number, "mode": number, "high": number },
            "required": ["low", "high"],
            "additionalProperties": false,
        });
        let amount = json!({
            "description": "A number, the id of a fact, or a range of them",
            "anyOf": [number, range],
        });
        self.define("amount", amount)
    }
}

/// One of these texts. A list of none would let nothing pass, and no editor would say why.
fn words(texts: &[String], description: &str) -> Value {
    if texts.is_empty() {
        return json!({ "description": format!("{description}; there is none yet"), "type": "string" });
    }
    json!({ "description": description, "type": "string", "enum": texts })
}

/// The ids of a project.
struct Ids {
    of_kinds: BTreeMap<Kind, Vec<String>>,
    families: Vec<String>,
    groups: Vec<String>,
    escapes: Vec<String>,
}

impl Ids {
    fn of<'p>(model: &Model, paths: impl Iterator<Item = &'p str>) -> Self {
        let mut of_kinds: BTreeMap<Kind, Vec<String>> = BTreeMap::new();
        for path in paths {
            let parts: Vec<_> = path.split('/').collect();
            if let ["data", folder, name] = parts.as_slice()
                && let Some(kind) = Kind::of_folder(folder)
                && let Some(id) = name.strip_suffix(".toml")
                && model::Id::problem(id).is_none()
            {
                of_kinds.entry(kind).or_default().push(id.to_owned());
            }
        }
        for ids in of_kinds.values_mut() {
            ids.sort();
        }
        let free =
            |it: &model::Free<model::Word>| it.iter().map(|(id, ..)| id.to_string()).collect();
        let limits = model.limits.iter();
        let escapes = limits.flat_map(|limit| {
            let own = limit.unless.iter();
            own.map(|escape| format!("{}/{}", limit.id, escape.id.text))
        });
        Self {
            of_kinds,
            families: free(&model.manifest.families),
            groups: free(&model.manifest.groups),
            escapes: escapes.collect(),
        }
    }

    fn in_space(&self, space: Space) -> Vec<String> {
        let of_kind = |kind: Kind| self.of_kinds.get(&kind).cloned().unwrap_or_default();
        match space {
            Space::Record(kind) => of_kind(kind),
            Space::Family => self.families.clone(),
            Space::Group => self.groups.clone(),
            Space::Escape => self.escapes.clone(),
            Space::Name => [Kind::Quantity, Kind::Fact, Kind::Cost]
                .map(of_kind)
                .concat(),
            Space::Answer => [of_kind(Kind::Alternative), self.families.clone()].concat(),
        }
    }
}

/// With a capital at the beginning.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.as_str().chars()).collect()
}
