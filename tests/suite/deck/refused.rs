//! What cannot be done with a deck, and what is said about it.

use std::fs;

use super::{adopted, bytes, dimension, project, row, table};

#[test]
fn a_table_that_the_data_has_not_is_named_and_the_rest_is_written() {
    let project = adopted()
        .write(
            "data/dimensions/cost-idle.toml",
            dimension("Cost when idle", "Paid by the minute", "Nothing"),
        )
        .write("data/tables/merge.toml", table(&["cost-idle"]));
    let run = project.run("deck sync decks/python-pptx.pptx");
    assert_eq!(run.code, Some(1));
    let says =
        "slide 2 “Merged”, `tradeoff:merged`: there is no table `merged`: did you mean `merge`?";
    assert!(run.stdout.contains(says), "{}", run.stdout);
    assert_eq!(
        row(&project, "decks/python-pptx.pptx", "Cost when idle")[1],
        "Paid by the minute"
    );
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "one table of decks and what is said of each"
)]
fn a_deck_that_cannot_be_written_is_as_it_was() {
    let project = adopted().write(
        "data/dimensions/cost-idle.toml",
        dimension("Cost when idle", "Paid by the minute", "Nothing"),
    );
    let good = bytes(&project, "decks/pandoc.pptx");
    let lock = project.read("decks/pandoc.pptx.tradeoff.json");
    let newer = lock.replace("\"version\": 1", "\"version\": 2");
    assert_ne!(newer, lock);
    let other = lock.replace("tradeoff:costs", "tradeoff:others");
    for (name, deck, beside, says) in [
        ("empty", Vec::new(), None, "the file is empty"),
        ("text", b"Dear all,".to_vec(), None, "not a .pptx file"),
        (
            "cut",
            good[..good.len() / 2].to_vec(),
            None,
            "copy it again",
        ),
        (
            "locked",
            [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 600]].concat(),
            None,
            "password-protected",
        ),
        (
            "open",
            good.clone(),
            Some(("~$open.pptx", "")),
            "is open in PowerPoint",
        ),
        (
            "office",
            good.clone(),
            Some((".~lock.office.pptx#", "")),
            "is open in LibreOffice",
        ),
        (
            "newer",
            good.clone(),
            Some(("newer.pptx.tradeoff.json", newer.as_str())),
            "newer program",
        ),
        (
            "other",
            good.clone(),
            Some(("other.pptx.tradeoff.json", other.as_str())),
            "another deck",
        ),
        (
            "broken",
            good.clone(),
            Some(("broken.pptx.tradeoff.json", "{")),
            "line 1",
        ),
    ] {
        let path = format!("bad/{name}.pptx");
        let file = project.path(&path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, &deck).unwrap();
        if let Some((name, text)) = beside {
            fs::write(file.with_file_name(name), text).unwrap();
        }
        let run = project.run(&format!("deck sync {path} --take data"));
        assert_eq!(run.code, Some(2), "{name}: {}{}", run.stdout, run.stderr);
        assert!(run.stderr.contains(says), "{name}: {}", run.stderr);
        assert!(bytes(&project, &path) == deck, "{name}");
    }
    let run = project.run("deck sync bad/text.pptx decks/pandoc.pptx");
    assert_eq!(
        run.code,
        Some(2),
        "one deck that is none keeps no other from its turn"
    );
    assert!(
        run.stdout.contains("decks/pandoc.pptx: written"),
        "{}",
        run.stdout
    );
}

#[test]
fn adopting_says_what_there_is_to_choose_from() {
    let project = project();
    for (arguments, says) in [
        ("--slide 9 costs", "there is no slide 9: the deck has 2"),
        ("--slide 2 costs", "has no table"),
        (
            "--slide 1 --shape Table costs",
            "choose from `Content Placeholder",
        ),
        ("--slide 1 cots", "did you mean `costs`?"),
        ("--slide 1 costs --options hamer", "did you mean `hammer`?"),
    ] {
        let run = project.run(&format!("deck adopt decks/pandoc.pptx {arguments}"));
        assert_eq!(run.code, Some(2), "{arguments}: {}", run.stdout);
        assert!(run.stderr.contains(says), "{arguments}: {}", run.stderr);
    }
    assert!(!project.path("decks/pandoc.pptx.tradeoff.json").exists());
}
