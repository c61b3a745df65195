/**
 * Plots, drawn on the server as SVG that stands in a page: without script, without style attributes (a strict page
 * forbids both), in colours that the page's style sheet gives. What they say is also in a table beside them.
 */
import type { PlotWords } from '../../domain/statistics/plot-ports.ts';
import { turns } from '../../domain/turns.ts';
import { escapeMarkup } from '../../domain/markup.ts';
import type { TopLevelSpec } from 'vega-lite';
import { plotWidth, type Plot } from './specs.ts';

// Loading them takes a fifth of a second and some ten megabytes, which a club whose staff look at no numbers never pays.
let loading: Promise<[typeof import('vega'), typeof import('vega-lite')]> | undefined;
const load = () => (loading ??= Promise.all([import('vega'), import('vega-lite')]));

/** Each takes some milliseconds of the process that also answers visitors. */
const inTurn = turns(1, 200);

/** Letters as the pages have them; colours by the names of custom properties. */
const look = {
  background: 'transparent',
  padding: 0,
  autosize: 'none',
  config: {
    aria: false,
    font: 'inherit',
    view: { stroke: null },
    axis: { labelColor: 'var(--soft)', labelFontSize: 11, title: null, domain: false, ticks: false, grid: false },
    text: { fontSize: 12, color: 'var(--ink)' },
  },
} as const;

/**
 * Draws one plot.
 * @throws {DomainError} busy, when too many are waiting to be drawn
 */
export function draw({ spec, height }: Plot, words: PlotWords): Promise<string> {
  return inTurn(async () => {
    const [vega, { compile }] = await load();
    const compiled = compile({ ...look, ...spec } as TopLevelSpec, { logger: silent() }).spec;
    const view = new vega.View(vega.parse(compiled), { renderer: 'none', logger: silent() });
    try {
      return dress(await view.toSVG(), height, words);
    } finally {
      view.finalize();
    }
  });
}

/** Of the groups inside, readers of screens need to hear nothing: the whole has a name and a description. */
const inner = / (?:role|aria-[a-z]+|class|pointer-events)="[^"]*"/g;

/** One picture with a name and a description, as large as its place. */
function dress(svg: string, height: number, { id, title, text }: PlotWords): string {
  const inside = svg
    .slice(svg.indexOf('>') + 1)
    .replace(/^<rect [^>]*\/>/, '')
    .replace(inner, '');
  return (
    `<svg class="plot" viewBox="0 0 ${plotWidth} ${height}" role="img" aria-labelledby="${id}-title ${id}-text">` +
    `<title id="${id}-title">${escapeMarkup(title)}</title><desc id="${id}-text">${escapeMarkup(text)}</desc>${inside}`
  );
}

/** What it warns of (an empty scale) is no fault, and no line of a log. */
function silent() {
  const logger = {
    level: () => logger,
    error: () => logger,
    warn: () => logger,
    info: () => logger,
    debug: () => logger,
  };
  return logger as never;
}
