/** What the documentation pages add to the widgets: try a theme, a language, a direction; watch the events. */
const root = document.documentElement;

const set = {
  theme(value) {
    root.dataset.theme = value;
    for (const one of widgets()) {
      if (value === 'auto') one.removeAttribute('theme');
      else one.setAttribute('theme', value);
    }
  },
  language(value) {
    for (const one of widgets()) one.lang = value;
  },
  direction(value) {
    root.dir = value;
  },
};

/** The widgets that follow the controls: an example that shows a theme or a language keeps it. */
const fixed = new Set(document.querySelectorAll(':is([theme], [lang]):is([partner], [badge])'));
const widgets = () =>
  [...document.querySelectorAll('[partner], [badge]')].filter(
    (one) => one.localName.startsWith('ambassador-') && !fixed.has(one),
  );

for (const select of document.querySelectorAll('.controls select')) {
  select.addEventListener('change', () => set[select.name]?.(select.value));
}

const log = document.querySelector('.log[data-events]');
for (const name of log?.dataset.events?.split(' ') ?? []) {
  document.addEventListener(name, (event) => {
    const line = document.createElement('li');
    line.textContent = `${name} ${JSON.stringify(event.detail)}`;
    log.append(line);
  });
}
