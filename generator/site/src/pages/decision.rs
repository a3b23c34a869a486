//! What a decision page shows of a verdict, and what it gives to the script that lets a reader change it.
//!
//! The words come from `document::decision`; here they become HTML, tables and bars. For the script the page has:
//!
//! - `<script type="application/json" class="tradeoff-play">`, once: `{"problem": …, "names": …, "sentences": {…}}`. The
//!   problem is that of the book, in the form that `tradeoff decide --problem` reads; names are
//!   `document::decision::Names`; sentences are all of `sentences.toml`, by name.
//! - `data-play="SECTION"` on each element whose children are the lines of a recomputed section: `verdict`, `ruled-out`,
//!   `why`, `change`, `costs`. One child for each line: `<p>` in `verdict`, `<li>` elsewhere; strong text is `<strong>`. With
//!   components there is one for each, with `data-part="COMPONENT"`, and one `verdict` before them without it, which is that
//!   of the whole; without components no element has `data-part`.
//! - `data-play-section="SECTION"` (and `data-part`) on what has to be hidden when a section has no lines, heading included;
//!   it has `hidden` where there are none to begin with.
//! - `data-play="word"` (and `data-part`): its text is the sentence `word.WORD`. Its nearest ancestor with `data-verdict`
//!   carries the word and, as `data-best`, the best option or nothing; both follow.
//! - `data-play="play"` (and `data-part`): an empty element for the controls, `data-play="state"`: one for what the reader is
//!   told about the address.
//! - `data-fixed` on what is true of the book's own numbers alone. It is hidden once something has been touched.
//! - `data-touched`, hidden: what stands in its place then.

use document::decision::{Line, Names, Part, Section, counts, fixed, recomputed, touched};
use document::sentence::{Numbers, Sentences, Slots};
use model::{Id, Kind, Record, UseCase};
use serde::Serialize;
use verdict::Verdict;

use super::bars::{self, Bars};
use super::claims::{self, OptionClaims};
use super::costs::{self, CostChart};
use super::inputs::{self, Inputs};
use super::symbol::Symbol;
use crate::draft::{Anchor, Draft};
use crate::markup::{self, Html};

/// The verdict of a use case.
#[derive(Debug, Serialize)]
pub(super) struct DecisionView {
    /// `clear`, `leaning`, `depends`, `too-close`, `split` or `nothing-fits`.
    word: &'static str,
    word_text: String,
    /// The id of the best option; empty if there is none.
    best: String,
    /// Headings of sections, by their ids.
    headings: std::collections::BTreeMap<String, String>,
    /// What is said of the whole, if it has components.
    whole: Vec<Html>,
    parts: Vec<PartView>,
    /// How it is computed.
    method: Vec<Html>,
    /// What stands in place of what is computed for the book's own numbers.
    touched: Html,
    claims: Vec<OptionClaims>,
    /// What the script reads: JSON in which no tag can begin.
    play: Html,
}

/// The decision of a use case, or of one of its components.
#[derive(Debug, Serialize)]
struct PartView {
    /// The id of the component, if it is one, and its title.
    id: Option<String>,
    title: String,
    /// What the ids of its sections begin with.
    prefix: String,
    word: &'static str,
    word_text: String,
    best: String,
    verdict: Vec<Html>,
    gone: Vec<Gone>,
    ruled_out: Vec<Html>,
    bars: Option<Bars>,
    why: Vec<Html>,
    change: Vec<Html>,
    quantities: Vec<Html>,
    costs: Vec<Html>,
    /// Costs of products that stand for no option.
    products: Vec<Html>,
    chart: Option<CostChart>,
    counts: Vec<CountView>,
    /// How many places there are.
    n_places: usize,
    sure: Vec<Html>,
    inputs: Inputs,
}

/// An option that is ruled out, and by which limits.
#[derive(Debug, Serialize)]
struct Gone {
    option: Anchor,
    symbol: Symbol,
    limits: Vec<Anchor>,
    cites: Html,
}

/// Option with its sign.
#[derive(Debug, Serialize)]
pub(super) struct Signed {
    pub(super) option: Anchor,
    pub(super) symbol: Symbol,
}

#[derive(Debug, Serialize)]
struct CountView {
    option: Signed,
    /// In percent.
    first: String,
    /// The width of its bar, in percent.
    width: String,
    stress: String,
    /// Each place, in percent and as a count.
    places: Vec<(String, String)>,
    out: (String, String),
    /// Whether it is out in every draw.
    gone: bool,
}

/// What the page says of the verdict of `record`; nothing if it could not be decided.
pub(super) fn of(
    record: &Record<UseCase>,
    sentences: &Sentences,
    draft: &mut Draft<'_>,
) -> Option<DecisionView> {
    let know = draft.know;
    let Verdict { problem, outcome } = know.verdicts.get(&record.id)?;
    let names = Names::of(record, problem, &know.model);
    let lines = recomputed(problem, outcome, &names, sentences, false);
    let fixed = fixed(problem, outcome, &names, sentences);
    let found = Found {
        all: lines.iter().chain(&fixed).collect(),
    };
    let mut parts = Vec::new();
    Part::each(problem, outcome, &names, sentences, |part| {
        parts.push(view(part, &found, draft));
    });
    let listed = document::decision::claims(problem, outcome, &know.model);
    let word = outcome.word().id();
    let whole = if parts.iter().any(|it| it.id.is_some()) {
        found.html("verdict", None, draft)
    } else {
        Vec::new()
    };
    Some(DecisionView {
        word,
        word_text: sentences.text(&format!("word.{word}"), &Slots::new()),
        best: outcome.best().unwrap_or_default().to_owned(),
        headings: headings(sentences),
        whole,
        method: found.html("method", None, draft),
        touched: html(&touched(sentences), draft),
        claims: claims::listed(&listed, draft),
        play: play(&know.model, &record.id, draft, &names, sentences)?,
        parts,
    })
}

/// The sections of a page.
struct Found<'s> {
    all: Vec<&'s Section>,
}

impl Found<'_> {
    fn html(&self, id: &str, part: Option<&str>, draft: &Draft<'_>) -> Vec<Html> {
        let mut sections = self.all.iter();
        let section = sections.find(|it| it.id == id && it.part.as_deref() == part);
        let lines = section.into_iter().flat_map(|it| &it.lines);
        // A table has these.
        let lines = lines.filter(|it| it.sentence != "sure.option");
        lines.map(|line| html(line, draft)).collect()
    }
}

fn html(line: &Line, draft: &Draft<'_>) -> Html {
    markup::runs(&line.runs, &draft.links, markup::Linked::No)
}

pub(super) fn headings(sentences: &Sentences) -> std::collections::BTreeMap<String, String> {
    let all = sentences.written();
    let ids = all.filter_map(|(name, _)| name.strip_prefix("heading."));
    ids.map(|id| {
        let text = sentences.text(&format!("heading.{id}"), &Slots::new());
        // Templates reach a field by a name without hyphens.
        (id.replace('-', "_"), text)
    })
    .collect()
}

fn view(part: &Part<'_>, found: &Found<'_>, draft: &mut Draft<'_>) -> PartView {
    let (decision, component) = (part.decision, part.component);
    let word = decision.word.id();
    let counts = counts(part);
    let gone = gone(part, draft);
    let inputs = inputs::of(part, draft);
    let lines = |id: &str| found.html(id, component, draft);
    PartView {
        id: component.map(str::to_owned),
        title: component.map_or_else(String::new, |it| part.names.component(it).to_owned()),
        prefix: component.map_or_else(String::new, |it| format!("{it}-")),
        word,
        word_text: part.sentences.text(&format!("word.{word}"), &Slots::new()),
        best: decision.best.clone().unwrap_or_default(),
        verdict: lines("verdict"),
        ruled_out: lines("ruled-out"),
        why: lines("why"),
        change: lines("change"),
        quantities: lines("quantities"),
        costs: lines("costs"),
        products: lines("products"),
        sure: lines("sure"),
        bars: bars::of(part, draft),
        chart: costs::chart(part, draft),
        n_places: counts.iter().map(|it| it.ranks.len()).max().unwrap_or(0),
        counts: counts
            .iter()
            .map(|row| {
                let first = row.ranks.first().map_or(0, |it| it.1);
                let percent =
                    |it: &(String, u32)| (it.0.clone(), Numbers::new(part.sentences).count(it.1));
                CountView {
                    option: signed(&row.option, draft),
                    first: row.ranks.first().map(|it| it.0.clone()).unwrap_or_default(),
                    width: tenths(f64::from(first) / f64::from(decision.draws) * 100.0),
                    stress: row.stress.0.clone(),
                    places: row.ranks.iter().map(percent).collect(),
                    out: percent(&row.out),
                    gone: row.out.1 >= decision.draws,
                }
            })
            .collect(),
        gone,
        inputs,
    }
}

/// An option by its id, with its sign.
pub(super) fn signed(option: &str, draft: &Draft<'_>) -> Signed {
    let id = Id::new(option);
    let record = draft.know.model.options.get(&id);
    Signed {
        option: draft.anchor(Kind::Alternative, &id),
        symbol: record.map(Symbol::of).unwrap_or_default(),
    }
}

fn gone(part: &Part<'_>, draft: &mut Draft<'_>) -> Vec<Gone> {
    let mut gone = Vec::new();
    for option in &part.names.order {
        let mut all = part.decision.ruled_out.iter();
        let Some(it) = all.find(|it| it.option == *option) else {
            continue;
        };
        let ids: Vec<_> = it.limits.iter().map(|it| Id::new(it)).collect();
        let mut sources = Vec::new();
        for record in ids.iter().filter_map(|id| draft.know.model.limits.get(id)) {
            draft.reviewed(record.reviewed);
            sources.extend(record.sources.iter().cloned());
        }
        let Signed { option, symbol } = signed(option, draft);
        gone.push(Gone {
            option,
            symbol,
            limits: draft.anchors(Kind::Limit, &ids),
            cites: draft.cites(&sources),
        });
    }
    gone
}

/// A number with one digit after its point, for places in a drawing.
pub(super) fn tenths(number: f64) -> String {
    format!("{number:.1}")
}

/// What the script reads.
fn play(
    model: &model::Model,
    id: &Id,
    draft: &Draft<'_>,
    names: &Names,
    sentences: &Sentences,
) -> Option<Html> {
    model.use_cases.get(id)?;
    let verdict = draft.know.verdicts.get(id)?;
    let problem = verdict::json::problem_text(&verdict.problem);
    let written: std::collections::BTreeMap<_, _> = sentences.of_pages().collect();
    let names = serde_json::to_string(names).ok()?;
    let sentences = serde_json::to_string(&written).ok()?;
    let json = format!("{{\"problem\":{problem},\"names\":{names},\"sentences\":{sentences}}}");
    Some(Html::written(inert(&json)))
}

/// JSON in which no tag, comment or entity can begin; they stand in texts only, where an escape says the same.
pub(super) fn inert(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for it in json.chars() {
        match it {
            '<' | '>' | '&' => out += &format!("\\u{:04x}", u32::from(it)),
            _ => out.push(it),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_tag_can_begin_in_what_the_script_reads() {
        let json = inert("{\"a\":\"</script><!-- & \\\"\"}");
        assert!(!json.contains(['<', '>', '&']), "{json}");
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(value["a"], "</script><!-- & \"");
    }
}
