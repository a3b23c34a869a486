// The arrow keys turn the page, except where they move something else: in a table that scrolls, on a slider, on a button.
// mdBook's own script listens on the document, so this has to hear of the key before that: in the capture phase.
document.addEventListener('keydown', (event) => {
  const moves = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
  const own = '.table-scroll, .table-wrapper, pre, button, summary, [role=slider], [role=tab], [contenteditable]';
  if (moves && event.target instanceof Element && event.target.closest(own)) event.stopPropagation();
}, true);
