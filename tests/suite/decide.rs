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

/// The lines of the section called `heading`, each joined to what it was before it was broken at 80 columns.
pub fn section(text: &str, heading: &str) -> Vec<String> {
    let start = format!("\n{heading}\n\n");
    let Some(at) = text.find(&start) else {
        return Vec::new();
    };
    let mut lines: Vec<String> = Vec::new();
    for line in text[at + start.len()..].lines() {
        match (line.strip_prefix("- "), line.strip_prefix("  ")) {
            (Some(first), _) => lines.push(first.to_owned()),
            (None, Some(more)) => {
                let last = lines.last_mut().expect("a line to go on with");
                last.push(' ');
                last.push_str(more);
            }
            _ => break,
        }
    }
    lines
}

fn flagship(arguments: &[&str]) -> String {
    let mut command = program("tradeoff");
    command
        .current_dir(repository())
        .arg("decide")
        .args(arguments);
    let run = finish(command);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    run.stdout
}

#[test]
fn a_use_case_is_decided_in_sentences() {
    let run = Project::base().run("decide bookshelf --today 2026-11-23");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(
        run.stdout
            .starts_with("A bookshelf (bookshelf)\n\nVerdict: Clear\n\n")
    );
    // A nail takes seconds and a hole minutes, in every draw of both runs.
    let verdict = "The clear choice is Hammer: it comes first in 100\u{a0}% of the draws, and in 100\u{a0}% when every range is doubled and only the order of the needs is kept.";
    assert_eq!(section(&run.stdout, "Verdict: Clear"), [verdict]);
    assert_eq!(section(&run.stdout, "Who is ruled out"), [""; 0]);
    // One need makes up all of the decision, and no weight of it can change anything.
    let why = section(&run.stdout, "Why");
    assert_eq!(why.len(), 2, "{why:?}");
    assert!(
        why[0].starts_with(
            "Speed (100\u{a0}% of the decision, because The weekend is short.): Hammer "
        )
    );
    assert!(!run.stdout.contains("weighed"), "{}", run.stdout);
    let run = many_joints().run("decide bookshelf");
    assert_eq!(
        section(&run.stdout, "Who is ruled out"),
        ["A drill overheats: this does not rule Drill out, because the work has pauses."]
    );
}

#[test]
fn an_option_is_ruled_out_by_its_limit_and_its_open_escapes_are_named() {
    let closed = many_joints().replace(CASE, "state = \"taken\"", "state = \"closed\"");
    let run = closed.run("decide bookshelf");
    let bracket = "(Joints per month is 2,400\u{a0}joints, the limit is 900\u{a0}joints)";
    let ruled_out = section(&run.stdout, "Who is ruled out");
    assert_eq!(
        ruled_out[0],
        format!("Drill is ruled out: A drill overheats {bracket}.")
    );
    let verdict = section(&run.stdout, "Verdict: Clear");
    assert!(
        verdict[0].starts_with("The only option left is Hammer. It scores "),
        "{verdict:?}"
    );
    let said =
        "[escapes.\"too-many-joints/pauses\"]\nstate = \"taken\"\nbecause = \"There is coffee.\"\n";
    let open = many_joints().replace(CASE, said, "");
    let run = open.run("decide bookshelf");
    let ruled_out = section(&run.stdout, "Who is ruled out");
    assert_eq!(
        ruled_out[0],
        format!("Drill is ruled out: A drill overheats {bracket} unless the work has pauses.")
    );
}

#[test]
fn the_text_fits_eighty_columns_with_five_options_and_two_parts() {
    let text = flagship(&["video-transcode"]);
    assert!(text.contains("Verdict: Split"), "{text}");
    assert!(text.contains("\nFilms of hours: Why\n"), "{text}");
    for line in text.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn the_printed_points_sum_to_the_printed_sum() {
    let text = flagship(&["always-on"]);
    let lines = section(&text, "Why");
    let signed = |line: &String, best: &str| -> i32 {
        let Some((_, points)) = line.rsplit_once('+') else {
            return 0;
        };
        let digits = points.chars().take_while(char::is_ascii_digit);
        let number: i32 = digits.collect::<String>().parse().expect("a number");
        let gains = line.ends_with(&format!("for {best}."));
        if gains { number } else { -number }
    };
    let best = "Containers";
    let (sum, needs) = lines.split_last().expect("a sum");
    assert!(needs.len() > 2);
    let total: i32 = needs.iter().map(|it| signed(it, best)).sum();
    assert_eq!(signed(sum, best), total);
}

#[test]
fn the_words_of_an_author_replace_single_sentences() {
    let own = "[verdict]\nclear = \"Take **{best}**.\"\n";
    let project = Project::base().write("templates/site/sentences.toml", own);
    let run = project.run("decide bookshelf");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert_eq!(section(&run.stdout, "Verdict: Clear"), ["Take Hammer."]);
    let page = project.run("build --today 2026-11-23");
    assert_eq!(page.code, Some(0), "{}", page.stderr);
    let page = project.read("dist/book/use-cases/bookshelf.html");
    assert!(page.contains("<p>Take <strong>Hammer</strong>.</p>"));
    let wrong = Project::base().write(
        "templates/site/sentences.toml",
        "[verdict]\nclear = \"Take {bset}.\"\n",
    );
    for verb in ["decide bookshelf", "build --today 2026-11-23"] {
        let run = wrong.run(verb);
        assert_eq!(run.code, Some(1), "{verb}");
        for words in [
            "error[bad-template]: the sentence `verdict.clear` has no slot `bset`",
            "templates/site/sentences.toml:2:",
            "its slots are `best`, `p`, `ps`",
        ] {
            assert!(run.stderr.contains(words), "{words} in {}", run.stderr);
        }
    }
}

#[test]
fn a_reader_changes_amounts_and_weights() {
    // What says nothing, or what is so already, changes nothing.
    let own = flagship(&["http-api-spiky"]);
    assert_eq!(
        flagship(&["http-api-spiky", "--with", "?search=x&w=&q="]),
        own
    );
    assert_eq!(
        flagship(&["http-api-spiky", "--with", "q=requests:5e6,memory-mb:512"]),
        own
    );
    let played = flagship(&["http-api-spiky", "--with", "q=duration-ms:1e6,peak-rps:0.1"]);
    let ruled_out = section(&played, "Who is ruled out").join("\n");
    // 40 to 300 ms around 120 become 333 to 2,500 s around 1,000; the limit of a run is 15 min.
    assert!(
        ruled_out.contains("Serverless drops out in "),
        "{ruled_out}"
    );
    assert!(section(&played, "How sure")[0].starts_with("For the book's own weights"));
    assert!(!played.contains("\nInputs\n"), "{played}");
    // Points are exact swings: two equal ones weigh the same, those of 0 nothing.
    let played = flagship(&[
        "http-api-spiky",
        "--with",
        "w=cold-start:50%2Cmonthly-cost:50,ops-effort:0,portability:0,scale-speed:0",
    ]);
    let why = section(&played, "Why");
    assert_eq!(why.len(), 3, "{why:?}");
    for line in &why[..2] {
        assert!(
            line.contains("(50\u{a0}% of the decision, because "),
            "{line}"
        );
    }
}

#[test]
fn what_a_state_cannot_say_is_told_and_left_out() {
    let own = flagship(&["http-api-spiky"]);
    let (title, rest) = own.split_once("\n\n").expect("a title");
    let zero = "w=cold-start:0,monthly-cost:0,ops-effort:0,portability:0,scale-speed:0";
    for (state, told) in [
        (
            "w=warm-start:3",
            "“warm-start” names no need and no quantity",
        ),
        (
            "q=cold-start:3",
            "“cold-start” names no need and no quantity",
        ),
        (
            "w=cold-start:101",
            "“101” is not a number that Cold start latency can have",
        ),
        ("w=cold-start:1.5", "“1.5” is not a number that"),
        (
            "w=cold-start",
            "“” is not a number that Cold start latency can have",
        ),
        (
            "q=requests:1e999",
            "“1e999” is not a number that Requests a month can have",
        ),
        ("q=requests:NaN", "“NaN” is not a number that"),
        ("q=requests:-5", "“-5” is not a number that"),
        (zero, "All weights are 0"),
    ] {
        let text = flagship(&["http-api-spiky", "--with", state]);
        let (first, after) = text.split_once("\n\n").expect("a title");
        let (line, after) = after.split_once("\n\n").expect("what is told");
        assert_eq!((first, after), (title, rest), "{state}");
        assert!(line.replace('\n', " ").contains(told), "{state}: {line}");
    }
}

#[test]
fn a_part_is_changed_by_ids_that_name_it() {
    let own = flagship(&["video-transcode"]);
    let played = flagship(&["video-transcode", "--with", "q=clips/duration-ms:7.2e6"]);
    assert_ne!(played, own);
    let heading = "Films of hours: Why";
    assert_eq!(section(&played, heading), section(&own, heading));
    let clips = section(&played, "Clips of a few minutes: Who is ruled out").join("\n");
    assert!(clips.contains("Serverless"), "{clips}");
    let bare = flagship(&["video-transcode", "--with", "q=duration-ms:7.2e6"]);
    assert!(bare.contains("“duration-ms” names no need"), "{bare}");
}

#[test]
fn a_changed_problem_is_printed_with_its_result() {
    let state = ["http-api-spiky", "--with", "q=requests:2e6"];
    let problem: Value =
        serde_json::from_str(&flagship(&[&state[..], &["--format", "problem"]].concat())).unwrap();
    // 1 to 25 million around 5 million keep their spread.
    let requests = &problem["quantities"]["requests"];
    for (end, expected) in [("low", 4e5), ("mode", 2e6), ("high", 1e7)] {
        assert_eq!(requests[end].as_f64(), Some(expected), "{requests}");
    }
    let text = flagship(&[&state[..], &["--format", "json"]].concat());
    let mut command = program("tradeoff");
    let project = Project::base().write("problem.json", problem.to_string());
    command
        .current_dir(project.root())
        .args(["decide", "--problem", "problem.json"]);
    assert_eq!(finish(command).stdout, text);
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
