// @ts-check
// What this device keeps and hands out: the drawing and the settings in the browser's own storage, files to download.

/** @param {string} key @returns {string | null} */
export function load(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is switched off: nothing is kept, everything else works
  }
}

/** @param {string} key @param {string} value @returns {boolean} whether it was kept */
export function save(key, value) {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} name @param {string} text */
export function download(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: name.endsWith('.json') ? 'application/json' : 'text/plain' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Lets a label choose its hidden file field. @param {string} id */
export function choose(id) {
  document.getElementById(id)?.click();
}

/** @param {string} name @param {string} value a style variable of the page */
export function setStyle(name, value) {
  document.documentElement.style.setProperty(name, value);
}

/**
 * Shows a panel from its beginning, once it has its new content.
 * @param {string} id @param {boolean} focus it gets the focus too: what had it is gone
 */
export function toTop(id, focus) {
  requestAnimationFrame(() => {
    const panel = document.getElementById(id);
    if (!panel) return;
    panel.scrollTop = 0;
    if (focus) panel.focus({ preventScroll: true });
  });
}

/** @returns {boolean} whether one view at a time fits */
export function isNarrow() {
  return matchMedia('(max-width: 760px)').matches;
}

/** @returns {string} the two letters of the country that the browser is set to; empty where it does not say */
export function region() {
  return new Intl.Locale(navigator.language).region ?? '';
}
