/** English: consents, privacy notice, legal pages. */
import { durations } from '../contract/limits.ts';
import { days, hours } from './format.ts';
import type { LegalTerms } from './terms.ts';

const linkHours = hours(durations.confirmationLife);
const pendingDays = days(durations.pendingLife);

export const enLegal: LegalTerms = {
  consents: () => ({
    age15: 'I am 15 or over.',
    charter: 'I accept the club’s charter.',
    newsletter: 'I would like to get the club’s news by mail. One click stops it.',
    public: 'The club and its partners may show my first name and my circle. I can change my mind.',
    introductions: 'The club may suggest introductions to me. Nothing is passed on without my agreement, each time.',
  }),
  noticeTitle: 'What we do with your data',
  notice: ({ legal }, partner) => [
    {
      title: 'Who is responsible',
      text:
        `${legal.publisher}, ${legal.seat}, ${legal.email}.` +
        (partner
          ? ` For the collection on this page ${partner} is responsible together with it: ${partner} shows the form, the club receives your answers and deals with your requests. You may turn to either of them.`
          : ''),
    },
    { title: 'Data protection officer', text: `Write to ${legal.dataProtectionOfficer}.` },
    {
      title: 'Why, and on what basis',
      text: 'To run your membership and write to you about it: that is the agreement you make by joining. For the news, appearing publicly and introductions: your consent, box by box. To keep robots out and to know which partner people come through: our legitimate interest. For this we note the page your request comes from, the one that your visit of that site began with, the site that led you there, campaign keywords if there are any, the member whose link you followed, and your shortened IP address.',
    },
    {
      title: 'If you tell a story',
      text: 'Your story, photos and film appear under the name that you choose, and only where you tick: that is your consent, story by story, and you take it back with one click. Files are made anew without place or device; what you sent is deleted. A story that you withdraw leaves every site in less than a minute. A refused one is deleted after 190 days, the time to object. To know you again there is one cookie, on the club’s site, for the time of your visit. Whoever reports a story may leave a name and an address: they serve to answer, and are deleted six months after the answer.',
    },
    {
      title: 'Your badge',
      text: 'Every member has a badge, at a public address drawn by lot. It says that a member holds it, since when and until when. Your name and your circle are there only if you tick them: that is your consent, and you take it back with one click. The badge of a business shows its domain. Once it has ended, only the date is left there. What others copied before, we cannot erase on their side. We count how many badges are checked, never by whom.',
    },
    {
      title: 'Who receives it',
      text:
        'The club’s team, its host and its mail service.' +
        (partner
          ? ` ${partner} does not receive your answers, only numbers: sign-ups, members who came through its pages, stories seen. Places are in them from five people on.`
          : '') +
        ' Nothing is sold.',
    },
    {
      title: 'What is needed',
      text: 'First name, e-mail address, circle, being 15 and the charter: without them there is no membership. Everything else is up to you. Below 15 we keep nothing.',
    },
    {
      title: 'For how long',
      text: `The confirmation link works for ${linkHours} hours; a request that is not confirmed is erased after ${pendingDays} days. Then for as long as you are a member, and at most three years after we last heard from you: we ask, and without an answer we erase. If you leave, your data is erased; all that stays is the proof, without name or address, of what was accepted, and an unreadable fingerprint of the address, so that nobody enters you again by mistake.`,
    },
    {
      title: 'Your rights',
      text: `See your data, correct it, erase it, take it with you, limit its use, object to it, and withdraw a consent at any time: write to ${legal.dataProtectionOfficer}. We answer within a month.`,
    },
    {
      title: 'Complaint',
      text: 'If our answer does not satisfy you: CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, France, www.cnil.fr.',
    },
    {
      title: 'No cookies, no trackers',
      text: 'This form leaves nothing in your browser and calls nobody but the club. On partners’ pages we add up stories seen, films played and badges checked, by day, page and campaign: without a cookie, without an identifier, keeping nothing of who is looking.',
    },
  ],
  privacy: {
    title: 'Your data',
    lead: 'The same notice as in the form, without small print.',
    version: (version) => `Version ${version}`,
  },
  legal: {
    title: 'Legal notice',
    parts: ({ legal, name }) => [
      {
        title: 'Publisher',
        paragraphs: [`The ${name.en} is published by:`],
        points: [legal.publisher, legal.form, legal.seat, `Telephone: ${legal.phone}`, `E-mail: ${legal.email}`],
      },
      { title: 'Director of publication', paragraphs: [legal.director] },
      {
        title: 'Hosting',
        paragraphs: [],
        points: [legal.host.name, legal.host.address, `Telephone: ${legal.host.phone}`],
      },
      {
        title: 'Write to us',
        paragraphs: [
          `For any question, and for the authorities: ${legal.email}. A person reads and answers.`,
          `About your data: ${legal.dataProtectionOfficer}.`,
        ],
      },
      {
        title: 'Report content, reply',
        paragraphs: [
          `You see something unlawful or against the charter? Write to ${legal.email} with the address of the page and the reason. If you are spoken of, you have a right of reply: ask for it at the same address within three months.`,
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility statement',
    parts: ({ legal, accessibility }, state, publicUrl) => [
      {
        title: 'Our commitment',
        paragraphs: [
          `${legal.publisher} undertakes to make its sites accessible, in accordance with article 47 of French law no. 2005-102 of 11 February 2005. This statement applies to ${publicUrl} and to the club’s components on its partners’ pages.`,
        ],
      },
      {
        title: 'State of compliance',
        paragraphs: [
          {
            full: `${publicUrl} fully complies with the French accessibility standard RGAA, version 4.1.2.`,
            partial: `${publicUrl} partially complies with the French accessibility standard RGAA, version 4.1.2, because of the failures listed below.`,
            none: `${publicUrl} does not comply with the French accessibility standard RGAA, version 4.1.2: there is no valid audit to measure it.`,
          }[state],
        ],
      },
      {
        title: 'Test results',
        paragraphs:
          state === 'none'
            ? [
                'The compliance audit is still to be done. Automatic checks pass with each version; they do not replace an audit.',
              ]
            : ['The results of the compliance audit are published with this statement.'],
      },
      {
        title: 'Content that is not accessible',
        paragraphs:
          state === 'none'
            ? ['Without an audit the list is not known. Tell us what stops you: we will correct that first.']
            : ['It is listed in the results of the audit.'],
      },
      {
        title: 'How this statement was made',
        paragraphs: ['Technologies used for the site:'],
        points: ['HTML', 'CSS', 'JavaScript (optional: every page works without it)', 'WAI-ARIA'],
      },
      {
        title: 'Feedback and contact',
        paragraphs: [
          `If you cannot reach some content or service, write to ${accessibility.contact}: we show you another way or send you the content in another form.`,
        ],
      },
      {
        title: 'Ways to complain',
        paragraphs: [
          'If you told us of a failure that keeps you from some content or service and our answer does not satisfy you, you can:',
        ],
        points: [
          'write to the French Defender of Rights (formulaire.defenseurdesdroits.fr);',
          'contact the Defender’s delegate in your region (www.defenseurdesdroits.fr/saisir/delegues);',
          'send a letter, free of charge and without a stamp: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07, France.',
        ],
      },
    ],
  },
};
