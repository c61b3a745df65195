import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, afterEach, test } from 'node:test';
import { supervise, type Supervised } from '../../demo/supervise.ts';
import { tempDir } from '../support/temp.ts';

const dir = tempDir();
const file = join(dir.path, 'program.mjs');
const diary = join(dir.path, 'diary.txt');
let program: Supervised;

/** A program that writes down its starts and its orderly ends. */
const good = `
  import { appendFileSync } from 'node:fs';
  const note = (line) => appendFileSync(${JSON.stringify(diary)}, line + '\\n');
  process.once('SIGTERM', () => { note('end'); process.exit(0); });
  setInterval(() => {}, 1000);
  note('start');
  process.send('ready');
`;
const lines = () => readFileSync(diary, 'utf8').trim().split('\n');

beforeEach(() => {
  writeFileSync(file, good);
  writeFileSync(diary, '');
  program = supervise(file);
});
afterEach(() => program.stop());
after(() => dir.remove());

test('ends a program in order before it starts the next', async () => {
  assert.equal(await program.restart(), true);
  assert.equal(await program.restart(), true);
  await program.stop();
  assert.deepEqual(lines(), ['start', 'end', 'start', 'end']);
});

test('starts once more, not three times, for changes that come while it starts', async () => {
  const all = [program.restart(), program.restart(), program.restart(), program.restart()];
  assert.deepEqual(await Promise.all(all), [true, true, true, true]);
  assert.equal(lines().filter((line) => line === 'start').length, 2);
});

test('a program that breaks is started again when it is mended', async () => {
  writeFileSync(file, 'process.exit(3)');
  assert.equal(await program.restart(), false);
  writeFileSync(file, good);
  assert.equal(await program.restart(), true);
  assert.deepEqual(lines(), ['start']);
});

test('stopping what never ran, or ended by itself, is fine', async () => {
  await program.stop();
  appendFileSync(file, 'setTimeout(() => process.exit(0));');
  await program.restart();
  await program.stop();
});
