// What a page says about itself. Runs inside the page, so it may use nothing from outside.

/** Addresses, ids, head data and text of the page, and what makes it wider than its window. */
export function survey() {
  const main = document.querySelector('main');
  return {
    isPage: main !== null,
    ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
    links: [...document.querySelectorAll('[href], [src]')].flatMap(addresses),
    titles: [...document.head.querySelectorAll('title')].map((element) => element.textContent.trim()),
    descriptions: contents('meta[name=description]', 'content'),
    canonicals: contents('link[rel=canonical]', 'href'),
    headings: main === null ? [] : [...main.querySelectorAll('h1')].filter(isShown).map((it) => it.innerText.trim()),
    text: main === null ? '' : main.innerText.trim(),
    wide: main === null ? [] : wide(main),
  };

  function contents(selector, attribute) {
    return [...document.head.querySelectorAll(selector)].map((element) => element.getAttribute(attribute) ?? '');
  }

  /** What is written, and the whole address that it stands for. */
  function addresses(element) {
    // The head tells other programs where the page is published; nobody follows that from here.
    if (element.matches('link[rel=canonical], link[rel=alternate], base')) return [];
    return ['href', 'src'].filter((name) => element.hasAttribute(name)).map((name) => {
      const written = element.getAttribute(name);
      return { written, whole: URL.parse(written, document.baseURI)?.href };
    });
  }

  function isShown(element) {
    return element.checkVisibility({ visibilityProperty: true });
  }

  /** Every box from the text outwards that can be scrolled sideways, and the element that reaches farthest. */
  function wide(inner) {
    const found = [];
    for (let box = inner; box !== null; box = box.parentElement) {
      if (box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0) {
        found.push(`<${name(box)}> is ${box.clientWidth} px wide and holds ${box.scrollWidth} px: ${farthest(box)}`);
      }
    }
    return found;
  }

  function farthest(box) {
    const reach = (element) => element.getBoundingClientRect().right;
    const inside = [...box.querySelectorAll('*')].filter((element) => isShown(element) && !isScrolled(element, box));
    const last = inside.reduce((most, element) => (reach(element) > reach(most) + 0.5 ? element : most), box);
    return `<${name(last)}> reaches ${Math.round(reach(last))} px`;
  }

  /** Whether an element moves inside of a scroller of its own, such as that of a table. */
  function isScrolled(element, box) {
    for (let outer = element.parentElement; outer !== box && outer !== null; outer = outer.parentElement) {
      if (getComputedStyle(outer).overflowX !== 'visible') return true;
    }
    return false;
  }

  function name(element) {
    const id = element.id === '' ? '' : `#${element.id}`;
    const classes = [...element.classList].map((it) => `.${it}`).join('');
    return element.localName + id + classes;
  }
}
