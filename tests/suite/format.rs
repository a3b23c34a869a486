//! `fmt`: one way to write a record, with every value and every comment where it was.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use format::canonical;
use model::Shape;

use crate::project::{Project, files, finish, program, repository};

const JOINT: &str = "data/glossary/joint.toml";

/// A record of a shipped project: where it is, what it may hold and what it says.
struct Written {
    path: PathBuf,
    shape: Shape,
    text: String,
}

/// Every record of the projects of this repository.
fn records() -> Vec<Written> {
    let mut records = Vec::new();
    for project in [".", "tests/base", "templates/starter"] {
        let data = repository().join(project).join("data");
        for path in files(&data, &["toml"]) {
            let below = path
                .strip_prefix(&data)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            if let Some(shape) = Shape::of_file(&below) {
                let text = fs::read_to_string(&path).unwrap();
                records.push(Written { path, shape, text });
            }
        }
    }
    assert!(records.len() > 500, "{} records", records.len());
    records
}

/// `text` as its author's evil twin would leave it: a comment above and behind every line that can have one, blanks, blank
/// lines, and the lines of each table in the opposite order. Gives the number of comments too.
fn uglier(text: &str) -> (String, usize) {
    let (mut out, mut count) = (String::new(), 0);
    for section in sections(text) {
        let mut lines = section;
        let header = lines.first().is_some_and(|it| it.starts_with('['));
        let first = usize::from(header);
        lines[first..].reverse();
        for line in lines {
            count += 2;
            write!(out, "\n  # above {count}.\n\n\t{line}  # behind {count}.\n").unwrap();
        }
    }
    (out, count)
}

/// The tables of a text, each a list of its entries; an entry may have several lines. Comments are left out.
fn sections(text: &str) -> Vec<Vec<String>> {
    let mut sections = vec![Vec::new()];
    let mut open = None;
    for line in text.lines() {
        let section: &mut Vec<String> = sections.last_mut().unwrap();
        if let Some(end) = open {
            let entry = section.last_mut().unwrap();
            *entry += "\n";
            *entry += line;
            open = (!line.ends_with(end)).then_some(end);
        } else if line.starts_with('[') {
            sections.push(vec![line.to_owned()]);
        } else if !line.is_empty() && !line.starts_with('#') {
            section.push(line.to_owned());
            open = [("\"\"\"", "\"\"\""), ("= [", "]")]
                .into_iter()
                .find(|(start, end)| line.ends_with(start) && line.matches(end).count() < 2)
                .map(|(_, end)| end);
        }
    }
    sections
}

fn values(text: &str) -> toml::Table {
    toml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

#[test]
fn every_shipped_record_has_one_form_and_keeps_what_it_says() {
    for Written { path, shape, text } in records() {
        let path = path.display();
        let once = canonical(&text, &shape).unwrap();
        assert_eq!(canonical(&once, &shape).unwrap(), once, "{path}");
        assert_eq!(values(&once), values(&text), "{path}");
        let comments = |text: &str| text.matches("# ").count();
        assert_eq!(comments(&once), comments(&text), "{path}");
        assert!(once.ends_with('\n') && !once.contains("\n\n\n"), "{path}");
    }
}

#[test]
fn however_a_record_is_written_it_becomes_the_same() {
    for Written { path, shape, text } in records() {
        let path = path.display();
        let (ugly, comments) = uglier(&text);
        assert_eq!(
            values(&ugly),
            values(&text),
            "{path}: the other form says something else"
        );
        let pretty = canonical(&ugly, &shape).unwrap();
        assert_eq!(canonical(&pretty, &shape).unwrap(), pretty, "{path}");
        assert_eq!(
            pretty.matches("# above ").count() + pretty.matches("# behind ").count(),
            comments,
            "{path}"
        );
        // Without its comments it is what the record itself becomes; lists of references stay in the order of their author.
        let bare = |text: &str| -> Vec<String> {
            let lines = text.lines().map(|it| it.split("  # ").next().unwrap_or(it));
            let lines = lines.map(|it| it.split(" # ").next().unwrap_or(it));
            lines
                .filter(|it| !it.trim().is_empty() && !it.starts_with('#'))
                .map(str::to_owned)
                .collect()
        };
        if !keyed(&text) {
            let once = canonical(&text, &shape).unwrap();
            assert_eq!(bare(&pretty), bare(&once), "{path}");
        }
    }
}

/// Whether the order of some table of ids is that of its author.
fn keyed(text: &str) -> bool {
    ["[workload]", "[why]", "[families]", ".workload]"]
        .iter()
        .any(|it| text.contains(it))
}

#[test]
fn every_shipped_record_is_canonical() {
    for project in [".", "tests/base", "templates/starter"] {
        let mut command = program("tradeoff");
        command
            .args(["-C", project, "fmt", "--check"])
            .current_dir(repository());
        let run = finish(command);
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (Some(0), ""),
            "{project}: {}",
            run.stderr
        );
    }
}

#[test]
fn files_that_would_change_are_named_or_written() {
    let base = Project::base();
    let joint = base.read(JOINT);
    let other = "data/snippets/plan/plan.toml";
    let project = base
        .write(JOINT, "# a term\n\nsources = ['handbook']\nshort = \"Where two boards meet.\"\nname = \"Joint\"")
        .write(other, "nails    =    24\n");
    let before = project.read(JOINT);
    let run = project.run("fmt --check");
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (Some(1), "data/glossary/joint.toml\n")
    );
    assert_eq!(
        run.stderr,
        "note: 1 file would change: run `tradeoff fmt`\n"
    );
    assert_eq!(project.read(JOINT), before);
    let run = project.run("fmt");
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (Some(0), "formatted 1 file\n", "")
    );
    assert_eq!(project.read(JOINT), format!("# a term\n\n{joint}"));
    // What stands beside a record is no record.
    assert_eq!(project.read(other), "nails    =    24\n");
    assert_eq!(project.run("fmt").stdout, "formatted 0 files\n");
    assert_eq!(project.findings().1, Some(0));
}

#[test]
fn paths_choose_what_is_formatted() {
    let ugly = |project: Project, path: &str| {
        let text = project.read(path).replacen(" = ", "  =  ", 1);
        project.write(path, text)
    };
    let pro = "data/pros/no-battery.toml";
    let project = ugly(
        ugly(ugly(Project::base(), JOINT), pro),
        "data/comparison.toml",
    );
    for (path, expected) in [
        ("data/pros", "data/pros/no-battery.toml\n"),
        (pro, "data/pros/no-battery.toml\n"),
        (
            "data/glossary data/comparison.toml",
            "data/comparison.toml\ndata/glossary/joint.toml\n",
        ),
        ("data/cons", ""),
        ("data/pro", ""),
        (
            "data",
            "data/comparison.toml\ndata/glossary/joint.toml\ndata/pros/no-battery.toml\n",
        ),
    ] {
        let run = project.run(&format!("fmt --check {path}"));
        let code = match path {
            "data/pro" => 2,
            _ => i32::from(!expected.is_empty()),
        };
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (Some(code), expected),
            "{path}"
        );
    }
    for path in ["book", "../"] {
        let run = project.run(&format!("fmt {path}"));
        assert_eq!(run.code, Some(2), "{path}");
        assert!(
            run.stderr.contains("only records have a canonical form"),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn a_file_that_is_no_toml_is_named_and_the_others_are_formatted() {
    let project = Project::base()
        .write("data/glossary/broken.toml", "name = = 1\r\n")
        .replace(JOINT, "name = ", "name=");
    let run = project.run("fmt");
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (Some(1), "formatted 1 file\n")
    );
    assert!(
        run.stderr.contains("error[syntax]")
            && run.stderr.contains("data/glossary/broken.toml:1:8"),
        "{}",
        run.stderr
    );
    assert!(project.read(JOINT).starts_with("name = "));
    assert_eq!(project.read("data/glossary/broken.toml"), "name = = 1\r\n");
}

#[test]
fn line_ends_and_the_mark_of_a_file_stay() {
    let base = Project::base();
    let pretty = format!("\u{feff}{}", base.read(JOINT).replace('\n', "\r\n"));
    let project = base.write(JOINT, pretty.replace(" = ", "="));
    assert_eq!(project.run("fmt").stdout, "formatted 1 file\n");
    assert_eq!(project.read(JOINT), pretty);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_named_and_the_others_are_formatted() {
    use std::os::unix::fs::PermissionsExt;
    let mode =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let pro = "data/pros/no-battery.toml";
    let project = Project::base()
        .replace(JOINT, "name = ", "name=")
        .replace(pro, "title = ", "title=");
    for path in [".", "data/glossary", "data/pros"] {
        mode(&project.path(path), 0o777);
    }
    mode(&project.path(JOINT), 0o644);
    mode(&project.path(pro), 0o646);
    // As root nothing is forbidden, so the program runs as somebody else.
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
    command
        .arg(env!("CARGO_BIN_EXE_tradeoff"))
        .arg("fmt")
        .current_dir(project.root());
    let run = finish(command);
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (Some(1), "formatted 1 file\n")
    );
    assert_eq!(
        run.stderr,
        "error: `data/glossary/joint.toml` is left as it is: permission denied\n"
    );
    assert!(project.read(JOINT).starts_with("name="));
    assert!(project.read(pro).starts_with("title = "));
    assert_eq!(
        fs::metadata(project.path(pro))
            .unwrap()
            .permissions()
            .mode()
            & 0o777,
        0o646
    );
}
