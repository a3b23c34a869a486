//! The cases of `tests/sentences.toml`, which every program that fills sentences must pass, and what authors may replace.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "lints know tests by their attribute, not the functions that tests share"
)]

use document::Run;
use document::sentence::{Numbers, Sentence, Sentences, Slots};
use source::{Diagnostic, Sources};
use toml::{Table, Value};

const CASES: &str = include_str!("../../../tests/sentences.toml");

/// The cases of one kind; there is at least one.
fn cases(kind: &str) -> Vec<Table> {
    let all: Table = CASES.parse().unwrap();
    let list = all[kind].as_array().unwrap();
    assert!(!list.is_empty());
    list.iter()
        .map(|it| it.as_table().unwrap().clone())
        .collect()
}

fn text<'c>(case: &'c Table, key: &str) -> &'c str {
    case[key].as_str().unwrap()
}

fn number(case: &Table, key: &str) -> f64 {
    case[key].as_float().unwrap()
}

fn whole(case: &Table, key: &str) -> u32 {
    u32::try_from(case[key].as_integer().unwrap()).unwrap()
}

fn slots(table: &Table) -> Slots {
    let mut out = Slots::new();
    for (name, value) in table {
        out = match value {
            Value::Array(items) => {
                let items = items.iter().map(|it| slots(it.as_table().unwrap()));
                out.list(name, items.collect())
            }
            text => out.text(name, text.as_str().unwrap()),
        };
    }
    out
}

#[test]
fn sentences_fill_as_the_shared_cases_say() {
    for case in cases("fill") {
        let sentence = Sentence::parse(text(&case, "sentence"))
            .unwrap_or_else(|error| panic!("{}: {error:?}", text(&case, "sentence")));
        let got = sentence.fill(&slots(case["slots"].as_table().unwrap()));
        let expected: Vec<Run> = case["runs"]
            .as_array()
            .unwrap()
            .iter()
            .map(|run| {
                let text = Run::Text(run[0].as_str().unwrap().to_owned());
                match run[1].as_bool().unwrap() {
                    true => Run::Strong(vec![text]),
                    false => text,
                }
            })
            .collect();
        assert_eq!(got, expected, "{}", text(&case, "why"));
    }
}

#[test]
fn what_is_no_sentence_is_refused_at_its_place() {
    for case in cases("refused") {
        let sentence = text(&case, "sentence");
        let error = Sentence::parse(sentence).err();
        let error = error.unwrap_or_else(|| panic!("`{sentence}`: {}", text(&case, "why")));
        assert!(sentence.get(error.span.clone()).is_some(), "{error:?}");
    }
    let error = Sentence::parse("a [b {c}").unwrap_err();
    assert_eq!(
        (error.span, error.message.as_str()),
        (2..3, "`[` does not close")
    );
    let deep = "[".repeat(20);
    assert!(Sentence::parse(&deep).is_err());
}

#[test]
fn numbers_read_as_the_shared_cases_say() {
    let sentences = Sentences::builtin();
    let numbers = Numbers::new(&sentences);
    for case in cases("amount") {
        let got = numbers.amount(number(&case, "number"), text(&case, "unit"));
        assert_eq!(got, text(&case, "text"), "{}", case["number"]);
    }
    for case in cases("range") {
        let (low, high) = (number(&case, "low"), number(&case, "high"));
        assert_eq!(
            numbers.range(low, high, text(&case, "unit")),
            text(&case, "text")
        );
    }
    for case in cases("percent") {
        let (count, draws) = (whole(&case, "count"), whole(&case, "draws"));
        assert_eq!(
            numbers.percent(count, draws),
            text(&case, "text"),
            "{count} of {draws}"
        );
    }
    for case in cases("share") {
        let weight = number(&case, "weight");
        assert_eq!(numbers.share(weight), text(&case, "text"), "{weight}");
        assert_eq!(numbers.exact(weight), text(&case, "exact"), "{weight}");
    }
    for case in cases("score") {
        let value = number(&case, "value");
        assert_eq!(numbers.hundredths(value), text(&case, "text"), "{value}");
    }
    for case in cases("points") {
        let points = i32::try_from(case["points"].as_integer().unwrap()).unwrap();
        assert_eq!(numbers.points(points), text(&case, "text"));
    }
}

#[test]
fn every_built_in_sentence_can_be_read() {
    let file: Table = include_str!("../../../templates/site/sentences.toml")
        .parse()
        .unwrap();
    let texts = file
        .values()
        .map(|it| it.as_table().unwrap().len())
        .sum::<usize>();
    assert!(texts > 50);
    assert_eq!(Sentences::builtin().written().count(), texts);
}

fn replaced(text: &str) -> Result<Sentences, Vec<(String, String, Vec<String>)>> {
    let mut sources = Sources::default();
    let file = sources.add("templates/site/sentences.toml", text);
    Sentences::builtin().replaced(text, file).map_err(|found| {
        let shown = |it: Diagnostic| {
            let span = it.primary.span;
            let place = text[span.start as usize..span.end as usize].to_owned();
            (it.title, place, it.help)
        };
        found.into_iter().map(shown).collect()
    })
}

#[test]
fn an_author_replaces_single_sentences_and_may_name_units() {
    let own = "[verdict]\nclear = \"Take **{best}**.\"\n[unit]\nms = \"{amount} thousandths\"\n";
    let sentences = replaced(own).unwrap();
    let slots = Slots::new().text("best", "ink").text("p", "99");
    assert_eq!(sentences.text("verdict.clear", &slots), "Take ink.");
    assert_eq!(
        sentences.text("parts.platforms", &slots),
        Sentences::builtin().text("parts.platforms", &slots)
    );
    assert_eq!(Numbers::new(&sentences).amount(5.0, "ms"), "5 thousandths");
}

#[test]
fn a_sentence_that_cannot_be_used_is_told_where_it_stands() {
    for (own, title, place, help) in [
        (
            "[verdict]\nclaer = \"x\"\n",
            "there is no sentence `verdict.claer`",
            "claer",
            "did you mean `verdict.clear`?",
        ),
        (
            "[verdict]\nclear = \"Take {bset}.\"\n",
            "the sentence `verdict.clear` has no slot `bset`",
            "{bset}",
            "its slots are `best`, `p`, `ps`",
        ),
        (
            "[verdict]\nclear = \"Take [it\"\n",
            "`[` does not close in the sentence `verdict.clear`",
            "[",
            "",
        ),
        (
            "[verdict]\nclear = 1\n",
            "`verdict.clear` is no text",
            "1",
            "",
        ),
    ] {
        let found = replaced(own).unwrap_err();
        assert_eq!(found.len(), 1, "{found:?}");
        let (told, at, helps) = &found[0];
        assert_eq!((told.as_str(), at.as_str()), (title, place));
        assert_eq!(helps.first().map_or("", String::as_str), help);
    }
    assert!(replaced("[verdict\n").is_err());
}
