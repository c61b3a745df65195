import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Club } from '../../../api/contract/club.ts';
import { fieldCodes, problemCodes } from '../../../api/contract/codes.ts';
import { durations, limits } from '../../../api/contract/limits.ts';
import { locales, type Locale } from '../../../api/contract/locales.ts';
import { createTexts, termsFor, type ServerTerms } from '../../../api/lang/index.ts';

const club = Club.parse(JSON.parse(readFileSync(new URL('../../../demo/club.json', import.meta.url), 'utf8')));
const partner = 'Atelier Bollwerk';

/** Every text of a language with where it stands, functions called with plausible values. */
function textsOf(locale: Locale): Map<string, string> {
  const found = new Map<string, string>();
  const terms = termsFor(locale);
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'string') found.set(path, value);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) walk(one, `${path}.${key}`);
    }
  };
  walk(terms, locale);
  walk(calls(terms), `${locale}()`);
  return found;
}

function calls(terms: ServerTerms) {
  return {
    page: terms.site.pageTitle('A', 'B'),
    counters: [0, 1, 2, 1000].map((count) => terms.counter.sentence(count, 1000, '2027-12-31')),
    shares: [0, 1, 2, 1000].map((count) => terms.counter.share(count, partner)),
    home: [terms.home.title('Ulm'), terms.home.lead(club)],
    join: [terms.join.title('Ulm'), terms.join.via(partner), terms.join.errorsTitle(1), terms.join.errorsTitle(3)],
    sent: terms.join.sent.text('a@example.org'),
    versions: [terms.charter.version('1'), terms.privacy.version('1')],
    consents: terms.consents(club),
    notice: [terms.notice(club), terms.notice(club, partner)],
    legal: terms.legal.parts(club),
    accessibility: (['full', 'partial', 'none'] as const).map((state) =>
      terms.accessibility.parts(club, state, 'https://club.example'),
    ),
    fields: fieldCodes.flatMap((code) =>
      [...Object.keys(terms.join.labels), 'utm.source', '__proto__'].map((field) => terms.fieldError(field, code, 80)),
    ),
    retries: [1, 90, 600, 7200, 86_400].map((seconds) => terms.retryAfter(seconds)),
  };
}

for (const locale of locales) {
  describe(`server texts, ${locale}`, () => {
    const texts = textsOf(locale);
    const terms = termsFor(locale);

    test('hold no markup, no gap and no straight apostrophe', () => {
      assert.ok(texts.size > 300, `only ${texts.size} texts were found`);
      for (const [path, text] of texts) {
        assert.notEqual(text.trim(), '', path);
        assert.doesNotMatch(text, /[<>]|&\w+;|undefined|\[object|NaN|Invalid Date/, `${path}: ${text}`);
        assert.doesNotMatch(text, /'| {2}/, `${path}: ${text}`);
      }
    });

    test('tell apart every problem and every refusal, and name the field', () => {
      assert.deepEqual(Object.keys(terms.problems).sort(), [...problemCodes].sort());
      for (const code of fieldCodes) {
        for (const [field, label] of Object.entries(terms.join.labels)) {
          assert.ok(terms.fieldError(field, code).startsWith(label), `${field}.${code}`);
        }
      }
      const reasons = fieldCodes.map((code) => terms.fieldError('place', code));
      assert.equal(new Set(reasons).size, reasons.length);
    });

    test('say the figures of the contract', () => {
      const hours = String(durations.confirmationLife / 3_600_000);
      const days = String(durations.pendingLife / 86_400_000);
      assert.ok(terms.join.sent.points.some((point) => point.includes(hours) && point.includes(days)));
      assert.ok(terms.confirm.expired.text.includes(hours));
      assert.ok(terms.join.hints.sentence?.includes(String(limits.sentence)));
      assert.match(terms.counter.sentence(201, 1000, '2027-12-31'), /201\D.*1\D?000\D|1\D?000\D.*201/);
      assert.match(terms.counter.sentence(1, 1000, '2027-12-31'), /31\D.*2027/);
    });

    test('give every information that GDPR article 13 asks for', () => {
      const notice = terms.notice(club, partner);
      const all = notice.map(({ title, text }) => `${title}\n${text}`).join('\n');
      assert.equal(notice.length, 11);
      for (const needed of [
        club.legal.publisher,
        club.legal.seat,
        club.legal.email,
        club.legal.dataProtectionOfficer,
      ]) {
        assert.ok(all.includes(needed), needed);
      }
      assert.match(all, /CNIL/);
      assert.match(all, /72.*7/s);
      assert.match(all, /190/, 'how long a refused story is kept');
      assert.match(all, /[Bb]adge|[AÀ]bzeich/, 'what a badge shows');
      assert.ok(all.split(partner).length > 3, 'the partner is named as joint controller and as recipient');
    });

    test('name nobody beside the club on its own pages', () => {
      const { consents, notice } = createTexts(club).consent(locale, undefined);
      assert.deepEqual(consents, terms.consents(club));
      assert.equal(notice.length, 11);
      assert.ok(!JSON.stringify(notice).includes(partner));
    });

    test('the legal notice names publisher, director and host', () => {
      const all = JSON.stringify(terms.legal.parts(club));
      const { publisher, form, seat, email, phone, director, host } = club.legal;
      for (const needed of [publisher, form, seat, email, phone, director, host.name, host.address, host.phone]) {
        assert.ok(all.includes(needed), needed);
      }
    });

    test('the accessibility statement follows its model and says when there was no audit', () => {
      const parts = terms.accessibility.parts(club, 'none', 'https://club.example');
      const all = JSON.stringify(parts);
      assert.equal(parts.length, 7);
      assert.match(all, /4\.1\.2/);
      assert.match(all, /Libre réponse 71120, 75342 Paris CEDEX 07/);
      assert.ok(all.includes(club.accessibility.contact));
      const others = (['full', 'partial'] as const).map((state) =>
        JSON.stringify(terms.accessibility.parts(club, state, 'https://club.example')),
      );
      assert.equal(new Set([all, ...others]).size, 3);
    });
  });
}

describe('French', () => {
  const texts = [...textsOf('fr'), ...frenchOf(club, 'club.json')];

  test('has its narrow spaces before ; ! ? and its spaces before : and inside quotes', () => {
    for (const [path, text] of texts) {
      assert.doesNotMatch(text, /(?<![\u202f])[;!?]/, `${path}: ${text}`);
      assert.doesNotMatch(text, /(?<![\u00a0]):(?!\/\/)/, `${path}: ${text}`);
      assert.doesNotMatch(text, /«(?!\u00a0)|(?<!\u00a0)»/, `${path}: ${text}`);
    }
  });

  test('says the sentence that the accessibility rules prescribe', () => {
    assert.deepEqual(termsFor('fr').site.accessibility, {
      full: 'Accessibilité\u00a0: totalement conforme',
      partial: 'Accessibilité\u00a0: partiellement conforme',
      none: 'Accessibilité\u00a0: non conforme',
    });
  });

  test('counts one person in the singular', () => {
    assert.match(termsFor('fr').counter.share(1, partner), /1 est venu /);
    assert.match(termsFor('fr').counter.share(2, partner), /2 sont venus /);
  });

  test('elides before a vowel', () => {
    assert.match(termsFor('fr').join.title('Altkirch'), /d’Altkirch$/);
    assert.match(termsFor('fr').join.title('Mulhouse'), /de Mulhouse$/);
  });
});

test('no language borrowed a sentence from another', () => {
  const [fr, ...others] = locales.map((locale) => ({ locale, texts: textsOf(locale) }));
  for (const { locale, texts } of others) {
    for (const [path, text] of texts) {
      // Functions are fed names and addresses, which are the same everywhere.
      if (path.includes('()') || text.length <= 12) continue;
      assert.notEqual(text, fr!.texts.get(path.replace(locale, 'fr')), path);
    }
  }
});

/** The French texts of the club's file. */
function frenchOf(value: unknown, path: string): [string, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]): [string, string][] =>
    key === 'fr' && typeof one === 'string' ? [[path, one]] : frenchOf(one, `${path}.${key}`),
  );
}
