/** Credentials in pictures: put in as Open Badges 3.0 says, and found again by content. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { bakePng, bakeSvg } from '../../../api/credentials/bake.ts';
import { readChunks } from '../../../api/credentials/png.ts';
import { servedText } from '../../../api/credentials/served-text.ts';
import { unbake } from '../../../api/credentials/unbake.ts';
import { badgeLimits } from '../../../api/contract/limits.ts';
import { chunk, drawing, iTXt, picture, png } from './pictures.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const odd = { name: 'Иван "x" & <b> ]]> ’ ® 🥨 \u2028 \u{1f468}\u200d\u{1f33e} \u0000 \ufffe', n: [1, { a: null }] };
const json = servedText(odd);
const none = { kind: 'none' };
const unreadable = { kind: 'unreadable' };

function found(picture: Uint8Array | string): unknown {
  const result = unbake(typeof picture === 'string' ? bytes(picture) : picture);
  assert.equal(result.kind, 'json');
  return JSON.parse((result as { text: string }).text);
}

describe('a PNG', () => {
  test('has the credential right after its header, not compressed, and is otherwise the same', () => {
    const baked = bakePng(picture, json);
    const before = readChunks(picture)!;
    const after = readChunks(baked)!;
    assert.deepEqual([after[0], ...after.slice(2)], before);
    assert.equal(after[1]!.type, 'iTXt');
    assert.deepEqual(after[1]!.data, Buffer.concat([Buffer.from('openbadgecredential\0\0\0\0\0'), Buffer.from(json)]));
    assert.deepEqual(found(baked), odd);
  });

  test('has one: an older one goes, also that of Open Badges 2', () => {
    const old = png(
      chunk('iTXt', iTXt('openbadges', '{}')),
      chunk('tEXt', 'openbadges\0{}'),
      chunk('iTXt', iTXt('Title', 'x')),
    );
    const twice = bakePng(bakePng(old, '{"old":1}'), json);
    assert.deepEqual(found(twice), odd);
    assert.deepEqual(
      readChunks(twice)!.map(({ type }) => type),
      ['IHDR', 'iTXt', 'iTXt', 'IDAT', 'IEND'],
    );
  });

  test('gives a token back as well, and one with languages', () => {
    assert.deepEqual(unbake(bakePng(picture, 'eyJ.a-b._')), { kind: 'jwt', text: 'eyJ.a-b._' });
    const spoken = Buffer.from(`openbadgecredential\0\0\0fr\0insigne\0${json}`);
    assert.deepEqual(found(png(chunk('iTXt', spoken))), odd);
  });

  test('without a credential has none', () => {
    assert.deepEqual(unbake(picture), none);
    assert.deepEqual(unbake(png(chunk('iTXt', iTXt('openbadges', '{}')))), none);
    assert.deepEqual(unbake(png(chunk('zTXt', 'Comment\0\0x'))), none);
  });

  test('with two is unreadable: nobody can say which one is meant', () => {
    const one = chunk('iTXt', iTXt('openbadgecredential', '{"a":1}'));
    assert.deepEqual(unbake(png(one, one)), unreadable);
  });

  test('with a compressed one is unreadable, however little it promises to become', () => {
    const bomb = deflateSync(Buffer.alloc(100_000_000, ' '));
    const data = Buffer.concat([Buffer.from('openbadgecredential\0\x01\0\0\0'), bomb]);
    assert.deepEqual(unbake(png(chunk('iTXt', data))), unreadable);
    assert.deepEqual(
      unbake(png(chunk('zTXt', Buffer.concat([Buffer.from('openbadgecredential\0\0'), bomb])))),
      unreadable,
    );
  });

  test('with one that says it is compressed is unreadable, also when it is not', () => {
    for (const flags of ['\x01\0', '\0\x01', '\xff\xff']) {
      const data = Buffer.from(`openbadgecredential\0${flags}\0\0{"a":1}`, 'latin1');
      assert.deepEqual(unbake(png(chunk('iTXt', data))), unreadable);
    }
  });

  test('that is damaged is unreadable', () => {
    const baked = bakePng(picture, json);
    for (let end = 8; end < baked.length; end += 1) assert.deepEqual(unbake(baked.subarray(0, end)), unreadable);
    const position = Buffer.from(baked).indexOf('openbadge');
    const flipped = Uint8Array.from(baked, (byte, at) => (at === position + 40 ? byte ^ 1 : byte));
    assert.deepEqual(unbake(flipped), unreadable);
    const endless = Buffer.from(baked);
    endless.writeUInt32BE(0xffffffff, 33);
    assert.deepEqual(unbake(endless), unreadable);
    assert.deepEqual(unbake(png(chunk('iTXt', iTXt('openbadgecredential', '{"cut":')))), unreadable);
    assert.deepEqual(unbake(png(chunk('iTXt', Buffer.from('openbadgecredential\0\0\0\xff', 'latin1')))), unreadable);
  });

  test('begins with its header', () => {
    const first = chunk('iTXt', iTXt('openbadgecredential', json));
    assert.deepEqual(unbake(Buffer.concat([picture.subarray(0, 8), first, picture.subarray(8)])), unreadable);
  });
});

describe('an SVG', () => {
  test('has the credential as its first child, in the namespace of the standard', () => {
    const baked = bakeSvg(drawing, json);
    assert.match(
      baked,
      /^<svg xmlns:openbadges="https:\/\/purl\.imsglobal\.org\/ob\/v3p0" [^<]*><openbadges:credential><!\[CDATA\[\{.*\}\]\]><\/openbadges:credential><title>/s,
    );
    assert.deepEqual(found(baked), odd);
    assert.deepEqual(found(bakeSvg(bakeSvg(drawing, '{"old":1}'), json)), odd);
  });

  test('is not left by any text: `]]>` is written otherwise', () => {
    const raw = JSON.stringify({ name: ']]></openbadges:credential><script>alert(1)</script><!-- ]]>' });
    const baked = bakeSvg(drawing, raw);
    assert.deepEqual(found(baked), JSON.parse(raw));
    assert.equal(baked.split(']]>').length, 2);
  });

  test('is kept as it is but for that', () => {
    const baked = bakeSvg(`<?xml version="1.0"?>\n<!-- a > b -->${drawing}`, json);
    assert.equal(
      baked.replace(/ xmlns:openbadges="[^"]*"|<openbadges:credential>.*<\/openbadges:credential>/gs, ''),
      `<?xml version="1.0"?>\n<!-- a > b -->${drawing}`,
    );
    assert.throws(() => bakeSvg('<p>no picture</p>', json), TypeError);
  });

  test('gives back what others have baked: a token, another prefix, text without CDATA', () => {
    const ns = 'https://purl.imsglobal.org/ob/v3p0';
    const svg = (inner: string, prefix = ':ob') =>
      `<?xml version="1.0"?><!DOCTYPE svg><svg xmlns${prefix}='${ns}'>${inner}<g/></svg>`;
    assert.deepEqual(unbake(bytes(svg('<ob:credential verify="eyJ.e.f"/>'))), { kind: 'jwt', text: 'eyJ.e.f' });
    assert.deepEqual(unbake(bytes(svg('<ob:credential verify="eyJ.e.f"></ob:credential>'))), {
      kind: 'jwt',
      text: 'eyJ.e.f',
    });
    assert.deepEqual(found(svg('<ob:credential>{&quot;a&quot;:&#x31;}</ob:credential>')), { a: 1 });
    assert.deepEqual(found(svg(`<g><credential xmlns="${ns}"> <![CDATA[{"a":]]>2}</credential></g>`)), { a: 2 });
  });

  test('without a credential has none, whatever is called like one', () => {
    assert.deepEqual(unbake(bytes(drawing)), none);
    assert.deepEqual(unbake(bytes('\ufeff <svg><credential>{"a":1}</credential></svg>')), none);
    assert.deepEqual(
      unbake(
        bytes(drawing.replace('<title>', '<!-- <openbadges:credential>{"a":1}</openbadges:credential> --><title>')),
      ),
      none,
    );
  });

  test('with two, with declarations of its own, cut off or of another kind is unreadable', () => {
    const one = '<openbadges:credential>{"a":1}</openbadges:credential>';
    const baked = bakeSvg(drawing, '{"a":1}');
    const wrong = [
      baked.replace('<title>', `${one}<title>`),
      baked.replace('<title>', '<openbadges:credential verify="eyJ.e.f"/><title>'),
      `<!DOCTYPE svg [<!ENTITY a "b">]>${baked}`,
      baked.slice(0, baked.indexOf(']]>')),
      baked.slice(0, baked.indexOf('</openbadges')),
      `<html>${baked}</html>`,
      baked.replace('<title>', '< title>'),
    ];
    for (const svg of wrong) assert.deepEqual(unbake(bytes(svg)), unreadable, svg.slice(0, 300));
  });
});

describe('a text', () => {
  test('is a credential in JSON, or a token', () => {
    assert.deepEqual(unbake(bytes('\ufeff\n {"a":1} \n')), { kind: 'json', text: '{"a":1}' });
    assert.deepEqual(unbake(bytes(' eyJhbGciOiJub25lIn0.e30. ')), { kind: 'jwt', text: 'eyJhbGciOiJub25lIn0.e30.' });
  });

  test('that is anything else is unreadable', () => {
    const texts = [
      '',
      ' ',
      '[]',
      'null',
      '"x"',
      '{',
      '{"a":1}{"a":2}',
      'club.example.org',
      'www.a.b',
      'eyJ.e f.g',
      '<',
      '<svg',
      '<a></a>',
    ];
    for (const text of texts) assert.deepEqual(unbake(bytes(text)), unreadable, text);
    assert.deepEqual(unbake(Uint8Array.of(0xff, 0xfe, 0x7b, 0x00)), unreadable);
  });

  test('is never longer than a badge can be', () => {
    const long = JSON.stringify({ a: 'x'.repeat(badgeLimits.verifyBytes) });
    assert.deepEqual(unbake(bytes(long)), unreadable);
  });
});

test('other pictures have no credential', () => {
  const starts = [
    '\xff\xd8\xff\xe0\0\x10JFIF',
    'GIF89a\x01\0',
    'RIFF\x10\0\0\0WEBPVP8 ',
    '\0\0\0\x1cftypavif',
    'BM\x10\0',
  ];
  for (const start of starts) assert.deepEqual(unbake(Buffer.from(`${start} and more`, 'latin1')), none, start);
});
