//! `check --fix`: what is certain is mended in the author's own text, and nothing else is touched.

use std::fs;
use std::process::Command;

use crate::project::{Project, Run, finish};

const JOINT: &str = "data/glossary/joint.toml";

fn fix(project: &Project, more: &str) -> Run {
    project.run(&format!(
        "check --fix {more} --format concise --today 2026-11-23"
    ))
}

#[test]
fn slips_in_ids_words_and_fields_are_mended_in_place() {
    let base = Project::base();
    let before: Vec<_> = [
        JOINT,
        "data/pros/no-battery.toml",
        "data/use-cases/bookshelf.toml",
    ]
    .map(|path| base.read(path))
    .into();
    let project = base
        .replace(JOINT, "[\"handbook\"]", "['handbok'] # with a comment")
        .replace(JOINT, "short", "shrot")
        .replace("data/pros/no-battery.toml", "notable", "notabel")
        .replace("data/use-cases/bookshelf.toml", "joints = 24", "joins = 24")
        .replace(
            "data/use-cases/bookshelf.toml",
            "[needs.speed]",
            "[needs.speeed]",
        )
        .replace("data/use-cases/bookshelf.toml", "[verdict]", "[verdit]")
        .replace(
            "data/use-cases/bookshelf.toml",
            "joints/pauses",
            "joints/pausse",
        )
        .replace(
            "data/cons/slow-holes.toml",
            "{{ fact.drill-time }}",
            "{{fact.drill-tiem}}",
        )
        .replace(
            "data/cons/sore-thumb.toml",
            "cost:cost-nails",
            "cost:cost-nail",
        )
        .replace("data/limits/too-many-joints.toml", "joints >", "jonits >");
    let run = fix(&project, "");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(
        run.stderr
            .starts_with("note: mended 10 findings in `data/cons/slow-holes.toml`, "),
        "{}",
        run.stderr
    );
    assert_eq!(
        project.read(JOINT),
        before[0].replace("[\"handbook\"]", "['handbook'] # with a comment")
    );
    assert_eq!(project.read("data/pros/no-battery.toml"), before[1]);
    assert_eq!(project.read("data/use-cases/bookshelf.toml"), before[2]);
    assert!(
        project
            .read("data/cons/slow-holes.toml")
            .contains("{{fact.drill-time}}")
    );
    assert!(
        project
            .read("data/cons/sore-thumb.toml")
            .contains("cost:cost-nails)")
    );
    assert!(
        project
            .read("data/limits/too-many-joints.toml")
            .contains("\"joints > drill-time\"")
    );
}

#[test]
fn a_fix_that_makes_room_for_another_is_followed_by_it() {
    // The value of a field that does not exist is not looked at, so its own slip shows in the second pass.
    let project =
        Project::base().replace(JOINT, "sources = [\"handbook\"]", "sorces = [\"handbok\"]");
    let run = fix(&project, "");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(project.read(JOINT).contains("sources = [\"handbook\"]"));
}

#[test]
fn line_ends_and_the_mark_of_a_file_stay() {
    let base = Project::base();
    let text = format!(
        "\u{feff}# about joints\r\n{}",
        base.read(JOINT).replace('\n', "\r\n")
    );
    let project = base.write(JOINT, text.replace("handbook", "handbok"));
    assert_eq!(fix(&project, "").code, Some(0));
    assert_eq!(project.read(JOINT), text);
}

#[test]
fn what_is_not_certain_is_left_to_the_author() {
    let fact = "data/facts/drill-time.toml";
    let base = Project::base();
    let (text, manual) = (base.read(fact), base.read("data/sources/handbook.toml"));
    let base = base
        .write("data/facts/drill-2-time.toml", &text)
        .write("data/facts/drill-a-time.toml", &text)
        .write("data/facts/drill-b-time.toml", &text)
        .write("data/sources/aws.toml", &manual);
    for (path, from, to) in [
        // Another number, two that are as near, two letters off, too short, another kind, a prefix.
        (
            "data/dimensions/speed.toml",
            "amount = \"drill-time\"",
            "amount = \"drill-3-time\"",
        ),
        (
            "data/dimensions/speed.toml",
            "amount = \"drill-time\"",
            "amount = \"drill-c-time\"",
        ),
        (JOINT, "handbook", "hndbok"),
        (JOINT, "handbook", "awz"),
        (JOINT, "handbook", "hammer"),
        (JOINT, "handbook", "hand"),
        // A field that is there already.
        (JOINT, "short =", "shrt = \"Where boards meet.\"\nshort ="),
        // A key that is there already, and one whose table stands in two places.
        (
            "data/dimensions/speed.toml",
            "[cells.drill]",
            "[cells.drilll]\nreviewed = 2026-11-23\nstatus = \"unknown\"\nbecause = \"x\"\n\n[cells.drill]",
        ),
        (
            "data/dimensions/speed.toml",
            "reviewed = 2026-11-23\n\n[cells.hammer]",
            "reviewed = 2026-11-23\n\n[cells.hamme]\n[cells.hamme.mine]\n\n[cells.hammer]",
        ),
    ] {
        let project = Project::base();
        for file in [
            "facts/drill-2-time",
            "facts/drill-a-time",
            "facts/drill-b-time",
            "sources/aws",
        ] {
            fs::copy(
                base.path(&format!("data/{file}.toml")),
                project.path(&format!("data/{file}.toml")),
            )
            .unwrap();
        }
        let project = project.replace(path, from, to);
        let before = project.read(path);
        let run = fix(&project, "");
        assert_eq!(project.read(path), before, "{to}");
        assert_eq!(run.code, Some(1), "{to}: {}", run.stderr);
        assert!(!run.stderr.contains("mended"), "{}", run.stderr);
    }
}

#[test]
fn a_dry_run_shows_a_diff_that_does_the_same_and_writes_nothing() {
    let broken = || {
        Project::base()
            .replace(JOINT, "handbook", "handbok")
            .replace(
                "data/comparison.toml",
                "work = \"Work\"",
                "work = \"Work\" # ü",
            )
            .replace("data/pros/no-battery.toml", "strength", "strenght")
            .replace("data/pros/no-battery.toml", "notable", "notabel")
    };
    let (dry, wet) = (broken(), broken());
    let run = fix(&dry, "--dry-run");
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stderr.contains("note: would mend 3 findings in `data/glossary/joint.toml`, `data/pros/no-battery.toml`; nothing was written"), "{}", run.stderr);
    assert!(dry.read(JOINT).contains("handbok"));
    assert!(
        run.stdout
            .contains("-sources = [\"handbok\"]\n+sources = [\"handbook\"]\n"),
        "{}",
        run.stdout
    );
    // Another program makes the same change of it.
    let dry = dry.write("fixes.diff", &run.stdout);
    let mut apply = Command::new("git");
    apply.args(["apply", "fixes.diff"]).current_dir(dry.root());
    let applied = finish(apply);
    assert_eq!(applied.code, Some(0), "{}", applied.stderr);
    assert_eq!(fix(&wet, "").code, Some(0));
    for path in [JOINT, "data/pros/no-battery.toml", "data/comparison.toml"] {
        assert_eq!(dry.read(path), wet.read(path), "{path}");
    }
    assert_eq!(fix(&wet, "--dry-run").stdout, "");
}

#[test]
fn a_check_says_how_many_findings_a_fix_would_mend() {
    let broken = Project::base()
        .replace(JOINT, "handbook", "handbok")
        .replace("data/pros/no-battery.toml", "\"notable\"", "\"huge\"");
    for form in ["full", "concise"] {
        let run = broken.run(&format!("check --format {form} --today 2026-11-23"));
        assert!(
            run.stderr
                .ends_with("2 errors\nnote: `--fix` mends 1 of these\n"),
            "{}",
            run.stderr
        );
    }
    // What it cannot mend, and a form for programs, get no such line.
    for project in [fix(&broken, ""), fix(&broken, "")] {
        assert!(!project.stderr.contains("`--fix`"), "{}", project.stderr);
    }
    let left = broken.run("check --today 2026-11-23");
    assert!(left.stderr.ends_with("\n1 error\n"), "{}", left.stderr);
}

#[test]
fn a_dry_run_says_what_would_remain() {
    let broken = Project::base()
        .replace(JOINT, "handbook", "handbok")
        .replace("data/pros/no-battery.toml", "\"notable\"", "\"huge\"")
        .replace("book/src/options.md", "pages options", "page options");
    let run = fix(&broken, "--dry-run");
    assert_eq!(run.code, Some(1));
    assert!(!run.stderr.contains("handbok"), "{}", run.stderr);
    assert!(
        run.stderr
            .contains("no-battery.toml:3:12: error[unknown-word]"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.ends_with("note: 1 error would remain\n"),
        "{}",
        run.stderr
    );
    // Records that can be read make room for what is wrong in chapters; errors that would go count, for nothing was written.
    let broken = broken.replace("data/pros/no-battery.toml", "\"huge\"", "\"notabel\"");
    let run = fix(&broken, "--dry-run");
    assert!(
        run.stderr
            .contains("options.md:3:1: error[bad-directive] no directive is called `page`"),
        "{}",
        run.stderr
    );
    let run = fix(
        &broken.replace("book/src/options.md", "page options", "pages options"),
        "--dry-run",
    );
    assert_eq!(run.code, Some(1));
    assert!(
        run.stderr.ends_with("note: nothing would remain\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_dry_run_needs_a_fix_and_standard_output() {
    for arguments in ["check --dry-run", "check --fix --dry-run --format json"] {
        let run = Project::base().run(arguments);
        assert_eq!(run.code, Some(2), "{arguments}");
        assert!(
            run.stderr.contains("--dry-run") || run.stderr.contains("--fix"),
            "{}",
            run.stderr
        );
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_named_and_the_others_are_mended() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &std::path::Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    let pro = "data/pros/no-battery.toml";
    let project = Project::base()
        .replace(JOINT, "handbook", "handbok")
        .replace(pro, "notable", "notabel");
    // As root nothing is forbidden, so the program runs as somebody else, who may write into the folders.
    for path in [".", "data/glossary", "data/pros"] {
        mode(&project.path(path), 0o777);
    }
    mode(&project.path(JOINT), 0o644);
    mode(&project.path(pro), 0o666);
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
    command
        .arg(env!("CARGO_BIN_EXE_tradeoff"))
        .args(["check", "--fix", "--format", "concise"]);
    let run = finish({
        command.current_dir(project.root());
        command
    });
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(
        run.stderr
            .contains("error: `data/glossary/joint.toml` is left as it is: permission denied"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr
            .contains("note: mended 1 finding in `data/pros/no-battery.toml`"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr
            .contains("joint.toml:3:12: error[unknown-reference]"),
        "{}",
        run.stderr
    );
    assert!(project.read(JOINT).contains("handbok") && project.read(pro).contains("\"notable\""));
    let left = fs::read_dir(project.path("data/glossary")).unwrap().count();
    assert_eq!(left, 1, "nothing is left beside the file");
    // One that nobody may write is refused to everybody.
    mode(&project.path(JOINT), 0o444);
    let run = fix(&project, "");
    assert!(
        run.stderr
            .contains("joint.toml` is left as it is: permission denied"),
        "{}",
        run.stderr
    );
    assert_eq!(run.code, Some(1));
}

#[test]
fn ten_thousand_slips_are_mended_at_once() {
    let mut project = Project::base();
    for at in 0..100 {
        let sources = vec!["\"handbok\""; 100].join(", ");
        let text = format!("name = \"Term {at}\"\nshort = \"A term.\"\nsources = [{sources}]\n");
        project = project.write(&format!("data/glossary/term-{at}.toml"), text);
    }
    let run = fix(&project, "");
    // Once they are mended, each list names one source a hundred times.
    assert!(
        run.stderr
            .starts_with("note: mended 9901 findings in `data/glossary/term-0.toml`"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.lines().next().unwrap().ends_with(" and 90 more"),
        "{}",
        run.stderr
    );
    assert!(!run.stderr.contains("unknown-reference"), "{}", run.stderr);
    assert!(
        !project
            .read("data/glossary/term-99.toml")
            .contains("handbok\"")
    );
}

#[test]
fn ranks_are_numbered_anew_in_the_same_order() {
    let case = "data/use-cases/bookshelf.toml";
    let reach = "data/dimensions/reach.toml";
    let speed = Project::base().read("data/dimensions/speed.toml");
    let needs = "rank = 4\nwhy = \"The weekend is short.\"\n\n[needs.reach]\nrank = 2";
    let project = Project::base()
        .write(reach, speed.replace("\"Speed\"", "\"Reach\""))
        .replace(case, "rank = 1", needs);
    fix(&project, "");
    let text = project.read(case);
    let ranks: Vec<_> = text
        .lines()
        .filter(|it| it.starts_with("rank = "))
        .collect();
    assert_eq!(ranks, ["rank = 2", "rank = 1"], "{text}");
}
