//! Says what the program is busy with, once that takes longer than a second and somebody watches.

use std::io::{self, IsTerminal};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::output;

const PATIENCE: Duration = Duration::from_secs(1);

/// Does `work`, a step called `name`, such as `building the book`.
pub(super) fn step<T>(name: &str, work: impl FnOnce() -> T) -> T {
    if !io::stderr().is_terminal() {
        return work();
    }
    let (done, waiting) = channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            if waiting.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                output::note(&format!("{name} …"));
            }
        });
        let result = work();
        drop(done);
        result
    })
}

/// Counts parts of one step, on one line that is written over again.
pub(super) struct Counter {
    name: &'static str,
    since: Instant,
}

impl Counter {
    /// Begins a step called `name`, such as `printing`.
    pub(super) fn new(name: &'static str) -> Self {
        Self {
            name,
            since: Instant::now(),
        }
    }

    /// `done` of `all` parts are done.
    pub(super) fn tell(&self, done: usize, all: usize) {
        if self.since.elapsed() > PATIENCE && io::stderr().is_terminal() {
            output::over(&format!("{} {done} of {all} …", self.name), done == all);
        }
    }
}
