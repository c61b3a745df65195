/** The scaffold of a new widget, in a copy of the project: it type-checks, builds, and its own test passes. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createWidget } from '../../widgets/new-widget.ts';
import { tempDir } from '../support/temp.ts';

const root = join(import.meta.dirname, '../..');
/** What a widget, its test and their tools need of the project. */
const needed = [
  'package.json',
  'tsconfig.json',
  '.prettierrc.json',
  'vite.config.ts',
  'widgets',
  'api/contract',
  'api/domain/embed',
  'test/widgets/shared',
  'test/support/browser.ts',
  'test/support/until.ts',
  'test/support/engine-launchers.js',
  'test/support/engines.ts',
  'test/tsconfig.json',
  'test/oxlint.json',
  'test/web-test-runner.config.js',
];

describe('npm run new:widget', () => {
  const temp = tempDir();
  const copy = join(realpathSync(temp.path), 'copy');
  let written: string[];

  before(() => {
    for (const path of needed) cpSync(join(root, path), join(copy, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    written = createWidget(copy, 'story-line');
  });
  after(() => temp.remove());

  function run(program: string, ...args: string[]): void {
    const bin = join(copy, 'node_modules/.bin', program);
    const { status, stdout, stderr } = spawnSync(existsSync(bin) ? bin : program, args, {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(copy, 'node_modules/.bin')}:${process.env['PATH']}`, TEST_SUMMARY: '' },
    });
    assert.equal(status, 0, `${program} ${args.join(' ')}\n${stdout}\n${stderr}`);
  }

  test('writes class, styles, events, definition, texts, test and demo page', () => {
    assert.deepEqual(written.filter((path) => path.includes('story-line')).toSorted(), [
      'demo/widgets/story-line.html',
      'test/widgets/story-line.test.ts',
      'widgets/story-line/define.ts',
      'widgets/story-line/story-line.events.ts',
      'widgets/story-line/story-line.styles.ts',
      'widgets/story-line/story-line.ts',
    ]);
    for (const locale of ['fr', 'de', 'en', 'gsw'])
      assert.match(
        readFileSync(join(copy, `widgets/lang/${locale}.ts`), 'utf8'),
        /export const storyLine: StoryLineTerms/,
      );
  });

  test('leaves nothing for the linter to say once it is formatted', () => {
    run('prettier', '--write', ...written);
    run('oxlint', '--config', 'test/oxlint.json', 'widgets', 'test/widgets');
  });

  test('type-checks', () => {
    run('tsc', '-p', 'widgets');
    run('tsc', '-p', 'test');
  });

  test('builds', () => {
    run(process.execPath, 'widgets/build.ts');
    assert.ok(existsSync(join(copy, 'dist/widgets/story-line.gsw.js')));
  });

  test('passes its own test in a browser', () => {
    run('wtr', '--config', 'test/web-test-runner.config.js', '--files', 'test/widgets/story-line.test.ts');
  });

  for (const name of [
    'Story',
    'story--line',
    '-story',
    'story_line',
    '../story',
    '',
    'internal',
    'counter',
    'story-line',
  ])
    test(`refuses the name "${name}"`, () => {
      assert.throws(() => createWidget(copy, name), /is not a name|exists already/);
    });
});
