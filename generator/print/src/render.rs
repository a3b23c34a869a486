//! From pages to the bytes of a file.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use typst::foundations::Smart;
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

use crate::job::{Format, Job};
use crate::report::Diagnostic;
use crate::typeset::Typeset;

/// Pixels of a PNG for each point of the page.
const PIXELS_PER_POINT: f64 = 2.0;

/// The bytes of `typeset` as `format`.
///
/// # Errors
/// What the format cannot hold: a standard that is not met, or more than one page in a picture.
pub(crate) fn render(
    typeset: &Typeset,
    job: &Job,
    format: Format,
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    match format {
        Format::Pdf => pdf(typeset, job),
        Format::Svg => {
            let page = only_page(&typeset.document)?;
            Ok(typst_svg::svg(page, &SvgOptions::default()).into_bytes())
        }
        Format::Png => {
            let page = only_page(&typeset.document)?;
            let options = RenderOptions {
                pixel_per_pt: PIXELS_PER_POINT.into(),
                render_bleed: false,
            };
            let picture = typst_render::render(page, &options).encode_png();
            picture.map_err(|error| vec![Diagnostic::error(format!("no PNG can be made: {error}"))])
        }
    }
}

fn pdf(typeset: &Typeset, job: &Job) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let options = PdfOptions {
        ident: Smart::Custom(job.ident.clone()),
        creator: Smart::Custom(Some("Tradeoff".to_owned())),
        standards: standards(&job.options.standards).map_err(|it| vec![it])?,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&typeset.document, &options).map_err(|errors| {
        errors
            .iter()
            .map(|it| typeset.sheet.diagnostic(it))
            .collect()
    })
}

/// The standards by their names in Typst, such as `ua-1` and `a-2a`.
fn standards(names: &[String]) -> Result<PdfStandards, Diagnostic> {
    let mut list = Vec::new();
    for name in names {
        let text: StrDeserializer<Error> = name.as_str().into_deserializer();
        let standard = PdfStandard::deserialize(text).map_err(|_| {
            Diagnostic::error(format!("there is no PDF standard `{name}`"))
                .help("such as `ua-1` and `a-2a`")
        })?;
        list.push(standard);
    }
    PdfStandards::new(&list).map_err(|error| {
        let hints = error.hints().iter().map(ToString::to_string);
        Diagnostic {
            help: hints.collect(),
            ..Diagnostic::error(error.message().as_str())
        }
    })
}

fn only_page(document: &PagedDocument) -> Result<&Page, Vec<Diagnostic>> {
    match document.pages() {
        [page] => Ok(page),
        pages => Err(vec![
            Diagnostic::error(format!(
                "a picture holds one page, and there are {}",
                pages.len()
            ))
            .help("set `paper` to `auto`, which makes one page of what there is"),
        ]),
    }
}
