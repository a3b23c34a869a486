//! `tradeoff add`: what it writes is valid and canonical, and what it refuses leaves nothing behind.

use crate::project::{Project, Run};
use crate::tree::{differences, tree};

const DAY: &str = "--today 2026-11-23";

/// Runs `tradeoff add` with the words before the first ` | ` and a `--set` for each part behind; standard input is no terminal.
fn add(project: &Project, text: &str) -> Run {
    let mut parts = text.split(" | ");
    let mut command = crate::project::program("tradeoff");
    command.current_dir(project.root()).arg("add");
    command.args(parts.next().unwrap_or_default().split(' '));
    for field in parts {
        command.args(["--set", field]);
    }
    command.args(DAY.split(' '));
    command.stdin(std::process::Stdio::null());
    crate::project::finish(command)
}

#[test]
fn a_fact_is_written_in_canonical_form() {
    let project = Project::base();
    let run = add(
        &project,
        "fact slow-time | sources=handbook, magazine | unit=s | value={ low = 1, high = 3 } | title=The \"slow\" time",
    );
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(
        run.stdout.starts_with("wrote data/facts/slow-time.toml\n"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout.contains("{{ fact.slow-time }}"),
        "{}",
        run.stdout
    );
    let text = project.read("data/facts/slow-time.toml");
    let expected = [
        "title = \"The \\\"slow\\\" time\"",
        "value = { low = 1, high = 3 }",
        "unit = \"s\"",
        "sources = [\"handbook\", \"magazine\"]",
        "reviewed = 2026-11-23",
    ];
    assert_eq!(text.lines().collect::<Vec<_>>(), expected);
    let run = project.run("fmt --check");
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""));
}

#[test]
fn a_record_of_every_form_loads() {
    let project = Project::base();
    for arguments in [
        "option saw | name=Saw | family=hand | reference=claw-hammer | summary=Two words.\n\nAnd a paragraph. | color={ light = \"#112233\", dark = \"#ddeeff\" } | symbol=S",
        "dimension dust | name=Dust | group=work | question=How much? | prose=All of it. | scale.levels=[\"much\", \"little\"] | cells.saw.status=unknown | cells.saw.because=\"Nobody\" swept.",
        "use-case shed | title=A shed | summary=x | otherwise=y | verdict.expects=split | verdict.because=z | workload.joints=12 | needs.speed.rank=1 | needs.speed.why=Rain",
        "source leaflet | title=A leaflet | publisher=P | kind=doc | tier=primary | dated=undated | accessed=2026-11-20 | shows=One thing, and | shows=another",
        "con dusty | title=It makes dust | option=drill | strength=minor | dimensions=dust | prose=Much. | sources=leaflet",
    ] {
        let run = add(&project, arguments);
        assert_eq!(
            (run.code, run.stderr.as_str()),
            (Some(0), ""),
            "{arguments:?}"
        );
    }
    let cells = project.read("data/dimensions/dust.toml");
    for option in ["drill", "hammer", "saw"] {
        assert!(
            cells.contains(&format!(
                "[cells.{option}]\nstatus = \"unknown\"\nbecause = "
            )),
            "{cells}"
        );
    }
    assert!(
        cells.contains("because = \"\\\"Nobody\\\" swept.\""),
        "{cells}"
    );
    let source = project.read("data/sources/leaflet.toml");
    assert!(
        source.contains("shows = [\"One thing, and\", \"another\"]"),
        "{source}"
    );
    assert_eq!(project.run("fmt --check").code, Some(0));
    let (lines, _) = project.findings();
    let broken = [
        "syntax",
        "missing-field",
        "unknown-field",
        "unknown-reference",
        "wrong-type",
        "bad-cell",
    ];
    let broken: Vec<_> = lines
        .iter()
        .filter(|line| broken.iter().any(|it| line.contains(&format!("[{it}]"))))
        .collect();
    assert_eq!(broken, [""; 0]);
}

#[test]
fn what_is_missing_is_named_as_flags() {
    let project = Project::base();
    let before = tree(project.root());
    let run = add(&project, "fact slow | value=3");
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    for flag in ["--set title=… ", "--set sources=… "] {
        assert!(run.stderr.contains(flag), "{}", run.stderr);
    }
    // The value is given, and the day of review has a default.
    assert!(
        !run.stderr.contains("--set value") && !run.stderr.contains("--set reviewed"),
        "{}",
        run.stderr
    );
    let run = add(&project, "option saw");
    assert!(
        run.stderr.contains("--set color.light=… "),
        "{}",
        run.stderr
    );
    let run = add(&project, "fact");
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("needs an id: `tradeoff add fact ID`"),
        "{}",
        run.stderr
    );
    assert_eq!(differences(&before, &tree(project.root())), [""; 0]);
}

#[test]
fn what_cannot_be_is_refused_with_a_remedy() {
    let project = Project::base();
    let before = tree(project.root());
    for (arguments, code, words) in [
        ("fakt x", 2, "there is no kind `fakt`: did you mean `fact`?"),
        ("spoon x", 2, "there are option, "),
        ("fact drill-time", 2, "`data/facts/drill-time.toml` exists"),
        ("fact con", 2, "`con` is a reserved word"),
        ("fact Drill-Speed", 2, "such as `drill-speed`"),
        ("fact ../x", 2, "cannot be an id"),
        (
            "fact x | titel=T",
            2,
            "there is no field `titel`: did you mean `title`?",
        ),
        ("fact x | title", 2, "write FIELD=VALUE"),
        ("fact x | unit=s | unit=s", 2, "`unit` is given twice"),
        (
            "fact x | reviewed=today",
            2,
            "`reviewed` takes a day such as 2026-11-23",
        ),
        (
            "pro x | strength=huge",
            2,
            "takes `minor`, `notable`, `major`",
        ),
        (
            "fact x | title.de=T",
            2,
            "`title.de` names a field of what has none",
        ),
        (
            "term x | name=X | short=See [it](fact:nowhere). | sources=handbook",
            1,
            "error[unknown-reference]",
        ),
        (
            "term x | name=X\nnext = 1 | short=s | sources=handbook",
            1,
            "error[",
        ),
    ] {
        let run = add(&project, arguments);
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (Some(code), ""),
            "{arguments:?}: {}",
            run.stderr
        );
        assert!(run.stderr.contains(words), "{arguments:?}: {}", run.stderr);
    }
    assert_eq!(differences(&before, &tree(project.root())), [""; 0]);
}

#[test]
fn a_project_that_is_broken_elsewhere_does_not_stop_it() {
    let project =
        Project::base().replace("data/pros/no-battery.toml", "\"notable\"", "\"notabel\"");
    let run = add(
        &project,
        "term screw | name=Screw | short=It turns. | sources=handbook",
    );
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
}

/// `script` runs the program on a terminal of its own.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_is_asked_until_every_field_has_a_value() {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let project = Project::base();
    let add = format!(
        "{} add pro --set title=Quiet {DAY}",
        env!("CARGO_BIN_EXE_tradeoff")
    );
    let mut script = Command::new("script")
        .args(["--quiet", "--return", "--command", &add, "/dev/null"])
        .current_dir(project.root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("`script` of util-linux");
    let answers = "Con Cord\nquiet\nhammer\nhuge\nminor\nspeed\nIt makes no noise.\nhandbook\n";
    script
        .stdin
        .take()
        .unwrap()
        .write_all(answers.as_bytes())
        .unwrap();
    let output = script.wait_with_output().unwrap();
    let shown = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{shown}");
    for words in [
        "such as `con-cord`",
        "The option it speaks of. (drill, hammer)",
        "`strength` takes `minor`",
        "wrote data/pros/quiet.toml",
    ] {
        assert!(shown.contains(words), "{words} in {shown}");
    }
    assert!(!shown.contains("reviewed:"), "{shown}");
    let text = project.read("data/pros/quiet.toml");
    assert!(text.starts_with("title = \"Quiet\"\noption = \"hammer\"\nstrength = \"minor\"\ndimensions = [\"speed\"]\n"), "{text}");
}
