/**
 * Renews preview, lines and address bar while one chooses. Without it the form does the same, one page at a time.
 * Nothing that was answered becomes markup: texts are put in as texts.
 */
const form = document.querySelector('form.configurator');
const show = (name) => document.querySelector(`[data-shows="${name}"]`);
const frame = show('preview');
const stage = frame.parentElement;
const [accent, picker] = form.querySelectorAll('.colour input');

/** What is chosen, without what is not. */
function chosen() {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value !== '') query.append(name, value);
  }
  return query;
}

function setText(name, text) {
  const place = show(name);
  if (place) place.textContent = text;
}

function setList(name, texts) {
  const list = show(name);
  list.hidden = texts.length === 0;
  const items = texts.map((text) => {
    const item = document.createElement('li');
    item.textContent = text;
    return item;
  });
  (list.querySelector('ul') ?? list).replaceChildren(...items);
}

/** Only the options of the chosen widget can be used, and are sent. */
function showOptions() {
  const { widget } = Object.fromEntries(new FormData(form));
  form.elements.namedItem('for').value = widget;
  for (const group of form.querySelectorAll('[data-widget]')) {
    group.hidden = group.disabled = group.dataset.widget !== widget;
  }
}

function showContrast(view) {
  show('contrast').hidden = !view;
  show('sheet').hidden = !view;
  if (!view) return;
  for (const name of ['light', 'dark']) {
    setText(name, view[name]);
    for (const shape of document.querySelectorAll(`[data-fill="${name}"]`)) shape.setAttribute('fill', view[name]);
  }
  for (const [name, ratio] of [
    ['on-light', view.onLight],
    ['on-dark', view.onDark],
  ]) {
    setText(name, show(name).dataset.text.replace('{}', ratio));
  }
  show('fine').hidden = view.corrected;
  show('corrected').hidden = !view.corrected;
  document.getElementById('code-sheet').value = view.sheet;
  picker.value = view.chosen;
}

function showCode({ snippets, kit, notes }) {
  show('missing').hidden = Boolean(snippets);
  show('snippets').hidden = !snippets;
  setList('notes', notes);
  if (!snippets) return;
  for (const [kind, text] of Object.entries(snippets)) {
    document.getElementById(`code-${kind}`).value = text;
  }
  document.getElementById('code-kit').value = kit;
}

/** A new address in the frame, and none more in the history. */
function showPreview(address, query) {
  const script = query.get('script') === 'off' ? '' : ' allow-scripts allow-forms';
  const sandbox = `allow-same-origin${script}`;
  stage.dataset.width = query.get('width') ?? 'phone';
  stage.dataset.scheme = query.get('scheme') ?? 'light';
  const url = new URL(address, location.href).href;
  if (frame.dataset.at === url && frame.getAttribute('sandbox') === sandbox) return;
  frame.dataset.at = url;
  frame.setAttribute('sandbox', sandbox);
  frame.contentWindow.location.replace(url);
}

let asking;

async function renew() {
  asking?.abort();
  asking = new AbortController();
  const query = chosen();
  let state;
  try {
    const answer = await fetch(`/embed-choice.json?${query}`, { signal: asking.signal });
    if (!answer.ok) throw new Error(String(answer.status));
    state = await answer.json();
  } catch (error) {
    if (error.name !== 'AbortError') setText('status', form.dataset.failed);
    return;
  }
  setText('partner', state.partner.text);
  show('partner').dataset.known = String(state.partner.isKnown);
  setList('refused', state.refused);
  showContrast(state.accent);
  showCode(state);
  showPreview(state.previewAddress, query);
  show('passport').href = state.passportAddress;
  history.replaceState(null, '', state.address);
  // Emptied first: the same words again would not be read out a second time.
  setText('status', '');
  requestAnimationFrame(() => setText('status', form.dataset.updated));
}

let waiting;

form.addEventListener('input', (event) => {
  if (event.target === picker) accent.value = picker.value;
  if (event.target.name === 'widget') showOptions();
  clearTimeout(waiting);
  waiting = setTimeout(renew, event.target.type === 'text' || event.target === picker ? 350 : 0);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  void renew();
});

/** As tall as what is in it, within what one can look at. */
let watching;
function fit() {
  const { documentElement: root, body } = frame.contentDocument ?? {};
  if (!body) return;
  watching?.disconnect();
  watching = new ResizeObserver(() => {
    frame.height = String(Math.min(960, Math.max(224, body.offsetHeight + 2)));
  });
  watching.observe(body);
  watching.observe(root);
}

picker.hidden = false;
frame.dataset.at = new URL(frame.getAttribute('src'), location.href).href;
frame.addEventListener('load', fit);
if (frame.contentDocument?.readyState === 'complete') fit();
