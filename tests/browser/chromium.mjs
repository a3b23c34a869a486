// Debian's Chromium, with nothing of its own on the network and no profile that outlives it.
import { chromium } from 'playwright-core';

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page that asks another host gets no answer, wherever the test runs.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** The two themes that are tested: a name of mdBook's, and the preference of the reader that goes with it. */
export const THEMES = { light: 'light', dark: 'navy' };

/** The two widths that are tested: a desk and a phone, in CSS pixels. */
export const WIDTHS = [1280, 360];

/** Starts a browser; every start has a profile of its own. */
export function launch() {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGUMENTS });
}

/** A context of one width and theme (`light` or `dark`), as a reader has it who chose that theme. */
export async function reader(browser, width, theme, more = {}) {
  const context = await browser.newContext({
    colorScheme: theme,
    viewport: { width, height: width < 700 ? 800 : 900 },
    ...more,
  });
  await context.addInitScript((name) => localStorage.setItem('mdbook-theme', name), THEMES[theme]);
  return context;
}

/** Waits until a page stands still: loaded, fonts there, animations ended. */
export async function settled(page) {
  await page.waitForLoadState('load');
  await page.evaluate(async () => {
    await document.fonts.ready;
    const ending = document.getAnimations().filter((it) => it.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}
