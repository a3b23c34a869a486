//! A verdict as text for a terminal of 80 columns: the sections of the decision page, each line a paragraph.
//!
//! A section is its heading and, after an empty line, its lines: `- ` before the first words of each, two blanks before
//! what is broken off. Whoever joins these has the sentences of the page, sign by sign.

use decide::Outcome;
use document::decision::{ClaimIds, Names, Played, Section, claims, fixed, recomputed, touched};
use document::plain;
use document::sentence::{Sentences, Slots};
use model::{Claim, Kind, Model, Record, Texted};

const COLUMNS: usize = 80;

/// What was computed for a use case, with its reasons; of a reader's own numbers, what follows from them.
pub(super) fn verdict(
    played: &Played,
    names: &Names,
    model: &Model,
    sentences: &Sentences,
) -> String {
    let Played {
        problem, outcome, ..
    } = played;
    let mut out = format!("{} ({})\n", names.title, outcome.id());
    for line in &played.lines {
        out.push('\n');
        wrap(&mut out, "", &plain(&line.runs));
    }
    let word = sentences.text(&format!("word.{}", outcome.word().id()), &Slots::new());
    let mut text = Text {
        names,
        sentences,
        out,
    };
    let mut fixed = fixed(problem, outcome, names, sentences);
    for section in recomputed(problem, outcome, names, sentences, played.touched) {
        let first = section.id == "verdict" && !text.out.contains("\n- ");
        let word = first.then_some(word.as_str());
        text.heading(section.id, section.part.as_deref(), word);
        text.lines(&section);
        let below = BELOW.iter().find(|(_, above)| *above == section.id);
        if let Some((id, _)) = below.filter(|_| !played.touched) {
            for it in fixed.extract_if(.., |it| it.id == *id && it.part == section.part) {
                text.lines(&it);
            }
        }
    }
    if played.touched {
        text.heading("sure", None, None);
        text.line(&plain(&touched(sentences).runs));
        return text.out;
    }
    text.claims(&claims(problem, outcome, model), model);
    text.cases(outcome, model);
    for id in ["quantities", "products", "sure", "method", "inputs"] {
        for section in fixed.iter().filter(|it| it.id == id) {
            let heading = BELOW.iter().find(|(it, _)| *it == id);
            let heading = heading.map_or(id, |(_, above)| *above);
            text.heading(heading, section.part.as_deref(), None);
            text.lines(section);
        }
    }
    text.out
}

/// Sections of the book's own problem alone, and the recomputed ones below which they stand.
const BELOW: [(&str, &str); 2] = [("quantities", "change"), ("products", "costs")];

struct Text<'a> {
    names: &'a Names,
    sentences: &'a Sentences,
    out: String,
}

impl Text<'_> {
    /// The heading of a section, after an empty line and before one.
    fn heading(&mut self, id: &str, part: Option<&str>, word: Option<&str>) {
        let own = self.sentences.text(&format!("heading.{id}"), &Slots::new());
        let heading = match part {
            Some(part) => {
                let slots = Slots::new()
                    .text("component", self.names.component(part))
                    .text("heading", own);
                self.sentences.text("heading.part", &slots)
            }
            None => own,
        };
        let word = word.map_or_else(String::new, |it| format!(": {it}"));
        self.out.push('\n');
        wrap(&mut self.out, "", &format!("{heading}{word}"));
        self.out.push('\n');
    }

    fn lines(&mut self, section: &Section) {
        for line in &section.lines {
            self.line(&plain(&line.runs));
        }
    }

    fn line(&mut self, text: &str) {
        wrap(&mut self.out, "- ", text);
    }

    fn say(&mut self, name: &str, slots: &Slots) {
        let text = self.sentences.text(name, slots);
        self.line(&text);
    }

    fn claims(&mut self, all: &[ClaimIds], model: &Model) {
        self.heading("pros-cons", None, None);
        for it in all {
            let option = model.title_of(Kind::Alternative, &it.option);
            let option = Slots::new().text("option", option.unwrap_or_default());
            let sides = [
                (&it.pros, &model.pros, "pros-cons.for", "pros-cons.none-for"),
                (
                    &it.cons,
                    &model.cons,
                    "pros-cons.against",
                    "pros-cons.none-against",
                ),
            ];
            for (ids, records, name, none) in sides {
                let claims: Vec<_> = ids.iter().filter_map(|id| records.get(id)).collect();
                for claim in &claims {
                    self.say(name, &claim_slots(option.clone(), claim, model));
                }
                if claims.is_empty() {
                    self.say(none, &option);
                }
            }
        }
    }

    fn cases(&mut self, outcome: &Outcome, model: &Model) {
        let mut cases = model.cases.iter().filter(|it| {
            let mut use_cases = it.use_cases.iter();
            use_cases.any(|it| it.id.as_str() == outcome.id())
        });
        let Some(first) = cases.next() else { return };
        self.heading("cases", None, None);
        for case in std::iter::once(first).chain(cases) {
            let options = case.chose.iter();
            let options = options.filter_map(|it| model.title_of(Kind::Alternative, &it.id));
            let options = options.map(|it| Slots::new().text("name", it));
            let slots = Slots::new()
                .text("title", model.plain_text(&case.title))
                .text("date", case.date.text.as_str())
                .list("options", options.collect());
            self.say("cases.case", &slots);
        }
    }
}

fn claim_slots(slots: Slots, claim: &Record<Claim>, model: &Model) -> Slots {
    let holds_when = claim.holds_when.as_ref().map(|it| it.plain_in(model));
    slots
        .text("title", claim.title.plain_in(model))
        .text("strength", claim.strength.word())
        .maybe("holds-when", holds_when)
}

/// Adds `text`, broken between words; only where there is an ordinary blank.
fn wrap(out: &mut String, before: &str, text: &str) {
    let indent = " ".repeat(before.len());
    let mut width = before.len();
    out.push_str(before);
    for (at, word) in text.split(' ').enumerate() {
        let length = word.chars().count();
        if at > 0 && width + 1 + length > COLUMNS {
            out.push('\n');
            out.push_str(&indent);
            width = indent.len();
        } else if at > 0 {
            out.push(' ');
            width += 1;
        }
        out.push_str(word);
        width += length;
    }
    out.push('\n');
}
