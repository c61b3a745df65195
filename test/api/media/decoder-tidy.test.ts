/** What the decoder leaves behind when the program is cut off in the middle. */
import assert from 'node:assert/strict';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { createDecoder } from '../../../api/media/decoder.ts';
import { memoryLog } from '../../support/app.ts';
import { tempDir } from '../../support/temp.ts';

test('a film that was being made when the program died does not stay; one that is being made does', async () => {
  const dir = tempDir();
  const folder = join(dir.path, 'decoding');
  const decoder = createDecoder({ folder, accent: '#b3261e', log: memoryLog() });
  await decoder.tidy();
  const hoursAgo = new Date(Date.now() - 2 * 60 * 60_000);
  for (const name of ['task-before', 'task-now', 'else']) {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'film.mp4'), 'somebody');
  }
  for (const name of ['task-before', 'else']) await utimes(join(folder, name), hoursAgo, hoursAgo);
  await decoder.tidy();
  assert.deepEqual((await readdir(folder)).toSorted(), ['else', 'task-now']);
  await decoder.close();
  dir.remove();
});
