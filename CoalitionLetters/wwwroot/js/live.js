// The count grows while the page is open. The server says when something has changed; the page as it then stands is fetched and
// every marked part that differs is replaced at the same moment, so that the numbers in them never disagree. When the words themselves have
// changed, they stay as they were read, with the numbers among them, and a sentence has a link to the new ones.
(() => {
  const body = document.body;
  const status = document.getElementById('live-status');
  const textChanged = document.getElementById('text-changed');
  const atMostOnceIn = 60000;
  let revision = Number(body.dataset.revision);
  let said = body.dataset.said;
  let saidAt = 0, sayLater = 0, fetching = false, wanted = revision;

  const say = () => {
    clearTimeout(sayLater);
    const wait = saidAt + atMostOnceIn - Date.now();
    if (wait > 0) { sayLater = setTimeout(say, wait); return; }
    saidAt = Date.now();
    status.textContent = said;
  };

  const change = (fresh, hasOtherWords) => {
    textChanged.hidden = !hasOtherWords;
    for (const part of fresh.querySelectorAll('[id][data-live]')) {
      if (hasOtherWords && part.dataset.live === 'words') continue;
      const here = document.getElementById(part.id);
      if (!here || here.innerHTML === part.innerHTML && here.hidden === part.hidden) continue;
      if (here.contains(document.activeElement)) { here.addEventListener('focusout', refresh, { once: true }); continue; }
      here.replaceChildren(...part.childNodes);
      here.hidden = part.hidden;
    }
    document.title = fresh.title;
  };

  const refresh = async () => {
    if (fetching) return;
    fetching = true;
    try {
      const answer = await fetch(location.pathname, { cache: 'no-cache', credentials: 'omit' });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      revision = Number(fresh.body.dataset.revision);
      const hasOtherWords = fresh.body.dataset.text !== body.dataset.text;
      const text = hasOtherWords ? textChanged.firstElementChild.textContent : fresh.body.dataset.said;
      change(fresh, hasOtherWords);
      if (text && text !== said) { said = text; say(); }
    } catch {
      // Without a network the page stays as it is; the next message tries again.
    } finally {
      fetching = false;
      if (wanted > revision) setTimeout(refresh, 500);
    }
  };

  const listen = () => {
    const source = new EventSource(body.dataset.live);
    source.addEventListener('count', event => {
      wanted = Math.max(wanted, Number(event.lastEventId));
      // Many pages hear it at once; they do not all ask at once.
      if (wanted > revision) setTimeout(refresh, Math.random() * 400);
    });
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(() => { refresh(); listen(); }, 30000 + Math.random() * 30000);
    });
    addEventListener('pagehide', () => source.close(), { once: true });
  };

  addEventListener('pageshow', event => { if (event.persisted) { refresh(); listen(); } });
  listen();
})();
