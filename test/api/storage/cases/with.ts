import { test } from 'node:test';
import { city, type Open, type Opened } from '../fixtures.ts';

/** Makes `test` with a database of its own, in which there is one partner, number 1. */
export function testsOn(open: Open) {
  return (title: string, body: (opened: Opened) => Promise<void>) =>
    test(title, async () => {
      const opened = await open();
      try {
        await opened.storage.insertPartner(city, 1);
        await body(opened);
      } finally {
        await opened.remove();
      }
    });
}
