// Keyboard shortcuts and the command palette: each does what a link, a button or the search page does, too.
(() => {
  const inBackground = { headers: { 'X-Requested-With': 'fetch' } };

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // A dialog that gives the focus back and closes when the page beside it is clicked.
  function openDialog(label, className, ...children) {
    const before = document.activeElement;
    const dialog = make('dialog', { className: `dialog ${className}`, ariaLabel: label }, ...children);
    dialog.addEventListener('close', () => { dialog.remove(); before.focus(); });
    dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
    document.body.append(dialog);
    dialog.showModal();
    return dialog;
  }

  const search = document.querySelector('[data-search]');

  function openPalette() {
    const input = make('input', {
      type: 'text', className: 'form-control', maxLength: 255, autocomplete: 'off', // Escape would only clear a search
      placeholder: 'Image, id, account number, label, page or action', ariaLabel: 'Search',
    });
    const status = make('p', { className: 'visually-hidden', role: 'status' });
    const results = make('div', { className: 'palette-results' });
    const dialog = openDialog('Search', 'palette', input, status, results);
    const links = () => [...results.querySelectorAll('a')];
    let latest;

    // Resolves when the latest question is answered.
    const ask = () => {
      const asked = latest = fetch(`${search.href}?q=${encodeURIComponent(input.value)}`, inBackground)
        .then(answer => answer.ok ? answer.text() : Promise.reject(answer))
        .then(html => {
          if (asked !== latest) return latest;
          const found = new DOMParser().parseFromString(html, 'text/html').getElementById('results');
          results.replaceChildren(found);
          status.textContent = `${links().length} found`;
        })
        .catch(() => location.assign(search.href)); // the page says what is wrong, or signs in
      return latest;
    };

    let waiting;
    input.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, 120);
    });
    dialog.addEventListener('keydown', async event => {
      const all = [input, ...links()];
      const at = all.indexOf(document.activeElement);
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        all.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % all.length).focus();
      } else if (event.key === 'Enter' && event.target === input) {
        event.preventDefault();
        clearTimeout(waiting);
        await ask();
        links()[0]?.click();
      } else if (at > 0 && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
        input.focus(); // and types there
      }
    });
    ask();
  }

  const keys = [
    ['Ctrl K', 'Search'],
    ['/', 'Search'],
    ['j', 'Next row'],
    ['k', 'Previous row'],
    ['Enter', 'Open the row'],
    ['x', 'Select the row'],
    ['?', 'This list'],
  ];

  function openHelp() {
    const list = make('dl', { className: 'keys' });
    for (const [key, meaning] of keys) {
      const names = key.split(' ').map(each => make('kbd', { textContent: each }));
      list.append(make('dt', {}, ...names), make('dd', { textContent: meaning }));
    }
    const box = make('input', { type: 'checkbox', className: 'form-check-input', checked: areOn() });
    box.addEventListener('change', () => localStorage.setItem('shortcuts', box.checked ? 'on' : 'off'));
    const close = make('button', { type: 'button', className: 'btn btn-outline-secondary', textContent: 'Close' });
    const dialog = openDialog('Keyboard shortcuts', '', make('h1', { textContent: 'Keyboard shortcuts' }), list,
      make('label', { className: 'keys-switch' }, box, ' Use keys without Ctrl'), close);
    close.addEventListener('click', () => dialog.close());
  }

  // People who dictate, or press keys by accident, can switch single keys off.
  const areOn = () => localStorage.getItem('shortcuts') !== 'off';

  const rowsOf = () => [...document.querySelectorAll('main :is(.list, .table) > tbody > tr, main .rows > li, main .history > li')]
    .filter(row => !row.closest('.mini') && linkOf(row)?.checkVisibility());
  const linkOf = row => row.querySelector('th a[href], h2 a[href]') ?? row.querySelector('a[href], button:not(:disabled)');

  function move(step) {
    const rows = rowsOf();
    const at = rows.findIndex(row => row.contains(document.activeElement));
    const next = at < 0 ? rows.at(step > 0 ? 0 : -1) : rows[at + step];
    if (!next) return;
    linkOf(next).focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }

  const select = () => rowsOf().find(row => row.contains(document.activeElement))
    ?.querySelector('input[type=checkbox]')?.click();

  const actions = { j: () => move(1), k: () => move(-1), x: select, '?': openHelp, '/': search && openPalette };

  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.ctrlKey || event.metaKey) {
      if (search && event.key.toLowerCase() === 'k' && !event.shiftKey) {
        event.preventDefault();
        openPalette();
      }
      return;
    }
    const isTyping = event.target.closest?.('input:not([type=checkbox]), textarea, select');
    const action = actions[event.key];
    if (!action || isTyping || !areOn()) return;
    event.preventDefault();
    action();
  });

  search?.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openPalette();
  });
  for (const button of document.querySelectorAll('[data-shortcuts]')) {
    button.hidden = false;
    button.addEventListener('click', openHelp);
  }
})();
