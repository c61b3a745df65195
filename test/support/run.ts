/** Runs one of our programs as an operator does, under this Node, and waits for its end. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Ended {
  /** Null when it had to be killed. */
  code: number | null;
  out: string;
  err: string;
}

/** None of our programs takes this long to end; one that does not end must not keep the tests. */
const longest = 120_000;

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where Node keeps what it has compiled, which takes longer than most of our programs run; nothing that they read. */
export const compiled: Record<string, string> = process.env['NODE_COMPILE_CACHE']
  ? { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] }
  : {};

/**
 * @param args the file, from the project's root, and its arguments
 * @param env the whole environment: nothing of ours gets in
 * @param until ends the program politely once its output matches: for those that go on running
 */
export function run(args: string[], env: Record<string, string> = {}, until?: RegExp): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { TZ: 'UTC', ...compiled, ...env },
      timeout: longest,
      killSignal: 'SIGKILL',
    });
    let out = '';
    let err = '';
    let told = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (!told && until?.test(out)) told = child.kill('SIGTERM');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
