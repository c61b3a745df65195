/**
 * Films that have to be converted first. ffmpeg is not on every machine, so a program stands in for it that
 * writes down how it was called and copies what it was told to; what it makes goes the same way as any film.
 */
import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createDecoder } from '../../../api/media/decoder.ts';
import { memoryLog } from '../../support/app.ts';
import { tempDir } from '../../support/temp.ts';
import { fixture, picture } from './samples.ts';
import { playlist } from './bombs.ts';

const dir = tempDir();
after(() => dir.remove());

const converted = fileURLToPath(new URL('./fixtures/avc-gps.mp4', import.meta.url));
const calls = join(dir.path, 'calls');

/** A stand-in for ffmpeg: notes its arguments and environment, and gives a frame or a film. */
async function standIn(body = 'cp "$film" "$out"'): Promise<string> {
  const frame = join(dir.path, 'frame.png');
  writeFileSync(frame, await picture(64, 36).png().toBuffer());
  const path = join(dir.path, `ffmpeg-${Math.random()}`);
  const lines = [
    '#!/bin/sh',
    `film='${converted}'`,
    `{ for word in "$@"; do echo "$word"; done; echo "env: $(env | grep -v -E '^(PWD|SHLVL|_|OLDPWD)=')"; } >> '${calls}'`,
    'for out in "$@"; do :; done',
    `case "$out" in *frame.png) cp '${frame}' "$out";; *) ${body};; esac`,
  ];
  writeFileSync(path, lines.join('\n'));
  chmodSync(path, 0o755);
  return path;
}

async function make(ffmpeg: string, bytes: Buffer) {
  const input = join(dir.path, 'input');
  writeFileSync(input, bytes);
  const decoder = createDecoder({ folder: join(dir.path, 'decoding'), accent: '#b3261e', ffmpeg, log: memoryLog() });
  try {
    return await decoder.decode({ kind: 'video', path: input }, ({ facts, files }) => {
      const film = readFileSync(files[0]!.path);
      return Promise.resolve({ facts, film, types: files.map(({ type }) => type) });
    });
  } finally {
    await decoder.close();
  }
}

test(
  'HEVC is converted, and what comes of it is looked at and written anew like any film',
  { timeout: 30_000 },
  async () => {
    const { facts, film, types } = await make(await standIn(), fixture('hevc.mov'));
    assert.deepEqual([facts.width, facts.height, facts.duration], [320, 180, 3000]);
    assert.deepEqual(types, ['video/mp4', 'image/webp', 'image/jpeg']);
    assert.ok(!film.includes('+47.7508') && !film.includes('Secret'), 'also what a converter leaves in');

    const said = readFileSync(calls, 'utf8');
    // Which reader opens it is ours to say, and it may go nowhere.
    assert.match(said, /-protocol_whitelist\nfile,pipe\n/);
    assert.match(said, /\n-f\nmov\n-i\n/);
    assert.match(said, /-map_metadata\n-1\n/);
    assert.match(said, /-c:v\nlibx264\n/);
    assert.match(said, /env: \n|env: $/m, 'no secret of ours in its environment');
  },
);

test('a film that plays everywhere is not converted; its poster is its first frame', { timeout: 30_000 }, async () => {
  writeFileSync(calls, '');
  const { facts } = await make(await standIn('exit 1'), fixture('vp9.webm'));
  assert.notEqual(facts.placeholder, '#4a100d', 'not the drawn one');
  assert.match(readFileSync(calls, 'utf8'), /\n-f\nmatroska\n-i\n/);
  assert.doesNotMatch(readFileSync(calls, 'utf8'), /libx264/);
});

test('a converter that fails: media_codec', { timeout: 30_000 }, async () => {
  await assert.rejects(make(await standIn('exit 1'), fixture('hevc.mov')), { code: 'media_codec' });
});

test('a converter that makes what is no film: refused like any other file', { timeout: 30_000 }, async () => {
  await assert.rejects(make(await standIn('echo "<html>" > "$out"'), fixture('hevc.mov')), { code: 'media_type' });
});

test('a playlist never reaches it', { timeout: 30_000 }, async () => {
  writeFileSync(calls, '');
  await assert.rejects(make(await standIn(), playlist), { code: 'media_type' });
  assert.equal(readFileSync(calls, 'utf8'), '');
  assert.ok(existsSync(calls));
});
