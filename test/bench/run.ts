/**
 * `npm run bench [name…]`: how fast, how large. What is promised is a ratio of two things measured in the
 * same run, so that it holds on any machine; times themselves are only told. `--check` fails on a miss.
 */
import { answersBench } from './answers.ts';
import { badgesBench } from './badges.ts';
import { exportsBench } from './exports.ts';
import { feedBench } from './feed.ts';
import { httpBench } from './http.ts';
import { joinBench } from './join.ts';
import type { Bench, Measure } from './measure.ts';
import { mediaBench } from './media.ts';
import { pageBench } from './page.ts';

const benches: Bench[] = [
  joinBench,
  httpBench,
  answersBench,
  feedBench,
  pageBench,
  mediaBench,
  badgesBench,
  exportsBench,
];

function table(measures: readonly Measure[]): string {
  const rows = measures.map(({ name, target, result, detail, pass }) => [
    pass === undefined ? '·' : pass ? '✓' : '✗',
    name,
    target,
    result,
    detail,
  ]);
  rows.unshift(['', 'measure', 'target', 'result', 'how it was made up']);
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}. There are: ${benches.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

const measures: Measure[] = [];
let broken = false;
for (const bench of benches.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const start = performance.now();
  try {
    measures.push(...(await bench.run()));
    console.log(`${bench.name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  } catch (error) {
    broken = true;
    console.error(`${bench.name} could not run:`, error);
  }
}
const missed = measures.filter(({ pass }) => pass === false);
const met = broken ? 'Not everything could run.' : 'Every target was met.';
console.log(`\n${table(measures)}\n\n${missed.length === 0 ? met : `${missed.length} missed.`}`);
process.exitCode = broken || (missed.length > 0 && process.argv.includes('--check')) ? 1 : 0;
