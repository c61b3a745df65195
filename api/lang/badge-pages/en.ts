import { dateIn } from '../format.ts';
import type { BadgePageTerms } from './terms.ts';

const date = dateIn('en');

export const badgePageTerms: BadgePageTerms = {
  page: {
    valid: 'This badge is valid',
    ended: 'This badge has ended',
    checked: (day, time) => `Checked just now, ${date(day)}, ${time}.`,
    person: (club) => `It belongs to a member of the ${club}.`,
    business: (club) => `It belongs to a business in the ${club}.`,
    onlyOn: (domain) => `Valid only on ${domain}. Seen on any other site, it means nothing.`,
    endedOn: (day) => `It ended on ${date(day)}.`,
    endedText: 'A badge that is still shown with this address is no longer true, whatever the picture looks like.',
    labels: {
      name: 'Held by',
      circle: 'Circle',
      since: 'Member since',
      until: 'Valid until',
      domain: 'Valid on',
      club: 'Given by',
    },
    day: date,
    nameless: 'Its holder has chosen not to show a name.',
    meaning: 'What this badge means',
    report: 'Report misuse of this badge',
    code: (address) => `QR code of this page, ${address}`,
    scan: 'This page on a telephone',
    elsewhere: {
      title: 'Check it elsewhere',
      lead: 'You need not take our word for it. The badge is signed, and programs that are not ours can check that.',
      addressBar: (origin) =>
        `First read the address bar of this page: it must begin with ${origin}/b/. A page anywhere else that looks like this one proves nothing.`,
      issuer: (did) =>
        `A green tick elsewhere says that the signature is sound. It is ours only if the issuer there reads ${did}.`,
      document: 'The signed badge, as a file',
      verifierPlus: 'Check with VerifierPlus',
      oneEdTech: 'Check with the 1EdTech validator',
      paste: 'The 1EdTech validator asks for an address. Give it this one:',
      ours: 'Check a picture or a file on our own page',
      leaves: 'These two links leave the club’s site. Neither service hears of you before you follow one.',
    },
    social: {
      title: (city) => `Badge of the ambassadors of ${city}`,
      text: 'Open this page to see whether the badge is valid at this moment.',
      picture: (city) => `Badge of the ambassadors of ${city}`,
    },
    missing: {
      title: 'There is no badge at this address',
      text: 'We have never given a badge with this address. A picture that leads here is not one of ours, or the address was copied with a mistake.',
      points: [
        'The part after /b/ has 22 letters and digits. Capital and small letters are not the same.',
        'It never has a zero, a capital O, a capital I or a small L.',
        'Is there a code to scan on the picture? It knows the whole address.',
      ],
      verify: 'Check a picture or a file instead',
    },
  },
  print: {
    title: 'A sheet for the window',
    hint: 'Print this page as it is, without margins added and without “fit to page”. Nothing else of it will be printed.',
    sizes: { a5: 'A5, for a door', a4: 'A4, for a window' },
    member: (city) => `Ambassadors of ${city}`,
    scan: 'Scan to check',
    back: 'Back to the badge',
  },
  home: {
    title: 'A badge that is true',
    text: 'Every member has one, to show on a site, in a mail or in a window. Anybody can check it, and it ends with the membership.',
  },
  meaning: {
    short: 'The badge',
    title: 'What the badge means',
    lead: (city) =>
      `Whoever shows this badge has promised, by name, to speak up for ${city}. The club has checked that, and anyone can check it again.`,
    what: {
      title: 'What it says',
      text: 'That its holder is a member of the club today: a person, or a business on its own site.',
    },
    not: {
      title: 'What it does not say',
      text: 'It is no label. It says nothing about the quality of goods or services, about the environment, or about anybody’s opinions. Nobody has paid for it.',
    },
    criteria: { title: 'How one gets it' },
    member: {
      title: 'Every member',
      text: 'The badge is made as soon as an address is confirmed. It costs nothing, and there is one for each member.',
    },
    circles: {
      title: 'The circles',
      text: 'Members choose the circle that they are closest to. The badge names it only if its holder wants it to.',
      byInvitation: 'By invitation of the club.',
    },
    business: {
      title: 'Businesses',
      text: 'A business badge holds on one domain, which is on the picture and in what is signed. The club checks every week that the domain still belongs to the member, and ends the badge after 14 days without proof.',
    },
    check: {
      title: 'How to check one',
      points: (host) => [
        `Press it, or scan its code. The page that opens must be on ${host}: read the address bar.`,
        'Look at that page, not at the picture. A picture can be copied; the page asks at the moment you open it.',
        'On a business’s site, compare the domain on the page with the one in your address bar.',
      ],
      verify: 'Check a picture, a file or an address',
    },
    ends: {
      title: 'What ends it',
      points: [
        'Its holder leaves the club.',
        'The club suspends the membership, for instance after misuse.',
        'Thirteen months go by without any contact between holder and club.',
        'A business loses its domain, or gives the badge up.',
      ],
      text: 'The page, the pictures and the signed list say so within minutes. Copies that programs have kept may take a few hours more.',
    },
    privacy: {
      title: 'What is personal',
      text: 'Nothing, unless the holder wants it so: name and circle are shown by choice, and go when the badge ends. We count checks, never people.',
    },
    mine: 'My badge',
  },
  report: {
    title: 'Report misuse of a badge',
    lead: 'Somebody of the club will read this and look at the badge. You need not say who you are.',
    about: 'You are reporting the badge at this address:',
    labels: { reason: 'What is wrong?', url: 'Where did you see it?', text: 'What else should we know?' },
    hints: {
      url: 'The address of the page, or the place. Example: https://shop.example/about',
      text: 'A few words are enough. Leave out what is nobody’s business.',
    },
    reasons: {
      not_theirs: 'Somebody shows a badge that is not theirs',
      wrong_site: 'It is on a site where it does not hold',
      misleading: 'It is used to make people believe something untrue',
      other: 'Something else',
    },
    errors: {
      reason: 'Choose what is wrong.',
      url: 'Where you saw it: 2,000 characters at most, on one line.',
      text: 'What else we should know: 2,000 characters at most.',
    },
    submit: 'Send the report',
    done: {
      title: 'Thank you, your report has arrived',
      text: 'Somebody of the club will look at the badge. If it is misused, it ends, and its page says so.',
    },
    back: 'Back to the badge',
  },
};
