import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseCaptions, writeCaptions } from '../../../api/domain/media/captions.ts';

const cue = (text: string) => `WEBVTT\n\n00:00.000 --> 00:02.500\n${text}\n`;

describe('captions', () => {
  test('keep their words: a tag ends before the next begins', () => {
    const [read] = parseCaptions(cue('<c.<v Anne>Moi<b x<i>seule</i>'))!;
    assert.equal(read!.text, '<c.Moi<b xseule');
  });

  test('are read whatever ends their lines, with hours, names, notes and settings', () => {
    const vtt = [
      '\uFEFFWEBVTT - Tram',
      '',
      'NOTE made by hand',
      '',
      'STYLE',
      '::cue { color: red }',
      '',
      'first',
      '00:00:01.000 --> 00:00:02.500 align:start position:10%',
      'Bonjour',
      'Mulhouse',
      '',
      '01:00:00.000 --> 01:00:01.000',
      'Une heure après',
      '',
    ].join('\r\n');
    assert.deepEqual(parseCaptions(vtt), [
      { start: 1000, end: 2500, text: 'Bonjour\nMulhouse' },
      { start: 3_600_000, end: 3_601_000, text: 'Une heure après' },
    ]);
  });

  for (const [what, vtt] of [
    ['nothing', ''],
    ['no head', '00:00.000 --> 00:01.000\nx'],
    ['a head that is longer', 'WEBVTTX\n\n00:00.000 --> 00:01.000\nx'],
    ['no cue', 'WEBVTT\n\nNOTE x'],
    ['an end before the beginning', 'WEBVTT\n\n00:02.000 --> 00:01.000\nx'],
    ['cues in the wrong order', 'WEBVTT\n\n00:02.000 --> 00:03.000\nx\n\n00:01.000 --> 00:04.000\ny'],
    ['a comma for the point', 'WEBVTT\n\n00:00,000 --> 00:01,000\nx'],
    ['seventy seconds in a minute', 'WEBVTT\n\n00:70.000 --> 01:80.000\nx'],
    ['words without a time', 'WEBVTT\n\nBonjour'],
    ['more cues than anybody says', `WEBVTT\n\n${'00:00.000 --> 00:01.000\nx\n\n'.repeat(601)}`],
  ] as const)
    test(`are refused: ${what}`, () => {
      assert.equal(parseCaptions(vtt), undefined);
    });

  test('hold words only', () => {
    const marked = '<v Odile>Bonjour <b>à</b> <c.red>tous</c><00:01.000></v> &amp; 2 &lt; 3 <script>alert(1)</script>';
    assert.equal(parseCaptions(cue(marked))![0]!.text, 'Bonjour à tous & 2 < 3 <script>alert(1)</script>');
    assert.match(writeCaptions(parseCaptions(cue(marked))!), /&lt;script&gt;/);
  });

  test('are the same after writing and reading, whatever is said', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replace(/\s+/gu, ' ').trim());
    const cues = fc.array(
      fc.record({ length: fc.integer({ min: 1, max: 9000 }), text: words.filter((text) => text !== '') }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(cues, (list) => {
        let at = 0;
        const made = list.map(({ length, text }) => ({ start: at, end: (at += length), text }));
        const once = parseCaptions(writeCaptions(made));
        assert.deepEqual(once, made);
      }),
    );
  });
});
