/** What our plots are made of, in the words of Vega-Lite. Two series: what there was, and in it what came of it. */

import type { PlotPoint } from '../../domain/statistics/plot-ports.ts';

/** Colours by the names of custom properties, which the place of the plot sets. */
const pale = 'var(--plot-pale)';
const solid = 'var(--plot)';
const ink = 'var(--ink)';
const soft = 'var(--soft)';
const line = 'var(--line)';

/** In CSS pixels at the narrowest place; wider ones enlarge everything. */
export const plotWidth = 284;
const width = plotWidth;

/** What is drawn, and how high it is with the words around it. */
export interface Plot {
  spec: object;
  height: number;
}

const timeHeight = 120;
/** Room for the numbers of the lines. */
const gutter = 38;
/** A single day is no wall. */
const thickest = 28;
const barRoom = 40;

/** Heights of the lines behind a plot: two or three round numbers. */
export function ticksOf(max: number): number[] {
  if (max <= 0) return [];
  const size = 10 ** Math.floor(Math.log10(max));
  const step = Math.max(1, [0.2, 0.5, 1, 2, 5].map((part) => part * size).find((one) => max / one < 4) ?? size);
  return Array.from({ length: Math.floor(max / step) }, (_, index) => (index + 1) * step);
}

/**
 * Bars over time, the second series as a narrower bar in the first.
 * @param number writes a number as the reader's language does
 */
export function timeSpec(moments: readonly PlotPoint[], number: (value: number) => string): Plot {
  const isDense = moments.length > 45;
  const max = Math.max(1, ...moments.map(({ first, second = 0 }) => Math.max(first, second)));
  const values = moments.map(({ first, second = 0 }, at) => ({ at, first, second }));
  const ticks = ticksOf(max).map((value) => ({ value, label: number(value) }));
  const scale = { domain: [0, Math.max(max, ...ticks.map(({ value }) => value))], nice: false };
  // Many days stand closer, and none is thinner than can be seen.
  const x = { field: 'at', type: 'ordinal', axis: null, scale: { range: [gutter, width] } };
  const wide = Math.min(thickest, ((width - gutter) / moments.length) * (isDense ? 0.9 : 0.7));
  const bar = (field: string, part: number, mark: object) => ({
    data: { values: values.filter((one) => one[field as 'first'] > 0) },
    mark: { type: 'bar', width: wide * part, ...mark },
    encoding: { x, y: { field, type: 'quantitative', axis: null, scale } },
  });
  const y = { field: 'value', type: 'quantitative', axis: null, scale };
  const end = (text: string, at: number, align: string) => ({
    data: { values: [{}] },
    mark: { type: 'text', align, baseline: 'top', fontSize: 11, color: soft, text },
    encoding: { x: { value: at }, y: { value: timeHeight + 8 } },
  });
  const spec = {
    width,
    height: timeHeight,
    layer: [
      {
        data: { values: ticks },
        mark: { type: 'rule', color: line, strokeWidth: 1 },
        encoding: { y, x: { value: gutter }, x2: { value: width } },
      },
      // Every day has its place, also those without a bar.
      { data: { values }, mark: { type: 'point', opacity: 0, size: 1 }, encoding: { x } },
      bar('first', 1, { color: pale, stroke: solid, strokeWidth: isDense ? 0.5 : 0.75 }),
      bar('second', isDense ? 1 : 0.55, { color: solid }),
      {
        data: { values: [{ value: 0 }] },
        mark: { type: 'rule', color: soft, strokeWidth: 1 },
        encoding: { y, x: { value: gutter }, x2: { value: width } },
      },
      {
        data: { values: ticks },
        mark: { type: 'text', align: 'right', baseline: 'middle', fontSize: 11, color: soft },
        encoding: { x: { value: gutter - 6 }, y, text: { field: 'label' } },
      },
      end(moments[0]?.label ?? '', gutter, 'left'),
      ...(moments.length > 1 ? [end(moments.at(-1)!.label, width, 'right')] : []),
    ],
  };
  return { spec, height: timeHeight + 22 };
}

/** Bars below each other, each with its name and its numbers on it. */
export function barSpec(bars: readonly PlotPoint[], number: (value: number) => string): Plot {
  const max = Math.max(1, ...bars.map(({ first, second = 0 }) => Math.max(first, second)));
  const values = bars.map(({ label, first, second }, at) => ({
    at,
    label: shorten(label),
    first,
    second: second ?? 0,
    numbers: second === undefined ? number(first) : `${number(first)} · ${number(second)}`,
  }));
  const y = { field: 'at', type: 'ordinal', axis: null, scale: { paddingInner: 0.72, paddingOuter: 0.72 } };
  const scale = { domain: [0, max], nice: false };
  const bar = (field: 'first' | 'second', band: number, mark: object) => ({
    transform: [{ filter: `datum.${field} > 0` }],
    mark: { type: 'bar', height: { band }, ...mark },
    encoding: { y, x: { field, type: 'quantitative', axis: null, scale } },
  });
  const text = (field: string, at: number, mark: object) => ({
    mark: { type: 'text', baseline: 'bottom', dy: -8, ...mark },
    encoding: { y, x: { value: at }, text: { field } },
  });
  const height = values.length * barRoom;
  const spec = {
    width,
    height,
    data: { values },
    layer: [
      bar('first', 1, { color: pale, stroke: solid, strokeWidth: 0.75 }),
      bar('second', 0.55, { color: solid }),
      text('label', 0, { align: 'left', color: ink }),
      text('numbers', width, { align: 'right', color: soft }),
    ],
  };
  return { spec, height };
}

/** As much of a name as stands beside its numbers. The end of an address says more than its middle. */
function shorten(label: string): string {
  const signs = Array.from(label);
  return signs.length <= 32 ? label : `${signs.slice(0, 13).join('')}…${signs.slice(-18).join('')}`;
}
