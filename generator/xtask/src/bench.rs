//! Benchmarks: what loading, deciding, building and exporting cost, as tables for BENCHMARKS.md. Nothing here judges a test.

mod build;
mod decide;
mod decks;
mod figures;
mod load;
mod measure;
mod memory;
mod plain_book;
mod programs;
mod python;
mod tables;

use std::path::PathBuf;

use anyhow::ensure;

pub(crate) use decks::listed;
pub(crate) use load::loaded;
pub(crate) use measure::launch;
pub(crate) use tables::written;

use programs::Programs;

/// The day that every run is told.
const TODAY: &str = "2026-11-23";

/// What to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Subject {
    /// Reading, decoding and resolving records
    Load,
    /// Deciding use cases, and a check of the flagship
    Decide,
    /// A whole book beside stock mdBook
    Build,
    /// Tables and documents as files, beside Chromium, `WeasyPrint` and openpyxl
    Tables,
    /// Decks: a thousand slides beside python-pptx, and the refresh of a heavy one
    Decks,
}

/// How to measure.
#[derive(Debug)]
pub(crate) struct Bench {
    /// How often each command runs; a number for each size if nothing is said.
    runs: Option<usize>,
    /// Whether valgrind counts instructions as well.
    instructions: bool,
    /// Stock mdBook.
    mdbook: PathBuf,
    programs: Programs,
}

impl Bench {
    /// Builds our programs and finds the others.
    ///
    /// # Errors
    /// When they cannot be built.
    pub(crate) fn new(
        runs: Option<usize>,
        instructions: bool,
        mdbook: Option<PathBuf>,
    ) -> anyhow::Result<Self> {
        ensure!(runs != Some(0), "measure at least once");
        let told = std::env::var_os("TRADEOFF_MDBOOK").map(PathBuf::from);
        Ok(Self {
            runs,
            instructions,
            mdbook: mdbook.or(told).unwrap_or_else(|| PathBuf::from("mdbook")),
            programs: Programs::build()?,
        })
    }

    /// Measures and prints the report of `subject`, or of everything.
    ///
    /// # Errors
    /// When something cannot be written or run.
    pub(crate) fn run(&self, subject: Option<Subject>) -> anyhow::Result<()> {
        let wanted = |it: Subject| subject.is_none_or(|subject| subject == it);
        // Said before anything takes minutes.
        let stock = match wanted(Subject::Build) {
            true => build::version(&self.mdbook)?,
            false => String::new(),
        };
        println!("CPU is user and system time, as `least / median (runs)`.\n");
        if wanted(Subject::Load) {
            println!("{}", load::report(self)?);
        }
        if wanted(Subject::Decide) {
            println!("{}", decide::report(self)?);
        }
        if wanted(Subject::Build) {
            println!("{}", build::report(self, &stock)?);
        }
        if wanted(Subject::Tables) {
            println!("{}", tables::report(self)?);
        }
        if wanted(Subject::Decks) {
            println!("{}", decks::report(self)?);
        }
        Ok(())
    }
}
