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
  let saidAt = 0, sayLater = 0, fetching = false, wanted = revision, tries = 0, next = 0, leave = null;

  // Longer with each try in vain, at most about a minute, and never the same for two pages.
  const pause = tries => Math.min(60000, 500 * 2 ** tries) * (.5 + Math.random());

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
    clearTimeout(next);
    next = 0;
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
      tries = wanted > revision ? tries + 1 : 0;
      if (tries > 0) soon(pause(tries));
    }
  };

  // A page that nobody sees asks for nothing; it is made fresh when it is seen again.
  const soon = wait => {
    if (!next && !document.hidden) next = setTimeout(refresh, wait);
  };

  const hear = number => {
    wanted = Math.max(wanted, number);
    // Many pages hear it at once; they do not all ask at once.
    if (wanted > revision && !fetching) soon(Math.random() * 400);
  };

  const stream = tell => {
    let source, again, refusals = 0;
    const open = () => {
      source = new EventSource(body.dataset.live);
      source.addEventListener('count', event => { refusals = 0; tell(Number(event.lastEventId)); });
      source.addEventListener('error', () => {
        if (source.readyState === EventSource.CLOSED) again = setTimeout(() => { refresh(); open(); }, 30000 + pause(refusals++));
      });
    };
    open();
    return () => { clearTimeout(again); source.close(); };
  };

  // A browser opens six connections to a site, for all its windows together, and a stream keeps one. So of the windows that show this
  // letter one listens and tells the others; when it goes, the next takes its place. Browsers that cannot agree on one listen each.
  const join = () => {
    if (!navigator.locks || !('BroadcastChannel' in window)) return stream(hear);
    const channel = new BroadcastChannel(body.dataset.live);
    const left = new AbortController();
    let listens = false;
    channel.addEventListener('message', event => {
      if (event.data > 0) hear(event.data);
      else if (listens) channel.postMessage(wanted);
    });
    navigator.locks.request(body.dataset.live, { signal: left.signal }, () => new Promise(done => {
      if (left.signal.aborted) { done(); return; }
      listens = true;
      const close = stream(number => { hear(number); channel.postMessage(number); });
      left.signal.addEventListener('abort', () => { close(); done(); });
    })).catch(fault => { if (!left.signal.aborted) throw fault; });
    channel.postMessage(0);
    return () => { left.abort(); channel.close(); };
  };

  const attend = () => {
    if (document.hidden) depart();
    else leave ??= join();
  };

  const depart = () => {
    clearTimeout(next);
    next = 0;
    leave?.();
    leave = null;
  };

  document.addEventListener('visibilitychange', () => { attend(); if (!document.hidden) refresh(); });
  addEventListener('pagehide', depart);
  addEventListener('pageshow', event => { if (event.persisted) { attend(); refresh(); } });
  attend();
})();
