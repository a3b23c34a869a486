//! A comparison of two options, with one use case, that tests change and decide.

use model::Loaded;
use source::{Diagnostic, Sources};
use verdict::{Verdict, Verdicts};

const FILES: &[(&str, &str)] = &[
    (
        "comparison.toml",
        r#"
format = 1
title = "Ropes vs Chains"
columns = ["rope", "chain"]
headline = ["rope", "chain"]
seed = "knots"
[families]
soft = "Soft"
hard = "Hard"
[groups]
all = "All"
[marks]
strong = 0.75
good = 0.5
mixed = 0.25
[thresholds]
clear = 91
stress = 81
leaning = 71
depends = 61
[freshness]
days = 365
"#,
    ),
    (
        "options/rope.toml",
        "name = \"Rope\"\nfamily = \"soft\"\nOPTION",
    ),
    (
        "options/chain.toml",
        "name = \"Chain\"\nfamily = \"hard\"\nOPTION",
    ),
    (
        "dimensions/weight.toml",
        r#"
name = "Weight"
HEAD
[scale]
unit = "KB"
points = [[0, 1.0], [100, 0.0]]
[cells.rope]
amount = { low = 10, high = 30 }
basis = "measured"
CELL
[cells.chain]
amount = "chain-weight"
basis = "measured"
CELL
"#,
    ),
    (
        "dimensions/grip.toml",
        r#"
name = "Grip"
HEAD
[scale]
levels = ["poor", "fair", "firm"]
not-applicable = 1.0
[cells.rope]
level = "firm"
basis = "judged"
CELL
[cells.chain]
level = "fair"
basis = "documented"
CELL
"#,
    ),
    (
        "dimensions/rust.toml",
        r#"
name = "Rust"
HEAD
[scale]
levels = ["much", "none"]
not-applicable = 0.75
[cells.rope]
status = "not-applicable"
because = "A reason."
prose = "Words."
reviewed = 2026-11-23
[cells.chain]
status = "unknown"
because = "A reason."
prose = "Words."
reviewed = 2026-11-23
"#,
    ),
    (
        "dimensions/bill.toml",
        r#"
name = "Bill"
HEAD
[scale]
unit = "USD/month"
points = [[0, 1.0], [1000, 0.0]]
[cells.rope]
cost = "rope-cost"
basis = "computed"
CELL
[cells.chain]
cost = "chain-cost"
basis = "computed"
CELL
"#,
    ),
    (
        "facts/chain-weight.toml",
        "title = \"Chain\"\nvalue = 51200\nunit = \"B\"\nREST",
    ),
    (
        "facts/rope-price.toml",
        "title = \"Price\"\nvalue = 2\nunit = \"USD/m\"\nREST",
    ),
    (
        "facts/idle.toml",
        "title = \"Read by nobody\"\nvalue = 1\nREST",
    ),
    // `a-length` sorts before what it reads, `z-loss`: order comes from reading, not from ids.
    (
        "costs/a-length.toml",
        "formula = \"meters * (1 + z-loss)\"\nCOST",
    ),
    ("costs/z-loss.toml", "formula = \"loss / 100\"\nCOST"),
    (
        "costs/rope-cost.toml",
        "formula = \"a-length * rope-price\"\nCOST\n[[break-even]]\nagainst = \"chain-cost\"\nover = \"meters\"\nfrom = 1\nto = 1e4",
    ),
    ("costs/chain-cost.toml", "formula = \"100 + z-loss\"\nCOST"),
    ("costs/idle-cost.toml", "formula = \"idle-quantity\"\nCOST"),
    ("quantities/meters.toml", "unit = \"m\"\nQUANTITY"),
    (
        "quantities/loss.toml",
        "unit = \"%\"\ndefault = { low = 0, mode = 10, high = 20 }\nQUANTITY",
    ),
    ("quantities/load.toml", "unit = \"t\"\nQUANTITY"),
    (
        "quantities/idle-quantity.toml",
        "unit = \"t\"\ndefault = 1\nQUANTITY",
    ),
    (
        "limits/rope-load.toml",
        r#"
title = "A rope tears"
option = "rope"
when = "load > 5"
holds-when = "much hangs on it"
sources = []
reviewed = 2026-11-23
[[unless]]
id = "two"
text = "two ropes share it"
[[unless]]
id = "steel"
text = "it has a core of steel"
[[unless]]
id = "luck"
text = "nobody looks"
"#,
    ),
];

const CASE: &str = r#"
title = "A swing"
summary = "Words."
otherwise = "Words."
reviewed = 2026-11-23
[workload]
meters = { low = 8, mode = 10, high = 16 }
load = "unstated"
[needs.bill]
rank = 1
why = "Words."
[needs.weight]
rank = 2
why = "Words."
[needs.grip]
rank = 2
why = "Words."
[needs.rust]
rank = 4
why = "Words."
[escapes."rope-load/two"]
state = "taken"
because = "Words."
[escapes."rope-load/steel"]
state = "closed"
because = "Words."
[verdict]
expects = "rope"
because = "Words."
"#;

const SHORT: &[(&str, &str)] = &[
    (
        "OPTION",
        "reference = \"none\"\nsummary = \"Words.\"\ncolor = { light = \"#b34b09\", dark = \"#ee9650\" }\nsymbol = \"x\"",
    ),
    (
        "HEAD",
        "group = \"all\"\nquestion = \"What?\"\nprose = \"Words.\"",
    ),
    (
        "CELL",
        "value = \"shown\"\nbecause = \"A reason.\"\nprose = \"Words.\"\nreviewed = 2026-11-23",
    ),
    ("REST", "sources = []\nreviewed = 2026-11-23"),
    (
        "COST",
        "title = \"Cost\"\nunit = \"USD/month\"\nleft-out = []\nsources = []\nreviewed = 2026-11-23",
    ),
    ("QUANTITY", "title = \"How much\"\nquestion = \"How much?\""),
];

/// What comes out of a changed copy of the files above.
pub(crate) struct Decided {
    pub(crate) sources: Sources,
    pub(crate) loaded: Loaded,
    pub(crate) verdicts: Verdicts,
    pub(crate) findings: Vec<Diagnostic>,
}

impl Decided {
    /// The verdict of the use case; nothing may be found.
    pub(crate) fn verdict(&self) -> &Verdict {
        assert_eq!(self.shown(), [""; 0]);
        self.verdicts.get("swing").expect("a verdict")
    }

    /// Rule, place and title of each finding.
    pub(crate) fn shown(&self) -> Vec<String> {
        let shown = self.findings.iter().map(|it| {
            let path = &self.sources.file(it.primary.span.file).path;
            let text = self.sources.text(it.primary.span);
            format!("[{}] {path} `{text}`: {}", it.rule, it.title)
        });
        shown.collect()
    }
}

/// Decides the use case after `from` was replaced by `to` in the file that `path` ends with.
pub(crate) fn decided(changes: &[(&str, &str, &str)]) -> Decided {
    let mut sources = Sources::default();
    let case = [("use-cases/swing.toml", CASE)];
    let files: Vec<_> = FILES
        .iter()
        .chain(&case)
        .map(|(path, text)| {
            let mut text = (*text).to_owned();
            for (short, long) in SHORT {
                text = text.replace(short, long);
            }
            for (_, from, to) in changes.iter().filter(|(file, ..)| file == path) {
                assert_eq!(text.matches(from).count(), 1, "`{from}` in {path}");
                text = text.replace(from, to);
            }
            sources.add(format!("data/{path}"), &text)
        })
        .collect();
    let loaded = model::load(&sources, &files);
    let (verdicts, findings) = Verdicts::of(&loaded.model);
    Decided {
        sources,
        loaded,
        verdicts,
        findings,
    }
}
