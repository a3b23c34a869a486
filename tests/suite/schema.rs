//! `tradeoff schema`, `completions` and `man`: made of the same declarations as everything else.
//!
//! That every shipped record is valid is for a validator of JSON Schema to say: `tests/browser/schema.test.mjs`.

use std::collections::BTreeSet;
use std::fs;

use model::{Kind, Presence, Shape};
use serde_json::Value;

use crate::project::{Project, finish};
use crate::tree::{differences, names, tree};

fn schema(project: &Project, name: &str) -> Value {
    let text = project.read(&format!("schema/{name}.schema.json"));
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn every_kind_has_one_that_says_what_its_declaration_says() {
    let project = Project::base();
    let run = project.run("schema");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert_eq!(names(&project.path("schema")).len(), Kind::ALL.len() + 1);
    for kind in Kind::ALL {
        let schema = schema(&project, kind.folder());
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
        assert_eq!(schema["additionalProperties"], false);
        let Shape::Table(fields) = kind.shape() else {
            panic!("{kind:?}")
        };
        for field in &fields {
            let doc = schema["properties"][&field.key]["description"].as_str();
            assert_eq!(doc, Some(field.doc.trim()), "{kind:?}.{}", field.key);
        }
        let required = fields.iter().filter(|it| it.presence == Presence::Required);
        let required: BTreeSet<_> = required.map(|it| it.key.as_str()).collect();
        let listed = schema["required"].as_array().expect("a list").iter();
        assert_eq!(
            listed.filter_map(Value::as_str).collect::<BTreeSet<_>>(),
            required,
            "{kind:?}"
        );
    }
}

#[test]
fn ids_are_listed_even_of_records_that_cannot_be_read_yet() {
    let project = Project::base()
        .write("data/sources/half.toml", "title = ")
        .write("data/glossary/empty.toml", "");
    assert_eq!(project.run("schema").code, Some(0));
    let facts = schema(&project, "facts");
    let sources = facts["$defs"]["source"]["enum"].as_array().expect("a list");
    assert_eq!(sources, &["half", "handbook", "magazine"]);
    let pros = schema(&project, "pros");
    assert_eq!(
        pros["$defs"]["link-to-con"]["enum"],
        serde_json::json!(["con:slow-holes", "con:sore-thumb"])
    );
    let options = schema(&project, "options");
    assert_eq!(
        options["$defs"]["family"]["enum"],
        serde_json::json!(["hand", "power"])
    );
    let cells = &schema(&project, "dimensions")["properties"]["cells"];
    let keys: Vec<_> = cells["properties"]
        .as_object()
        .expect("a table")
        .keys()
        .collect();
    assert_eq!(keys, ["drill", "hammer"]);
}

#[test]
fn editors_are_told_which_schema_is_for_which_records() {
    let project = Project::base();
    assert_eq!(project.run("schema --out editor/schema").code, Some(0));
    for (file, list) in [(".taplo.toml", "rule"), ("tombi.toml", "schemas")] {
        let settings: toml::Table = project.read(file).parse().expect("TOML");
        let rules = settings[list].as_array().expect("a list");
        assert_eq!(rules.len(), Kind::ALL.len() + 1);
        for rule in rules {
            let path = rule.get("path").or_else(|| rule["schema"].get("path"));
            let path = path.and_then(toml::Value::as_str).expect("a path");
            assert!(project.path(path).is_file(), "{file}: {path}");
            let files = rule["include"][0].as_str().expect("a pattern");
            let folder = files.trim_end_matches("/*.toml");
            assert!(project.path(folder).exists(), "{file}: {files}");
        }
    }
    let made = tree(project.root());
    assert_eq!(project.run("schema --out editor/schema").code, Some(0));
    assert_eq!(differences(&made, &tree(project.root())), [""; 0]);
}

#[test]
fn settings_of_the_author_and_folders_that_are_read_stay() {
    let project = Project::base().write(".taplo.toml", "# mine\n");
    let run = project.run("schema");
    assert_eq!(run.code, Some(0));
    assert!(
        run.stderr
            .contains("`.taplo.toml` is yours and stays as it is"),
        "{}",
        run.stderr
    );
    assert_eq!(project.read(".taplo.toml"), "# mine\n");
    for folder in ["data", "book/src", ".", "/tmp", "../elsewhere", "x/../data"] {
        let before = tree(project.root());
        let run = project.run(&format!("schema --out {folder}"));
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{folder}");
        assert_eq!(
            differences(&before, &tree(project.root())),
            [""; 0],
            "{folder}"
        );
    }
}

#[test]
fn shells_and_man_learn_every_verb() {
    let project = Project::base();
    let help = project.run("--help").stdout;
    let (_, commands) = help.split_once("Commands:\n").expect("commands");
    let verbs = commands.lines().take_while(|line| !line.is_empty());
    let verbs: Vec<_> = verbs
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(
        verbs.contains(&"completions") && verbs.contains(&"help"),
        "{help}"
    );
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let run = project.run(&format!("completions {shell}"));
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{shell}");
        for verb in &verbs {
            assert!(run.stdout.contains(verb), "{verb} in {shell}");
        }
    }
    assert_eq!(project.run("completions tcsh").code, Some(2));
    assert_eq!(project.run("man --out man").code, Some(0));
    for verb in verbs.iter().filter(|it| **it != "help") {
        let page = fs::read_to_string(project.path(&format!("man/tradeoff-{verb}.1"))).expect(verb);
        assert!(
            page.contains("\n.SH SYNOPSIS\n") && page.contains("today"),
            "{page}"
        );
    }
    let page = project.run("man").stdout;
    assert!(page.contains(".TH tradeoff 1"), "{page}");
    let mut bash = std::process::Command::new("bash");
    bash.arg("-n").stdin(std::process::Stdio::null());
    let script = project.run("completions bash").stdout;
    let file = project.path("completions.bash");
    fs::write(&file, script).expect("a file");
    bash.arg(&file);
    let parsed = finish(bash);
    assert_eq!((parsed.code, parsed.stderr.as_str()), (Some(0), ""));
}
