import type { TestEvent } from 'node:test/reporters';

/** A reporter for node:test that says nothing but how many tests passed, failed and were skipped. */
export default async function* count(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    // Suites and files are containers, not tests.
    if (event.data.details.type === 'suite') continue;
    if (event.type === 'test:fail') counts.failed += 1;
    else if (event.data.skip !== undefined || event.data.todo !== undefined) counts.skipped += 1;
    else counts.passed += 1;
  }
  yield JSON.stringify(counts);
}
