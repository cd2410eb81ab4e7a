// What is laid out wrong on the current page: a list of sentences, empty if all is well.
// The argument says whether texts that are cut or overlap are looked for, too.
overlaps => {
  const faults = [];
  const clipped = 'visually-hidden,visually-hidden-focusable,skip'.split(',').map(each => '.' + each).join();
  const shown = element => element.checkVisibility({ visibilityProperty: true }) && !element.closest(clipped);
  const named = element => `<${element.localName} class="${element.className}"> “${element.textContent.trim().slice(0, 60)}”`;
  const scrolls = element => element.closest('.table-responsive, pre, [tabindex="0"]');

  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) faults.push(`the page is ${wide} wide`);

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.data.trim() && shown(node.parentElement) && !node.parentElement.closest('script, option, textarea')) texts.push(node);
  }
  const rects = (node, from, to) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return [...range.getClientRects()].filter(each => each.width > 1 && each.height > 1);
  };

  // numbers of accounts, and others: what stands in code may break
  for (const node of texts) {
    if (node.parentElement.closest('code, pre')) continue;
    for (const found of node.data.matchAll(/(?<![\w.-])\d{4,}(?![\w.-])/g)) {
      const lines = new Set(rects(node, found.index, found.index + found[0].length).map(each => Math.round(each.top)));
      if (lines.size > 1) faults.push(`the number ${found[0]} breaks in ${named(node.parentElement)}`);
    }
  }

  for (const button of document.querySelectorAll('.btn, button, .chip-button, .status, .count, summary')) {
    if (!shown(button) || scrolls(button)) continue;
    const box = button.getBoundingClientRect();
    if (box.left < -1 || box.right > innerWidth + 1) faults.push(`cut by the window: ${named(button)}`);
    if (button.scrollWidth > button.clientWidth + 1 && getComputedStyle(button).display !== 'inline') faults.push(`wider than itself: ${named(button)}`);
    for (let outer = button.parentElement; outer !== document.body && outer; outer = outer.parentElement) {
      const around = outer.getBoundingClientRect();
      if (getComputedStyle(outer).overflowX !== 'visible' && box.right > around.right + 1) faults.push(`cut: ${named(button)}`);
    }
  }

  if (overlaps) {
    for (const element of new Set(texts.map(node => node.parentElement))) {
      for (let at = element; at !== document.body; at = at.parentElement) {
        if (['hidden', 'clip'].includes(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth + 1) faults.push(`cut: ${named(element)}`);
      }
    }
    const floats = element => {
      for (let at = element; at; at = at.parentElement) {
        if (['absolute', 'fixed', 'sticky'].includes(getComputedStyle(at).position)) return true;
      }
      return false;
    };
    const boxes = texts.filter(node => !floats(node.parentElement))
      .flatMap(node => rects(node, 0, node.data.length).map(box => ({ node, box })));
    boxes.forEach((one, place) => {
      for (const other of boxes.slice(place + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        const height = Math.min(one.box.height, other.box.height);
        if (one.node !== other.node && across > 3 && down > height / 2) {
          faults.push(`overlap: ${named(one.node.parentElement)} and ${named(other.node.parentElement)}`);
        }
      }
    });
  }
  return faults;
}
