/** The demo's mailbox: mails that were written to a folder, read back. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One mail of the demo's mailbox. */
export interface Mail {
  id: string;
  to: string;
  subject: string;
  /** When it was written, epoch milliseconds. */
  date: number;
  text: string;
  html: string;
}

/** More than a demo needs to see, few enough to read at once. */
const newest = 200;

/** The mails in a folder, newest first. A folder that is not there yet is empty. */
export async function readMailbox(dir: string): Promise<Mail[]> {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse()
    .slice(0, newest);
  return Promise.all(files.map(async (name) => JSON.parse(await readFile(join(dir, name), 'utf8')) as Mail));
}
