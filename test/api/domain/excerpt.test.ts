import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { excerptOf } from '../../../api/domain/stories/excerpt.ts';

test('a short text is whole, its paragraphs joined', () => {
  assert.deepEqual(excerptOf('Un.\n\nDeux.', 20), { text: 'Un. Deux.', isCut: false });
});

test('a long one ends after a sentence when enough of it is left, after a word otherwise', () => {
  const sentence = 'Le tram passe au bout de la rue. Il est jaune et il ne s’arrête pas.';
  assert.deepEqual(excerptOf(sentence, 40), { text: 'Le tram passe au bout de la rue.', isCut: true });
  assert.deepEqual(excerptOf('Oui. Le tram passe au bout, toujours, de la rue longue', 30), {
    text: 'Oui. Le tram passe au bout…',
    isCut: true,
  });
  const said = 'Il a dit «\u00a0oui.\u00a0»';
  assert.equal(excerptOf(`${said} Et puis il est parti très loin.`, 24).text, said);
});

test('never longer than the room, never half a character, always the beginning', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 4, max: 60 }), (text, most) => {
      const { text: excerpt, isCut } = excerptOf(text, most);
      const flat = text.replace(/[ \t\n]+/g, ' ').trim();
      assert.ok(excerpt.length <= most);
      assert.ok(excerpt.isWellFormed());
      assert.equal(isCut, flat.length > most);
      assert.ok(flat.startsWith(isCut ? excerpt.replace(/…$/, '') : excerpt));
    }),
  );
});
