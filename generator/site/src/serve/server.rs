//! The web server of the preview, on a thread of its own.

use std::convert::Infallible;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::body::Body;
use axum::extract::State as With;
use axum::http::{Response, StatusCode, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use futures_util::future::{Either, select};
use futures_util::stream::{self, Stream};
use tokio::sync::{oneshot, watch};

use super::page::{self, Answer};
use super::state::State;

/// A running server; it stops when dropped.
pub(super) struct Server {
    address: SocketAddr,
    state: Arc<watch::Sender<State>>,
    /// Two servers one after the other must not use the same names for their builds.
    started: u128,
    builds: AtomicU64,
    /// Dropped, it ends the thread.
    _stop: oneshot::Sender<()>,
}

impl Server {
    pub(super) fn start(port: u16) -> Result<Self, String> {
        let failed = |error: std::io::Error| match error.kind() {
            ErrorKind::AddrInUse => format!(
                "port {port} is in use: end the program that uses it, or choose another port (0 takes any free one)"
            ),
            _ => format!("cannot serve on port {port}: {error}"),
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(failed)?;
        listener.set_nonblocking(true).map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        let runtime = runtime.map_err(failed)?;

        let state = Arc::new(watch::Sender::new(State::default()));
        let router = router(Arc::clone(&state));
        let (stop, stopped) = oneshot::channel::<()>();
        std::thread::spawn(move || {
            runtime.block_on(async move {
                // Only a runtime that is shutting down refuses the listener.
                let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
                    return;
                };
                let serving = std::pin::pin!(async { axum::serve(listener, router).await });
                match select(serving, stopped).await {
                    Either::Left(_) | Either::Right(_) => {}
                }
            });
        });
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        Ok(Self {
            address,
            state,
            started: now.as_nanos(),
            builds: AtomicU64::new(0),
            _stop: stop,
        })
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    pub(super) fn publish(&self, outcome: Result<PathBuf, String>) {
        let build = self.builds.fetch_add(1, Ordering::Relaxed);
        let version = format!("{:x}-{build}", self.started);
        self.state
            .send_modify(|state| *state = state.after(outcome, version));
    }
}

type Shared = Arc<watch::Sender<State>>;

fn router(state: Shared) -> Router {
    Router::new()
        .route("/.tradeoff/live", get(events))
        .route(
            "/.tradeoff/live.js",
            get(|| async { own("live.js", page::SCRIPT) }),
        )
        .route(
            "/.tradeoff/live.css",
            get(|| async { own("live.css", page::STYLE) }),
        )
        .fallback(get(serve))
        .with_state(state)
}

/// A file of the preview itself.
fn own(name: &str, text: &'static str) -> Response<Body> {
    answer(StatusCode::OK, &page::mime(Path::new(name)), text)
}

/// The current state at once, then every further one.
async fn events(With(state): With<Shared>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut states = state.subscribe();
    states.mark_changed();
    let events = stream::unfold(states, |mut states| async {
        states.changed().await.ok()?;
        let message = serde_json::to_string(&states.borrow_and_update().message());
        let event = Event::default()
            .event("state")
            .data(message.unwrap_or_default());
        Some((Ok(event), states))
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
}

async fn serve(With(state): With<Shared>, uri: Uri) -> Response<Body> {
    let State {
        folder,
        version,
        diagnostics,
    } = state.borrow().clone();
    let html = page::mime(Path::new("a.html"));
    let Some(folder) = folder else {
        let page = page::live(&page::nothing_yet(diagnostics.as_deref()), &version);
        return answer(StatusCode::SERVICE_UNAVAILABLE, &html, page);
    };
    match page::find(&folder, uri.path()) {
        Answer::File(path) => file(&path, StatusCode::OK, &version),
        Answer::Moved(to) => {
            let query = uri
                .query()
                .map(|query| format!("?{query}"))
                .unwrap_or_default();
            let mut response = answer(StatusCode::TEMPORARY_REDIRECT, &html, "");
            if let Ok(to) = format!("{to}{query}").parse() {
                response.headers_mut().insert(header::LOCATION, to);
            }
            response
        }
        Answer::Missing => {
            let missing = folder.join("404.html");
            if missing.is_file() {
                file(&missing, StatusCode::NOT_FOUND, &version)
            } else {
                answer(
                    StatusCode::NOT_FOUND,
                    &html,
                    page::live("<h1>Not found</h1>", &version),
                )
            }
        }
    }
}

fn file(path: &Path, status: StatusCode, version: &str) -> Response<Body> {
    let mime = page::mime(path);
    match std::fs::read(path) {
        Ok(bytes) if mime.starts_with("text/html") => answer(
            status,
            &mime,
            page::live(&String::from_utf8_lossy(&bytes), version),
        ),
        Ok(bytes) => answer(status, &mime, bytes),
        // The build may be exchanged while it is read: the page reloads in a moment.
        Err(_) => answer(
            StatusCode::NOT_FOUND,
            "text/plain; charset=utf-8",
            "not found",
        ),
    }
}

fn answer(status: StatusCode, mime: &str, body: impl Into<Body>) -> Response<Body> {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    if let Ok(mime) = mime.parse() {
        headers.insert(header::CONTENT_TYPE, mime);
    }
    headers.insert(
        header::CACHE_CONTROL,
        header::HeaderValue::from_static("no-store"),
    );
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        header::HeaderValue::from_static("nosniff"),
    );
    response
}
