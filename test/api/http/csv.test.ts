import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse as read } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLine, csvLines, csvStream } from '../../../api/http/csv.ts';

const parse = (text: string) => read(text, { record_delimiter: '\r\n' }) as string[][];

test('writes lines as RFC 4180 has them', () => {
  assert.equal(
    csvLine(['a', 'b "c"', 'd,e', 'f\ng', 7, -7, true, null, undefined]),
    'a,"b ""c""","d,e","f\ng",7,-7,true,,\r\n',
  );
  assert.equal(csvLines([]), '');
});

test('neutralises what a spreadsheet would run', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r']) {
    const cell = parse(csvLine([`${start}cmd|' /C calc'!A0`]))[0]![0];
    assert.equal(cell, `'${start}cmd|' /C calc'!A0`);
  }
  assert.equal(csvLine(['a=b', '3-4']), 'a=b,3-4\r\n');
});

test('neutralises it also where a program sees cells that are none', () => {
  // Where a comma stands in numbers (French, German), Excel divides at semicolons and knows our quotes no more; Calc
  // divides at commas, semicolons and tabs, outside of quotes.
  assert.equal(csvLine(['Anna;=1+1', 'b\t@c', 'd\n-e', 'f;g', '＝1']), `"Anna;'=1+1","b\t'@c","d\n'-e","f;g",'＝1\r\n`);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom(...';\t\r\n,"=+-@\'a') }), { minLength: 1 }), (texts) => {
      const pieces = csvLine(['a', ...texts]).split(/[;\t\r\n]/);
      assert.ok(pieces.every((piece) => !/^[=+\-@]/.test(piece)));
    }),
  );
});

/** An apostrophe in front of what begins like a formula: ours, or one that was there. */
const kept = /(?<=^|[;\t\r\n])'(?=[=+\-@＝＋－＠])|^'(?=[\t\r])/g;

test('any text comes back as it was, and never begins like a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 5 }), (texts) => {
      const cells = parse(csvLine(texts))[0]!;
      assert.deepEqual(
        cells.map((cell) => cell.replace(kept, '')),
        texts.map((text) => text.replace(kept, '')),
      );
      assert.ok(cells.every((cell) => !/^[=+\-@\t\r]/.test(cell)));
    }),
  );
});

test('a file to save says that it is UTF-8, once and before anything else', async () => {
  const bytes = await new Response(csvStream(['nom'], [[['Geneviève']], [['Zoé']]])).bytes();
  // Decoding drops the mark, as a spreadsheet does.
  assert.deepEqual([...bytes.subarray(0, 6)], [0xef, 0xbb, 0xbf, ...Buffer.from('nom')]);
  assert.equal(Buffer.from(bytes.subarray(3)).toString(), 'nom\r\nGeneviève\r\nZoé\r\n');
});

test('streams a table in batches, and breaks off when they do', async () => {
  const whole = csvStream(['n'], [[[1], [2]], [], [[3]]]);
  assert.equal(await new Response(whole).text(), 'n\r\n1\r\n2\r\n3\r\n');
  async function* broken() {
    yield [[1]];
    throw new Error('the database is gone');
  }
  await assert.rejects(new Response(csvStream(['n'], broken())).text(), /the database is gone/);
});
