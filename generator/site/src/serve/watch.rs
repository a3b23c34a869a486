//! Notices changes of files, and waits until they have settled.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind, MetadataKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::ignored;

/// So long nothing may happen before a change counts as settled: an editor writes a file in several steps.
const QUIET: Duration = Duration::from_millis(25);

/// A stream of changes is reported after this time even if it does not pause.
const LONGEST: Duration = Duration::from_millis(500);

pub(super) struct Watch {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    watched: Vec<PathBuf>,
}

impl Watch {
    pub(super) fn start(watched: &[PathBuf]) -> Result<Self, String> {
        let failed = |error: notify::Error| format!("cannot watch for changes: {error}");
        let (sender, events) = channel();
        // The receiver is gone only when the preview ends.
        let handler = move |event| drop(sender.send(event));
        let watcher = notify::recommended_watcher(handler).map_err(failed)?;
        let absolute = |path: &PathBuf| std::path::absolute(path).unwrap_or_else(|_| path.clone());
        let mut watch = Self {
            watcher,
            events,
            watched: watched.iter().map(absolute).collect(),
        };
        for path in watch.watched.clone() {
            // The folder above tells when this one appears or is replaced.
            if let Some(above) = path.parent() {
                watch
                    .watcher
                    .watch(above, RecursiveMode::NonRecursive)
                    .map_err(failed)?;
            }
        }
        for path in watch.watched.clone() {
            if path.exists() {
                watch
                    .watcher
                    .watch(&path, RecursiveMode::Recursive)
                    .map_err(failed)?;
            }
        }
        Ok(watch)
    }

    /// Waits for a change, and until it has settled; `false` when `limit` passes without one.
    pub(super) fn changed(&mut self, limit: Option<Duration>) -> bool {
        let begun = Instant::now();
        loop {
            let left = limit.map_or(Duration::from_hours(1), |limit| {
                limit.saturating_sub(begun.elapsed())
            });
            match self.events.recv_timeout(left) {
                Ok(event) if self.notice(&event) => break,
                Err(_) if limit.is_some() => return false,
                Ok(_) | Err(RecvTimeoutError::Timeout) => {}
                // The watcher is gone; without it there is nothing to wait for but the end of the program.
                Err(RecvTimeoutError::Disconnected) => std::thread::park(),
            }
        }
        let first = Instant::now();
        while first.elapsed() < LONGEST {
            match self.events.recv_timeout(QUIET) {
                Ok(event) => drop(self.notice(&event)),
                Err(_) => break,
            }
        }
        true
    }

    /// Whether an event is a change; takes a folder that has appeared or was replaced under watch.
    fn notice(&mut self, event: &notify::Result<Event>) -> bool {
        // After an error (such as a full queue) anything may have changed.
        let Ok(event) = event else { return true };
        if event.need_rescan() {
            return true;
        }
        if !changes(event.kind) {
            return false;
        }
        let again: Vec<PathBuf> = self
            .watched
            .iter()
            .filter(|path| event.paths.contains(path) && path.is_dir())
            .cloned()
            .collect();
        for path in again {
            // Watching what is watched is refused by some systems and harmless.
            drop(self.watcher.watch(&path, RecursiveMode::Recursive));
        }
        event.paths.iter().any(|path| concerns(&self.watched, path))
    }
}

/// Reading is no change: the build itself reads every file.
fn changes(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        EventKind::Modify(ModifyKind::Metadata(what)) => what != MetadataKind::AccessTime,
        _ => true,
    }
}

fn concerns(watched: &[PathBuf], path: &Path) -> bool {
    let below = |root: &PathBuf| path.strip_prefix(root).is_ok_and(|below| !ignored(below));
    watched.iter().any(below)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const SOON: Option<Duration> = Some(Duration::from_secs(10));
    const AT_ONCE: Option<Duration> = Some(Duration::from_millis(150));

    #[test]
    fn output_and_temporary_files_are_ignored() {
        for path in [
            "dist/book/a.html",
            ".tradeoff/cache",
            ".git/index",
            "x/target/debug",
            ".dist-77/a",
            "a.toml~",
            ".a.toml.swp",
            "4913",
            "#a.toml#",
            ".#a.toml",
            "a.toml___jb_tmp___",
            "a.tmp",
        ] {
            assert!(ignored(Path::new(path)), "{path}");
        }
        for path in [
            "",
            "facts/a.toml",
            "src/SUMMARY.md",
            "theme/index.hbs",
            "distance.toml",
            "targets/a.md",
        ] {
            assert!(!ignored(Path::new(path)), "{path}");
        }
    }

    #[test]
    fn the_name_of_a_folder_above_does_not_matter() {
        let watched = [PathBuf::from("/srv/target/dist/data")];
        assert!(concerns(
            &watched,
            Path::new("/srv/target/dist/data/facts/a.toml")
        ));
        assert!(concerns(&watched, Path::new("/srv/target/dist/data")));
        assert!(!concerns(&watched, Path::new("/srv/target/dist/other")));
        assert!(!concerns(
            &watched,
            Path::new("/srv/target/dist/data/dist/a")
        ));
    }

    #[test]
    fn many_writes_are_one_change_and_reading_is_none() {
        let dir = tempfile::tempdir().unwrap();
        let data = dir.path().join("data");
        fs::create_dir_all(data.join("facts")).unwrap();
        fs::write(data.join("facts/a.toml"), "1").unwrap();
        let mut watch = Watch::start(std::slice::from_ref(&data)).unwrap();
        for text in ["2", "3", "4"] {
            fs::write(data.join("facts/a.toml"), text).unwrap();
        }
        assert!(watch.changed(SOON));
        fs::read(data.join("facts/a.toml")).unwrap();
        fs::write(data.join(".a.swp"), "x").unwrap();
        fs::write(dir.path().join("elsewhere"), "x").unwrap();
        assert!(!watch.changed(AT_ONCE));
        fs::rename(data.join("facts/a.toml"), data.join("facts/b.toml")).unwrap();
        assert!(watch.changed(SOON));
    }

    #[test]
    fn a_folder_may_appear_later_and_be_replaced() {
        let dir = tempfile::tempdir().unwrap();
        let templates = dir.path().join("templates");
        let mut watch = Watch::start(std::slice::from_ref(&templates)).unwrap();
        for round in 0..2 {
            fs::create_dir(&templates).unwrap();
            assert!(watch.changed(SOON), "appears, round {round}");
            fs::write(templates.join("a.md"), "x").unwrap();
            assert!(watch.changed(SOON), "is written to, round {round}");
            fs::remove_dir_all(&templates).unwrap();
            assert!(watch.changed(SOON), "goes, round {round}");
        }
    }
}
