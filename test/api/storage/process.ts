import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('worker.ts', import.meta.url));

/** Starts another process on a task of `worker.ts`. */
export function start(task: string, options: object): ChildProcess & { lines: string[] } {
  const child = spawn(process.execPath, [script, task, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  return Object.assign(child, { lines });
}

/** What the task answered, when it is done. */
export async function finish(child: ReturnType<typeof start>): Promise<unknown> {
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`The other process ended with code ${code}.`);
  return JSON.parse(child.lines.at(-1) ?? 'null');
}

/** Resolves when the process has printed so many lines. */
export async function printed(child: ReturnType<typeof start>, lines: number): Promise<void> {
  while (child.lines.length < lines) await once(child.stdout!, 'data');
}
