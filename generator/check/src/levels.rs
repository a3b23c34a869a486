//! Levels and exceptions: what the manifest says of a rule, what a record says of itself, and whether that is still needed.

use std::collections::{HashMap, HashSet};

use model::{Allow, Lint, LintLevel, Word};
use source::{Diagnostic, FileId, Level, Span};

use crate::rules::{fixed_level, idle_suppression, unknown_rule};
use crate::{Context, Family, RULES, Rule, finding, rule};

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
        let at = (lint.level == LintLevel::Allow).then(|| self.suppress(rule, span));
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
        let at = self.suppress(rule, *span);
        // A second entry for the same rule never fires, and is told to be idle.
        if first {
            self.accepted.insert((file, rule.id), at);
        }
    }

    fn suppress(&mut self, rule: &'static Rule, span: Span) -> usize {
        self.suppressions.push(Suppression {
            rule,
            span,
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
            (&idle_suppression::RULE, finding(it.span, title).help(help))
        });
        idle.collect()
    }

    fn unknown(&mut self, name: &str, span: Span) {
        let found = finding(span, format!("there is no rule `{name}`"));
        let found = match model::nearest(name, RULES.iter().map(|it| it.id)) {
            Some(near) => found.label(format!("did you mean `{near}`?")),
            None => found,
        };
        self.tell(
            &unknown_rule::RULE,
            found.help("`tradeoff explain --list` names every rule"),
        );
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
