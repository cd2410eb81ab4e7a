// Progressive enhancement only: every page works without this file.
// In a function, since the response to an upload replaces the page and runs this file again.
(() => {
  // What a part of a page needs once it is there.
  const enhance = root => {
    addCopyButtons(root);
    watchSelections(root);
  };

  function addCopyButtons(root) {
    if (!navigator.clipboard) return;
    for (const code of root.querySelectorAll('[data-copy]')) {
      const button = document.createElement('button');
      const what = document.createElement('span');
      button.type = 'button';
      button.className = 'btn btn-sm btn-quiet copy';
      what.className = 'visually-hidden';
      what.textContent = ` ${code.dataset.copy}`;
      button.append('Copy', what);
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(code.href ?? code.textContent);
        button.replaceChildren('Copied');
        setTimeout(() => button.replaceChildren('Copy', what), 1500);
      });
      code.after(button);
    }
  }

  // For requests that show no page: a message for the next page stays.
  const inBackground = { headers: { 'X-Requested-With': 'fetch' } };

  // What makes a control the same one when its part of the page comes again.
  const keyOf = element => {
    const row = element.closest('li, tr')?.querySelector('a')?.getAttribute('href');
    const text = (element.tagName === 'DETAILS' ? element.firstElementChild : element).textContent.trim();
    return [element.tagName, row, element.name, element.value, text].join();
  };
  const findByKey = (root, key) =>
    [...root.querySelectorAll('a, button, input, select, textarea, details, summary')].find(each => keyOf(each) === key);

  // A refused form has its first wrong field in focus; a browser does that itself unless this script wrote the page.
  document.querySelector('main [autofocus]')?.focus();

  // A page that comes again after one of its forms is where it was, with the same control in focus.
  const place = JSON.parse(sessionStorage.getItem('place'));
  sessionStorage.removeItem('place');
  if (place?.path === location.pathname && !document.querySelector('main [autofocus]')) {
    const note = document.querySelector('main > .note');
    note?.classList.add('note-sticky');
    scrollTo(0, place.top);
    const control = findByKey(document, place.key) ?? note;
    if (control === note) note?.setAttribute('tabindex', '-1');
    control?.focus({ preventScroll: true });
  }

  // Only one menu or confirmation is open at a time; Escape closes it.
  document.addEventListener('click', event => {
    for (const open of document.querySelectorAll('details.menu[open], details.inline[open]')) {
      if (!open.contains(event.target)) open.open = false;
    }
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    const open = document.querySelector('details.menu[open], details.inline[open]');
    if (open) { open.open = false; open.querySelector('summary').focus(); }
  });

  // What a page of its own asks opens in a dialog instead; the page is opened if it cannot be loaded.
  document.addEventListener('click', async event => {
    const link = event.target.closest('a[data-dialog]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    let page;
    try {
      const answer = await fetch(link.href, inBackground);
      if (answer.ok) page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    } catch (offline) { /* the browser says so below */ }
    const title = page?.querySelector('main h1');
    const form = page?.querySelector('main form');
    if (!form) { location.assign(link.href); return; }
    if (document.querySelector('dialog')) return; // pressed twice
    const dialog = document.createElement('dialog');
    dialog.className = 'dialog';
    dialog.setAttribute('aria-labelledby', 'dialog-title');
    title.id = 'dialog-title';
    dialog.append(title, form);
    dialog.addEventListener('close', () => { dialog.remove(); link.focus(); });
    dialog.addEventListener('click', pressed => {
      if (!pressed.target.closest('[data-close]')) return;
      pressed.preventDefault();
      dialog.close();
    });
    document.querySelector('main').append(dialog);
    addCopyButtons(dialog);
    dialog.showModal();
  });

  // The theme changes in place; without script the page is loaded again.
  document.querySelector('[data-theme-form]')?.addEventListener('submit', event => {
    event.preventDefault();
    event.stopPropagation();
    const form = event.target;
    const choice = new URLSearchParams(new FormData(form, event.submitter));
    for (const button of form.querySelectorAll('button')) button.ariaPressed = button === event.submitter;
    document.documentElement.dataset.theme = choice.get('theme');
    fetch(form.action, { method: 'POST', body: choice, redirect: 'manual', keepalive: true });
  });

  // Prevents submitting a form twice, and remembers where the page is.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    if ((event.submitter?.getAttribute('formmethod') ?? form.method) !== 'post') return;
    form.dataset.sent = 'yes';
    const release = () => { delete form.dataset.sent; };
    setTimeout(release, 5000); // the answer may be no page
    addEventListener('pageshow', release, { once: true });
    const key = event.submitter && keyOf(event.submitter);
    sessionStorage.setItem('place', JSON.stringify({ path: location.pathname, top: scrollY, key }));
  });

  // Polls the progress of running tasks.
  const live = () => document.querySelector('[data-live]');
  const pause = 1500;
  const hideWhatScriptDoes = () => {
    for (const link of document.querySelectorAll('[data-without-script]')) link.hidden = true;
  };
  const refresh = async () => {
    const before = live();
    if (!before) return;
    if (document.hidden) { setTimeout(refresh, pause); return; }
    try {
      const answer = await fetch(location.href, inBackground);
      if (answer.status === 401) return; // the session has ended: polling on is useless
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const now = answer.ok && page.getElementById(before.id);
      if (now) { before.replaceWith(now); enhance(now); }
      hideWhatScriptDoes();
    } catch (offline) { /* retried below */ }
    setTimeout(refresh, pause);
  };
  if (live()) {
    hideWhatScriptDoes();
    setTimeout(refresh, pause);
  }

  // What others do appears by itself: asks now and then whether anything changed, and only then loads the page again.
  const head = document.querySelector('[data-changes]');
  if (head) {
    const every = 1000 * (head.dataset.every || 10);
    const idleLimit = 30 * 60 * 1000; // nobody is there any more, so the session may end
    let since = head.dataset.since;
    let lastUse = Date.now();
    let failures = 0;
    for (const use of ['pointerdown', 'pointermove', 'keydown', 'scroll']) {
      addEventListener(use, () => { lastUse = Date.now(); }, { passive: true });
    }
    const ask = async () => {
      if (document.hidden || Date.now() - lastUse > idleLimit) { setTimeout(ask, every); return; }
      try {
        const answer = await fetch(`${head.dataset.changes}?since=${since}`);
        if (answer.status === 401) return; // the session has ended
        failures = answer.ok ? 0 : failures + 1;
        if (answer.ok) {
          const { changed, now } = await answer.json();
          if (!changed || await update()) since = now;
        }
      } catch (offline) {
        failures++;
      }
      setTimeout(ask, every * 2 ** Math.min(failures, 5));
    };
    const [loaded] = performance.getEntriesByType('navigation');
    const isLoadedAhead = loaded?.deliveryType === 'navigational-prefetch'; // and perhaps minutes old
    setTimeout(ask, isLoadedAhead ? 0 : every);
  }

  // Shows what changed. False: not now, since the reader is typing.
  let shown;
  async function update() {
    const parts = [...document.querySelectorAll('[data-updates]')];
    const typing = 'textarea:focus, select:focus, input:not([type=checkbox]):focus';
    const isBusy = document.querySelector('dialog[open]') || parts.some(part => part.querySelector(typing));
    if (isBusy) return false;
    const answer = await fetch(location.href, inBackground);
    if (!answer.ok) return true; // what this page shows is gone, as its buttons will say
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = parts.map(part => page.getElementById(part.id));
    const html = fresh.map(part => part?.outerHTML).join().replace(/<time[^]*?<\/time>/g, '');
    if (html === shown) return true;
    shown = html;
    parts.forEach((part, at) => { if (fresh[at]) replace(part, fresh[at]); });
    document.getElementById('announcement').textContent = `Updated. ${document.getElementById('bell').textContent}`;
    return true;
  }

  // Selection, focus and what is open stay.
  function replace(before, now) {
    const same = element => findByKey(now, keyOf(element));
    for (const box of before.querySelectorAll('input:checked')) {
      const kept = same(box);
      if (kept) kept.checked = true;
    }
    for (const open of before.querySelectorAll('details[open]')) {
      const kept = same(open);
      if (kept) kept.open = true;
    }
    const focused = before.contains(document.activeElement) && same(document.activeElement);
    const isMenuOpen = before.popover && before.matches(':popover-open');
    before.replaceWith(now);
    enhance(now);
    if (isMenuOpen) now.showPopover();
    if (focused) focused.focus({ preventScroll: true });
  }

  const upload = document.querySelector('form[data-upload]');
  if (upload) {
    const file = upload.querySelector('[type=file]');
    const name = upload.querySelector('[name=name]');
    file.addEventListener('change', () => {
      const chosen = file.files[0];
      if (!chosen) return;
      if (!name.value) name.value = chosen.name;
      const tooLarge = chosen.size > Number(upload.dataset.largest);
      file.setCustomValidity(tooLarge ? 'The file is larger than this portal accepts.' : '');
      file.reportValidity();
    });
    upload.addEventListener('submit', event => {
      event.preventDefault();
      send(upload);
    });
  }

  // Asked before sending: a browser reads the answer only once it has sent the whole file.
  const isSignedOut = async () => {
    try {
      const answer = await fetch(location.href, { redirect: 'manual', ...inBackground });
      return answer.status === 401 || answer.type === 'opaqueredirect';
    } catch (offline) { return false; }
  };

  async function send(form) {
    const row = form.querySelector('[data-progress]');
    const bar = row.querySelector('progress');
    const text = row.querySelector('[data-progress-text]');
    const signIn = form.querySelector('[data-signed-out]');
    const request = new XMLHttpRequest();
    const again = signedOut => {
      signIn.hidden = !signedOut;
      row.hidden = signedOut;
      form.querySelector('[type=submit]').disabled = false;
      delete form.dataset.sent;
    };
    signIn.hidden = true;
    form.querySelector('[type=submit]').disabled = true;
    if (await isSignedOut()) { again(true); return; }
    row.hidden = false;
    request.upload.addEventListener('progress', event => {
      const percent = Math.floor(100 * event.loaded / event.total);
      bar.value = percent;
      text.textContent = percent < 100 ? percent + ' %' : 'Checking the file…';
    });
    request.addEventListener('load', () => {
      if (request.status === 401) { again(true); return; }
      history.replaceState(null, '', request.responseURL);
      document.open();
      document.write(request.responseText);
      document.close();
    });
    request.addEventListener('error', async () => {
      text.textContent = 'The connection was interrupted. Nothing was stored; try again.';
      again(await isSignedOut());
    });
    request.open('POST', form.action || location.href);
    request.send(new FormData(form));
  }

  // A long list of choices is narrowed as one types; what is chosen stays in it.
  for (const field of document.querySelectorAll('[data-filter]')) {
    const choices = [...document.getElementById(field.dataset.filter).children];
    field.hidden = choices.length < 8;
    field.addEventListener('input', () => {
      const wanted = field.value.trim().toLowerCase();
      for (const each of choices) {
        each.hidden = !each.textContent.toLowerCase().includes(wanted) && !each.querySelector(':checked');
      }
    });
    field.addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault(); });
  }

  // What is selected in a list: counts it, enables the buttons for it and keeps them in view.
  function watchSelections(root) {
    for (const button of root.querySelectorAll('[data-select-all]')) {
      const form = button.closest('form');
      const bar = button.parentElement;
      const boxes = () => [...form.querySelectorAll(`[type=checkbox][name=${button.dataset.selectAll}]`)];
      const update = () => {
        const all = boxes();
        const selected = all.filter(box => box.checked).length;
        bar.classList.toggle('actions-bar-sticky', selected > 0);
        bar.querySelector('[data-selected]').textContent = selected > 0 ? `${selected} selected` : '';
        for (const needy of bar.querySelectorAll('[data-needs-selection]')) needy.disabled = selected === 0;
        button.hidden = all.length < 2;
        button.textContent = all.length > 0 && selected === all.length ? 'Clear selection' : 'Select all';
      };
      button.addEventListener('click', () => {
        const all = boxes();
        const select = !all.every(box => box.checked);
        for (const box of all) box.checked = select;
        update();
      });
      form.addEventListener('change', update);
      addEventListener('pageshow', update); // going back brings the selection back
      update();
    }
  }

  enhance(document);
})();
