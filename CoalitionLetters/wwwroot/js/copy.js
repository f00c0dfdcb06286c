// The letters beside the form follow the typing, and passages that must stay say when they are gone. The form works without this.
(() => {
  const text = document.getElementById('text');
  const fold = words => words.normalize('NFC').split(/\s+/).filter(Boolean).join(' ');

  const follow = () => {
    for (const place of document.querySelectorAll('[data-preview]')) place.textContent = text.value.trim();
    const now = fold(text.value);
    for (const passage of document.querySelectorAll('[data-kept]')) passage.querySelector('.gone').hidden = now.includes(fold(passage.dataset.kept));
  };

  text?.addEventListener('input', follow);
  // What was typed before this script came, or was kept by the browser, counts too.
  if (text && text.value !== text.defaultValue) follow();
  if (text) document.querySelector('.again')?.setAttribute('hidden', '');

  for (const button of document.querySelectorAll('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const from = document.getElementById(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(from.value);
      } catch {
        from.select();
        document.execCommand('copy');
      }
      document.getElementById(button.dataset.copy + '-said').textContent = button.dataset.done;
    });
  }

  document.querySelector('.errors')?.focus();
})();
