// The editor's side in the browser. It owns what stands in the fields while somebody types: it keeps a copy in this browser until
// the server has saved it, sends only what changed, and shows the page pictures without moving them.

const pause = 120;
const longestPause = 350;
const breath = 1000;
const longestHold = 20000;
const patience = 2000;

// nouns: the usual count words by language and kind of signatory, like nouns.es.Officials.
export function start(form, pages, dotnet, letter, stored, nouns) {
    const keptKey = `letter ${letter} ${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
    let base = { ...read(form), ...stored };
    // What the server is known to have; what it was sent last, by number; and the fields in which it may have something else than known,
    // because a connection can swallow a message without a word.
    let known = base;
    let sent = { number: 0, state: base, at: 0 };
    const doubtful = new Set();
    let typedAt = -breath;
    let composing = false;
    let place = null;
    let leave = () => { };
    let timer = 0;
    let waitingSince = 0;
    let unsaved = false;
    let unheard = 0;

    const typed = () => {
        unsaved = true;
        typedAt = performance.now();
        keep();
        waitingSince ||= performance.now();
        clearTimeout(timer);
        timer = setTimeout(() => send(), performance.now() - waitingSince > longestPause ? 0 : pause);
    };

    const keep = () => {
        try {
            localStorage.setItem(keptKey, JSON.stringify({ fields: read(form), base, at: new Date().toISOString() }));
        } catch {
            // A full or forbidden store: the server still saves every second.
        }
    };

    // Each message carries all that the server may not have yet, so that it makes up for the messages lost before it.
    const send = async (insisting = false) => {
        clearTimeout(timer);
        waitingSince = 0;
        const now = read(form);
        const isNew = differing(now, sent.state).length > 0;
        if (!isNew && (isKnown() || !insisting)) return;
        if (isNew) note(now);
        sent.at = performance.now();
        const message = sent;
        const values = Object.fromEntries([...doubtful].map(name => [name, now[name] ?? null]));
        try {
            await dotnet.invokeMethodAsync('Typed', message.number, values);
            arrived(message.number);
        } catch {
            // The connection is gone; the pulse sends it all again.
        }
    };

    const note = now => {
        sent = { number: sent.number + 1, state: now, at: performance.now() };
        for (const name of differing(known, now)) doubtful.add(name);
    };

    const arrived = upTo => {
        if (upTo !== sent.number) return;
        known = sent.state;
        doubtful.clear();
        tell();
    };

    const isKnown = () => known === sent.state;

    // The server's own line about saving is not to be trusted while words have not reached it.
    const tell = () => {
        unheard = isKnown() ? 0 : unheard + 1;
        form.closest('.editor').classList.toggle('unsent', unheard > 1);
    };

    const pulse = () => {
        tell();
        if (!unsaved && !form.inert) return;
        if (isKnown() && !timerRuns()) {
            dotnet.invokeMethodAsync('Asked').catch(() => { });
        } else {
            send(true);
        }
    };

    const again = setInterval(pulse, patience);
    const leaving = event => { if (unsaved) event.preventDefault(); };
    const commands = event => command(event, form.querySelector('#body'));

    // Before the listeners that send: what follows from a choice goes with it.
    form.addEventListener('change', event => { if (event.target.matches('#signatories, #language')) nameSignatories(form, nouns); });
    form.addEventListener('input', typed);
    form.addEventListener('change', typed);
    form.addEventListener('focusout', () => send());
    // A button's step may draw the fields anew, so all must have gone ahead of it.
    form.addEventListener('click', () => send(true));
    form.addEventListener('click', commands);
    form.addEventListener('keydown', keys);
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('compositionstart', () => { composing = true; });
    form.addEventListener('compositionend', () => { composing = false; });
    window.addEventListener('beforeunload', leaving);
    // Tells other tabs that these words have somebody who looks after them; the browser lets go of it when the tab closes.
    navigator.locks?.request(keptKey, () => new Promise(done => { leave = done; }));
    // The fields can be typed into before this script has come.
    const first = read(form);
    if (Object.keys(first).some(name => first[name] !== base[name])) typed();
    // An address may name a field, which was not there yet when the browser looked for it.
    lead(form, location.hash.slice(1));

    function keys(event) {
        const bar = event.target.closest('[role=toolbar]');
        if (bar) return moveInBar(bar, event);
        const key = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.target.id === 'body' && { b: 'bold', i: 'italic', k: 'link' }[event.key];
        if (key) {
            event.preventDefault();
            commandsByName[key](event.target);
        }
    }

    return {
        // The server has saved what was sent under this number.
        saved: upTo => {
            arrived(upTo);
            if (upTo === sent.number && !timerRuns() && differing(known, read(form)).length === 0) {
                unsaved = false;
                base = known;
                localStorage.removeItem(keptKey);
            }
        },
        // The server put other words into the fields.
        replaced: notSaved => {
            sent.state = read(form);
            arrived(sent.number);
            if (notSaved) {
                unsaved = true;
                keep();
            } else {
                base = known;
            }
        },
        // Waits until nobody is in the middle of a word, then lets nobody type and says what stands in the fields; nothing after long typing.
        hold: async () => {
            const latest = performance.now() + longestHold;
            while (midWord()) {
                if (performance.now() > latest) return null;
                await new Promise(go => setTimeout(go, 50));
            }
            place = focused(form);
            form.inert = true;
            clearTimeout(timer);
            waitingSince = 0;
            note(read(form));
            return { number: sent.number, fields: sent.state };
        },
        release: upTo => {
            arrived(upTo);
            form.inert = false;
            if (place && document.activeElement === document.body) focusAgain(place);
            place = null;
        },
        kept: () => keptFor(letter, keptKey),
        forget,
        show: list => showPages(pages, list),
        lead: id => lead(form, id),
        leadOn: id => { if (!form.contains(document.activeElement) || document.activeElement.tagName === 'BUTTON') lead(form, id); },
        scrollTo: id => document.getElementById(id)?.scrollIntoView({ block: 'nearest' }),
        stop: () => {
            clearInterval(again);
            clearTimeout(timer);
            window.removeEventListener('beforeunload', leaving);
            leave();
        },
    };

    function midWord() {
        const at = document.activeElement;
        return composing || (form.contains(at) && at.matches('textarea, input') && performance.now() - typedAt < breath);
    }

    function timerRuns() {
        return waitingSince !== 0;
    }
}

// Everything in the form that has a name, boxes as true or false.
function read(form) {
    const values = {};
    for (const field of form.elements) {
        if (!field.name || field.type === 'file') continue;
        if (field.type === 'radio') {
            if (field.checked) values[field.name] = field.value;
        } else {
            values[field.name] = field.type === 'checkbox' ? String(field.checked) : field.value;
        }
    }
    return values;
}

// The names of the fields that are not the same in both.
function differing(one, other) {
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(name => one[name] !== other[name]);
}

// Into the field, whose part may be closed.
function lead(form, id) {
    const field = document.getElementById(id);
    if (!form.contains(field)) return;
    field.closest('details:not([open])')?.setAttribute('open', '');
    field.focus();
}

function focused(form) {
    const at = document.activeElement;
    return form.contains(at) && at.id ? { id: at.id, start: at.selectionStart, end: at.selectionEnd } : null;
}

function focusAgain({ id, start, end }) {
    const field = document.getElementById(id);
    field?.focus();
    if (Number.isInteger(start)) field?.setSelectionRange(start, end);
}

// Words of earlier visits that never reached the server. What another open tab holds is left to that tab.
export async function keptFor(letter, own) {
    const open = new Set((await navigator.locks?.query())?.held.map(lock => lock.name));
    const found = [];
    for (let i = 0; i < localStorage.length; i++) {
        const key = localStorage.key(i);
        if (!key.startsWith(`letter ${letter} `) || key === own || open.has(key)) continue;
        found.push({ key, ...JSON.parse(localStorage.getItem(key)) });
    }
    return found.sort((a, b) => b.at.localeCompare(a.at));
}

export function forget(key) {
    localStorage.removeItem(key);
}

// Puts new pictures in place of old ones when they are ready to be seen, so that nothing flickers and the scroll position stays.
async function showPages(pages, list) {
    pages.dataset.wanted = list.map(page => page.address).join(' ');
    const wanted = pages.dataset.wanted;
    const ready = await Promise.all(list.map(async (page, i) => {
        const shown = pages.children[i]?.firstElementChild;
        if (shown?.getAttribute('src') === page.address) return shown;
        const picture = new Image(page.width, page.height);
        picture.src = page.address;
        picture.alt = page.alt;
        await picture.decode().catch(() => { });
        return picture;
    }));
    if (pages.dataset.wanted !== wanted) return;
    ready.forEach((picture, i) => {
        const place = pages.children[i] ?? pages.appendChild(document.createElement('li'));
        if (place.firstElementChild !== picture) place.replaceChildren(picture);
        picture.alt = list[i].alt;
    });
    while (pages.children.length > list.length) pages.lastElementChild.remove();
}

// One stop for the Tab key; arrows move inside.
function moveInBar(bar, event) {
    const buttons = [...bar.querySelectorAll('button, select')];
    const at = buttons.indexOf(event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const next = buttons[(to + buttons.length) % buttons.length];
    buttons.forEach(button => { button.tabIndex = button === next ? 0 : -1; });
    next.focus();
}

function command(event, body) {
    const button = event.target.closest('[data-command]');
    if (!button) return;
    const [name, value] = button.dataset.command.split(/ (.*)/);
    commandsByName[name](body, value);
}

const commandsByName = {
    heading: body => lines(body, line => line.startsWith('## ') ? `### ${line.slice(3)}` : line.startsWith('### ') ? line.slice(4) : `## ${line}`),
    bold: body => around(body, '**', 'words in bold'),
    italic: body => around(body, '*', 'words in italic'),
    link: body => {
        const words = selected(body) || 'the words to press';
        insert(body, `[${words}](https://)`, -1);
    },
    list: body => lines(body, line => line.startsWith('- ') ? line.slice(2) : `- ${line}`),
    numbers: body => lines(body, (line, i) => /^\d+\. /.test(line) ? line.replace(/^\d+\. /, '') : `${i + 1}. ${line}`),
    quote: body => lines(body, line => line.startsWith('> ') ? line.slice(2) : `> ${line}`),
    footnote: body => {
        let next = 1;
        while (body.value.includes(`[^${next}]`)) next++;
        const place = body.selectionEnd;
        const note = `${body.value.endsWith('\n') ? '' : '\n'}\n[^${next}]: `;
        select(body, place, place);
        insert(body, `[^${next}]`);
        select(body, body.value.length, body.value.length);
        insert(body, note);
    },
    table: body => block(body, '| Column | Column |\n| --- | --- |\n| text | text |\n'),
    insert: (body, text) => insert(body, text),
};

function around(body, mark, otherwise) {
    const { selectionStart: start, selectionEnd: end, value } = body;
    if (value.slice(start - mark.length, start) === mark && value.slice(end, end + mark.length) === mark) {
        const words = value.slice(start, end);
        select(body, start - mark.length, end + mark.length);
        insert(body, words);
        select(body, start - mark.length, end - mark.length);
        return;
    }
    const words = selected(body) || otherwise;
    insert(body, mark + words + mark);
    select(body, start + mark.length, start + mark.length + words.length);
}

// Count words of somebody's own stay; those of another kind of signatory, or of another language, follow the choice.
function nameSignatories(form, nouns) {
    const fields = [form.querySelector('#noun-one'), form.querySelector('#noun-many')];
    const said = fields.map(field => field.value.trim());
    if (Object.values(nouns).flatMap(Object.values).some(words => words.every((word, i) => word === said[i]))) {
        const usual = nouns[form.querySelector('#language').value][form.querySelector('#signatories').value];
        fields.forEach((field, i) => { field.value = usual[i]; });
    }
}

function lines(body, change) {
    const start = body.value.lastIndexOf('\n', body.selectionStart - 1) + 1;
    const stop = body.value.indexOf('\n', Math.max(body.selectionEnd - 1, start));
    const end = stop < 0 ? body.value.length : stop;
    select(body, start, end);
    const text = body.value.slice(start, end).split('\n').map(change).join('\n');
    insert(body, text);
    select(body, start, start + text.length);
}

function block(body, text) {
    const before = body.value.slice(0, body.selectionStart);
    const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
    insert(body, gap + text);
}

const selected = body => body.value.slice(body.selectionStart, body.selectionEnd);

function select(body, start, end) {
    body.focus();
    body.setSelectionRange(start, end);
}

// execCommand is old, and the only way that leaves the browser's undo working.
function insert(body, text, caretFromEnd = 0) {
    body.focus();
    if (!document.execCommand('insertText', false, text)) {
        body.setRangeText(text, body.selectionStart, body.selectionEnd, 'end');
        body.dispatchEvent(new Event('input', { bubbles: true }));
    }
    if (caretFromEnd) select(body, body.selectionEnd + caretFromEnd, body.selectionEnd + caretFromEnd);
}
