//! A use case whose title names one option of the headline and none of the others.

use model::{Alternative, Record};

use crate::{Context, Family, LintLevel, Report, Rule, finding, words};

pub(crate) static RULE: Rule = Rule {
    id: "leading-use-case",
    family: Family::Balance,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/leading-use-case.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let headline = cx.model.headline();
    let names: Vec<_> = headline.iter().map(|it| (*it, names(it))).collect();
    for case in &cx.model.use_cases {
        let title = lower(cx.sources.text(case.title.span));
        let says = |name: &[String]| title.windows(name.len()).any(|it| it == name);
        let named = names
            .iter()
            .filter(|(_, all)| all.iter().any(|it| says(it)));
        let named: Vec<_> = named.map(|(option, _)| option).collect();
        if let [option] = named.as_slice()
            && headline.len() > 1
        {
            let title = format!("the title of `{}` names `{}` alone", case.id, option.id);
            report(
                finding(case.title.span, title)
                    .help("name the work, not what does it: the verdict is computed"),
            );
        }
    }
}

/// The names of an option as words; none is empty.
fn names(option: &Record<Alternative>) -> Vec<Vec<String>> {
    let all = option.aliases.iter().map(|it| &it.text);
    let all = all.chain([&option.name.text]).map(|it| lower(it));
    all.filter(|it| !it.is_empty()).collect()
}

fn lower(text: &str) -> Vec<String> {
    words(text).map(|(_, word)| word.to_lowercase()).collect()
}
