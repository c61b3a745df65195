/**
 * A widget is silent on a healthy page. Whatever reaches the console during a test fails it,
 * unless the test asked for the lines.
 */
const levels = ['debug', 'info', 'log', 'warn', 'error'] as const;
const original = { ...console };
const lines: string[] = [];
let expected = false;

beforeEach(() => {
  lines.length = 0;
  expected = false;
  for (const level of levels) console[level] = (...words: unknown[]) => void lines.push(words.map(String).join(' '));
});

afterEach(function (this: Mocha.Context) {
  Object.assign(console, original);
  // What an engine left out had not come to its own lines.
  if (!expected && lines.length > 0 && !this.currentTest?.isPending())
    throw new Error(`Nothing may reach the console. It got: ${lines.join(' | ')}`);
});

/** What has reached the console in this test; it no longer fails it. */
export function consoleLines(): readonly string[] {
  expected = true;
  return lines;
}
