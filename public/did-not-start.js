/**
 * Where a page of ours does not start, this leads to the rescue page. A script of its own, without any import, so that nothing
 * which keeps the page from starting keeps it from running.
 */
(() => {
  const PATIENCE_MS = 6000;
  const app = document.querySelector('#app, #popup');
  const isEmpty = () => app === null || app.childElementCount === 0;

  function show() {
    if (!isEmpty() || document.getElementById('did-not-start') !== null) return;
    const notice = document.createElement('p');
    notice.id = 'did-not-start';
    notice.style.cssText =
      'position: fixed; inset: 0 0 auto; margin: 0; font: 15px/1.6 system-ui, sans-serif; padding: 24px';
    const link = document.createElement('a');
    link.href = '/rescue.html';
    link.target = '_blank';
    link.textContent = chrome.i18n.getMessage('openRescue');
    notice.append(`${chrome.i18n.getMessage('didNotStart')} `, link);
    document.body.append(notice);
    // Slow is not broken.
    const watch = new MutationObserver(() => {
      if (isEmpty()) return;
      notice.remove();
      watch.disconnect();
    });
    if (app !== null) watch.observe(app, { childList: true });
  }

  // What was not loaded says so to nobody but its own element.
  addEventListener('error', show, true);
  addEventListener('unhandledrejection', show);
  setTimeout(show, PATIENCE_MS);
})();
