/** Whatever is handed over, finding a credential in it never fails, and never takes long. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { badgeLimits } from '../../../api/contract/limits.ts';
import { bakePng, bakeSvg } from '../../../api/credentials/bake.ts';
import { unbake } from '../../../api/credentials/unbake.ts';
import { chunk, drawing, iTXt, picture, png } from './pictures.ts';

const kinds = new Set(['json', 'jwt', 'none', 'unreadable']);

function assertRead(bytes: Uint8Array): void {
  const result = unbake(bytes);
  assert(kinds.has(result.kind));
  if (result.kind === 'json') assert.equal(typeof JSON.parse(result.text), 'object');
}

test('random bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), assertRead), { numRuns: 2000 });
});

test('a picture with bytes changed, cut, doubled', () => {
  const baked = [bakePng(picture, '{"a":"b"}'), Buffer.from(bakeSvg(drawing, '{"a":"b"}'))];
  const edits = fc.array(fc.record({ at: fc.nat(400), byte: fc.nat(255), drop: fc.nat(4), repeat: fc.nat(3) }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.constantFrom(...baked), edits, (original, changes) => {
      let bytes = Buffer.from(original);
      for (const { at, byte, drop, repeat } of changes) {
        const start = at % bytes.length;
        const middle = Buffer.alloc(repeat, byte);
        bytes = Buffer.concat([bytes.subarray(0, start), middle, bytes.subarray(start + drop)]);
        if (bytes.length === 0) return;
      }
      assertRead(bytes);
    }),
    { numRuns: 5000 },
  );
});

test('chunks of every kind and length, with check sums that fit', () => {
  const type = fc.constantFrom('iTXt', 'tEXt', 'zTXt', 'IDAT', 'IHDR', 'IEND', 'abCd');
  const keyword = fc.constantFrom('openbadgecredential', 'openbadges', '', 'x'.repeat(90));
  const data = fc
    .tuple(keyword, fc.uint8Array({ maxLength: 60 }))
    .map(([word, rest]) => Buffer.concat([Buffer.from(word), rest]));
  const chunks = fc.array(fc.tuple(type, data), { maxLength: 6 });
  fc.assert(
    fc.property(chunks, fc.nat(0xffffffff), fc.nat(2000), (list, length, at) => {
      const bytes = png(...list.map(([name, body]) => chunk(name, body)));
      assertRead(bytes);
      bytes.writeUInt32BE(length, 8 + (at % (bytes.length - 12)));
      assertRead(bytes);
    }),
    { numRuns: 2000 },
  );
});

test('what is baked is found, whatever it says', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })), (value) => {
      const json = JSON.stringify(value);
      for (const baked of [bakePng(picture, json), Buffer.from(bakeSvg(drawing, json))]) {
        const result = unbake(baked);
        assert.equal(result.kind, 'json');
        assert.equal(JSON.stringify(JSON.parse((result as { text: string }).text)), json);
      }
    }),
    { numRuns: 1000 },
  );
});

// A pattern that tries the same letters twice would read each of them for minutes.
test('texts that are made to be slow to read', () => {
  const many = (text: string) => text.repeat(Math.floor((badgeLimits.verifyBytes - 200) / text.length));
  const slow = [
    `<svg>${many('<!--')}`,
    `<svg>${many('<![CDATA[')}`,
    `<svg>${many('<?')}`,
    `<svg>${many('<!DOCTYPE ')}`,
    `<${many('a')}`,
    `<svg ${many('a')}`,
    `<svg ${many('a')}>`,
    `<svg ${many(' ')}x`,
    `<svg ${many('a ')}></svg>`,
    `<svg ${many('a=')}></svg>`,
    `<svg ${many('"" ')}`,
    `<svg ${many('"')}`,
    `<svg>${many('</a')}`,
    `<svg></${many(' ')}`,
    `<svg xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential>${many('&')}`,
    `<svg xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential>${many('&#')}</o:credential></svg>`,
    `<svg xmlns:o="https://purl.imsglobal.org/ob/v3p0">${many('<o:credential>')}</svg>`,
    many('{"a":'),
    many('['),
    `e${many('w')}.`,
    many(' '),
    `${many(' ')}x`,
  ];
  for (const text of slow) assertRead(Buffer.from(text));
  const word = iTXt('openbadgecredential', '{}');
  assertRead(png(...Array.from({ length: 5000 }, () => chunk('iTXt', word))));
});
