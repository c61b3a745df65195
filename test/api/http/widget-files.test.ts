import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { staticFile } from '../../../api/http/widget-files.ts';

const text = 'export const flame = 1;\n'.repeat(40);

test('a file is compressed when it is asked for, once for each coding', async () => {
  const file = staticFile('flame.js', Buffer.from(text));
  const codings = { br: brotliDecompressSync, gzip: gunzipSync };
  for (const coding of ['br', 'gzip'] as const) {
    const asked = file.coded(coding);
    assert.equal(file.coded(coding), asked, `${coding}: whoever comes meanwhile waits for the same`);
    const bytes = await asked;
    assert.ok(bytes.length < text.length / 4, `${coding}: ${bytes.length} bytes`);
    assert.equal(codings[coding](bytes).toString(), text, coding);
  }
});
