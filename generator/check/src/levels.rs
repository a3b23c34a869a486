//! Levels and exceptions: what the manifest says of a rule, what a record says of itself, and whether that is still needed.

use std::collections::{HashMap, HashSet};

use model::{Allow, Lint, LintLevel, Word};
use source::{Diagnostic, FileId, Level, Span};

use crate::rules::{fixed_level, idle_suppression, unknown_rule};
use crate::{Context, Family, RULES, Rule, cuts, finding, rule};

/// What a rule found; the diagnostic has neither its id nor its level yet.
pub(crate) type Found = (&'static Rule, Diagnostic);

/// Takes out what is accepted, gives the rest its level, and reports settings that are wrong or no longer needed.
pub(crate) fn apply(cx: &Context<'_>, found: Vec<Found>) -> Vec<Diagnostic> {
    let mut settings = Settings::of(cx);
    let mut kept: Vec<_> = found
        .into_iter()
        .filter_map(|it| settings.judge(it))
        .collect();
    let mut own = std::mem::take(&mut settings.found);
    if cx.is_complete() {
        own.extend(settings.idle());
    }
    kept.extend(own.into_iter().filter_map(|it| settings.judge(it)));
    kept
}

/// One entry of `allow`, or of `[lints]` with the level `allow`.
struct Suppression {
    rule: &'static Rule,
    span: Span,
    /// What to delete with it, where that is certain.
    cut: Option<Span>,
    fired: bool,
}

struct Settings<'a> {
    levels: HashMap<&'static str, (LintLevel, Option<usize>)>,
    /// By file and rule.
    accepted: HashMap<(FileId, &'static str), usize>,
    suppressions: Vec<Suppression>,
    /// What is wrong with the settings themselves.
    found: Vec<Found>,
    cx: &'a Context<'a>,
}

impl<'a> Settings<'a> {
    fn of(cx: &'a Context<'a>) -> Self {
        let mut settings = Self {
            levels: HashMap::new(),
            accepted: HashMap::new(),
            suppressions: Vec::new(),
            found: Vec::new(),
            cx,
        };
        for (name, span, lint) in cx.model.manifest.lints.iter() {
            settings.lint(name, span, lint);
        }
        cx.model.each_record(&mut |record| {
            let mut seen = HashSet::new();
            for allow in record.allow {
                settings.allow(record.file, allow, seen.insert(allow.rule.text.as_str()));
            }
        });
        settings
    }

    fn lint(&mut self, name: &str, span: Span, lint: &Lint) {
        let Some(rule) = rule(name) else {
            return self.unknown(name, span);
        };
        let place = lint.fields.value("level");
        if rule.is_fixed() && lint.level != LintLevel::Deny {
            let why = "what it reports cannot be read or computed, so nothing can be made of it";
            return self.fixed(rule, place, "is always an error", why);
        }
        if rule.family == Family::Freshness && lint.level == LintLevel::Deny {
            let why = "what it reports comes by waiting, and no change would be to blame";
            return self.fixed(rule, place, "never fails a run", why);
        }
        let at = (lint.level == LintLevel::Allow).then(|| {
            let cut = cuts::setting(self.text(span), span, lint.fields.table);
            self.suppress(rule, span, cut)
        });
        self.levels.insert(rule.id, (lint.level, at));
    }

    fn allow(&mut self, file: FileId, allow: &Allow, first: bool) {
        let Word { text, span } = &allow.rule;
        let Some(rule) = rule(text) else {
            return self.unknown(text, *span);
        };
        if rule.is_fixed() {
            let why = "what it reports cannot be read or computed, so nothing can be made of it";
            return self.fixed(rule, *span, "is always an error", why);
        }
        let (text, entry) = (self.text(*span), allow.fields.table);
        let cut = cuts::of_list(text, entry).or_else(|| cuts::with_field(text, entry, "allow"));
        let at = self.suppress(rule, *span, cut);
        // A second entry for the same rule never fires, and is told to be idle.
        if first {
            self.accepted.insert((file, rule.id), at);
        }
    }

    fn text(&self, span: Span) -> &'a str {
        &self.cx.sources.file(span.file).text
    }

    fn suppress(&mut self, rule: &'static Rule, span: Span, cut: Option<Span>) -> usize {
        self.suppressions.push(Suppression {
            rule,
            span,
            cut,
            fired: false,
        });
        self.suppressions.len() - 1
    }

    /// The finding at its level, or nothing if it is accepted by the record that it is reported in or by the manifest.
    fn judge(&mut self, (rule, found): Found) -> Option<Diagnostic> {
        if let Some(at) = self.accepted.get(&(found.primary.span.file, rule.id)) {
            self.suppressions[*at].fired = true;
            return None;
        }
        let (level, by) = self
            .levels
            .get(rule.id)
            .copied()
            .unwrap_or((rule.level, None));
        if let Some(by) = by {
            self.suppressions[by].fired = true;
        }
        let level = match level {
            LintLevel::Deny => Level::Error,
            LintLevel::Warn => Level::Warning,
            LintLevel::Allow => return None,
        };
        Some(Diagnostic {
            rule: rule.id,
            level,
            ..found
        })
    }

    /// Suppressions without a finding. What depends on the day may have one tomorrow, and what is about suppressions is
    /// judged after them.
    fn idle(&self) -> Vec<Found> {
        let lasting =
            |it: &&Suppression| !it.fired && !it.rule.waits() && it.rule.family != Family::Levels;
        let idle = self.suppressions.iter().filter(lasting).map(|it| {
            let title = format!("`{}` has nothing to report here", it.rule.id);
            let help = "delete this exception: it would hide the next mistake";
            let found = finding(it.span, title).help(help);
            let found = match it.cut {
                Some(cut) => found.fix(cut, ""),
                None => found,
            };
            (&idle_suppression::RULE, found)
        });
        idle.collect()
    }

    fn unknown(&mut self, name: &str, span: Span) {
        let found = finding(span, format!("there is no rule `{name}`"));
        let near = model::nearest(name, RULES.iter().map(|it| it.id));
        let found = match near {
            Some(near) => found.label(format!("did you mean `{near}`?")),
            None => found,
        };
        let found = match near.and_then(|near| Some((self.slip(name, span, near)?, near))) {
            Some((place, near)) => found.fix(place, near),
            None => found,
        };
        self.tell(
            &unknown_rule::RULE,
            found.help("`tradeoff explain --list` names every rule"),
        );
    }

    /// Where `near` is to be written instead of `name`: one letter differs, and no other line speaks of either.
    fn slip(&self, name: &str, span: Span, near: &str) -> Option<Span> {
        let text = self.text(span);
        let at = self.cx.sources.text(span).find(name)?;
        let certain = strsim::osa_distance(name, near) == 1
            && text.matches(name).count() == 1
            && !text.contains(near);
        certain.then(|| span.part(at, name.len()))
    }

    fn fixed(&mut self, rule: &Rule, span: Span, what: &str, why: &str) {
        let found = finding(span, format!("`{}` {what}", rule.id));
        self.tell(
            &fixed_level::RULE,
            found.note(why).help("delete this setting"),
        );
    }

    fn tell(&mut self, rule: &'static Rule, found: Diagnostic) {
        if !self.cx.is_misread(found.primary.span.file) {
            self.found.push((rule, found));
        }
    }
}
