//! Printing: hands documents to the program `tradeoff-print`, which sets them with Typst, and hears what became of them.
//!
//! It is a program of its own because Typst takes longer to build than everything else. It reads one job list from its
//! standard input and answers with one line of JSON for each job; `generator/print/src/job.rs` has the other end.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

use serde::{Deserialize, Serialize};

/// The program, beside this one or on PATH.
pub(crate) const PROGRAM: &str = "tradeoff-print";

/// How to get it.
pub(crate) const INSTALL: &str =
    "`cargo build --release --workspace` in the sources of tradeoff builds it beside `tradeoff`";

/// What all jobs share.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Setting {
    /// The templates by their file names.
    pub(crate) templates: std::collections::BTreeMap<String, String>,
    /// The folder of the author's own fonts.
    pub(crate) fonts: Option<PathBuf>,
}

/// One document to set.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Job {
    /// What messages call it: `feature-comparison.pdf`.
    pub(crate) name: String,
    /// The file name of its template.
    pub(crate) template: String,
    /// What identifies the document among all others, whatever its content.
    pub(crate) ident: String,
    /// What the template reads: JSON, as text, which takes a tenth of the memory of a tree.
    #[serde(skip)]
    pub(crate) data: String,
    /// Paper and the like.
    pub(crate) options: serde_json::Value,
    /// The files to write; absolute paths.
    pub(crate) outputs: Vec<Output>,
}

/// A file to write.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Output {
    /// `pdf`, `svg` or `png`.
    pub(crate) format: &'static str,
    /// Where.
    pub(crate) path: PathBuf,
}

/// What became of a job.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
pub(crate) struct Answer {
    /// The name of the job.
    pub(crate) name: String,
    /// The files that are there now.
    #[serde(default)]
    pub(crate) written: Vec<PathBuf>,
    /// What the template could not honor.
    #[serde(default)]
    pub(crate) losses: Vec<String>,
    /// What is wrong.
    #[serde(default)]
    pub(crate) diagnostics: Vec<Complaint>,
}

/// What is wrong with a document.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
pub(crate) struct Complaint {
    /// A template and a place in it (`table.typ:24:79`), or the records concerned.
    #[serde(default)]
    pub(crate) at: Option<String>,
    /// What it is.
    pub(crate) message: String,
    /// What to do.
    #[serde(default)]
    pub(crate) help: Vec<String>,
}

/// Where the program is, if it is anywhere.
pub(crate) fn find() -> Option<PathBuf> {
    let name = format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX);
    let beside = std::env::current_exe().ok()?.parent()?.join(&name);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path).map(|it| it.join(&name));
    std::iter::once(beside)
        .chain(on_path)
        .find(|it| it.is_file())
}

/// How many documents may be set at once, told from outside while they are.
#[derive(Debug, Default)]
pub(crate) struct Pace {
    stopped: AtomicBool,
    /// Whether all cores are free.
    free: Mutex<bool>,
    freed: Condvar,
}

impl Pace {
    /// All cores at once.
    pub(crate) fn full() -> Self {
        let pace = Self::default();
        pace.free();
        pace
    }

    /// All but one, which is left to whoever prints as long as it is [busy](Pace::busy): it has work and memory of its own.
    pub(crate) fn shared() -> Self {
        Self::default()
    }

    /// Leaves a core free until what is returned is dropped, however that comes.
    pub(crate) fn busy(&self) -> Busy<'_> {
        Busy(self)
    }

    fn free(&self) {
        *self.free.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.freed.notify_all();
    }

    /// No other document is begun.
    pub(crate) fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
        self.free();
    }

    fn goes_on(&self) -> bool {
        !self.stopped.load(Ordering::Relaxed)
    }

    fn wait(&self) {
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.freed.wait_while(free, |it| !*it));
    }
}

/// Work beside the printing.
pub(crate) struct Busy<'p>(&'p Pace);

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        self.0.free();
    }
}

/// Sets all jobs, as many processes at once as there are cores at this `pace`, and tells `done` of each answer as it comes.
/// Long documents come last, each alone.
///
/// A process that ends before its time costs the document that it was busy with; another one goes on with the rest.
pub(crate) fn run(
    program: &Path,
    setting: &Setting,
    mut jobs: Vec<&Job>,
    pace: &Pace,
    done: impl Fn(Answer) + Sync,
) {
    // The shortest first: they take little memory, while the program that asks for them still renders a book.
    jobs.sort_by_key(|it| it.data.len());
    let (long, short): (Vec<_>, Vec<_>) = jobs.into_iter().partition(|it| it.data.len() > LONG);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    for (jobs, processes) in [(short, cores), (long, 1)] {
        let queue = Mutex::new(VecDeque::from(jobs));
        thread::scope(|scope| {
            for nth in 0..processes {
                let (queue, done) = (&queue, &done);
                scope.spawn(move || {
                    if nth > 0 && nth + 1 == processes {
                        pace.wait();
                    }
                    while let Some(batch) = batch(queue).filter(|_| pace.goes_on()) {
                        set(program, setting, batch, done);
                    }
                });
            }
        });
    }
}

/// A document with more bytes than this takes hundreds of megabytes, and its chapters are set by all cores at once.
const LONG: usize = 200_000;

/// So many documents are set by one process: its start costs little, and its end gives memory back.
const BATCH: usize = 6;

fn batch<'j>(queue: &Mutex<VecDeque<&'j Job>>) -> Option<Vec<&'j Job>> {
    let mut queue = queue.lock().ok()?;
    let all = queue.len();
    // Towards the end fewer at once, so that both cores have something to do.
    let take = (all / 4).clamp(1, BATCH).min(all);
    (take > 0).then(|| queue.drain(..take).collect())
}

fn set(program: &Path, setting: &Setting, mut jobs: Vec<&Job>, done: &impl Fn(Answer)) {
    while !jobs.is_empty() {
        let (count, why) = match start(program, setting, &jobs) {
            Ok(child) => listen(child, done),
            Err(error) => (0, format!("it cannot be started: {error}")),
        };
        jobs.drain(..count.min(jobs.len()));
        if !jobs.is_empty() {
            let lost = jobs.remove(0);
            done(Answer {
                name: lost.name.clone(),
                diagnostics: vec![Complaint {
                    message: format!("{PROGRAM} ended while it set this document: {why}"),
                    ..Complaint::default()
                }],
                ..Answer::default()
            });
        }
    }
}

/// The list as the program reads it.
fn list(setting: &Setting, jobs: &[&Job]) -> serde_json::Result<String> {
    let mut list = serde_json::to_string(setting)?;
    // An object goes on before its last brace.
    list.pop();
    list += ",\"jobs\":[";
    for (at, job) in jobs.iter().enumerate() {
        let mut text = serde_json::to_string(job)?;
        text.pop();
        let comma = if at == 0 { "" } else { "," };
        list += &format!("{comma}{text},\"data\":{}}}", job.data);
    }
    list += "]}";
    Ok(list)
}

fn start(program: &Path, setting: &Setting, jobs: &[&Job]) -> std::io::Result<Child> {
    let list = list(setting, jobs)?;
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    if let Some(mut input) = child.stdin.take() {
        // It reads everything before it answers; one that ends early is noticed by its missing answers.
        drop(input.write_all(list.as_bytes()));
    }
    Ok(child)
}

/// Passes on the answers, and gives how many there were and how the process ended.
fn listen(mut child: Child, done: &impl Fn(Answer)) -> (usize, String) {
    let mut count = 0;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            let Ok(answer) = serde_json::from_str(&line) else {
                continue;
            };
            count += 1;
            done(answer);
        }
    }
    let why = match child.wait_with_output() {
        Ok(ended) => {
            let said = String::from_utf8_lossy(&ended.stderr);
            match said.lines().last() {
                Some(said) => format!("{}: {said}", ended.status),
                None => ended.status.to_string(),
            }
        }
        Err(error) => error.to_string(),
    };
    (count, why)
}
