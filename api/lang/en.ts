/** English. */
import { durations } from '../contract/limits.ts';
import { enLegal } from './en-legal.ts';
import { dateIn, days, fieldErrors, hours, numberIn } from './format.ts';
import { consolePage } from './console/en.ts';
import { storyFields, storyProblems } from './problems/en.ts';
import { myStoriesTerms } from './my-stories/en.ts';
import { signInTerms } from './sign-in/en.ts';
import type { ServerTerms } from './terms.ts';

const number = numberIn('en');
const date = dateIn('en');

const linkHours = hours(durations.confirmationLife);
const pendingDays = days(durations.pendingLife);

const labels: ServerTerms['join']['labels'] = {
  firstName: 'First name',
  email: 'E-mail address',
  circle: 'Your circle',
  invitation: 'Invitation code',
  age15: '15 or over',
  charter: 'Charter',
  lastName: 'Last name',
  place: 'Town or country',
  organisation: 'Business, association, school',
  sentence: 'In one sentence, what you love here',
  newsletter: 'The club’s news',
  public: 'Appearing publicly',
  introductions: 'Introductions',
};

export const en: ServerTerms = {
  site: {
    languageName: 'English',
    skipToContent: 'Skip to content',
    languages: 'Language',
    about: 'About the club',
    home: 'Home',
    join: 'Join the club',
    charter: 'Charter',
    privacy: 'Your data',
    legal: 'Legal notice',
    mailbox: 'Demo mailbox',
    accessibility: {
      full: 'Accessibility: fully compliant',
      partial: 'Accessibility: partially compliant',
      none: 'Accessibility: not compliant',
    },
    newTab: 'new tab',
    demo: 'Demonstration: the club, its members and its partners are invented. No mail leaves from here.',
    pageTitle: (page, club) => `${page} – ${club}`,
  },
  counter: {
    sentence: (members, goal, day) =>
      `${number(members)} ${members === 1 ? 'ambassador' : 'ambassadors'} today; we want to be ${number(goal)} by ${date(day)}.`,
    share: (members, partner) =>
      members === 0
        ? `The first to join through ${partner} could be you.`
        : `${number(members)} joined through ${partner}.`,
  },
  home: {
    title: (city) => `Carry a flame for ${city}`,
    lead: (club) =>
      `The ${club.name.en} brings together everyone who loves the city and its region, and says so. It is free, open to all from the age of 15, and takes less than a minute.`,
    join: 'Join the club',
    steps: {
      title: 'How it works',
      items: [
        { title: 'You sign up', text: 'A first name, an e-mail address, a circle: nothing more is needed.' },
        {
          title: 'You confirm',
          text: `One mail, one button. Without your confirmation everything is erased after ${pendingDays} days.`,
        },
        {
          title: 'You tell',
          text: 'A sentence, a photo, a video: what you love here, in your own words, whenever you like.',
        },
      ],
    },
    circles: 'Three ways to belong',
    byInvitation: 'by invitation',
    promise: {
      title: 'What we do not do',
      paragraphs: [],
      points: [
        'No tracking, no advertising, and no cookie until you sign in.',
        'No password to remember.',
        'No news by mail without your consent, and one click stops it.',
        'No complicated exit: leaving is as easy as joining.',
      ],
    },
    partners: 'The club’s partners',
    partnersLead: 'You can join the club on their pages without leaving them.',
  },
  join: {
    title: (city) => `Become an ambassador of ${city}`,
    lead: 'Less than a minute, then one mail to confirm.',
    via: (partner) => `You come through our partner: ${partner}.`,
    back: (partner) => `Back to ${partner}`,
    requiredNote: 'Fields are required where their name says so.',
    required: 'required',
    optional: 'optional',
    labels,
    hints: {
      firstName: 'What people call you. Example: Camille',
      email: 'We send a mail there to confirm. Example: camille@example.org',
      invitation: 'Only for the circle by invitation. Example: FLAMME-1234',
      place: 'Examples: Riedisheim, Toronto, Switzerland',
      organisation: 'Example: Atelier Bollwerk',
      sentence: '280 characters at most.',
    },
    more: 'Tell us more',
    wishes: 'If you like',
    agreements: 'To join the club',
    readCharter: 'Read the charter',
    notice: 'What we do with your data',
    submit: 'Join the club',
    trap: 'Leave this field empty',
    errorsTitle: (count) =>
      count === 1
        ? 'One thing needs another look; nothing is lost'
        : `${number(count)} things need another look; nothing is lost`,
    errorPrefix: 'Error: ',
    sent: {
      title: 'One more step: look at your mail',
      text: (address) =>
        `If all is well, a mail arrives at ${address} in a moment. It has a button: press it and you are in the club.`,
      points: [
        'Nothing after a few minutes? Look in the spam folder.',
        `The link works for ${linkHours} hours. Without confirmation everything is erased after ${pendingDays} days.`,
        'You may close this page.',
      ],
      again: 'Correct the address',
    },
  },
  confirm: {
    open: {
      title: 'One more step',
      text: 'This address was given to join the club. If it was you, confirm: your membership starts at once and the counter moves up by one.',
      button: 'I confirm',
      otherwise: `It was not you? Close this page: nothing happens, and the request is erased after ${pendingDays} days.`,
    },
    confirmed: {
      title: 'Welcome to the club!',
      text: 'Your membership is confirmed. Thank you for carrying the flame with us.',
      points: [
        'A welcome mail is on its way: keep it, it has the link to leave whenever you like.',
        'Tell others about the club: every voice counts, and the counter shows it.',
      ],
    },
    already: { title: 'Already done', text: 'Your membership was confirmed before; pressing again changed nothing.' },
    expired: {
      title: 'This link has grown old',
      text: `A confirmation link works for ${linkHours} hours. You are not a member, and the request will be erased. Simply start again: it takes less than a minute.`,
    },
    unknown: {
      title: 'We do not know this link',
      text: 'Perhaps it was cut: copy all of it from the mail. Or the request was erased because it was not confirmed. Nothing was changed.',
    },
    taken: {
      title: 'This invitation has been used',
      text: 'All its places were taken in the meantime. You are not a member. Ask the club for another code, or choose another circle.',
    },
    yourAnswers: 'Your answers:',
    joinAgain: 'Join the club',
  },
  leave: {
    open: {
      title: 'Leave the club',
      text: 'Your name, your address and what you told us will be erased at once. Your badge will not be valid anywhere. You will hear nothing more from us.',
      button: 'Leave the club',
      otherwise: 'You would rather stay? Close this page: nothing changes.',
    },
    done: {
      title: 'Done: you have left the club',
      text: 'Your data is erased. Thank you for the stretch of road together; the door stays open.',
    },
    unknown: {
      title: 'We do not know this link',
      text: 'Perhaps it was cut or is too old. Nothing was changed. To leave the club, write to us: the address is in the legal notice.',
    },
  },
  unsubscribe: {
    open: {
      title: 'Stop the news',
      text: 'You stay a member of the club; only the news by mail stops.',
      button: 'Stop the news',
      otherwise: 'You would rather keep it? Close this page: nothing changes.',
    },
    done: {
      title: 'The news is stopped',
      text: 'You are still a member of the club and will get no more news by mail.',
    },
    unknown: {
      title: 'We do not know this link',
      text: 'Perhaps it was cut or is too old. Nothing was changed. To stop the news, write to us: the address is in the legal notice.',
    },
  },
  signIn: signInTerms,
  myStories: myStoriesTerms,
  console: consolePage,
  mailbox: {
    title: 'Demo mailbox',
    text: 'The mails that the club would have sent, newest first. This page exists in the demonstration only.',
    empty: 'No mail yet. Sign up on a partner’s site, then come back.',
    to: 'To',
    date: 'Date',
    subject: 'Subject',
    asText: 'Plain text',
    asHtml: 'Formatted',
    back: 'All mails',
    refresh: 'Refresh',
  },
  charter: {
    title: 'The club’s charter',
    lead: 'What we promise one another, in a few words.',
    version: (version) => `Version ${version}`,
    agree: 'You accept it when you join. We keep a record of the version that you accepted.',
  },
  ...enLegal,
  fieldError: fieldErrors(labels, {
    unnamed: 'A field of the form',
    own: {
      'firstName.required': 'First name: write what people call you, for example Camille.',
      'email.required': 'E-mail address: write your address, for example camille@example.org.',
      'email.email_invalid': 'E-mail address: something is missing. It looks like camille@example.org.',
      'circle.required': 'Your circle: choose one.',
      'circle.circle_unknown': 'Your circle: choose one from the list.',
      'circle.invalid': 'Your circle: choose one from the list.',
      'age15.under_age':
        '15 or over: the club welcomes people from the age of 15. If you are younger, come back soon; we kept nothing.',
      'charter.charter_not_accepted': 'Charter: tick the box to join the club.',
    },
    general: {
      ...storyFields,
      required: (label) => `${label}: please fill this in.`,
      too_long: (label, max) =>
        `${label}: the text is too long${max ? `, ${number(max)} characters at most` : ''}. Nothing was cut off.`,
      control_character: (label) =>
        `${label}: an invisible character slipped in, often by copy and paste. Please type this text again.`,
      invalid_unicode: (label) => `${label}: a character is damaged. Please type this text again.`,
      email_invalid: (label) => `${label}: an address looks like camille@example.org.`,
      circle_unknown: (label) => `${label}: choose from the list.`,
      invitation_required: (label) =>
        `${label}: this circle is by invitation. Write the code that the club sent you, or choose another circle.`,
      invitation_unknown: (label) =>
        `${label}: we do not know this code, or it was used before. Check it, or choose another circle.`,
      under_age: (label) => `${label}: the club welcomes people from the age of 15. We kept nothing.`,
      charter_not_accepted: (label) => `${label}: tick the box.`,
      charter_outdated: (label) => `${label}: it has just changed. Read the new version, then tick the box.`,
      language_unknown: (label) => `${label}: this language is not offered.`,
      url_invalid: (label) => `${label}: this is not a valid web address.`,
      wrong_type: (label) => `${label}: the answer does not have the expected form.`,
      unknown_field: (label) => `${label}: it does not belong here.`,
      invalid: (label) => `${label}: the answer is not valid.`,
    },
  }),
  problems: {
    ...storyProblems,
    invalid_request: {
      title: 'Some answers need another look',
      text: 'Nothing was stored. What you wrote is still here.',
    },
    invalid_json: { title: 'The request arrived damaged', text: 'Nothing was stored. Please try again.' },
    unsupported_media_type: {
      title: 'The request has an unknown form',
      text: 'Nothing was stored. Please use the club’s form.',
    },
    body_too_large: {
      title: 'The request is too large',
      text: 'Nothing was stored. Shorten your answers, then try again.',
    },
    not_found: {
      title: 'There is nothing at this address',
      text: 'Perhaps the page has moved. The home page leads everywhere.',
    },
    method_not_allowed: {
      title: 'This address is not used like that',
      text: 'Nothing was changed. Start again from the home page.',
    },
    wrong_host: {
      title: 'This is not the right address',
      text: 'The club does not answer to this name. Nothing was changed.',
    },
    partner_unknown: {
      title: 'We do not know this partner',
      text: 'Nothing is lost: you can join the club on its own page.',
    },
    partner_paused: {
      title: 'This partner is taking a break',
      text: 'Nothing is lost: you can join the club on its own page.',
    },
    origin_not_allowed: {
      title: 'This form cannot be used from this page',
      text: 'Nothing was stored. You can join the club on its own page.',
    },
    proof_invalid: {
      title: 'The form could not be verified',
      text: 'Nothing was stored. Please tick what you agree to and send it once more.',
    },
    proof_expired: {
      title: 'The form was open for a long time',
      text: 'Nothing was stored. What you wrote is still here: please send it once more.',
    },
    proof_spent: {
      title: 'This form was sent before',
      text: 'Look at your mail. Nothing there? Please send it once more.',
    },
    too_fast: {
      title: 'That was very quick',
      text: 'To be safe, nothing was stored. What you wrote is still here: please send it once more.',
    },
    rate_limited: { title: 'Many requests at once', text: 'Nothing was stored, and nothing is lost.' },
    busy: { title: 'It is crowded here', text: 'Nothing was stored. Please try again in a moment.' },
    internal: {
      title: 'Something went wrong on our side',
      text: 'It is not your fault, and nothing was stored. Please try again in a moment.',
    },
  },
  retryAfter: (seconds) => {
    const minutes = Math.ceil(seconds / 60);
    return seconds < 90
      ? 'Please try again in a minute.'
      : minutes < 90
        ? `Please try again in ${number(minutes)} minutes.`
        : `Please try again in ${number(Math.ceil(minutes / 60))} hours.`;
  },
};
