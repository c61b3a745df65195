/** The chamber's own small application: tabs, and the club's widgets brought in when they are wanted. */
const { club } = document.body.dataset;
const partner = 'chambre-des-entrepreneurs';

let loaded = false;
function loadClub() {
  if (loaded) return;
  loaded = true;
  const script = document.createElement('script');
  script.type = 'module';
  script.src = `${club}/widgets/1/loader.js`;
  document.head.append(script);
}

/** Wraps what stands in a place, so that it stays when the club does not answer. */
function bringIn(name, attributes = {}) {
  const place = document.querySelector(`[data-late="${name}"]`);
  if (!place || place.querySelector(`ambassador-${name}`)) return;
  const widget = document.createElement(`ambassador-${name}`);
  widget.setAttribute('partner', partner);
  for (const [key, value] of Object.entries(attributes)) widget.setAttribute(key, value);
  widget.append(...place.childNodes);
  place.append(widget);
  loadClub();
}

const tabs = [...document.querySelectorAll('.tabs a')];
const panelOf = (tab) => document.querySelector(tab.hash);

function select(tab, { focus = false } = {}) {
  for (const one of tabs) {
    const on = one === tab;
    one.setAttribute('aria-selected', String(on));
    one.tabIndex = on ? 0 : -1;
    panelOf(one).hidden = !on;
  }
  if (focus) tab.focus();
  if (tab.hash === '#join') bringIn('signup', { circle: 'entrepreneurs' });
}

function becomeTabs() {
  const list = document.querySelector('.tabs ul');
  list.setAttribute('role', 'tablist');
  for (const tab of tabs) {
    tab.parentElement.setAttribute('role', 'presentation');
    tab.setAttribute('role', 'tab');
    tab.id = `${tab.hash.slice(1)}-tab`;
    tab.setAttribute('aria-controls', tab.hash.slice(1));
    panelOf(tab).setAttribute('role', 'tabpanel');
  }
  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = tabs.indexOf(document.activeElement);
    if (step && at >= 0) select(tabs[(at + step + tabs.length) % tabs.length], { focus: true });
  });
}

becomeTabs();
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  const tab = link && tabs.find((one) => one.hash === link.hash);
  if (!tab || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  history.replaceState(null, '', tab.hash);
  select(tab, { focus: link !== tab });
  if (link !== tab) scrollTo({ top: 0 });
});
select(tabs.find((tab) => tab.hash === location.hash) ?? tabs[0]);
setTimeout(() => {
  bringIn('counter');
  bringIn('testimonials', { layout: 'wall', circle: 'entrepreneurs', limit: '6' });
}, 1000);
