// The galley follows the typing. Without scripts "Show again" does the same.
(() => {
  const form = document.getElementById('form');
  const address = form.dataset.galley;
  const fields = ['name', 'kind', 'where', 'state', 'country', 'title'];
  let waiting = 0, asked = 0;

  const show = async () => {
    if (!address) return;
    const values = new FormData(form);
    const query = new URLSearchParams(fields.map(field => [field, values.get(field) ?? '']));
    const mine = ++asked;
    try {
      const answer = await fetch(`${address}?${query}`, { credentials: 'omit' });
      if (answer.ok && mine === asked) document.getElementById('slip').outerHTML = await answer.text();
    } catch {
      // The line keeps its last place; the form itself does not need it.
    }
  };

  const putName = () => {
    const name = form.elements.namedItem('name')?.value.trim();
    for (const place of document.querySelectorAll('[data-name]')) place.textContent = name || place.dataset.name;
  };

  form.addEventListener('input', event => {
    if (!fields.includes(event.target.name)) return;
    if (event.target.name === 'name') putName();
    clearTimeout(waiting);
    waiting = setTimeout(show, 200);
  });

  // What was typed before this script came, or was kept by the browser, counts too.
  putName();
  if (form.elements.namedItem('name')?.value !== form.elements.namedItem('name')?.defaultValue) show();

  if (address) document.querySelector('.again')?.setAttribute('hidden', '');
  document.querySelector('.errors, #look')?.focus();
})();
