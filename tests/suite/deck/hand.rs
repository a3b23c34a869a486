//! What a hand changed in a deck: it stays, or somebody is asked.

use super::{ALL, adopted, bytes, dimension, edit, project, row};

#[test]
fn what_a_hand_wrote_stays_and_is_named() {
    let project = adopted();
    for name in ALL {
        let deck = format!("decks/{name}");
        edit(&project, &deck, 1, 2, "Nothing at all");
    }
    let project = project.write(
        "data/dimensions/cost-idle.toml",
        dimension("Cost when idle", "Paid by the minute", "Nothing"),
    );
    for name in ALL {
        let deck = format!("decks/{name}");
        let run = project.run(&format!("deck sync {deck}"));
        assert!(
            run.stdout
                .contains("edited by hand: “Nothing at all” stays"),
            "{}",
            run.stdout
        );
        let row = row(&project, &deck, "Cost when idle");
        assert_eq!(
            row,
            ["Cost when idle", "Paid by the minute", "Nothing at all"],
            "{name}"
        );
    }
}

#[test]
fn a_conflict_waits_until_somebody_says_whose_text_counts() {
    for (take, expected) in [
        ("data", "Paid by the minute"),
        ("cost-idle/hammer=data", "Paid by the minute"),
        ("/hammer=deck", "Paid per hour"),
    ] {
        let project = adopted();
        let deck = "decks/pandoc.pptx";
        edit(&project, deck, 1, 1, "Paid per hour");
        let project = project.write(
            "data/dimensions/cost-idle.toml",
            dimension("Cost when idle", "Paid by the minute", "Nothing"),
        );
        let before = bytes(&project, deck);
        let run = project.run("deck sync decks/pandoc.pptx");
        assert_eq!(run.code, Some(1));
        for text in [
            "“Paid per hour”",
            "“Paid by the minute”",
            "“Paid by the hour”",
        ] {
            assert!(run.stdout.contains(text), "{text} in {}", run.stdout);
        }
        assert!(
            before == bytes(&project, deck),
            "a conflict changes nothing"
        );
        let run = project.run(&format!("deck sync decks/pandoc.pptx --take {take}"));
        assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
        assert_eq!(row(&project, deck, "Cost when idle")[1], expected);
        let run = project.run("deck status decks/pandoc.pptx");
        assert_eq!(run.code, Some(0), "{}", run.stdout);
    }
    let run = adopted().run("deck sync decks/pandoc.pptx --take cost-idel/hammer=data");
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("did you mean `cost-idle`?"),
        "{}",
        run.stderr
    );
}

#[test]
fn cells_that_differ_when_a_table_is_adopted_are_asked_for() {
    let project = project();
    edit(&project, "decks/pandoc.pptx", 1, 2, "5 € per month");
    let run = project.run("deck adopt decks/pandoc.pptx --slide 1 costs");
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(
        run.stdout
            .contains("the deck says “5 € per month”, the data “Nothing”"),
        "{}",
        run.stdout
    );
    assert_eq!(project.run("deck sync decks/pandoc.pptx").code, Some(1));
    assert_eq!(
        row(&project, "decks/pandoc.pptx", "Cost when idle")[2],
        "5 € per month"
    );
    assert_eq!(
        project.run("deck sync decks/pandoc.pptx --take data").code,
        Some(0)
    );
    assert_eq!(
        row(&project, "decks/pandoc.pptx", "Cost when idle")[2],
        "Nothing"
    );
}
