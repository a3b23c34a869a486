//! Listens to mdBook while it works: progress is dropped, warnings and errors are kept.

use std::fmt::{self, Write as _};
use std::sync::{Arc, Mutex, PoisonError};

use tracing::field::{Field, Visit};
use tracing::level_filters::LevelFilter;
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// What `work` returns, and the warnings and errors logged on this thread meanwhile, in order.
pub(super) fn warnings<T>(work: impl FnOnce() -> T) -> (T, Vec<String>) {
    let listener = Listener::default();
    let heard = Arc::clone(&listener.heard);
    let result = tracing::subscriber::with_default(listener, work);
    let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
    (result, std::mem::take(&mut heard))
}

#[derive(Default)]
struct Listener {
    heard: Arc<Mutex<Vec<String>>>,
}

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= Level::WARN
    }

    fn max_level_hint(&self) -> Option<LevelFilter> {
        Some(LevelFilter::WARN)
    }

    fn event(&self, event: &Event<'_>) {
        let mut message = Message::default();
        event.record(&mut message);
        let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        heard.push(message.0);
    }

    // mdBook opens no spans; whatever does gets one that nobody reads.
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// The text of an event; further fields follow as `name=value`.
#[derive(Default)]
struct Message(String);

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let _ = match field.name() {
            "message" => write!(self.0, "{value:?}"),
            name => write!(self.0, " {name}={value:?}"),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warnings_are_kept_and_progress_is_not() {
        let (result, heard) = warnings(|| {
            tracing::info!("building");
            tracing::warn!("odd {}", 1);
            tracing::error!(path = "a.md", "bad");
            7
        });
        assert_eq!(result, 7);
        assert_eq!(heard, ["odd 1", "bad path=\"a.md\""]);
    }
}
