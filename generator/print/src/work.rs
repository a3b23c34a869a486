//! One job after the other: whatever becomes of one, the others are done.

use std::any::Any;
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};

use crate::glyphs::unprintable;
use crate::job::Job;
use crate::report::{Diagnostic, Report};
use crate::sheet::Press;
use crate::typeset::{losses, typeset};
use crate::{file, places, render};

/// Does all `jobs` on `press` and writes a line about each to `out` as soon as it is done.
///
/// # Errors
/// When `out` cannot be written to.
pub(crate) fn work(jobs: &[Job], press: &Press, out: &mut impl Write) -> io::Result<()> {
    for job in jobs {
        let report = guarded(&job.name, || done(press, job));
        serde_json::to_writer(&mut *out, &report)?;
        out.write_all(b"\n")?;
        out.flush()?;
        // Documents share next to nothing: what Typst remembers of one only fills the memory.
        typst::comemo::evict(0);
    }
    Ok(())
}

/// What `action` reports, or that it failed inside.
fn guarded(name: &str, action: impl FnOnce() -> Report) -> Report {
    // What was half changed belongs to one job and is gone with it.
    panic::catch_unwind(AssertUnwindSafe(action)).unwrap_or_else(|payload| Report {
        name: name.to_owned(),
        diagnostics: vec![
            Diagnostic::error(format!("typesetting stopped inside: {}", words(payload.as_ref())))
                .help("this is a mistake of the program: report it with the table or document that was printed"),
        ],
        ..Report::default()
    })
}

fn words(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no reason given")
}

fn done(press: &Press, job: &Job) -> Report {
    let mut report = Report {
        name: job.name.clone(),
        diagnostics: unprintable(&job.data, &press.fonts),
        ..Report::default()
    };
    // A character without a sign would also fail below, but without its record.
    if !report.diagnostics.is_empty() {
        return report;
    }
    let mut typeset = match typeset(press, job) {
        Ok(typeset) => typeset,
        Err(diagnostics) => {
            return Report {
                diagnostics,
                ..report
            };
        }
    };
    // What led to the pages is not needed for files of them, and takes more memory than they do.
    typst::comemo::evict(0);
    typeset.document = places::joined(typeset.document);
    report.pages = typeset.pages();
    report.size = typeset.size;
    report.losses = losses(&typeset.document);
    if let Some(most) = job.options.max_pages.filter(|it| report.pages > *it) {
        let loss = format!("{} pages instead of {most}, for no size fits", report.pages);
        report.losses.push(loss);
    }
    for output in &job.outputs {
        let rendered = render::render(&typeset, job, output.format);
        let written =
            rendered.and_then(|bytes| file::write(&output.path, &bytes).map_err(|it| vec![it]));
        match written {
            Ok(()) => report.written.push(output.path.clone()),
            Err(diagnostics) => report.diagnostics.extend(diagnostics),
        }
    }
    report
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_report() {
        let report = guarded("cost", || panic!("at {}", 7));
        assert_eq!(report.name, "cost");
        assert!(report.diagnostics[0].message.ends_with("at 7"));
    }
}
