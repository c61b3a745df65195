import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { program } from './installed.ts';

/** A MariaDB of this test's own, that listens on a socket in its folder and on no port. */
export interface Database {
  socket: string;
  close(): Promise<void>;
}

/** @param folder an empty one; its path must be short, since a socket's is at most 107 characters */
export async function startDatabase(folder: string): Promise<Database> {
  const data = join(folder, 'data');
  const socket = join(folder, 'db.sock');
  mkdirSync(data, { recursive: true });
  // It refuses to be root unless told.
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const install = ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'];
  const installed = spawnSync(program('mariadb-install-db')!, [...install, ...user], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (installed.status !== 0) throw new Error(`mariadb-install-db failed:\n${installed.stderr}${installed.stdout}`);
  const server = spawn(
    program('mariadbd')!,
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${join(folder, 'db.pid')}`,
      '--skip-networking',
      // Nothing here outlives the test: no line needs to reach the disk.
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-buffer-pool-size=32M',
      '--skip-log-bin',
      ...user,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(server, 'exit');
  for (let tries = 0; !(await answers(socket)); tries += 1) {
    if (tries > 300 || server.exitCode !== null) {
      server.kill();
      throw new Error(`MariaDB did not start:\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    socket,
    async close() {
      server.kill();
      await ended;
    },
  };
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createConnection(socket)
      .once('connect', () => {
        probe.destroy();
        resolve(true);
      })
      .once('error', () => resolve(false));
  });
}
