import type { Plots } from '../../domain/statistics/plot-ports.ts';
import { draw } from './draw.ts';
import { barSpec, timeSpec } from './specs.ts';

/** Plots by Vega, loaded when the first one is drawn. */
export function createPlots(): Plots {
  return {
    overTime: (points, words) => draw(timeSpec(points, words.number), words),
    byName: (points, words) => draw(barSpec(points, words.number), words),
  };
}
