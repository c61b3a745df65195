import type { WebhookTexts } from './terms.ts';

export const webhookTexts: WebhookTexts = {
  title: 'Tell other programs',
  lead: 'A webhook tells a program, your CRM for one, as soon as something happens. It says what happened and to which number; never a name, an address or a text.',
  none: 'Nobody is told at the moment.',
  events: {
    'membership.requested': 'A sign-up is sent',
    'membership.confirmed': 'A membership is confirmed',
    'membership.left': 'A member leaves the club',
    'story.published': 'A story is published',
    'story.unpublished': 'A story is no longer public',
    'badge.awarded': 'A badge becomes valid',
    'badge.ended': 'A badge ends',
  },
  states: {
    active: 'Working',
    paused: 'Paused',
  },
  outcomes: {
    sent: 'Received',
    queued: 'On its way',
    dead: 'Given up',
    refused: 'Nobody there, or a certificate that does not fit',
    timeout: 'No answer in time',
    redirected: 'Sends us elsewhere, which we do not follow',
  },
  ofClub: 'All partners',
  ofPartner: (name) => `Only ${name}`,
  actions: {
    pause: 'Pause',
    resume: 'Resume',
    rotate: 'Change the secret',
    remove: 'Delete',
    try: 'Try it',
    replay: 'Send again',
  },
  notes: {
    added: 'The webhook is added. Copy its secret into your program, then try it.',
    pause: 'The webhook is paused. What happens meanwhile it will not be told.',
    resume: 'The webhook is working again.',
    rotate: 'A new secret signs from now on. The old one signs for one more day, so that you can replace it.',
    remove: 'The webhook is deleted, and what waited for it.',
    try: 'A message to try it is on its way. Reload the page in a few seconds.',
    replay: 'The message goes out again.',
  },
  secret: {
    title: 'Secret',
    text: 'Keep it to yourself. It signs every message by Standard Webhooks 1.0 (HMAC-SHA256).',
    rotating: 'The old secret signs until tomorrow.',
    label: 'Secret of the webhook',
  },
  removal: {
    title: 'Delete…',
    text: 'Messages that wait are lost. Nothing else changes.',
  },
  deliveries: {
    title: 'Last messages',
    none: 'Nothing has gone out yet.',
    columns: {
      when: 'When',
      event: 'Event',
      tries: 'Tries',
      outcome: 'Outcome',
    },
  },
  dead: {
    title: 'Messages given up',
    text: 'They were not received, after a dozen tries in about three days or because the address is gone. Nothing is lost for thirty days.',
  },
  add: {
    title: 'Add a webhook',
    url: 'Address',
    urlHint: 'With https, on the public internet.',
    partner: 'About',
    events: 'Tell when',
    submit: 'Add',
    errors: {
      url: 'Address: a whole address that begins with https://, without a password.',
      url_private: 'Address: it has to lead to the public internet, by a domain name.',
      events: 'Tell when: tick at least one box.',
      partner: 'About: choose from the list.',
    },
  },
  check: {
    title: 'Check a message',
    text: 'Compute the signature (HMAC-SHA256, with the secret) over “webhook-id.webhook-timestamp.body”, compare it with webhook-signature, and refuse what is older than five minutes. The same webhook-id may come twice: the second time there is nothing to do.',
  },
};
