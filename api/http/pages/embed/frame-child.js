/**
 * Tells the page around this frame how tall it is, and nobody else: the browser says whose page that is, the server
 * says whose pages may show this frame, and only one that is both is told anything. Without this script, or on a page
 * that does not listen, the frame scrolls.
 */
const contents = (name) => Array.from(document.querySelectorAll(`meta[name="${name}"]`), (meta) => meta.content);

/** The sources of `frame-ancestors` as patterns: exact, every host under a name, any port. */
const theirs = contents('ambassador-sources')
  .flatMap((list) => list.split(' '))
  .filter((source) => source !== '')
  .map((source) => {
    const literal = source.replace(/[.[\]]/g, '\\$&');
    return new RegExp(`^${literal.replace('*\\.', '(?:[a-z0-9-]+\\.)+').replace(/:\*$/, '(?::\\d+)?')}$`);
  });
const isTheirs = (origin) => theirs.some((pattern) => pattern.test(origin));

const originOf = (address) => (URL.canParse(address) ? new URL(address).origin : '');

// In this order: what the browser vouches for, what it says when asked politely, what the server was told.
let around = [location.ancestorOrigins?.[0] ?? '', originOf(document.referrer), ...contents('ambassador-around')].find(
  isTheirs,
);
let height = 0;

function tell() {
  if (parent === window || around === undefined || height === 0) return;
  parent.postMessage({ type: 'ambassador-frame', version: 1, height }, around);
}

// A page that obeys has no use for our scroll bar, which would appear for a moment whenever we grow.
const root = document.documentElement;
let patience;
function settle() {
  clearTimeout(patience);
  if (innerHeight >= height) root.classList.add('is-sized');
  else patience = setTimeout(() => root.classList.remove('is-sized'), 400);
}

new ResizeObserver(() => {
  // Rounded up: half a pixel less would be a scroll bar. Nothing depends on the height that we are given.
  const now = Math.ceil(document.body.getBoundingClientRect().height);
  if (now === height) return;
  height = now;
  tell();
  settle();
}).observe(document.body);
addEventListener('resize', settle);

// The page may have come too late to hear us. Its question also says who it is, where the browser told us nothing.
addEventListener('message', ({ source, origin, data }) => {
  if (source !== parent || source === window || !isTheirs(origin)) return;
  if (data?.type !== 'ambassador-frame-question' || data.version !== 1) return;
  around = origin;
  tell();
});

for (const refused of contents('ambassador-refused')) {
  console.warn(
    `[ambassador-frame] ${refused} is no value that this frame takes: it was left out, and the usual one is shown. Choose again on ${location.origin}/embed.`,
  );
}
