import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse, type ChildNode, type Element } from 'parse5';
import { locales, type Locale } from '../../../api/contract/locales.ts';
import { alreadyMember } from '../../../api/mail/templates/already-member.ts';
import { badgeEnding, badgeReported, domainLost, domainMissing } from '../../../api/mail/templates/badges.ts';
import { confirmation } from '../../../api/mail/templates/confirmation.ts';
import type { Letter, LetterFacts } from '../../../api/mail/templates/letter.ts';
import { contrastingText } from '../../../api/mail/templates/look.ts';
import { greetingName, welcome } from '../../../api/mail/templates/welcome.ts';
import { club } from './club.ts';

const token = 'T0ken-T0ken_T0ken-T0ken_T0ken-T0ken_T0ken-1';
const other = 'Other-Other_Other-Other_Other-Other_Other-2';
const facts = (locale: Locale): LetterFacts => ({ club, publicUrl: 'https://club.example', locale });

const proof = { name: '_ambassador.storch.example', value: 'ambassador-badge=X', file: '/.well-known/x', content: 'X' };

const kinds: Record<string, (locale: Locale) => Letter> = {
  confirmation: (locale) => confirmation(facts(locale), 'Ville d’Illville', token),
  welcome: (locale) =>
    welcome(facts(locale), { firstName: 'Zoé', newsletter: true }, { leave: token, unsubscribe: other }),
  'already member': (locale) => alreadyMember(facts(locale), 'Ville d’Illville', token),
  'badge ending': (locale) => badgeEnding(facts(locale), Date.UTC(2027, 11, 31)),
  'domain missing': (locale) => domainMissing(facts(locale), 'storch.example', Date.UTC(2027, 11, 1), proof),
  'domain lost': (locale) => domainLost(facts(locale), 'storch.example'),
  'badge reported': (locale) => badgeReported(facts(locale), 'wrong_site'),
};

const subjects: Record<string, Record<Locale, RegExp>> = {
  confirmation: {
    fr: /^Plus qu’un geste\u00a0: confirmez votre adhésion$/,
    de: /^Noch ein Schritt: Bestätigen Sie Ihre Mitgliedschaft$/,
    en: /^One more tap: confirm your membership$/,
    gsw: /^Noch a Schrìtt: bstätig dini Mìtglìedschàft$/,
  },
  welcome: { fr: /^Bienvenue/, de: /^Willkommen/, en: /^Welcome/, gsw: /^Willkumma/ },
  'already member': { fr: /déjà/, de: /schon dabei/, en: /already in/, gsw: /schu drbii/ },
  'badge ending': {
    fr: /^Votre badge prend fin le 31 décembre 2027$/,
    de: /^Ihr Abzeichen endet am 31\. Dezember 2027$/,
    en: /^Your badge ends on 31 December 2027$/,
    gsw: /^Di Àbzeicha heert àm 31\. Dezember 2027 uf$/,
  },
  'domain missing': {
    fr: /storch\.example\u00a0: la preuve manque/,
    de: /Nachweis fehlt/,
    en: /proof is missing/,
    gsw: /Nohwis fahlt/,
  },
  'domain lost': { fr: /a pris fin$/, de: /hat geendet$/, en: /has ended$/, gsw: /ufgheert$/ },
  'badge reported': { fr: /signalé$/, de: /gemeldet$/, en: /reported$/, gsw: /gmäldet wora$/ },
};

/** All elements of a parsed page, depth first. */
function elements(html: string): Element[] {
  const found: Element[] = [];
  const walk = (nodes: ChildNode[]) => {
    for (const node of nodes) {
      if (!('tagName' in node)) continue;
      found.push(node);
      walk(node.childNodes);
    }
  };
  walk(parse(html).childNodes);
  return found;
}

const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;
const hrefs = (html: string) =>
  elements(html).flatMap((element) => (element.tagName === 'a' ? [attribute(element, 'href') ?? ''] : []));
const urls = (text: string) => text.match(/https?:\/\/\S+/g) ?? [];
/** The words that people see, without the style sheet. */
const words = (html: string) =>
  html
    .replace(/<style>[\s\S]*<\/style>|<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'");

for (const [kind, write] of Object.entries(kinds)) {
  for (const locale of locales) {
    describe(`${kind} in ${locale}`, () => {
      const { subject, text, html } = write(locale);

      test('has a subject of its own and says its language', () => {
        assert.match(subject, subjects[kind]![locale]);
        const root = elements(html)[0]!;
        assert.equal(root.tagName, 'html');
        assert.equal(attribute(root, 'lang'), locale);
      });

      test('links to our own pages only, the same in both parts', () => {
        const links = hrefs(html);
        assert.ok(links.length >= 4, links.join());
        for (const link of links) assert.equal(new URL(link).origin, 'https://club.example', link);
        for (const link of links) assert.equal(new URL(link).searchParams.get('lang'), locale, link);
        assert.deepEqual([...new Set(urls(text))].sort(), [...new Set(links)].sort());
      });

      test('shows the address of its button as text', () => {
        const button = elements(html).find((element) => attribute(element, 'class') === 'button')!;
        assert.ok(words(html).includes(attribute(button, 'href')!), 'the link can be copied');
      });

      test('says the same in both parts', () => {
        const seen = words(html).replace(/\s+/g, ' ');
        for (const line of text.split('\n').filter((one) => one && one !== '-- ')) {
          assert.ok(seen.includes(line.replace(/\s+/g, ' ')) || hrefs(html).includes(line), line);
        }
      });

      test('names who writes', () => {
        for (const part of [text, words(html)]) {
          assert.ok(part.includes(club.name[locale]));
          assert.ok(part.includes('Association <Ill>'));
          assert.ok(part.includes('1 quai de l’Ill'));
          assert.ok(part.includes('legal@club.example'));
        }
      });

      test('fetches nothing and runs nothing', () => {
        const tags = new Set(elements(html).map(({ tagName }) => tagName));
        for (const tag of ['img', 'script', 'link', 'iframe', 'form', 'svg', 'table', 'video', 'object']) {
          assert.ok(!tags.has(tag), tag);
        }
        assert.doesNotMatch(html, /url\(|@import|@font-face|src=|background=|http-equiv/i);
      });

      test('reads in dark and light', () => {
        const meta = elements(html).find((element) => attribute(element, 'name') === 'color-scheme')!;
        assert.equal(attribute(meta, 'content'), 'light dark');
        assert.match(html, /prefers-color-scheme: dark/);
      });
    });
  }
}

test('the button of each letter leads where it says', () => {
  const to = (letter: Letter) => {
    const { pathname, searchParams } = new URL(hrefs(letter.html)[0]!);
    return [pathname, searchParams.get('token')];
  };
  assert.deepEqual(to(kinds['confirmation']!('fr')), ['/confirm', token]);
  assert.deepEqual(to(kinds['welcome']!('fr')), ['/', null]);
  assert.deepEqual(to(kinds['already member']!('fr')), ['/', null]);
  for (const kind of ['badge ending', 'domain missing', 'domain lost']) {
    assert.deepEqual(to(kinds[kind]!('fr')), ['/me/badges', null]);
  }
  assert.deepEqual(to(kinds['badge reported']!('fr')), ['/console/badges', null]);
});

test('French writes the first of a month as it is said', () => {
  assert.match(badgeEnding(facts('fr'), Date.UTC(2027, 11, 1)).subject, /le 1er décembre 2027$/);
  assert.match(badgeEnding(facts('fr'), Date.UTC(2027, 11, 11)).subject, /le 11 décembre 2027$/);
  assert.match(badgeEnding(facts('en'), Date.UTC(2027, 11, 1)).subject, /on 1 December 2027$/);
});

test('the welcome leads to the badge, before the ways out', () => {
  for (const locale of locales) {
    const paths = hrefs(kinds['welcome']!(locale).html).map((url) => new URL(url).pathname);
    assert.ok(paths.indexOf('/me/badges') > 0 && paths.indexOf('/me/badges') < paths.indexOf('/unsubscribe'));
  }
});

test('a member can leave from both letters to members, and stop the news they asked for', () => {
  const with_ = (letter: Letter, path: string) => hrefs(letter.html).find((url) => new URL(url).pathname === path);
  assert.equal(with_(kinds['welcome']!('de'), '/leave'), `https://club.example/leave?token=${token}&lang=de`);
  assert.equal(
    with_(kinds['welcome']!('de'), '/unsubscribe'),
    `https://club.example/unsubscribe?token=${other}&lang=de`,
  );
  assert.equal(with_(kinds['already member']!('de'), '/leave'), `https://club.example/leave?token=${token}&lang=de`);
  assert.equal(with_(kinds['confirmation']!('de'), '/leave'), undefined);
  const silent = welcome(
    facts('de'),
    { firstName: 'Zoé', newsletter: false },
    { leave: token, unsubscribe: undefined },
  );
  assert.equal(with_(silent, '/unsubscribe'), undefined);
  assert.notEqual(silent.text, kinds['welcome']!('de').text);
});

test('the confirmation says how long the link and the data live', () => {
  for (const locale of locales) {
    const { text } = kinds['confirmation']!(locale);
    assert.match(text, /\b72\b/);
    assert.match(text, /\b7\b/);
  }
});

test('letters are written without a partner too', () => {
  for (const locale of locales) {
    for (const letter of [confirmation(facts(locale), null, token), alreadyMember(facts(locale), null, token)]) {
      assert.doesNotMatch(letter.text + letter.html, /null|undefined|„“|“”|«\s*»/);
    }
  }
});

test('markup in a name or in the club’s own texts makes no element', () => {
  const plain = elements(kinds['confirmation']!('fr').html).length;
  const evil = `</p><img src=x onerror=alert(1)><a href='https://evil.example'>"&amp;`;
  const letter = confirmation(facts('fr'), evil, token);
  assert.equal(elements(letter.html).length, plain);
  assert.ok(words(letter.html).includes('<img src=x onerror=alert(1)>'), 'shown as text');
  const greeted = welcome(facts('fr'), { firstName: evil, newsletter: true }, { leave: token, unsubscribe: other });
  assert.equal(elements(greeted.html).length, elements(kinds['welcome']!('fr').html).length);
});

test('greets by names and by nothing that could be read as a message', () => {
  for (const name of [
    'Zoé',
    'Jean-Pierre',
    'O’Neill',
    "D'Arcy",
    'Marie Thérèse',
    'J. P.',
    'نور',
    '美咲',
    'Ñandú',
    'Anne-M.',
  ]) {
    assert.equal(greetingName(name), name);
  }
  assert.equal(greetingName('  Léa '), 'Léa');
  const odd = [
    'Win 1000 €',
    'evil.example',
    'visit evil.example',
    'https://evil.example',
    'www.evil.example',
    'a@b.example',
    '<b>Ana</b>',
    'call +33 1 23',
    '\u202egnp.exe',
    'Ana\u0000',
    '🎉',
    '...',
    'x'.repeat(60),
    '',
  ];
  for (const name of odd) assert.equal(greetingName(name), null, name);
});

test('French texts keep their spaces', () => {
  for (const write of Object.values(kinds)) {
    const { subject, text } = write('fr');
    const own = `${subject}\n${text}`.replaceAll(/https?:\S+/g, '');
    assert.doesNotMatch(own, /(?<!\u202f)[!?;]/, 'a narrow no-break space before ! ? ;');
    assert.doesNotMatch(own, /(?<!\u00a0):/, 'a no-break space before :');
    assert.doesNotMatch(own, /«(?!\u00a0)|(?<!\u00a0)»/, 'no-break spaces inside « »');
    assert.doesNotMatch(own, /'/, 'typographic apostrophes');
  }
});

test('text on the button is always readable', () => {
  const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = (hex: string) =>
    [0.2126, 0.7152, 0.0722].reduce(
      (sum, weight, index) =>
        sum + weight * channel(Number.parseInt(hex.slice(1 + 2 * index, 3 + 2 * index), 16) / 255),
      0,
    );
  for (const colour of [
    '#000000',
    '#ffffff',
    '#b3261e',
    '#ff9a85',
    '#777777',
    '#757575',
    '#00695c',
    '#ffeb3b',
    '#0000ff',
  ]) {
    const [light, dark] = [luminance(colour), luminance(contrastingText(colour))].sort((a, b) => b - a) as [
      number,
      number,
    ];
    assert.ok((light + 0.05) / (dark + 0.05) >= 4.5, colour);
  }
});
