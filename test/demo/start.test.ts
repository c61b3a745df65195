/** `npm start`, as a newcomer runs it: it says where everything is, all of it answers, and it ends when told to. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../../demo/build.ts';
import { demoBadgeId } from '../../demo/seed-badges.ts';
import { demoFolder, freePorts } from '../support/demo.ts';
import { compiled } from '../support/run.ts';
import { tempDir } from '../support/temp.ts';
import { patience, until } from '../support/until.ts';

const program = fileURLToPath(new URL('../../demo/start.ts', import.meta.url));

/** Starts it, waits until it says how to stop it, and hands over everything it said. */
async function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [program], { env: { PATH: process.env['PATH'], ...compiled, ...env } });
  let said = '';
  let ended = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += String(chunk)));
  // Not at its exit: what it said last may still be on its way then.
  child.once('close', (code) => (ended = `it ended with ${code} and said: ${said}`));
  try {
    await until(
      () => said.includes('Ctrl+C') || ended,
      () => `it never said how to stop it, but: ${said}`,
    );
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  if (ended) throw new Error(ended);
  return { child, said };
}

/** Tells it to stop, and waits until it has: with which code, by which signal. */
function stop(child: ChildProcess): Promise<unknown[]> {
  const ended = once(child, 'exit', { signal: AbortSignal.timeout(patience) });
  child.kill('SIGTERM');
  return ended.catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
}

test('opens the club and three sites, twice on the same data, and stops when told to', async () => {
  await buildIfStale();
  const dir = tempDir();
  try {
    for (const round of ['first', 'second']) {
      // Other ports the second time: the sites move with the club.
      const port = await freePorts(4);
      const { child, said } = await start({ PORT: String(port), DATA_DIR: dir.path });
      let ended: unknown[] = [];
      try {
        const addresses = [...new Set(said.match(/http:\/\/localhost:\d+[^\s]*/g))];
        assert.equal(addresses.length, 11, said);
        for (const address of addresses) assert.equal((await fetch(address)).status, 200, `${round}: ${address}`);
        const club = `http://localhost:${port}`;
        assert.ok(addresses.includes(`${club}/verify`));
        assert.ok(addresses.includes(`${club}/b/${demoBadgeId('author')}`), said);
        const origin = `http://localhost:${port + 1}`;
        const partner = await fetch(`${club}/v1/partners/ville-de-mulhouse`, { headers: { origin } });
        assert.equal(partner.status, 200, `${round}: the city's page may not use the widgets`);
        const frame = await fetch(`${club}/embed/counter`);
        const policy = frame.headers.get('content-security-policy')!;
        assert.ok(policy.includes(`frame-ancestors ${club};`), `${round}: ${policy}`);
        const counter = (await (await fetch(`${club}/v1/counter`)).json()) as { members: number };
        assert.equal(counter.members, 200);
        assert.doesNotMatch(said, /warn|error|deprecat|experimental|"level":[456]0/i);
      } finally {
        ended = await stop(child);
      }
      assert.deepEqual(ended, [0, null]);
    }
  } finally {
    dir.remove();
  }
});

test('says which port is in use and what to do', async () => {
  const dir = demoFolder();
  const port = await freePorts(4);
  const { child } = await start({ PORT: String(port), DATA_DIR: dir.path });
  try {
    await assert.rejects(
      start({ PORT: String(port), DATA_DIR: dir.path }),
      /ended with 1.*Port \d+.*in use.*PORT=\d+/s,
    );
  } finally {
    await stop(child);
    dir.remove();
  }
});
