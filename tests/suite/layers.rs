//! Data flows one way: no crate knows one above it, and the pure ones know neither files, clock, environment nor network.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use cargo_metadata::{Metadata, MetadataCommand};

use crate::project::{files, repository};

/// Every crate and the crates of the workspace that it may use, in its tests too. `*` is all of them.
const LAYERS: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("model", &["source"]),
    ("format", &["source", "model"]),
    ("decide", &[]),
    ("verdict", &["source", "model", "decide"]),
    ("document", &["source", "model", "decide", "verdict"]),
    (
        "check",
        &["source", "model", "format", "decide", "verdict", "document"],
    ),
    ("ooxml", &[]),
    // A writer links to records, so it reads what a link of the model points at.
    ("export", &["document", "model", "ooxml"]),
    // What it prints comes to it as JSON; its examples and tests make that of records.
    (
        "print",
        &["source", "model", "decide", "verdict", "document"],
    ),
    ("site", &["source", "model", "verdict", "document"]),
    ("xtask", &["*"]),
    ("tradeoff", &["*"]),
];

/// The crates without files, clock and environment; each has a clippy.toml that says so.
const PURE: &[&str] = &[
    "check", "decide", "document", "export", "format", "model", "ooxml", "verdict",
];

/// The crates that may open a connection, by themselves or through what they use.
const NETWORKED: &[&str] = &["site", "tradeoff", "xtask"];

/// What opens connections, or exists to.
const NETWORK: &[&str] = &[
    "async-std",
    "axum",
    "curl",
    "h2",
    "hyper",
    "mio",
    "quinn",
    "reqwest",
    "rustls",
    "smol",
    "socket2",
    "tokio",
    "tungstenite",
    "ureq",
    "warp",
];

/// What no pure crate may call: one of each family, as its clippy.toml must name them all.
const BANNED: &[&str] = &[
    "std::env::var",
    "std::env::var_os",
    "std::env::vars",
    "std::fs::File",
    "std::fs::OpenOptions",
    "std::fs::read",
    "std::fs::read_dir",
    "std::fs::read_to_string",
    "std::fs::write",
    "std::path::Path::exists",
    "std::process::Command::new",
    "std::time::Instant::now",
    "std::time::SystemTime::now",
];

/// Functions of `f64` whose last bits depend on the platform, so that `decide` may not call them.
const INEXACT: &[&str] = &[
    "acos", "asin", "atan", "atan2", "cbrt", "cos", "exp", "exp2", "exp_m1", "hypot", "ln",
    "ln_1p", "log", "log10", "log2", "mul_add", "powf", "powi", "sin", "sin_cos", "tan", "tanh",
];

#[test]
fn no_crate_uses_one_above_it() {
    let metadata = metadata(MetadataCommand::new().no_deps());
    let (layers, mut wrong) = (layers(), Vec::new());
    for package in &metadata.packages {
        let name = package.name.as_str();
        let Some(allowed) = layers.get(name) else {
            wrong.push(format!(
                "`{name}` has no layer: give it a line in `LAYERS` in tests/suite/layers.rs"
            ));
            continue;
        };
        let own = package.dependencies.iter().filter(|it| it.path.is_some());
        let others = own.filter(|it| {
            it.name != name && !allowed.contains("*") && !allowed.contains(it.name.as_str())
        });
        wrong.extend(others.map(|it| {
            let allowed = allowed.iter().copied().collect::<Vec<_>>().join(", ");
            format!(
                "{name} -> {} ({} dependency): {name} may use only [{allowed}]; move the code down, or pass the value in",
                it.name, it.kind
            )
        }));
    }
    assert!(
        wrong.is_empty(),
        "arrows that may not be:\n{}",
        wrong.join("\n")
    );
}

/// The table itself must be free of circles, or it would hold nothing.
#[test]
fn the_layers_have_an_order() {
    let mut below = BTreeSet::new();
    for (name, allowed) in LAYERS {
        // Each line uses only lines above it, `decide` and `source` nothing at all.
        let unknown = allowed
            .iter()
            .filter(|it| **it != "*" && !below.contains(*it));
        assert_eq!(
            unknown.count(),
            0,
            "`{name}` in `LAYERS` uses a crate that stands below it"
        );
        below.insert(name);
    }
}

#[test]
fn nothing_below_the_site_can_open_a_connection() {
    let metadata = metadata(MetadataCommand::new().no_deps());
    let names = metadata.packages.iter().map(|it| it.name.as_str());
    let mut wrong = Vec::new();
    for name in names.filter(|it| !NETWORKED.contains(it)) {
        let tree = dependencies(name);
        assert!(tree.contains(name), "`cargo tree` does not know `{name}`");
        wrong.extend(NETWORK.iter().filter(|it| tree.contains(**it)).map(|it| {
            format!("{name} -> … -> {it}: see `cargo tree --package {name} --edges normal,build,dev --invert {it}`, and drop it")
        }));
    }
    assert!(
        wrong.is_empty(),
        "network below the site:\n{}",
        wrong.join("\n")
    );
    // The list would hold nothing if the names on it were wrong.
    assert!(dependencies("site").contains("tokio"));
}

#[test]
fn every_pure_crate_bans_files_clock_and_environment() {
    let shared = settings("clippy.toml");
    for name in PURE {
        let path = format!("generator/{name}/clippy.toml");
        let text = settings(&path);
        // Clippy reads the nearest file only, so that what all crates share stands in each.
        for line in shared
            .lines()
            .filter(|line| !line.trim_start().starts_with('#'))
        {
            assert!(
                text.contains(line),
                "{path} lacks `{line}` of clippy.toml: copy it"
            );
        }
        let inexact = INEXACT
            .iter()
            .filter(|_| *name == "decide")
            .map(|it| format!("f64::{it}"));
        for banned in BANNED.iter().map(|it| (*it).to_owned()).chain(inexact) {
            let entry = format!("{{ path = \"{banned}\", reason = \"");
            assert!(
                text.contains(&entry),
                "{path} does not ban `{banned}`: add it to `disallowed-methods` or `disallowed-types`"
            );
        }
    }
}

/// A lint that is silenced bans nothing; only a test may, and says why.
#[test]
fn no_pure_crate_lifts_the_ban() {
    for name in PURE {
        let folder = repository().join("generator").join(name).join("src");
        for path in files(&folder, &["rs"])
            .iter()
            .filter(|it| !it.ends_with("tests.rs"))
        {
            let text = fs::read_to_string(path).expect("a source file");
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let lifted = code.lines().find(|line| lifts_the_ban(line));
            let place = path.display();
            assert_eq!(
                lifted, None,
                "{place} lifts the ban on impure calls outside its tests: pass the value in"
            );
        }
    }
    assert!(lifts_the_ban(
        "#[expect(clippy::disallowed_methods, reason = \"once\")]"
    ));
    assert!(!lifts_the_ban("#![deny(clippy::disallowed_methods)]"));
}

fn lifts_the_ban(line: &str) -> bool {
    (line.contains("allow(") || line.contains("expect(")) && line.contains("disallowed_")
}

fn layers() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    LAYERS
        .iter()
        .map(|(name, allowed)| (*name, allowed.iter().copied().collect()))
        .collect()
}

fn metadata(command: &mut MetadataCommand) -> Metadata {
    let command = command.manifest_path(repository().join("Cargo.toml"));
    let offline = ["--offline", "--locked"].map(str::to_owned).to_vec();
    command
        .other_options(offline)
        .exec()
        .expect("`cargo metadata` runs")
}

/// The names of all crates that `package` is built with on this platform, itself and those of its tests included.
fn dependencies(package: &str) -> BTreeSet<String> {
    let arguments = [
        "tree",
        "--offline",
        "--locked",
        "--edges",
        "normal,build,dev",
        "--prefix",
        "none",
        "--format",
        "{p}",
        "--package",
    ];
    let mut command = Command::new(env!("CARGO"));
    let output = command
        .current_dir(repository())
        .args(arguments)
        .arg(package)
        .output()
        .expect("cargo starts");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines()
        .filter_map(|line| line.split(' ').next())
        .map(str::to_owned)
        .collect()
}

/// The text of a clippy.toml; one that is missing lacks everything.
fn settings(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap_or_default()
}
