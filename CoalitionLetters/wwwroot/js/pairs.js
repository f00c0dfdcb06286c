// One key answers the first pair: the buttons name their keys. Not while somebody types. A key that is held, or pressed again before
// the next pair has come, would answer one that nobody has read.
let answered = false;

// The page as it was may be shown again by going back.
addEventListener('pageshow', () => { answered = false; });

document.addEventListener('keydown', event => {
  if (answered || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
  const button = document.querySelector(`button[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (button) {
    event.preventDefault();
    answered = true;
    // Where no new page comes, as without a network, the key works again; a second answer to the same pair would be refused.
    setTimeout(() => { answered = false; }, 5000);
    button.click();
  }
});
