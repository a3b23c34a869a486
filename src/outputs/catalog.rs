//! What can be taken out of a project: tables, decisions, slides, the whole comparison; under which names, and where a build
//! puts the files.

use anyhow::{anyhow, ensure};
use document::Subject;
use export::Format;
use model::{Kind, Model};

/// What a user calls the whole comparison.
const WHOLE: &str = "comparison";

/// Everything: the whole comparison, then tables, decisions and slides in the order of their ids.
pub(crate) fn subjects(model: &Model) -> Vec<Subject> {
    let of = |kind: Kind, subject: fn(String) -> Subject| {
        let ids = model.ids(kind).into_iter();
        ids.map(move |id| subject(id.to_string()))
    };
    std::iter::once(Subject::Comparison)
        .chain(of(Kind::Table, Subject::Table))
        .chain(of(Kind::UseCase, Subject::UseCase))
        .chain(of(Kind::Deck, Subject::Deck))
        .collect()
}

/// What a user calls `subject`: an id that only one record has, or `use-case:id`, `deck:id`.
pub(crate) fn name(subject: &Subject) -> String {
    match subject {
        Subject::Comparison => WHOLE.to_owned(),
        other => other.to_string(),
    }
}

/// The title of what `subject` names.
pub(crate) fn title(subject: &Subject, model: &Model) -> String {
    let of = |kind: Kind, id: &str| model.title_of(kind, id).unwrap_or_default();
    match subject {
        Subject::Table(id) => of(Kind::Table, id),
        Subject::UseCase(id) => of(Kind::UseCase, id),
        Subject::Deck(id) => of(Kind::Deck, id),
        Subject::Comparison => model.manifest.title.text.clone(),
    }
}

/// What `text` names: a table, or with its kind before it a use case or a deck; the kind can be left out where no table has
/// the id.
///
/// # Errors
/// When there is no such record; with the nearest one.
pub(crate) fn find(text: &str, model: &Model) -> anyhow::Result<Subject> {
    let (kind, id) = match text.split_once(':') {
        Some((kind, id)) => (Some(kind), id),
        None => (None, text),
    };
    let wanted = |it: &str| kind.is_none_or(|kind| kind == it);
    let known = |kind: Kind| model.ids(kind).iter().any(|it| it.as_str() == id);
    if wanted("table") && known(Kind::Table) {
        return Ok(Subject::Table(id.to_owned()));
    }
    if text == WHOLE || Subject::parse(text) == Some(Subject::Comparison) {
        return Ok(Subject::Comparison);
    }
    if wanted("use-case") && known(Kind::UseCase) {
        return Ok(Subject::UseCase(id.to_owned()));
    }
    if wanted("deck") && known(Kind::Deck) {
        return Ok(Subject::Deck(id.to_owned()));
    }
    let names: Vec<String> = subjects(model).iter().map(name).collect();
    let ids = names.iter().map(|it| it.rsplit(':').next().unwrap_or(it));
    let near = model::nearest(text, names.iter().map(String::as_str));
    let near = near.or_else(|| model::nearest(id, ids));
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`tradeoff export --list` names everything there is".to_owned(),
    };
    Err(match kind {
        Some(kind @ ("use-case" | "deck")) => {
            anyhow!("there is no {} `{id}`: {help}", kind.replace('-', " "))
        }
        _ => anyhow!("there is no table `{text}`: {help}"),
    })
}

/// The formats that `subject` has.
pub(crate) fn formats(subject: &Subject) -> &'static [Format] {
    use Format::{Csv, Html, Json, Markdown, Marp, Pdf, Png, Pptx, Reveal, Svg, Xlsx};
    match subject {
        Subject::Table(_) => &[Pdf, Pptx, Xlsx, Csv, Markdown, Html, Json, Svg, Png],
        Subject::UseCase(_) => &[Pdf, Markdown, Html, Json],
        Subject::Deck(_) => &[Pptx, Reveal, Marp],
        Subject::Comparison => &[Pdf, Xlsx, Markdown, Html, Json],
    }
}

/// Refuses a format that `subject` does not have.
///
/// # Errors
/// Which formats it has.
pub(crate) fn check(subject: &Subject, format: Format) -> anyhow::Result<()> {
    let all = formats(subject);
    let names: Vec<String> = all.iter().map(|it| format!("`{}`", it.name())).collect();
    ensure!(
        all.contains(&format),
        "`{}` has no form as {}: choose from {}",
        name(subject),
        format.name(),
        names.join(", ")
    );
    Ok(())
}

/// What readers call a file of this format.
pub(crate) fn kind(format: Format) -> &'static str {
    match format {
        Format::Pdf => "For printing",
        Format::Pptx => "PowerPoint",
        Format::Xlsx => "Excel workbook",
        Format::Csv => "Values only",
        Format::Markdown => "Markdown",
        Format::Html => "To paste",
        Format::Json => "For programs",
        Format::Svg | Format::Png => "Picture",
        Format::Reveal => "For reveal.js",
        Format::Marp => "For Marp",
    }
}

/// The name of a file of `subject`, without folder.
pub(crate) fn file_name(subject: &Subject, format: Format) -> String {
    let stem = match subject {
        Subject::Table(id) | Subject::UseCase(id) | Subject::Deck(id) => id,
        Subject::Comparison => WHOLE,
    };
    format!("{stem}.{}", format.extension())
}

/// Where a build puts a file of `subject`, seen from its folder. A record that is called like the whole comparison keeps
/// the name, and the whole comparison gets another.
pub(crate) fn path(subject: &Subject, format: Format, model: &Model) -> String {
    let (folder, taken) = match subject {
        Subject::Table(_) => ("tables", None),
        Subject::UseCase(_) => ("print", None),
        Subject::Deck(_) => ("decks", None),
        Subject::Comparison if format == Format::Xlsx => ("tables", Some(Kind::Table)),
        Subject::Comparison => ("print", Some(Kind::UseCase)),
    };
    let taken = taken.is_some_and(|kind| model.ids(kind).iter().any(|it| it.as_str() == WHOLE));
    match taken {
        true => format!("{folder}/{WHOLE}-all.{}", format.extension()),
        false => format!("{folder}/{}", file_name(subject, format)),
    }
}
