//! Decks that nobody should open: each is refused with a sentence that names the file and the part, and is as it was.

use std::fs;

use flate2::Compression;

use super::zip::{Record, changed, edited, records, with, zip};
use super::{bytes, row, stale};
use crate::project::Project;

const SLIDE: &str = "ppt/slides/slide1.xml";
const MIB: usize = 1 << 20;

/// Puts a deck and the lock of the good one into a folder of its own, refreshes it, and returns what was said.
fn refused(project: &Project, name: &str, deck: &[u8]) -> String {
    let path = format!("bad/{name}.pptx");
    fs::create_dir_all(project.path("bad")).unwrap();
    fs::write(project.path(&path), deck).unwrap();
    let lock = format!("{path}.tradeoff.json");
    fs::copy(
        project.path("decks/pandoc.pptx.tradeoff.json"),
        project.path(&lock),
    )
    .unwrap();
    let before = (listed(project), bytes(project, &lock));
    for command in ["deck sync --take data --split", "deck status"] {
        let run = project.run(&format!("{command} {path}"));
        assert_eq!(run.code, Some(2), "{name}: {}{}", run.stdout, run.stderr);
        assert_eq!(run.stdout, "", "{name}");
        let sentence = run.stderr.strip_suffix('\n').unwrap_or(&run.stderr);
        assert!(
            sentence.starts_with(&format!("error: `{path}`: ")),
            "{name}: {sentence}"
        );
        assert_eq!(sentence.lines().count(), 1, "{name}: {sentence}");
    }
    assert!(bytes(project, &path) == deck, "{name}");
    assert_eq!((listed(project), bytes(project, &lock)), before, "{name}");
    project.run(&format!("deck sync {path}")).stderr
}

/// The names beside the deck.
fn listed(project: &Project) -> Vec<String> {
    let all = fs::read_dir(project.path("bad")).unwrap();
    let mut all: Vec<_> = all
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    all.sort();
    all
}

#[test]
fn what_is_no_deck_is_named() {
    let project = stale();
    let good = bytes(&project, "decks/pandoc.pptx");
    let types = "[Content_Types].xml";
    let kind = |from: &str, to: &str| edited(&good, types, from, to);
    let main = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
    let odp = [Record::of(
        "mimetype",
        b"application/vnd.oasis.opendocument.presentation",
    )];
    for (name, deck, says) in [
        ("empty", Vec::new(), "the file is empty"),
        ("text", b"Dear all,".to_vec(), "not a .pptx file"),
        ("pdf", b"%PDF-1.7\n1 0 obj".to_vec(), "a PDF"),
        (
            "ole",
            [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 600]].concat(),
            "without a password",
        ),
        ("odp", zip(&odp), "an OpenDocument presentation"),
        ("zip", zip(&[Record::of("a.txt", b"a")]), "no Office file"),
        (
            "docx",
            kind(
                main,
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            ),
            "a Word document",
        ),
        (
            "xlsx",
            kind(
                main,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            ),
            "an Excel workbook",
        ),
    ] {
        let error = refused(&project, name, &deck);
        assert!(error.contains(says), "{name}: {error}");
    }
    for length in [1, 4, 30, good.len() / 2, good.len() - 22, good.len() - 1] {
        let error = refused(&project, "cut", &good[..length]);
        assert!(
            error.contains("copy it again") || error.contains("not a .pptx"),
            "{length}: {error}"
        );
    }
    fs::create_dir(project.path("bad/folder.pptx")).unwrap();
    let run = project.run("deck sync bad/folder.pptx");
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("`bad/folder.pptx` is a folder"),
        "{}",
        run.stderr
    );
    let run = project.run("deck sync bad/nothing.pptx");
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("`bad/nothing.pptx`: "),
        "{}",
        run.stderr
    );
}

#[test]
fn what_inflates_without_end_is_stopped() {
    let project = stale();
    let good = bytes(&project, "decks/pandoc.pptx");
    let error = refused(&project, "ratio", &with(&good, SLIDE, &vec![b' '; 3 * MIB]));
    assert!(
        error.contains(&format!("`{SLIDE}` inflates to more than 200 times")),
        "{error}"
    );
    // Digits without an order, each many times, are packed well, but not suspiciously so.
    let mut seed = 1_u32;
    let digits = std::iter::repeat_with(|| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        b'0' + (seed >> 28) as u8
    });
    let noise = digits.flat_map(|it| std::iter::repeat_n(it, 16));
    let noise: Vec<u8> = noise.take(MIB).collect();
    let large = |mebibytes: usize, end: &[u8]| {
        let text = [b"<!--", noise.repeat(mebibytes).as_slice(), b"-->", end].concat();
        Record::packed(SLIDE, &text, Compression::fast())
    };
    let error = refused(
        &project,
        "part",
        &changed(&good, SLIDE, |it| *it = large(65, b"")),
    );
    assert!(
        error.contains(&format!("`{SLIDE}` has more than 64 MiB")),
        "{error}"
    );
    let layout = large(63, b"<a/>");
    let mut all = records(&good);
    let layouts = all
        .iter_mut()
        .filter(|it| it.name.starts_with("ppt/slideLayouts/slideLayout"));
    layouts.for_each(|it| *it = layout.named(&it.name));
    let error = refused(&project, "total", &zip(&all));
    assert!(error.contains("comes on top of 256 MiB"), "{error}");
    assert!(error.contains("`ppt/slideLayouts/slideLayout"), "{error}");
}

#[test]
fn records_that_contradict_themselves_are_refused() {
    let project = stale();
    let good = bytes(&project, "decks/pandoc.pptx");
    let mut twice = records(&good);
    twice.push(Record::of(SLIDE, b"<other/>"));
    let mut cases = records(&good);
    cases.push(Record::of("PPT/Slides/SLIDE1.xml", b"<other/>"));
    let change = |change: &dyn Fn(&mut Record)| changed(&good, SLIDE, change);
    for (name, deck, says) in [
        ("twice", zip(&twice), "is there twice"),
        ("cases", zip(&cases), "is there twice"),
        ("encrypted", change(&|it| it.flags = 1), "is encrypted"),
        (
            "method",
            change(&|it| it.method = 12),
            "is compressed by method 12",
        ),
        ("sum", change(&|it| it.crc ^= 1), "is damaged"),
        (
            "names",
            change(&|it| it.other_name = Some(SLIDE.replace('1', "9"))),
            "has two different names",
        ),
    ] {
        let error = refused(&project, name, &deck);
        assert!(error.contains(says), "{name}: {error}");
        assert!(
            error.to_lowercase().contains(&format!("`{SLIDE}`")),
            "{name}: {error}"
        );
    }
}

#[test]
fn xml_that_is_a_trap_is_refused() {
    let project = stale();
    let good = bytes(&project, "decks/pandoc.pptx");
    let laughs = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>";
    let outside = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>";
    for part in [
        SLIDE,
        "[Content_Types].xml",
        "_rels/.rels",
        "ppt/presentation.xml",
    ] {
        for xml in [laughs, outside] {
            let error = refused(&project, "doctype", &with(&good, part, xml.as_bytes()));
            assert!(
                error.contains(&format!("`{part}` has a document type")),
                "{error}"
            );
        }
    }
    let mut deep = "<a>".repeat(300);
    deep.push_str(&"</a>".repeat(300));
    let error = refused(&project, "deep", &with(&good, SLIDE, deep.as_bytes()));
    assert!(
        error.contains(&format!("`{SLIDE}` is nested more than 256 deep")),
        "{error}"
    );
    let error = refused(&project, "open", &with(&good, SLIDE, b"<p:sld>"));
    assert!(error.contains(&format!("`{SLIDE}` is not XML")), "{error}");
    let row = "<a:tr h=\"0\">";
    let many = format!("{}{row}", "<a:tr h=\"0\"></a:tr>".repeat(501));
    let mut text = String::from_utf8(ooxml_part(&good)).unwrap();
    text = text.replacen(row, &many, 1);
    let error = refused(&project, "rows", &with(&good, SLIDE, text.as_bytes()));
    assert!(error.contains("has more than 500 rows"), "{error}");
}

fn ooxml_part(deck: &[u8]) -> Vec<u8> {
    let mut package = ooxml::Package::open(std::io::Cursor::new(deck)).unwrap();
    package.part(SLIDE).unwrap().to_vec()
}

#[test]
fn what_leads_out_of_the_file_is_not_followed() {
    let project = stale();
    let good = bytes(&project, "decks/pandoc.pptx");
    let (rels, layout) = (
        "ppt/slides/_rels/slide1.xml.rels",
        "\"../slideLayouts/slideLayout2.xml\"",
    );
    let climbing = edited(&good, rels, layout, "\"../../../../etc/passwd\"");
    let error = refused(&project, "climbs", &climbing);
    assert!(
        error.contains("leads out of the file to `../../../../etc/passwd`"),
        "{error}"
    );
    let elsewhere = edited(
        &good,
        rels,
        layout,
        "\"file:///etc/passwd\" TargetMode=\"External\"",
    );
    let error = refused(&project, "elsewhere", &elsewhere);
    assert!(
        error.contains("needs what is elsewhere, at `file:///etc/passwd`"),
        "{error}"
    );
}

#[test]
fn names_that_climb_and_pictures_from_elsewhere_are_kept_and_nothing_is_extracted() {
    let project = stale();
    let good = bytes(&project, "decks/pandoc.pptx");
    let external = "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" \
                    Target=\"file:///etc/passwd\" TargetMode=\"External\"/></Relationships>";
    let deck = edited(
        &good,
        "ppt/slides/_rels/slide1.xml.rels",
        "</Relationships>",
        external,
    );
    let mut all = records(&deck);
    for name in ["../../evil.txt", "/tmp/evil.txt", "..\\evil.txt"] {
        all.push(Record::of(name, b"x"));
    }
    fs::write(project.path("decks/pandoc.pptx"), zip(&all)).unwrap();
    let before = super::records(&bytes(&project, "decks/pandoc.pptx"));
    let run = project.run("deck sync decks/pandoc.pptx");
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    assert_eq!(
        row(&project, "decks/pandoc.pptx", "Cost when idle")[1],
        "Paid by the minute"
    );
    let after = super::records(&bytes(&project, "decks/pandoc.pptx"));
    let differ = before.iter().filter(|it| after[it.0] != *it.1);
    assert_eq!(differ.map(|it| it.0.as_str()).collect::<Vec<_>>(), [SLIDE]);
    assert_eq!(before.len(), after.len());
    for path in ["evil.txt", "decks/evil.txt", "../evil.txt"] {
        assert!(!project.path(path).exists(), "{path}");
    }
}

#[test]
fn a_title_and_a_name_steer_no_terminal() {
    let project = stale();
    let good = bytes(&project, "decks/pandoc.pptx");
    let trick = "Costs\u{202e}\u{2066} of\u{200f} x";
    let deck = edited(
        &good,
        SLIDE,
        "<a:t>Costs</a:t>",
        &format!("<a:t>{trick}</a:t>"),
    );
    fs::write(project.path("decks/pandoc.pptx"), deck).unwrap();
    let run = project.run("deck sync decks/pandoc.pptx");
    assert!(run.stdout.contains("“Costs of x”"), "{}", run.stdout);
}
