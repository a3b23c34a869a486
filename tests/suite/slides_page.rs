//! The page "Into your slides" tells the truth: its commands run one after the other, and say what it shows.
//!
//! With `TRADEOFF_DRAW` set, the decks of its pictures go to `target/slides-page/`, for `tests/decks/company/pictures.py`.

use std::fs;
use std::io::Cursor;

use ooxml::{Package, Presentation, Slide};

use crate::documents::commands;
use crate::project::{Run, copy, finish, program, repository};

const PAGE: &str = "book/src/slides.md";

/// Two answers as they once stood: the deck is made while the data says so, by file, from and to.
const FORMER: [(&str, &str, &str); 2] = [
    (
        "data/dimensions/scale-speed.toml",
        "{{ fact.lambda-scale-rate }} every {{ fact.lambda-scale-interval }} for each function",
        "500 to 3,000 environments at once, then 500 a minute",
    ),
    (
        "data/dimensions/cold-start.toml",
        "{{ fact.lambda-init-rust }} Rust, {{ fact.lambda-init-python }} Python, {{ fact.lambda-init-dotnet }} .NET, median",
        "Under a second, median",
    ),
];

/// What the presenter writes over, and what is written instead.
const BY_HAND: [(&str, &str); 2] = [
    ("None while a replica runs", "None: we keep two replicas"),
    ("Under a second, median", "Half a second in our tests"),
];

/// What the presenter draws below the table.
const NOTE: &str = r#"<p:sp><p:nvSpPr><p:cNvPr id="90" name="Note"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="7086600" y="5435600"/><a:ext cx="4495800" cy="533400"/></a:xfrm><a:prstGeom prst="wedgeRoundRectCallout"><a:avLst><a:gd name="adj1" fmla="val -20000"/><a:gd name="adj2" fmla="val -95000"/><a:gd name="adj3" fmla="val 16667"/></a:avLst></a:prstGeom><a:solidFill><a:schemeClr val="accent2"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr anchor="ctr"/><a:lstStyle/><a:p><a:pPr algn="ctr"/><a:r><a:rPr lang="en-US" sz="1600" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:rPr><a:t>Our peak: 400 requests a second</a:t></a:r></a:p></p:txBody></p:sp>"#;

/// A folder in which the page's story can happen.
struct Story {
    folder: tempfile::TempDir,
}

impl Story {
    /// Before it: the data as it was, and the template.
    fn begin() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        copy(&repository().join("data"), &folder.path().join("data"));
        let template = repository().join("tests/decks/company/company.potx");
        fs::copy(template, folder.path().join("company.potx")).expect("the template");
        let story = Self { folder };
        for (path, now, former) in FORMER {
            let text = String::from_utf8(story.read(path)).expect("a record");
            assert_eq!(
                text.matches(now).count(),
                1,
                "{path} answers differently now: tell another story on {PAGE}"
            );
            story.write(path, text.replace(now, former).as_bytes());
        }
        story
    }

    fn read(&self, path: &str) -> Vec<u8> {
        fs::read(self.folder.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        fs::write(self.folder.path().join(path), bytes).expect("a file");
    }

    fn run(&self, command: &[String]) -> Run {
        let (name, arguments) = command.split_first().expect("a word");
        let mut command = program(name);
        command.current_dir(self.folder.path()).args(arguments);
        finish({
            command.args(["--today", "2026-11-26"]);
            command
        })
    }

    /// A quarter later: the presenter has edited the deck, the data says what it says today, and there are other decks.
    fn later(&self) {
        for (path, ..) in FORMER {
            self.write(path, &fs::read(repository().join(path)).expect("a record"));
        }
        let edited = self.edited("talk.pptx", |slide| {
            let mut slide = slide.to_owned();
            for (from, to) in BY_HAND {
                assert_eq!(slide.matches(from).count(), 1, "{from}");
                slide = slide.replace(from, to);
            }
            slide.replace("</p:spTree>", &format!("{NOTE}</p:spTree>"))
        });
        let anonymous = self.edited("talk.pptx", |slide| {
            let (before, rest) = slide.split_once("name=\"tradeoff:").expect("our table");
            let (_, after) = rest.split_once('>').expect("its end");
            format!("{before}name=\"Table 3\" descr=\"Two ways\"/>{after}")
        });
        self.write("town-hall.pptx", &anonymous);
        self.write("talk.pptx", &edited);
        self.draw("before.pptx", "talk.pptx");
        fs::create_dir(self.folder.path().join("talks")).expect("a folder");
        for name in ["talk.pptx", "talk.pptx.tradeoff.json"] {
            self.write(&format!("talks/{name}"), &self.read(name));
        }
    }

    /// The deck with another text of slide 2.
    fn edited(&self, deck: &str, edit: impl Fn(&str) -> String) -> Vec<u8> {
        let mut package = Package::open(Cursor::new(self.read(deck))).expect("a deck");
        let slides = Presentation::read(&mut package).expect("slides").slides;
        let part = &slides[1].part;
        let slide = Slide::read(&mut package, part).expect("a slide");
        package
            .replace(part, slide.text.encode(&edit(&slide.text)))
            .expect("the part");
        let mut out = Vec::new();
        package.save_checked(&mut out).expect("a sound deck");
        out
    }

    /// Keeps a deck for the pictures, if somebody draws them.
    fn draw(&self, name: &str, deck: &str) {
        if std::env::var_os("TRADEOFF_DRAW").is_some() {
            let folder = repository().join("target/slides-page");
            fs::create_dir_all(&folder).expect("a folder");
            fs::write(folder.join(name), self.read(deck)).expect("a deck");
        }
    }
}

#[test]
fn the_page_on_slides_shows_what_its_commands_say() {
    let page = fs::read_to_string(repository().join(PAGE)).expect("the page");
    let story = Story::begin();
    let (mut told, mut n_shown) = (Vec::new(), 0);
    for (command, output) in steps(&page) {
        let line = command.join(" ");
        if line == "tradeoff deck status talk.pptx" {
            story.draw("company.pptx", "talk.pptx");
            story.later();
        }
        let run = story.run(&command);
        assert!(run.code.is_some_and(|it| it < 2), "{line}: {}", run.stderr);
        if let Some(output) = output {
            // The page is typed with plain spaces, and without marks that hold a range together.
            let said = run.stdout.replace('\u{a0}', " ").replace('\u{2060}', "");
            assert_eq!(said, output, "`{line}` says something else than {PAGE}");
            n_shown += 1;
        }
        if line == "tradeoff deck sync talk.pptx --backup" {
            story.draw("after.pptx", "talk.pptx");
        }
        told.push(line);
    }
    assert_eq!(
        n_shown, 3,
        "{PAGE} shows what a status and two refreshes say"
    );
    for verb in ["deck build", "deck status", "deck sync", "deck adopt"] {
        assert!(
            told.iter().any(|it| it.contains(verb)),
            "{PAGE} has no `{verb}`"
        );
    }
}

/// The commands of a page in their order, each with the block of text that follows it, if one does.
fn steps(page: &str) -> Vec<(Vec<String>, Option<String>)> {
    let mut steps: Vec<(Vec<String>, Option<String>)> = Vec::new();
    for block in page.split("\n```").skip(1).step_by(2) {
        let (language, text) = block.split_once('\n').expect("a block of lines");
        match language {
            "sh" => steps.extend(text.lines().flat_map(commands).map(|it| (it, None))),
            "text" => {
                let last = steps.last_mut().expect("a command before its output");
                last.1 = Some(format!("{text}\n"));
            }
            _ => panic!("a block of {language}: say here what becomes of it"),
        }
    }
    steps
}
