// Live preview: reloads the page after a good build, shows what a failed one said. Served by `tradeoff serve`, never written into a build.
"use strict";
(() => {
  const sent = document.currentScript.dataset.version;
  let events = null;
  let closed = null; // the diagnostics that the reader has closed

  function connect() {
    if (events) return;
    events = new EventSource("/.tradeoff/live");
    events.addEventListener("state", (event) => update(JSON.parse(event.data)));
  }

  // A browser allows six connections to a server: pages in the background must not hold them all.
  function disconnect() {
    events?.close();
    events = null;
  }

  function update({ version, diagnostics }) {
    if (version !== sent) {
      disconnect();
      location.reload();
      return;
    }
    // Before the first good build there is no page to lie over.
    const alone = document.querySelector("#tradeoff-nothing-yet");
    if (alone) {
      alone.textContent = diagnostics ?? "";
      return;
    }
    if (diagnostics === null) closed = null;
    const shown = document.querySelector("#tradeoff-live");
    if (diagnostics === null || diagnostics === closed) shown?.remove();
    else if (shown?.querySelector("pre").textContent !== diagnostics) show(shown, diagnostics);
  }

  function show(shown, diagnostics) {
    const panel = document.createElement("section");
    panel.id = "tradeoff-live";
    panel.setAttribute("role", "alert");
    const title = document.createElement("p");
    title.textContent = "The build failed. This is the last good page.";
    const text = document.createElement("pre");
    text.textContent = diagnostics;
    text.tabIndex = 0; // it scrolls, so the keyboard must reach it
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Close";
    close.addEventListener("click", () => {
      closed = diagnostics;
      panel.remove();
    });
    panel.append(title, close, text);
    shown?.remove();
    document.body.append(panel);
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
  window.addEventListener("pagehide", disconnect);
  window.addEventListener("pageshow", connect);
  if (!document.hidden) connect();
})();
