//! The lock: the example of the specification, what counts as a change, and files that somebody has touched.

#![allow(
    clippy::panic,
    reason = "lints know tests by their attribute, not the functions that tests share"
)]

use std::collections::BTreeMap;

use model::Date;
use source::{FileId, Sources};
use verdict::lock::{Entry, How, Lock, inputs};
use verdict::{Verdict, json};

const PROBLEM: &str = include_str!("../../../tests/vectors/bursty_api.problem.json");

/// The example as the specification prints it, with the hash and the values that it names.
const PRINTED: &str = r#"[bursty-api]
word = "leaning"
best = "containers"
runner-up = "serverless"
first = { containers = 8797, serverless = 1203 }
stress = { containers = 9392, serverless = 608 }
ruled-out = []
draws = 10000
inputs = "fnv1a64:9ddd43ed47d6a334"
accepted = 2026-11-23
because = "…"
[bursty-api.values]
cold-start = { weight = 278, containers = 1000, serverless = 360 }
cost = { weight = 611, containers = 688, serverless = 690 }
ops-effort = { weight = 111, containers = 334, serverless = 1000 }
"#;

fn verdict(text: &str) -> Verdict {
    let problem = json::problem(text).expect("a problem");
    let outcome = decide::solve(&problem).expect("an outcome");
    Verdict { problem, outcome }
}

fn day() -> Date {
    Date::parse("2026-11-23").expect("a day")
}

/// The lock after accepting `entries` into `text`.
fn accepted(text: &str, entries: &[(&str, Option<Entry>)]) -> String {
    let (lock, found) = Lock::read(text, FileId::default());
    assert_eq!(found, []);
    let changes = entries
        .iter()
        .map(|(id, it)| ((*id).to_owned(), it.clone()));
    let changes: BTreeMap<_, _> = changes.collect();
    lock.rewritten(text, &changes).expect("a text")
}

fn entry(text: &str) -> Entry {
    Entry::of(&verdict(text), day(), "…")
}

#[test]
fn the_example_of_the_specification_is_written_as_printed() {
    let text = accepted("", &[("bursty-api", Some(entry(PROBLEM)))]);
    let (_, body) = text.split_once("\n\n").expect("a head");
    assert_eq!(body, PRINTED);
}

#[test]
fn what_is_written_reads_back_to_the_same() {
    let (lock, found) = Lock::read(PRINTED, FileId::default());
    assert_eq!(found, []);
    assert_eq!(lock.get("bursty-api"), Some(&entry(PROBLEM)));
}

#[test]
fn any_input_changes_the_fingerprint_and_the_order_of_fields_does_not() {
    let hash = |text: &str| inputs(&json::problem(text).expect("a problem"));
    let told = hash(PROBLEM);
    for (from, to) in [
        ("\"low\":5,", "\"low\":5.000000000000001,"),
        ("\"rank\":3", "\"rank\":4"),
        ("\"state\":\"open\"", "\"state\":\"closed\""),
        ("\"gpu-gb\":null", "\"gpu-gb\":0"),
        ("\"version\":1,", "\"version\":1,\"seed\":\"other\","),
    ] {
        assert_eq!(PROBLEM.matches(from).count(), 1, "{from}");
        assert_ne!(hash(&PROBLEM.replace(from, to)), told, "{to}");
    }
    let turned = PROBLEM.replace(
        "{\"low\":5,\"mode\":10,\"high\":40}",
        "{\"high\":40,\"mode\":10,\"low\":5}",
    );
    assert_eq!(hash(&turned), told);
    assert_eq!(hash(&PROBLEM.replace("\"low\":0,", "\"low\":-0.0,")), told);
}

#[test]
fn components_have_tables_of_their_own() {
    let parts = r#""components":[{"id":"cold","needs":{"cold-start":{"rank":1}}},{"id":"small","quantities":{"requests":1000}}],"needs""#;
    let entry = entry(&PROBLEM.replacen("\"needs\"", parts, 1));
    let text = accepted("", &[("bursty-api", Some(entry.clone()))]);
    for line in [
        "[bursty-api]",
        "word = \"split\"",
        "[bursty-api.cold]",
        "[bursty-api.cold.values]",
        "[bursty-api.small]",
    ] {
        assert_eq!(
            text.lines().filter(|it| *it == line).count(),
            1,
            "{line} in {text}"
        );
    }
    assert!(!text.contains("[bursty-api.values]"));
    let (lock, found) = Lock::read(&text, FileId::default());
    assert_eq!(found, []);
    assert_eq!(lock.get("bursty-api"), Some(&entry));
}

#[test]
fn entries_that_stay_keep_their_bytes() {
    let mine = "# mine\n\n[a]\nword=\"clear\" # by hand\nbest  = \"x\"\ninputs = \"i\"\naccepted = 2026-01-02\nbecause = '''\n[b]\n'''\n";
    let text = accepted(mine, &[("bursty-api", Some(entry(PROBLEM)))]);
    assert_eq!(text, format!("{mine}\n{PRINTED}"));
    assert_eq!(accepted(&text, &[("bursty-api", None)]), mine);
    // Accepted again, and in the order of the ids.
    let both = accepted(&text, &[("Z", Some(entry(PROBLEM)))]);
    assert!(both.starts_with("# mine\n\n[Z]\n"), "{both}");
    assert!(both.ends_with(&text["# mine\n\n".len()..]), "{both}");
}

#[test]
fn entries_that_were_torn_apart_are_written_anew() {
    let torn = PRINTED.replace("\n[bursty-api.values]", "\n[other]\nword = \"split\"\ninputs = \"i\"\naccepted = 2026-01-02\nbecause = \"b\"\n[bursty-api.values]");
    let text = accepted(&torn, &[("third", Some(entry(PROBLEM)))]);
    let (lock, found) = Lock::read(&text, FileId::default());
    assert_eq!(found, []);
    assert_eq!(lock.get("bursty-api"), Some(&entry(PROBLEM)));
    let names: Vec<_> = lock.iter().map(|(id, _)| id).collect();
    assert_eq!(names, ["bursty-api", "other", "third"]);
}

#[test]
fn what_cannot_be_read_is_told_with_its_place_and_a_remedy() {
    for (from, to, place, words) in [
        (
            "word = \"leaning\"",
            "word = \"sure\"",
            "\"sure\"",
            "one of `clear`",
        ),
        (
            "word = \"leaning\"\n",
            "",
            "bursty-api",
            "`word` of this entry is missing",
        ),
        (
            "because = \"…\"\n",
            "",
            "bursty-api",
            "`because` of this entry is missing",
        ),
        (
            "serverless = 1203",
            "serverless = -1",
            "-1",
            "a count of draws",
        ),
        (
            "accepted = 2026-11-23",
            "accepted = \"today\"",
            "\"today\"",
            "a day",
        ),
        (
            "ruled-out = []",
            "ruledout = []",
            "ruledout",
            "has no meaning",
        ),
        ("cost = {", "cost = 1 #", "1", "a table of thousandths"),
        ("[bursty-api]", "<<<<<<< HEAD\n[bursty-api]", "", "key"),
        (
            "[bursty-api]",
            "version = 1\n[bursty-api]",
            "version",
            "no entry of a use case",
        ),
    ] {
        assert_eq!(PRINTED.matches(from).count(), 1, "{from}");
        let text = PRINTED.replace(from, to);
        let mut sources = Sources::default();
        let file = sources.add("data/verdicts.lock", &text);
        let (_, found) = Lock::read(&text, file);
        let first = found.first().expect(to);
        assert_eq!(first.rule, "bad-lock");
        assert!(first.title.contains(words), "{}", first.title);
        assert!(sources.text(first.primary.span).starts_with(place), "{to}");
        assert!(first.help.iter().any(|it| it.contains("tradeoff accept")));
    }
}

#[test]
fn a_field_of_the_lock_is_no_name_for_an_option() {
    let text = PROBLEM.replace("containers", "weight");
    let changes = BTreeMap::from([("bursty-api".to_owned(), Some(entry(&text)))]);
    let refused = Lock::default()
        .rewritten("", &changes)
        .expect_err("a refusal");
    assert!(refused.to_string().contains("`weight`"), "{refused}");
}

#[test]
fn a_difference_says_who_gets_how_many_points_more_or_less() {
    // The fast start is worth nothing any more, so that its weight of 278 moves nothing to anybody.
    let slow = PROBLEM.replace("{\"low\":5,\"mode\":10,\"high\":40}", "3000");
    let (before, now) = (entry(PROBLEM), entry(&slow));
    let (lock, _) = Lock::read(PRINTED, FileId::default());
    let verdicts = verdict::Verdicts::from_iter([(model::Id::new("bursty-api"), verdict(&slow))]);
    let changes = lock.changes(&verdicts, &model::Model::default());
    let [change] = changes.as_slice() else {
        panic!("{changes:?}");
    };
    let How::Differs(differences) = &change.how else {
        panic!("{change:?}");
    };
    let [difference] = differences.as_slice() else {
        panic!("{differences:?}");
    };
    assert_eq!(difference.before.as_ref(), Some(&before.verdict));
    assert_eq!(difference.now.as_ref(), Some(&now.verdict));
    let [moved] = difference.moved.as_slice() else {
        panic!("{:?}", difference.moved);
    };
    assert_eq!(moved.before, Some((278, 1000)));
    assert_eq!(moved.now, Some((278, 0)));
    assert_eq!(moved.points, -278);
    assert_eq!(
        moved.phrase(),
        "`cold-start` of `containers`: weight 278, value 1000 → 0, -278 points"
    );
    assert!(
        difference
            .phrase()
            .ends_with(", was `leaning` for `containers`")
    );
}

#[test]
fn a_verdict_that_was_never_accepted_is_new_and_one_without_a_use_case_is_gone() {
    let (lock, _) = Lock::read(PRINTED, FileId::default());
    let verdicts = verdict::Verdicts::from_iter([(model::Id::new("other"), verdict(PROBLEM))]);
    let changes = lock.changes(&verdicts, &model::Model::default());
    let names: Vec<_> = changes.iter().map(|it| it.use_case.as_str()).collect();
    assert_eq!(names, ["bursty-api", "other"]);
    assert!(matches!(changes[0].how, How::Gone(_)));
    assert!(matches!(changes[1].how, How::New(_)));
    let same = verdict::Verdicts::from_iter([(model::Id::new("bursty-api"), verdict(PROBLEM))]);
    assert_eq!(lock.changes(&same, &model::Model::default()), []);
}
