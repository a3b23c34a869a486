//! Says what the program is busy with, once that takes longer than a second and somebody watches.

use std::io::{self, IsTerminal};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

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
