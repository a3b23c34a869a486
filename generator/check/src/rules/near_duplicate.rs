//! Two claims, or two terms, told in nearly the same words.

use std::collections::HashMap;

use source::Span;

use crate::claims::claims;
use crate::{Context, Family, LintLevel, Report, Rule, finding, words};

pub(crate) static RULE: Rule = Rule {
    id: "near-duplicate",
    family: Family::Prose,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/near-duplicate.md"),
    run: Some(run),
};

/// Three words in a row are one shingle.
const SHINGLE: usize = 3;
/// Shorter texts agree by chance.
const LEAST: usize = 8;
/// The share of common shingles that makes two texts one, in percent.
const SAME: usize = 90;
/// Pairs of least hashes. Two texts that share nine of ten shingles miss all eight once in half a million.
const BANDS: u64 = 8;

fn run(cx: &Context<'_>, report: Report<'_>) {
    let claims = claims(cx.model).map(|it| (it.link(), it.claim.prose.span));
    let terms = cx.model.glossary.iter();
    let terms = terms.map(|it| (format!("term:{}", it.id), it.short.span));
    let mut seen: Vec<(String, Span, Vec<u64>)> = Vec::new();
    let mut buckets = HashMap::new();
    for (name, span) in claims.chain(terms) {
        let Some(own) = shingles(cx.sources.text(span)) else {
            continue;
        };
        let mut first = None;
        for band in 0..BANDS {
            let key = (band, least(&own, 2 * band), least(&own, 2 * band + 1));
            let near = *buckets.entry(key).or_insert(seen.len());
            if first.is_none() && seen.get(near).is_some_and(|it| alike(&it.2, &own)) {
                first = Some(near);
            }
        }
        if let Some((other, place, _)) = first.and_then(|it| seen.get(it)) {
            let (here, there, label) = parting(cx, span, *place);
            let title = format!("`{name}` repeats `{other}`");
            report(
                finding(here, title)
                    .label(label)
                    .also(there, "here it stands first")
                    .help("join the two, or say what is particular about each"),
            );
        }
        seen.push((name, span, own));
    }
}

/// The hashes of all shingles of a text, sorted; nothing for a short one.
fn shingles(raw: &str) -> Option<Vec<u64>> {
    let words: Vec<_> = words(raw).map(|(_, it)| it.to_lowercase()).collect();
    if words.len() < LEAST {
        return None;
    }
    let mut all: Vec<_> = words
        .windows(SHINGLE)
        .map(|it| hash(&it.join(" ")))
        .collect();
    all.sort_unstable();
    all.dedup();
    Some(all)
}

/// The first words in which two texts differ, or the first of all if none do: whole texts would fill the screen.
fn parting(cx: &Context<'_>, one: Span, other: Span) -> (Span, Span, &'static str) {
    let places = |span: Span| {
        let words = words(cx.sources.text(span));
        words.map(move |(at, word)| (span.part(at, word.len()), word.to_lowercase()))
    };
    let pairs: Vec<_> = places(one).zip(places(other)).collect();
    let differs = pairs.iter().find(|(a, b)| a.1 != b.1);
    let label = if differs.is_some() {
        "the first word that differs"
    } else {
        "word for word"
    };
    match differs.or(pairs.first()) {
        Some((a, b)) => (a.0, b.0, label),
        None => (one, other, label),
    }
}

/// FNV-1a: the same on every machine and in every release.
fn hash(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

/// The least shingle in the order that `seed` gives.
fn least(shingles: &[u64], seed: u64) -> u64 {
    let mixed = |it: &u64| {
        let it =
            (it ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        (it ^ (it >> 32)).wrapping_mul(0xc4ce_b9fe_1a85_ec53)
    };
    shingles.iter().map(mixed).min().unwrap_or_default()
}

/// Whether two sorted sets share nearly all they have.
fn alike(a: &[u64], b: &[u64]) -> bool {
    let common = a.iter().filter(|it| b.binary_search(it).is_ok()).count();
    100 * common >= SAME * (a.len() + b.len() - common)
}
