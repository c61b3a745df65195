/** Plots as markup: well-formed, without style, script or anything that was not meant as words. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseFragment } from 'parse5';
import { createPlots } from '../../../../api/pictures/plots/index.ts';
import { ticksOf } from '../../../../api/pictures/plots/specs.ts';

const plots = createPlots();
const number = (value: number) => new Intl.NumberFormat('fr-FR').format(value);
const words = { id: 'plot', title: 'Par jour', text: 'Demandes : 3.', number };

interface Node {
  nodeName: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
}

function walk(node: Node, found: Node[] = []): Node[] {
  found.push(node);
  for (const child of node.childNodes ?? []) walk(child, found);
  return found;
}
const nodesOf = (svg: string) => walk(parseFragment(svg) as unknown as Node);
const textOf = (svg: string) => nodesOf(svg).flatMap(({ nodeName, value }) => (nodeName === '#text' ? value : []));

describe('plots', () => {
  test('have a name, a description, and nothing that a strict page forbids', async () => {
    const svg = await plots.overTime([{ label: '1er nov.', first: 3, second: 1 }], words);
    const [, root] = nodesOf(svg);
    const attributes = Object.fromEntries(root!.attrs!.map(({ name, value }) => [name, value]));
    assert.equal(attributes['role'], 'img');
    assert.equal(attributes['aria-labelledby'], 'plot-title plot-text');
    assert.deepEqual(textOf(svg).slice(0, 2), ['Par jour', 'Demandes : 3.']);
    for (const { attrs = [] } of nodesOf(svg)) {
      for (const { name } of attrs) assert.doesNotMatch(name, /^(?:style|on\w+|(?:xlink:)?href)$/);
    }
  });

  test('show every name as it is, also one that looks like markup', async () => {
    const hostile = ['<script>alert(1)</script>', '"><img src=x>', '</svg><a href=//x>', '&lt;b&gt; \' role="x"'];
    const svg = await plots.byName(
      hostile.map((label, at) => ({ label, first: 1234 - at })),
      words,
    );
    const names = new Set(nodesOf(svg).map(({ nodeName }) => nodeName));
    assert.deepEqual([...names].sort(), ['#document-fragment', '#text', 'desc', 'g', 'path', 'svg', 'text', 'title']);
    for (const label of hostile.slice(0, 3)) assert.ok(textOf(svg).includes(label), label);
    assert.ok(textOf(svg).includes('1\u202f234'));
  });

  test('are drawn of nothing, of one day and of two years', async () => {
    for (const length of [0, 1, 731]) {
      const points = Array.from({ length }, (_, at) => ({ label: String(at), first: at % 7, second: at % 3 }));
      const bars = points.filter(({ first }) => first > 0).length;
      const svg = await plots.overTime(points, words);
      assert.equal(svg.split('fill="var(--plot-pale)"').length - 1, bars);
    }
  });

  test('stand on lines at round numbers', () => {
    for (const [max, ticks] of [
      [0, []],
      [1, [1]],
      [3, [1, 2, 3]],
      [9, [5]],
      [14, [5, 10]],
      [100, [50, 100]],
      [1234, [500, 1000]],
    ] as [number, number[]][])
      assert.deepEqual(ticksOf(max), ticks, String(max));
  });
});
