//! Real choices that somebody made, newest first.

use model::{Case, Kind, Record};

use super::known::{Known, section};
use super::titled;
use crate::brief::lines::{bullets, paragraph};
use crate::sentence::Slots;
use crate::{Element, Notes, Run, Section};

pub(super) fn chapter(known: &Known<'_>, notes: &mut Notes<'_>) -> Vec<Section> {
    let mut records: Vec<_> = known.model.cases.iter().collect();
    // What has no date comes last: a word would sort before every year.
    let date = |it: &Record<Case>| {
        let text = &it.date.text;
        let dated = text.starts_with(|it: char| it.is_ascii_digit());
        dated.then(|| text.clone())
    };
    records.sort_by(|a, b| (date(b), &a.id).cmp(&(date(a), &b.id)));
    let sections = records.into_iter().map(|it| case(it, known, notes));
    let sections = sections.collect();
    known.chapter("real", Vec::new(), sections)
}

fn case(record: &Record<Case>, known: &Known<'_>, notes: &mut Notes<'_>) -> Section {
    let model = known.model;
    let titles = record.use_cases.iter();
    let titles = titles.filter_map(|it| model.title_of(Kind::UseCase, &it.id));
    let titles = titles.map(|it| Slots::new().text("title", it)).collect();
    let slots = Slots::new()
        .text("date", record.date.text.as_str())
        .text("evidence", record.evidence.word())
        .list("use-cases", titles);
    let mut elements = vec![paragraph(known.sentences.fill("print.case", &slots))];
    let blocks = notes.prose(&record.summary.blocks);
    elements.push(Element::Text { blocks });
    let was = notes.line(&record.was.runs, &[]);
    elements.push(titled(known.say("was"), was));
    elements.push(titled(known.say("chose"), chosen(record, known)));
    if !record.reasons.is_empty() {
        elements.push(titled(known.say("reason"), Vec::new()));
        let reasons = record.reasons.iter().map(|it| notes.line(&it.runs, &[]));
        elements.extend(bullets(reasons.collect(), None));
    }
    let outcome = notes.line(&record.outcome.runs, &record.sources);
    elements.push(titled(known.say("outcome"), outcome));
    if let Some(hard) = &record.hard {
        let hard = notes.line(&hard.runs, &[]);
        elements.push(titled(known.say("hard"), hard));
    }
    let heading = model.plain_text(&record.title);
    section(format!("case:{}", record.id), heading, elements)
}

/// The names of the options that were chosen.
fn chosen(record: &Record<Case>, known: &Known<'_>) -> Vec<Run> {
    let options = record.chose.iter();
    let options = options.filter_map(|it| known.model.options.get(&it.id));
    let names: Vec<_> = options.map(|it| it.name.text.as_str()).collect();
    vec![Run::Text(names.join(", "))]
}
