// What the pages do beyond HTML. Everything here is an improvement: without it each page still reads and each form still works.
(() => {
  'use strict';
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => { try { return localStorage.getItem('agora-theme'); } catch { return null; } };
  const paint = () => {
    const theme = chosen() || (dark.matches ? 'dark' : 'light');
    root.dataset.frTheme = theme;
    root.style.colorScheme = theme;
  };
  paint();
  dark.addEventListener('change', paint);
  root.dataset.agoraJs = '';

  const each = (scope, selector, act) => scope.querySelectorAll(selector).forEach(act);

  function menu(scope) {
    each(scope, '[data-agora-opens]', (button) => {
      const panel = document.getElementById(button.dataset.agoraOpens);
      if (!panel) return;
      const show = (open) => {
        panel.classList.toggle('fr-modal--opened', open);
        button.setAttribute('aria-expanded', String(open));
        root.classList.toggle('agora-locked', open);
        if (open) {
          // focus first: as a dialog the panel fades in, and what is not yet visible takes no focus
          panel.querySelector('button, a, input').focus();
          panel.setAttribute('role', 'dialog');
          panel.setAttribute('aria-modal', 'true');
        } else {
          panel.removeAttribute('role');
          panel.removeAttribute('aria-modal');
          button.focus();
        }
      };
      button.addEventListener('click', () => show(true));
      matchMedia('(min-width: 62em)').addEventListener('change', () => { if (panel.classList.contains('fr-modal--opened')) show(false); });
      each(panel, '[data-agora-closes]', (closer) => closer.addEventListener('click', () => show(false)));
      panel.addEventListener('keydown', (event) => {
        if (!panel.classList.contains('fr-modal--opened')) return;
        if (event.key === 'Escape') show(false);
        if (event.key !== 'Tab') return;
        const stops = [...panel.querySelectorAll('a[href], button, input:not([type=hidden]), summary')].filter((stop) => stop.offsetParent);
        const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
        if (document.activeElement === edge) {
          event.preventDefault();
          (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus();
        }
      });
    });
  }

  function disclosures() {
    document.addEventListener('click', (event) => {
      each(document, 'details.agora-drop[open]', (drop) => { if (!drop.contains(event.target)) drop.open = false; });
    });
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      each(document, 'details.agora-drop[open]', (drop) => { drop.open = false; drop.querySelector('summary').focus(); });
    });
  }

  function counters(scope) {
    each(scope, '[data-agora-counter]', (area) => {
      const said = document.getElementById(area.dataset.agoraCounter);
      if (!said) return;
      const tell = () => { said.textContent = said.dataset.text.replace('#', String(Math.max(0, area.maxLength - area.value.length))); };
      area.addEventListener('input', tell);
      tell();
    });
  }

  // the field itself stays a comma separated text: chips only show and edit it
  function chips(scope) {
    each(scope, 'input[data-agora-chips]', (field) => {
      const removal = field.dataset.agoraChips;
      const words = () => field.value.split(',').map((word) => word.trim()).filter(Boolean);
      const list = document.createElement('ul');
      list.className = 'fr-tags-group agora-chips';
      const entry = field.cloneNode();
      entry.removeAttribute('name');
      entry.removeAttribute('data-agora-chips');
      entry.required = false;
      entry.value = '';
      field.type = 'hidden';
      field.removeAttribute('id');
      field.removeAttribute('data-agora-chips');
      field.after(entry);
      field.after(list);
      const draw = () => {
        list.replaceChildren(...words().map((word) => {
          const item = document.createElement('li');
          const chip = document.createElement('button');
          chip.type = 'button';
          chip.className = 'fr-tag fr-tag--dismiss';
          chip.textContent = word;
          chip.setAttribute('aria-label', removal.replace('#', word));
          chip.addEventListener('click', () => {
            field.value = words().filter((other) => other !== word).join(', ');
            draw();
            entry.focus();
          });
          item.append(chip);
          return item;
        }));
        list.hidden = words().length === 0;
      };
      const take = () => {
        const added = entry.value.split(',').map((word) => word.trim()).filter(Boolean);
        if (added.length === 0) return;
        field.value = [...new Set([...words(), ...added])].join(', ');
        entry.value = '';
        draw();
      };
      entry.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && entry.value.trim()) { event.preventDefault(); take(); }
        if (event.key === ',') { event.preventDefault(); take(); }
        if (event.key === 'Backspace' && !entry.value) { field.value = words().slice(0, -1).join(', '); draw(); }
      });
      entry.addEventListener('change', take);
      field.form?.addEventListener('submit', take);
      draw();
    });
  }

  function themes(scope) {
    each(scope, '[data-agora-theme]', (button) => {
      button.hidden = false;
      const tell = () => button.setAttribute('aria-pressed', String(root.dataset.frTheme === 'dark'));
      button.addEventListener('click', () => {
        try { localStorage.setItem('agora-theme', root.dataset.frTheme === 'dark' ? 'light' : 'dark'); } catch { /* kept for this page only */ }
        root.dataset.frTheme = root.dataset.frTheme === 'dark' ? 'light' : 'dark';
        root.style.colorScheme = root.dataset.frTheme;
        tell();
      });
      tell();
    });
  }

  // facets and sorts apply at once where a script runs; the button remains for everybody else
  function instant(scope) {
    each(scope, 'form[data-agora-instant]', (form) => {
      form.addEventListener('change', (event) => { if (event.target.matches('input[type=checkbox], input[type=radio], select')) form.requestSubmit(); });
    });
  }

  // who logs out on one screen leaves the others too: what stands there was theirs. Once a page came back without
  // them, not by the attempt alone: it may fail, and somebody may be writing on another screen
  function farewell() {
    if (!('BroadcastChannel' in window)) return;
    const screens = new BroadcastChannel('agora-farewell');
    const waysOut = document.querySelectorAll('form[action="/deconnexion"]');
    if (waysOut.length === 0) {
      screens.postMessage('gone');
      screens.close();
      return;
    }
    let leaving = false;
    waysOut.forEach((form) => form.addEventListener('submit', () => screens.postMessage('leaving')));
    screens.addEventListener('message', (event) => {
      if (event.data === 'leaving') leaving = true;
      if (event.data === 'gone' && leaving) location.replace('/');
    });
  }

  // htmx notes the page's address, words searched for included, for a history it does not keep here
  function forgetAddress() {
    try { sessionStorage.removeItem('htmx-current-path-for-history'); } catch { /* no storage, no note */ }
  }

  function dress(scope) {
    counters(scope);
    chips(scope);
    instant(scope);
  }

  document.addEventListener('DOMContentLoaded', () => {
    menu(document);
    disclosures();
    themes(document);
    farewell();
    forgetAddress();
    dress(document);
    const summary = document.querySelector('[data-agora-focus]');
    if (summary) summary.focus();
  });
  document.addEventListener('htmx:afterSwap', (event) => dress(event.target));
})();
