// @ts-check
// Light or dark before the first paint. Without a choice the browser's own preference holds.
(() => {
  const KEY = 'nodus.theme';
  const root = document.documentElement;

  /** @param {string | null} theme */
  function apply(theme) {
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else delete root.dataset.theme;
  }

  /** @returns {string | null} */
  function kept() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  apply(kept());
  document.addEventListener('click', (e) => {
    const target = /** @type {Element} */ (e.target);
    if (!target.closest('[data-theme-switch]')) return;
    const dark = root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    const next = dark === 'dark' ? 'light' : 'dark';
    apply(next);
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // not kept; it holds for this page
    }
  });
})();
