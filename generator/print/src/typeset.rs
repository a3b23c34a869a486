//! Typesetting: from a job to a document, at the first size that fits.

use serde_json::{Value, json};
use typst::diag::Warned;
use typst::foundations::NativeElement;
use typst::introspection::{Introspector, MetadataElem};
use typst_layout::PagedDocument;

use crate::job::Job;
use crate::report::Diagnostic;
use crate::sheet::{Press, Sheet};

/// A document that was set without a doubt.
pub(crate) struct Typeset<'a> {
    /// What it was set on; places in messages refer to it.
    pub sheet: Sheet<'a>,
    /// Its pages.
    pub document: PagedDocument,
    /// The size of its text in points, if the job named sizes.
    pub size: Option<f64>,
}

impl Typeset<'_> {
    /// How many pages there are.
    pub(crate) fn pages(&self) -> usize {
        self.document.pages().len()
    }
}

/// Sets the document of `job`: at the largest of its sizes that gives few enough pages. If none does, at the largest that
/// gives as few as the smallest.
///
/// # Errors
/// Everything that is wrong. A warning of Typst is an error too: what it warns of, such as a font that is not there, spoils
/// pages without a sign.
pub(crate) fn typeset<'a>(press: &'a Press, job: &Job) -> Result<Typeset<'a>, Vec<Diagnostic>> {
    let at = |size| at_size(press, job, size);
    let Some((smallest, larger)) = job.options.sizes.split_last() else {
        return at(None);
    };
    let most = job.options.max_pages.unwrap_or(usize::MAX);
    if let Some(typeset) = largest(larger, most, &at)? {
        return Ok(typeset);
    }
    let last = at(Some(*smallest))?;
    if last.pages() <= most {
        return Ok(last);
    }
    Ok(largest(larger, last.pages(), &at)?.unwrap_or(last))
}

/// The document at the largest of `sizes` that gives at most `most` pages. They are searched by halves, for a smaller size
/// never gives more pages.
fn largest<'a>(
    sizes: &[f64],
    most: usize,
    at: &impl Fn(Option<f64>) -> Result<Typeset<'a>, Vec<Diagnostic>>,
) -> Result<Option<Typeset<'a>>, Vec<Diagnostic>> {
    let (mut from, mut to) = (0, sizes.len());
    let mut fitting = None;
    while from < to {
        let middle = usize::midpoint(from, to);
        let typeset = at(Some(sizes[middle]))?;
        if typeset.pages() <= most {
            to = middle;
            fitting = Some(typeset);
        } else {
            from = middle + 1;
        }
    }
    Ok(fitting)
}

fn at_size<'a>(
    press: &'a Press,
    job: &Job,
    size: Option<f64>,
) -> Result<Typeset<'a>, Vec<Diagnostic>> {
    let mut options = Value::Object(job.options.others.clone());
    if let Some(size) = size {
        options["size"] = json!(size);
    }
    let sheet = Sheet::new(press, &job.template, &job.data, &options)
        .map_err(|message| vec![Diagnostic::error(message)])?;
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&sheet);
    let mut found: Vec<_> = warnings.iter().map(|it| sheet.diagnostic(it)).collect();
    match output {
        Ok(document) if found.is_empty() => Ok(Typeset {
            sheet,
            document,
            size,
        }),
        Ok(_) => Err(found),
        Err(errors) => {
            found.extend(errors.iter().map(|it| sheet.diagnostic(it)));
            Err(found)
        }
    }
}

/// What the template could not show as it should: the texts that it placed as `[#metadata("…") <loss>]`, in order.
pub(crate) fn losses(document: &PagedDocument) -> Vec<String> {
    let all = document.introspector().query(&MetadataElem::ELEM.select());
    let mut losses = Vec::new();
    for element in &all {
        let is_loss = element
            .label()
            .is_some_and(|it| it.resolve().as_str() == "loss");
        let text = element
            .to_packed::<MetadataElem>()
            .and_then(|it| it.value.clone().cast::<String>().ok());
        if let (true, Some(text)) = (is_loss, text)
            && !losses.contains(&text)
        {
            losses.push(text);
        }
    }
    losses
}
