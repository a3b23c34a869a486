//! Chores of this repository: synthetic projects, benchmarks and font metrics.

mod bench;
mod metrics;
mod synth;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser};

use bench::Subject;

/// The one of the program: what is measured here is measured with it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Chores of this repository.
#[derive(Debug, Parser)]
#[command(name = "xtask", bin_name = "cargo xtask")]
enum Chore {
    /// Write a complete project of any size: always the same bytes, and `check` finds nothing
    Synth(Synth),

    /// Measure what loading, deciding, building and exporting cost, and print tables for BENCHMARKS.md
    Bench(Bench),

    /// Write how wide the characters of the shipped families are, for the crate `document`
    Metrics {
        /// Folders with the fonts that generator/document/metrics/README.md names
        #[arg(required = true, value_name = "FONTDIR")]
        folders: Vec<PathBuf>,

        /// The folder to write
        #[arg(long, value_name = "DIR", default_value = "generator/document/metrics")]
        out: PathBuf,
    },

    /// Run a program once and print its exit code, microseconds of processor time, KiB of memory and output
    #[command(hide = true)]
    Measured {
        #[arg(last = true)]
        words: Vec<String>,
    },

    /// Load a project once and print the microseconds of processor time
    #[command(hide = true)]
    Loaded { project: PathBuf },

    /// Write a large workbook once and print the microseconds of processor time
    #[command(hide = true)]
    Written { out: PathBuf },

    /// Write the slides of a list into a copy of a deck
    #[command(hide = true)]
    Listed {
        list: PathBuf,
        template: PathBuf,
        out: PathBuf,
    },
}

#[derive(Debug, Args)]
struct Bench {
    /// What to measure; everything if nothing is named
    subject: Option<Subject>,

    /// How often each command runs
    #[arg(long, value_name = "N")]
    runs: Option<usize>,

    /// Count the instructions of a load and of deciding as well, with valgrind
    #[arg(long)]
    instructions: bool,

    /// Stock mdBook 0.5.4; otherwise `TRADEOFF_MDBOOK` or `mdbook` on the PATH
    #[arg(long, value_name = "PROGRAM")]
    mdbook: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct Synth {
    #[command(flatten)]
    size: SizeFlags,

    /// Put one error into every record
    #[arg(long)]
    broken: bool,

    /// The folder to write, missing or empty
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct SizeFlags {
    /// So many pages, with lists in proportion
    #[arg(long, value_name = "N")]
    pages: Option<usize>,

    /// So many records
    #[arg(long, value_name = "N")]
    records: Option<usize>,
}

fn main() -> ExitCode {
    match run(Chore::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(chore: Chore) -> anyhow::Result<()> {
    match chore {
        Chore::Synth(Synth { size, broken, out }) => {
            let size = match (size.pages, size.records) {
                (Some(pages), _) => synth::Size::Pages(pages),
                (_, records) => synth::Size::Records(records.unwrap_or_default()),
            };
            synth::write(size, broken, &out)
        }
        Chore::Bench(Bench {
            subject,
            runs,
            instructions,
            mdbook,
        }) => bench::Bench::new(runs, instructions, mdbook)?.run(subject),
        Chore::Metrics { folders, out } => metrics::write(&folders, &out),
        Chore::Measured { words } => bench::launch(&words),
        Chore::Loaded { project } => bench::loaded(&project),
        Chore::Written { out } => bench::written(&out),
        Chore::Listed {
            list,
            template,
            out,
        } => bench::listed(&list, &template, &out),
    }
}
