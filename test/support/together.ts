/** Several test files in one process: what they test is loaded once, which takes longer than most of them run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, test } from 'node:test';

/** Unlike `import`, it is done at once: what a file says at its top belongs to the suite that is being described. */
const load = createRequire(import.meta.url);

/**
 * Makes each file a suite of its own, with its own hooks.
 * @param folder that the files are in; they are named by their path from there
 */
export function together(folder: string, files: string[]): void {
  for (const file of files)
    describe(file, () => {
      try {
        load(join(folder, file));
      } catch (error) {
        // A suite is counted nowhere, a test is: a file that cannot be loaded must not go unseen, nor stop the others.
        test(`${file} can be loaded`, () => {
          throw error;
        });
      }
    });
}

/**
 * Writes the programs that run files together.
 * @param count how many programs the files are dealt to
 * @param place where they are written
 * @returns their paths
 */
export function writeTogether(folder: string, files: string[], count: number, place: string): string[] {
  mkdirSync(place, { recursive: true });
  const programs = Array.from({ length: Math.min(count, files.length) }, (_, index) => ({
    path: join(place, `${index + 1}-of-${count}.test.mjs`),
    dealt: files.filter((_file, position) => position % count === index),
  }));
  for (const { path, dealt } of programs) {
    const args = [folder, dealt].map((value) => JSON.stringify(value, null, 2)).join(', ');
    writeFileSync(path, `import { together } from ${JSON.stringify(import.meta.url)};\ntogether(${args});\n`);
  }
  return programs.map(({ path }) => path);
}
