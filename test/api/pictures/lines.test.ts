import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setText } from '../../../api/pictures/lines.ts';

/** Every letter as wide as half its size. */
const measure = (text: string, size: number) => text.length * size * 0.5;
const space = { width: 100, height: 60, sizes: [20, 10], leading: 1 };

test('the largest size that takes all of a text', () => {
  assert.deepEqual(setText('aa bb', space, measure), { lines: ['aa bb'], size: 20 });
  assert.equal(setText('aaaa bbbb cccc dddd eeee ffff gggg', space, measure).size, 10);
});

test('lines of the same length, no word alone on the last one', () => {
  const { lines } = setText('aaa bbb ccc d', space, measure);
  assert.deepEqual(lines, ['aaa bbb', 'ccc d']);
});

test('too long a text ends after a sentence, or after a word with an ellipsis', () => {
  const sentence = `${'mot '.repeat(20)}fin. ${'encore '.repeat(40)}`;
  const { lines, size } = setText(sentence, space, measure);
  assert.equal(size, 10);
  assert.ok(lines.length <= 6);
  assert.match(lines.join(' '), /fin\.$/);
  const words = setText('mot, '.repeat(80), space, measure).lines.join(' ');
  assert.match(words, /mot…$/);
});

test('a no-break space is not a place to break, a word too wide is broken', () => {
  assert.deepEqual(setText('aaaaaa bbb\u00a0!', space, measure).lines, ['aaaaaa', 'bbb\u00a0!']);
  for (const line of setText('x'.repeat(70), space, measure).lines) assert.ok(line.length <= 20);
  assert.deepEqual(setText(' \n ', space, measure).lines, []);
});
