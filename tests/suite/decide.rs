//! `tradeoff decide`: the verdict of a use case, and problems as JSON.

use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use crate::project::{Project, finish, program, repository};

const PROBLEM: &str = include_str!("../vectors/bursty_api.problem.json");
const RESULT: &str = include_str!("../vectors/bursty_api.result.json");
const CASE: &str = "data/use-cases/bookshelf.toml";

/// The base with more joints than its limit allows.
fn many_joints() -> Project {
    Project::base().replace(CASE, "joints = 24", "joints = 2400")
}

#[test]
fn a_use_case_is_decided_in_words_and_counts() {
    let run = Project::base().run("decide bookshelf --today 2026-11-23");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let lines: Vec<_> = run.stdout.lines().collect();
    assert_eq!(lines[0], "A bookshelf (bookshelf)");
    assert_eq!(lines[1], "verdict: clear; best: hammer");
    // A nail takes seconds and a hole minutes, in every draw of both runs; hammering is within the best tenth of the scale.
    let words = |name: &str| -> Vec<_> {
        let line = lines.iter().find(|it| it.contains(name));
        line.expect(name).split_whitespace().collect()
    };
    assert_eq!(words(" hammer ")[1..4], ["hammer", "10,000", "10,000"]);
    assert_eq!(words(" drill ")[1..4], ["drill", "0", "0"]);
    assert_eq!(words("speed")[1], "1.000");
    assert!(!run.stdout.contains("too-many-joints"), "{}", run.stdout);
    let run = many_joints().run("decide bookshelf");
    assert!(
        run.stdout.contains("too-many-joints of drill\n    lifted"),
        "{}",
        run.stdout
    );
}

#[test]
fn an_option_is_ruled_out_by_its_limit_and_its_open_escapes_are_named() {
    let closed = many_joints().replace(CASE, "state = \"taken\"", "state = \"closed\"");
    let run = closed.run("decide bookshelf");
    assert!(
        run.stdout
            .contains("\nruled out\n  drill\n    by too-many-joints\n"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout.contains("it is the only option that is left"),
        "{}",
        run.stdout
    );
    assert!(!run.stdout.contains("open: "), "{}", run.stdout);
    let said =
        "[escapes.\"too-many-joints/pauses\"]\nstate = \"taken\"\nbecause = \"There is coffee.\"\n";
    let open = many_joints().replace(CASE, said, "");
    let run = open.run("decide bookshelf");
    assert!(
        run.stdout.contains("    open: too-many-joints/pauses\n"),
        "{}",
        run.stdout
    );
}

#[test]
fn the_text_fits_eighty_columns_with_five_options_and_two_parts() {
    let mut command = program("tradeoff");
    command
        .current_dir(repository())
        .args(["decide", "video-transcode"]);
    let run = finish(command);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.contains("verdict: "), "{}", run.stdout);
    for line in run.stdout.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn the_printed_points_sum_to_the_printed_score() {
    let mut command = program("tradeoff");
    command
        .current_dir(repository())
        .args(["decide", "always-on"]);
    let text = finish(command).stdout;
    let (_, table) = text.split_once("points, of 1,000").expect("the table");
    let numbers = |line: &str, from: usize| -> Vec<i32> {
        let words = line.split_whitespace().skip(from);
        words.map(|it| it.parse().expect("a number")).collect()
    };
    let mut sums = [0; 5];
    let mut rows = table.lines().skip(1).take_while(|it| !it.is_empty());
    let score = rows.by_ref().find_map(|line| {
        if line.starts_with("score") {
            return Some(numbers(line, 1));
        }
        for (sum, number) in sums.iter_mut().zip(numbers(line, 2)) {
            *sum += number;
        }
        None
    });
    assert_eq!(score.expect("a score"), sums);
}

#[test]
fn a_use_case_as_json_is_one_line_with_the_same_verdict() {
    let run = Project::base().run("decide bookshelf --format json");
    assert_eq!(run.stdout.lines().count(), 1);
    let result: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(result["id"], "bookshelf");
    assert_eq!(result["best"], "hammer");
    assert_eq!(result["first"]["hammer"], 10_000);
}

#[test]
fn a_use_case_as_a_problem_gives_the_result_of_the_use_case() {
    for id in ["always-on", "video-transcode"] {
        let decide = |arguments: &[&str]| {
            let mut command = program("tradeoff");
            command
                .current_dir(repository())
                .arg("decide")
                .args(arguments);
            let run = finish(command);
            assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
            run.stdout
        };
        let problem = Project::base().write("problem.json", decide(&[id, "--format", "problem"]));
        let run = problem.run("decide --problem problem.json");
        assert_eq!(run.stdout, decide(&[id, "--format", "json"]), "{id}");
    }
}

#[test]
fn a_use_case_that_is_not_there_ends_with_2_and_a_suggestion() {
    let run = Project::base().run("decide bookshelv");
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert_eq!(
        run.stderr,
        "error: there is no use case `bookshelv`: did you mean `bookshelf`?\n"
    );
}

#[test]
fn a_use_case_that_cannot_be_decided_is_reported_where_the_fault_stands() {
    let project = Project::base().replace(
        "data/limits/too-many-joints.toml",
        "joints > drill-time",
        "1 / (joints - 24) > 1",
    );
    let run = project.run("decide bookshelf");
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    for words in [
        "bad-formula",
        "data/limits/too-many-joints.toml",
        "the divisor can be 0",
        "note: `bookshelf` was not decided",
    ] {
        assert!(run.stderr.contains(words), "{words} in {}", run.stderr);
    }
    let broken = Project::base().replace(CASE, "rank = 1", "rank = \"first\"");
    let run = broken.run("decide bookshelf");
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    assert!(run.stderr.contains("wrong-type"), "{}", run.stderr);
}

#[test]
fn a_problem_from_a_file_or_standard_input_gives_the_bytes_of_the_specification() {
    let project = Project::base().write("problem.json", PROBLEM);
    let run = project.run("decide --problem problem.json");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert_eq!(run.stdout, RESULT);
    let mut command = program("tradeoff");
    command.args(["decide", "--problem", "-"]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut input = child.stdin.take().expect("standard input");
    input.write_all(PROBLEM.as_bytes()).expect("it reads");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.stdout, RESULT.as_bytes());
}

#[test]
fn a_refused_problem_is_told_as_json_with_the_path_of_the_field() {
    for (from, to, path) in [
        ("\"rank\":3", "\"rank\":3,\"why\":1", "needs.ops-effort.why"),
        (
            "\"duration-ms > 900000\"",
            "\"duration > 900000\"",
            "limits[1].when",
        ),
        ("\"usd-alb-h\":0.0225", "\"usd-alb-h\":NaN", ""),
    ] {
        assert_eq!(PROBLEM.matches(from).count(), 1, "{from}");
        let project = Project::base().write("problem.json", PROBLEM.replace(from, to));
        let run = project.run("decide --problem problem.json");
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        let told: Value = serde_json::from_str(&run.stderr).expect("JSON");
        assert_eq!(told["path"], path);
        assert!(told["error"].is_string());
    }
    let run = Project::base().run("decide --problem nowhere.json");
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr
            .starts_with("error: `nowhere.json` cannot be read: "),
        "{}",
        run.stderr
    );
    assert_eq!(Project::base().run("decide").code, Some(2));
}
