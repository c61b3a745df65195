import { dateIn } from '../format.ts';
import type { VerifyTerms } from './terms.ts';

export const verifyTerms: VerifyTerms = {
  title: 'Check a badge',
  lead: 'Is it genuine, and is it still valid? Give us the badge as you have it: its picture, its address or its text.',
  kinds: {
    good: 'Genuine and valid',
    over: 'Genuine, but not valid today',
    wrong: 'Do not rely on it',
    unclear: 'No verdict',
  },
  verdicts: {
    valid: {
      title: 'This badge is valid',
      reason: 'It is in the club’s register, nothing in it was changed, and it is valid today.',
      advice: 'Compare what stands below with what you saw. What counts is the register, not the picture.',
    },
    replaced: {
      title: 'This copy is out of date',
      reason: 'The club signed it, and has issued a newer one of the same badge since.',
      advice: 'The badge itself stands below, as it is today. Its holder can download the new copy.',
    },
    ended: {
      title: 'This badge has ended',
      reason: 'The club did award it, but it has ended since.',
      advice: 'Whoever still shows it does so wrongly. You can tell us on the page of the badge.',
    },
    expired: {
      title: 'The time of this badge is over',
      reason: 'The club did sign it, for a time that has passed.',
      advice: 'Ask its holder for the current badge. One contact with the club renews it.',
    },
    not_yet_valid: {
      title: 'This badge is not valid yet',
      reason: 'The club signed it for a time that is still to come.',
      advice: 'Check it again later. Until then it says nothing.',
    },
    wrong_domain: {
      title: 'This badge is not valid on that site',
      reason: 'It is genuine, but belongs to another site, which stands below.',
      advice: 'On the site that you named it is a copy. Please tell us on the page of the badge.',
    },
    tampered: {
      title: 'This badge was changed',
      reason: 'It says that it comes from the club, but the signature does not fit what it says.',
      advice: 'Believe nothing of what it says. Ask its holder for the address of the badge instead.',
    },
    wrong_purpose: {
      title: 'This signature is not one for a badge',
      reason: 'The signature was made for something else and put here.',
      advice: 'Believe nothing of what it says. Ask its holder for the address of the badge instead.',
    },
    bad_algorithm: {
      title: 'The club does not sign like this',
      reason: 'The signature is of a kind that anybody could have made.',
      advice: 'Believe nothing of what it says. Ask its holder for the address of the badge instead.',
    },
    unknown_key: {
      title: 'This is not the club’s signature',
      reason:
        'It says that it comes from the club, but was signed with a key that the club does not have or has given up.',
      advice: 'Believe nothing of what it says. Ask its holder for the address of the badge instead.',
    },
    foreign_issuer: {
      title: 'This badge is not from the club',
      reason: 'Somebody else issued it. A name and a logo in it prove nothing: anybody can write them there.',
      advice: 'Whoever issued it can say whether it is genuine. The tools below show who that is.',
    },
    foreign_address: {
      title: 'This is not an address of the club',
      reason: 'The badges of the club are all on this site. We never open pages of others.',
      advice: 'Read the address letter by letter: imitations often differ in one.',
    },
    unknown_badge: {
      title: 'We know no such badge',
      reason: 'No badge of the club has this address.',
      advice: 'Compare it letter by letter with what you saw: capitals and small letters count.',
    },
    no_credential: {
      title: 'There is no signed badge in it',
      reason: 'It can be read, but carries no signature. Screenshots, social networks and mail programs take it out.',
      advice: 'Type in the address that is printed on the badge instead.',
    },
    unreadable: {
      title: 'We cannot read this',
      reason: 'It is no badge as picture or text and no address, or it was damaged on its way.',
      advice: 'Download the badge again and drop it here as it is, or type in its address.',
    },
    too_large: {
      title: 'This is too large for a badge',
      reason: 'No badge is larger than 256 kilobytes, so we did not read it.',
      advice: 'Give us the badge alone, or type in its address.',
    },
    cannot_check: {
      title: 'We cannot check now',
      reason: 'Our register cannot be reached at the moment. That says nothing about the badge, neither good nor bad.',
      advice: 'Please try again in a few minutes.',
    },
  },
  register: {
    title: 'In the club’s register today',
    state: { valid: 'Valid', ended: 'Membership ended' },
    picture: 'The badge as it looks today',
    name: 'Name',
    circle: 'Circle',
    domain: 'Valid only on',
    since: 'Since',
    until: 'Until',
    open: 'Open the page of this badge',
    day: dateIn('en'),
  },
  form: {
    title: 'What do you have?',
    again: 'Check another badge',
    file: 'Its picture or file',
    fileHint: 'Choose it or drop it here: PNG, SVG or JSON, as it was downloaded.',
    or: 'or',
    address: 'Its address',
    addressHint: (address) => `It is printed on the badge, for example ${address}`,
    text: 'Its text',
    textHint: 'What is in the file, as JSON or as one long line.',
    site: 'The site where you saw it (optional)',
    siteHint: 'For badges of businesses, which are valid on their own site only.',
    submit: 'Check',
    privacy: 'What you check is looked at and forgotten: nothing is kept.',
    fileAgain: 'To check a file again, choose it again.',
    errors: {
      nothing: 'Choose a file, or type in an address or a text.',
      several: 'Two fields are filled in. Empty one, so that we know which you mean.',
      site: 'This is not the address of a site. Example: www.bakery.example',
    },
  },
  second: {
    title: 'A second opinion',
    text: 'The badges follow the Open Badges 3.0 standard, so others can check them without us. Their tools say whether a badge is genuine, and who issued it.',
    verifierPlus: 'VerifierPlus of the Digital Credentials Consortium',
    oneEdTech: 'Validator of 1EdTech',
  },
};
