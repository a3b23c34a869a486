//! The live preview: serves the newest good build, rebuilds on every change, reloads the pages that are open.
//!
//! A failed build changes nothing of what is served; its diagnostics lie over the page until the next good one. The script
//! that does this is added to pages on their way out and never written to disk. Only this machine is served (127.0.0.1).

mod page;
mod server;
mod state;
mod watch;

use std::convert::Infallible;
use std::net::SocketAddr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use server::Server;
use watch::Watch;

/// A running preview. It ends when dropped.
pub struct Preview {
    server: Server,
    watch: Watch,
}

impl Preview {
    /// Begins to serve and to watch; until [`publish`](Self::publish) there is nothing to see.
    ///
    /// - `port`: 0 for any free one.
    /// - `watched`: folders, with all below them, and files. One that is missing counts from when it appears. Build output
    ///   (`dist`, `.tradeoff`, `target`), version control and temporary files of editors are ignored.
    ///
    /// # Errors
    /// When the port is taken or nothing can be watched; a phrase that says what to do.
    pub fn start(port: u16, watched: &[PathBuf]) -> Result<Self, String> {
        let server = Server::start(port)?;
        let watch = Watch::start(watched)?;
        Ok(Self { server, watch })
    }

    /// Where it is served, with the true port.
    pub fn address(&self) -> SocketAddr {
        self.server.address()
    }

    /// Shows the outcome of a build: the folder to serve, or diagnostics as plain text.
    pub fn publish(&self, outcome: Result<PathBuf, String>) {
        self.server.publish(outcome);
    }

    /// Waits for a change, and until it has settled; `false` when `limit` passes without one.
    pub fn changed(&mut self, limit: Option<Duration>) -> bool {
        self.watch.changed(limit)
    }
}

/// Builds, serves, and builds again after every change, for ever. See [`Preview::start`] for `port` and `watched`.
///
/// - `rebuild` returns the folder to serve, or diagnostics as plain text. A panic in it counts as a failed build.
/// - `ready` is called once, after the first build, with the address.
///
/// # Errors
/// Those of [`Preview::start`].
pub fn run(
    port: u16,
    watched: &[PathBuf],
    mut rebuild: impl FnMut() -> Result<PathBuf, String>,
    ready: impl FnOnce(SocketAddr),
) -> Result<Infallible, String> {
    let mut preview = Preview::start(port, watched)?;
    preview.publish(guarded(&mut rebuild));
    ready(preview.address());
    loop {
        if preview.changed(None) {
            preview.publish(guarded(&mut rebuild));
        }
    }
}

fn guarded(rebuild: &mut impl FnMut() -> Result<PathBuf, String>) -> Result<PathBuf, String> {
    let outcome = catch_unwind(AssertUnwindSafe(rebuild)).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text
            .or_else(|| panic.downcast_ref::<&str>().copied())
            .unwrap_or("no message");
        Err(format!("the program has a fault; please report it: {text}"))
    });
    outcome.map(|folder| std::path::absolute(&folder).unwrap_or(folder))
}

/// Whether `path`, relative to what is watched, is output, version control or an editor's temporary file.
fn ignored(path: &Path) -> bool {
    path.iter().any(|part| {
        let name = part.to_string_lossy();
        let folder = matches!(&*name, "dist" | "target" | "node_modules");
        // `4913` is how Vim tries whether it may write; JetBrains editors write `x___jb_tmp___` first.
        let temporary = name.starts_with(['.', '#'])
            || name.ends_with(['~', '#'])
            || name == "4913"
            || name.ends_with("___jb_tmp___")
            || name.ends_with("___jb_old___")
            || Path::new(&*name).extension().is_some_and(|it| {
                matches!(
                    it.to_str(),
                    Some("swp" | "swo" | "swx" | "tmp" | "bak" | "part")
                )
            });
        folder || temporary
    })
}

#[cfg(test)]
mod tests;
