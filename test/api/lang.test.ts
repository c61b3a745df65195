/** All texts for people, in all languages: there, plain, translated, and written as each language is. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fieldCodes } from '../../api/contract/codes.ts';
import { embeddable } from '../../api/contract/embed.ts';
import { locales, type Locale } from '../../api/contract/locales.ts';
import { createTexts, termsFor } from '../../api/lang/index.ts';
import { passportTerms } from '../../api/lang/passport/index.ts';
import { storyPages } from '../../api/lang/stories-pages/index.ts';
import { embedTerms } from '../../api/lang/embed/index.ts';
import { badgeFrameTerms } from '../../api/lang/badge-frame.ts';
import { webhooksIn } from '../../api/lang/webhooks/index.ts';
import { exportsIn } from '../../api/lang/exports/index.ts';
import { badgePages } from '../../api/lang/badge-pages/index.ts';
import { configuratorPages } from '../../api/lang/configurator/index.ts';
import { myBadges } from '../../api/lang/my-badges/index.ts';
import { verifyPages } from '../../api/lang/verdicts/index.ts';
import { statisticsTerms } from '../../api/lang/statistics/index.ts';
import { partnerPages } from '../../api/lang/partners/index.ts';
import { reasons } from '../../api/lang/reasons/index.ts';
import { badgeMailTerms } from '../../api/mail/lang/badges/index.ts';
import { storyMailTerms } from '../../api/mail/lang/stories/index.ts';
import { mailTerms } from '../../api/mail/lang/index.ts';
import { badgeWords } from '../../api/pictures/badges/words.ts';
import { proposals } from '../../widgets/lang/console/refusals.ts';
import * as widgetsDe from '../../widgets/lang/de.ts';
import * as widgetsEn from '../../widgets/lang/en.ts';
import * as widgetsFr from '../../widgets/lang/fr.ts';
import * as widgetsGsw from '../../widgets/lang/gsw.ts';
import { de as doctorDe } from '../../widgets/lang/doctor/de.ts';
import { en as doctorEn } from '../../widgets/lang/doctor/en.ts';
import { fr as doctorFr } from '../../widgets/lang/doctor/fr.ts';
import { gsw as doctorGsw } from '../../widgets/lang/doctor/gsw.ts';
import { reportTerms } from '../../widgets/lang/report/index.ts';
import { testClub } from '../support/app.ts';
import { textsOf, type Calls, type Texts } from '../support/texts.ts';

// Names of this club are in one language: only what stands around them is ours to read.
const { host } = testClub.legal;
const club = {
  ...testClub,
  legal: {
    ...testClub.legal,
    publisher: 'ACME',
    form: 'ACME',
    seat: 'ACME',
    director: 'ACME',
    host: { ...host, name: 'ACME', address: 'ACME' },
  },
};
const day = '2027-12-31';
const counts = [0, 1, 2, 999, 1234];
const fields = [
  'firstName',
  'email',
  'circle',
  'invitation',
  'age15',
  'charter',
  'lastName',
  'place',
  'sentence',
  'x.y',
];

const serverCalls: Calls = {
  'site.pageTitle': [['Seite', 'Verein']],
  'counter.sentence': counts.map((count) => [count, 1000, day]),
  'counter.share': counts.map((count) => [count, 'Ville']),
  'home.title': [['Mulhouse'], ['Altkirch']],
  'home.lead': [[club]],
  'join.title': [['Mulhouse'], ['Altkirch']],
  'join.via': [['Ville']],
  'join.back': [['Ville']],
  'join.errorsTitle': [[1], [2]],
  'join.sent.text': [['odile@example.org']],
  'myStories.appealUntil': [['DAY']],
  'myStories.errorsTitle': [[1], [2]],
  'signIn.space.title': [['Odile']],
  'signIn.space.change': [['odile@example.org']],
  'charter.version': [['2026-01']],
  'privacy.version': [['2026-01']],
  consents: [[club]],
  notice: [[club], [club, 'Ville']],
  'legal.parts': [[club]],
  'accessibility.parts': ['none', 'partial', 'full'].map((state) => [club, state, 'https://club.example']),
  fieldError: fields.flatMap((field) =>
    fieldCodes.flatMap((code) => [
      [field, code],
      [field, code, 80],
    ]),
  ),
  retryAfter: [[1], [60], [89], [90], [600], [7200], [86_400]],
};

const storyPageCalls: Calls = {
  'list.lead': [['Mulhouse'], ['Altkirch']],
  'list.readOn': [['Odile'], ['Serge']],
  'list.open': [['Odile']],
  'story.title': [['Odile'], ['Serge']],
  'story.published': [[day]],
  'story.partner': [['Ville']],
  'story.duration': [[1], [80]],
  'story.picture': [['Odile', 'Altkirch']],
  'story.share.on': [['Facebook']],
  'report.about': [['Odile']],
  'report.done.number': [['7K3M-92QX-D40B']],
  'kit.photo': [[2]],
  'embed.title': [['Verein']],
};

const embedCalls: Calls = {
  ...Object.fromEntries(embeddable.map((widget) => [`titles.${widget}`, [['Mulhouse'], ['Altkirch']]])),
  number: [[0], [1234]],
  label: counts.map((count) => [count]),
  aim: [[1000, day]],
};

const badgePageCalls: Calls = {
  'frame.standing': [['Mulhouse', 'club.example/b/x']],
  'frame.ended': [['club.example/b/x']],
  'page.checked': [[day, '14:03']],
  'page.person': [['Verein']],
  'page.business': [['Verein']],
  'page.onlyOn': [['laden.example']],
  'page.endedOn': [[day]],
  'page.day': [[day]],
  'page.code': [['club.example/b/x']],
  'page.elsewhere.addressBar': [['https://club.example']],
  'page.elsewhere.issuer': [['club.example']],
  'page.social.title': [['Altkirch'], ['Mulhouse']],
  'page.social.picture': [['Altkirch'], ['Mulhouse']],
  'print.member': [['Altkirch'], ['Mulhouse']],
  'meaning.lead': [['Altkirch'], ['Mulhouse']],
  'meaning.check.points': [['club.example']],
};

const myBadgesCalls: Calls = {
  'tools.linkedin.month': [[2026, 12]],
  'tools.frame.name': [['Verein']],
  'mine.business': [['laden.example']],
  'mine.states.active': [[day]],
  'mine.states.missing': [[day, day]],
  'mine.states.endedOn': [[day]],
  'mine.choices.showsCircle': [['Label']],
  'mine.proof.looked': [[day, '14:03']],
  'mine.proof.provenOn': [[day]],
};

const mailCalls: Calls = {
  confirmation: [null, 'Ville'].map((partner) => [{ club: club.name.fr, partner, hours: 72, days: 7 }]),
  welcome: [null, 'Odile'].flatMap((firstName) =>
    [true, false].map((newsletter) => [{ firstName, goal: '1000', newsletter }]),
  ),
  alreadyMember: [null, 'Ville'].map((partner) => [{ partner }]),
  signIn: [[10]],
};

const statement = { excerpt: 'Ville', reason: 'Odile.', text: 'Label.', until: 'DAY' };
const storyMailCalls: Calls = {
  published: [[{ excerpt: 'Ville' }]],
  refused: [[statement]],
  removed: [[statement]],
  appealDecided: [true, false].map((upheld) => [{ excerpt: 'Ville', upheld, answer: 'Odile.' }]),
  reportReceipt: [[{ receipt: 'R-72', reason: 'Ville', url: 'https://club.example/' }]],
  reportDecided: [true, false].map((upheld) => [{ receipt: 'R-72', upheld, answer: 'Odile.' }]),
};

const badgeMailCalls: Calls = {
  ending: [['DAY']],
  domainMissing: [
    [
      {
        domain: 'Ville',
        since: 'DAY',
        until: 'DAY',
        record: { name: 'Label', value: 'IMG' },
        file: { path: '/', content: 'IMG' },
      },
    ],
  ],
  domainLost: [[{ domain: 'Ville', days: 14 }]],
  reported: [['Odile']],
};

const widgetCalls: Calls = {
  'counter.goal': counts.map((count) => [String(count), count, '1000', 'DAY']),
  'counter.goalOnly': counts.map((count) => [String(count), count, '1000']),
  'counter.reached': counts.map((count) => [String(count), count, '1000']),
  'counter.members': counts.map((count) => [String(count), count]),
  'counter.label': counts.map((count) => [count]),
  'counter.aim': [['1000', 'DAY']],
  'counter.share': counts.map((count) => [String(count), count, 'Ville']),
  'storyForm.title': [['Mulhouse']],
  'storyForm.codeSent': [['odile@example.org']],
  'storyForm.left': [[-2], [-1], [0], [1], [2]],
  'storyForm.short': [[1], [20]],
  'storyForm.photosHint': [[6, 25]],
  'storyForm.filmHint': [[120, 200]],
  'storyForm.busy': [[1], [2]],
  'storyFormMedia.photo': [[1]],
  'storyFormMedia.percent': [['IMG', 25]],
  'storyFormMedia.arrived': [['IMG']],
  'storyFormMedia.gone': [[22, 90]],
  'storyFormReview.appealUntil': [['DAY']],
  'storyFormReview.summary': [[1], [2]],
  'signup.title': [['Mulhouse']],
  'signup.left': [[-2], [-1], [0], [1], [2]],
  'signup.summary': [[1], [2]],
  'signup.tooLong': [['Label', 80]],
  'signup.unreadable': [['Label']],
  'signup.invalid': [['Label']],
  'signup.busy': [[1], [2]],
  'signup.thanks': [['Odile']],
  'signup.later': [[72]],
  'testimonials.playFilm': [['Odile']],
  'testimonials.watchOn': [['YouTube']],
};

const configuratorCalls: Calls = {
  'form.partner.unknown': [['Ville']],
  'form.partner.paused': [['Ville']],
  'form.partner.sites': [['Ville', 'Label']],
  'form.partner.noSites': [['Ville']],
  'refused.unknown': [['Ville']],
  'refused.value': [['Ville', 'Label']],
  'refused.accent': [['Label']],
  'contrast.onLight': [['1,4']],
  'contrast.onDark': [['11,6']],
  'words.signup': [['Mulhouse'], ['Altkirch']],
  'words.testimonials': [['Mulhouse'], ['Altkirch']],
  'words.badge': [['Mulhouse'], ['Altkirch']],
  'words.counter': [['Verein']],
  'words.storyForm': [['Mulhouse'], ['Altkirch']],
};

const passportCalls: Calls = {
  title: [['Ville']],
  bytes: [['1234']],
  notice: (['signup', 'badge'] as const).map((widget) => [club, 'Ville', widget, ['Label']]),
  browserList: [[120, 125, 17.4]],
};

const doctorTerms: Record<Locale, unknown> = { fr: doctorFr, de: doctorDe, en: doctorEn, gsw: doctorGsw };
/** Tags, attributes and sources are code, whose quotation marks are its own; places of facts are no words. */
const withoutCode = (texts: Texts): Texts =>
  new Map(
    Array.from(texts, ([path, text]) => [
      path,
      text.replace(/<\{\w+\}>|[\w{}]+="[\w{}]+"|'none'/g, 'x').replace('{ratio}', '3'),
    ]),
  );
const statisticsCalls: Calls = {
  'period.shown': [['DAY', 'DAY']],
  before: [['72']],
  overTime: [['Label', '72', 'DAY', '80']],
  byName: [['Label', 'Ville', '72']],
  'referral.came': [
    [0, '0'],
    [1, '1'],
    [80, '80'],
  ],
};

const partnerCalls: Calls = {
  members: counts.map((count) => [count]),
  atLine: [['https://www.ville.example']],
  'logo.alt': [['Ville']],
  'desk.people.remove': [['Odile']],
  'desk.people.where': [['https://club.example/partner']],
  'space.signedInAs': [['Odile', 'odile@example.org']],
  'space.staffOnly': [['club@example.org']],
  'space.write': [['club@example.org']],
};

const verifyCalls: Calls = { 'register.day': [['2026-11-23']], 'form.addressHint': [['Ville']] };

const reportCalls: Calls = {
  tooLong: [[2000]],
  busy: [[1], [3]],
  receipt: [['R-2026-0042']],
};

const name = [['Odile']];
const manyOf = counts.map((count) => [count]);
const consoleCalls: Calls = Object.fromEntries(
  Object.entries({
    waitingHere: [[1], [8]],
    'signIn.codeLead': [['10:42']],
    'signIn.welcome': name,
    'failures.busy': [[1], [2]],
    'queue.position': [[1, '12']],
    'queue.tagsLegend': name,
    'queue.undone': name,
    'queue.undoUntil': [['10:42']],
    ...Object.fromEntries(
      ['approve', 'refuse', 'remove', 'feature', 'unfeature', 'tag'].map((action) => [`queue.done.${action}`, name]),
    ),
    'story.waitingSince': [['DAY']],
    'story.publishedOn': [['DAY']],
    'story.before': manyOf.slice(1),
    'story.openReports': manyOf.slice(1),
    'story.photo': [
      [1, 1],
      [1, 2],
    ],
    'story.film': [['0:12']],
    'story.captionLines': manyOf.map((count) => ['Ville', ...count]),
    'story.link': [['YouTube']],
    'story.by': [['Odile', 'DAY']],
    ...Object.fromEntries(
      ['refuse', 'remove', 'uphold_report', 'reject_report', 'uphold_appeal', 'reject_appeal'].map((kind) => [
        `statement.titles.${kind}`,
        name,
      ]),
    ),
    'captions.title': name,
    'captions.line': [[72]],
    'captions.imported': manyOf.slice(1),
    'captions.wrong': [[1], [2]],
    'reports.receipt': [['Ville']],
    'reports.on': [['DAY']],
    'reports.upheld': name,
    'reports.rejected': name,
    'appeals.on': [['DAY']],
    'appeals.upheld': name,
    'appeals.rejected': name,
  }).map(([path, calls]) => [`console.${path}`, calls]),
);

const widgetTerms: Record<Locale, unknown> = { fr: widgetsFr, de: widgetsDe, en: widgetsEn, gsw: widgetsGsw };

/** What the club's own file says in a language. */
function clubTexts(locale: Locale, tree: unknown = testClub, path = '', found: Texts = new Map()): Texts {
  if (typeof tree !== 'object' || tree === null) return found;
  if (Object.keys(tree).join() === locales.join()) return found.set(path, (tree as Record<Locale, string>)[locale]);
  for (const [key, value] of Object.entries(tree)) clubTexts(locale, value, path ? `${path}.${key}` : key, found);
  return found;
}

const sources: Record<string, (locale: Locale) => Texts> = {
  'the server': (locale) => textsOf(termsFor(locale), serverCalls),
  'the pages of stories': (locale) => textsOf(storyPages[locale], storyPageCalls),
  'the pages of badges': (locale) => textsOf({ ...badgePages[locale], frame: badgeFrameTerms[locale] }, badgePageCalls),
  frames: (locale) => textsOf(embedTerms[locale], embedCalls),
  'what holders of badges read': (locale) => textsOf(myBadges[locale], myBadgesCalls),
  'what staff read of webhooks': (locale) => textsOf(webhooksIn[locale], { ofPartner: [['Ville']] }),
  'what staff read who export': (locale) => textsOf(exportsIn[locale], { of: [['Label']] }),
  'the pages about partners': (locale) => textsOf(partnerPages[locale], partnerCalls),
  'the page where badges are checked': (locale) => textsOf(verifyPages[locale], verifyCalls),
  'the configurator': (locale) => textsOf(configuratorPages[locale], configuratorCalls),
  'the mails': (locale) => textsOf(mailTerms[locale], mailCalls),
  'the report form': (locale) => textsOf(reportTerms[locale], reportCalls),
  'the widgets': (locale) => textsOf(widgetTerms[locale], { ...widgetCalls, ...consoleCalls }),
  'the doctor': (locale) => withoutCode(textsOf(doctorTerms[locale], {})),
  'the passports': (locale) => withoutCode(textsOf(passportTerms[locale], passportCalls)),
  'what the console proposes to write': (locale) => textsOf(proposals[locale], {}),
  'the club’s file': (locale) => clubTexts(locale),
  'the mails about stories': (locale) => textsOf(storyMailTerms[locale], storyMailCalls),
  'the pictures of badges': (locale) =>
    textsOf(badgeWords[locale], { of: [['Mulhouse'], ['Altkirch']], since: [[2026]] }),
  'the mails about badges': (locale) => textsOf(badgeMailTerms[locale], badgeMailCalls),
  'the reasons of moderation': (locale) => textsOf(reasons[locale], {}),
  'the pages of statistics': (locale) => textsOf(statisticsTerms[locale], statisticsCalls),
  'what authors agree to': (locale) => textsOf(createTexts(testClub).story(locale), {}),
};

/** Addresses follow their own rules. */
const words = (text: string) => text.replace(/https?:\/\/\S+|\S+@\S+|\b(?:www\.)\S+/g, 'x');
/** Parts of sentences: what stands around them is not theirs to care for. */
const isPart = (path: string) =>
  /errorPrefix|signup\.sent\.|counter\.(?:label|share)|^label\(|^check$|^of\(/.test(path);

const rules: Record<string, (text: string, path: string) => boolean> = {
  'says something': (text) => text.trim() !== '',
  'holds no markup': (text) => !/[<>]|&(?:[a-z]+|#\d+);/i.test(text),
  'holds nothing that a program forgot': (text) => !/undefined|null\b|NaN|\[object|\$\{|function/.test(text),
  'is one line without control characters': (text) => !/[\p{Cc}\u2028\u2029]/u.test(text),
  'has no spaces around it or in pairs': (text, path) => isPart(path) || (text === text.trim() && !/ {2}/.test(text)),
  'has real apostrophes, quotation marks and ellipses': (text) => !/['"]|\.\.\./.test(words(text)),
  'has no dash that is a minus between spaces': (text) => !/ - /.test(text),
};

const french: Record<string, (text: string) => boolean> = {
  'a narrow no-break space before ; ! ?': (text) => !/(?<!\u202f)[;!?]/.test(words(text)),
  'a no-break space before :': (text) => !/(?<!\u00a0|\d):/.test(words(text)),
  'no-break spaces inside « »': (text) => !/«(?!\u00a0)|(?<!\u00a0)»/.test(text),
  'no space before a comma or a full stop': (text) => !/[\s\u00a0\u202f][,.](?!\d)/.test(text),
  ligatures: (text) => !/\b(?:coeur|oeil|oeuvre|voeu|soeur)/i.test(text),
};

const others: Record<string, (text: string) => boolean> = {
  'no space before ; : ! ?': (text) => !/[\s\u00a0\u202f][;:!?]/.test(words(text)),
  'no quotation marks of the French': (text) => !/[«»]/.test(text),
};

function assertAll(texts: Texts, holds: (text: string, path: string) => boolean): void {
  const wrong = Array.from(texts).filter(([path, text]) => !holds(text, path));
  assert.deepEqual(wrong, []);
}

for (const [source, read] of Object.entries(sources)) {
  describe(source, () => {
    const original = read('fr');

    test('has texts to read', () => assert.ok(original.size > 5));

    for (const locale of locales) {
      const texts = read(locale);

      test(`${locale}: has the texts that French has, and no other`, () => {
        const missing = [...original.keys()].filter((path) => !texts.has(path));
        // Languages may need more or fewer points or paragraphs, never another text.
        const isList = (path: string) => /\.\d+(?:\.|$)/.test(path);
        assert.deepEqual(
          missing.filter((path) => !isList(path)),
          [],
        );
        assert.deepEqual(
          [...texts.keys()].filter((path) => !original.has(path) && !isList(path)),
          [],
        );
      });

      for (const [rule, holds] of Object.entries(rules)) test(`${locale}: ${rule}`, () => assertAll(texts, holds));
      const own = locale === 'fr' ? french : others;
      for (const [rule, holds] of Object.entries(own)) test(`${locale}: ${rule}`, () => assertAll(texts, holds));

      if (locale !== 'fr') {
        test(`${locale}: is translated`, () => {
          const same = Array.from(texts).filter(([path, text]) => text.length > 14 && text === original.get(path));
          assert.deepEqual(
            same.filter(([, text]) => /\p{L}{3,} \p{L}{3,}/u.test(words(text))),
            [],
          );
        });

        test(`${locale}: says the names and numbers that French says`, () => {
          const given = /Ville|Odile|odile@example\.org|Altkirch|Label|DAY|\b(?:72|80|280)\b/g;
          const told = (text: string | undefined) => [...new Set(text?.match(given) ?? [])].sort().join();
          const wrong = Array.from(texts).filter(([path, text]) => {
            return original.has(path) && !/\.\d+\./.test(path) && told(text) !== told(original.get(path));
          });
          assert.deepEqual(wrong, []);
        });
      }
    }
  });
}

test('plurals are right where they are easily wrong', () => {
  assert.match(termsFor('fr').counter.sentence(0, 1000, day), /^0 ambassadrice ou ambassadeur /);
  assert.match(termsFor('fr').counter.sentence(1, 1000, day), /^1 ambassadrice ou ambassadeur /);
  assert.match(termsFor('fr').counter.sentence(1234, 1000, day), /^1\u202f234 ambassadrices et ambassadeurs /);
  assert.match(termsFor('en').counter.sentence(0, 1000, day), /^0 ambassadors /);
  assert.match(termsFor('en').counter.sentence(1, 1000, day), /^1 ambassador /);
  assert.match(termsFor('fr').join.title('Altkirch'), /d’Altkirch/);
  assert.match(termsFor('fr').join.title('Mulhouse'), /de Mulhouse/);
  assert.match(termsFor('fr').counter.sentence(2, 1000, day), /31 décembre 2027/);
});

test('what people agree to names the partner on the partner’s pages and nobody on the club’s own', () => {
  const texts = createTexts(club);
  for (const locale of locales) {
    const ours = JSON.stringify(texts.consent(locale, undefined));
    const theirs = JSON.stringify(texts.consent(locale, 'PARTNERNAME'));
    assert.ok(theirs.includes('PARTNERNAME') && !ours.includes('PARTNERNAME'), locale);
    for (const fact of [club.legal.publisher, club.legal.dataProtectionOfficer, 'CNIL', '72']) {
      assert.ok(ours.includes(fact), `${locale}: ${fact}`);
    }
  }
});
