import type { StoryFieldSentences, StoryProblems } from './terms.ts';

/** What can go wrong with signing in, stories and their media. */
export const storyProblems: StoryProblems = {
  unauthenticated: {
    title: 'Please sign in',
    text: 'Ask for a code by mail, then go on where you were. Nothing is lost.',
  },
  forbidden: { title: 'This is not open to you', text: 'Nothing was changed. Ask somebody who runs the club.' },
  code_invalid: { title: 'That is not the code', text: 'Copy the six digits from the latest mail.' },
  code_expired: {
    title: 'This code no longer works',
    text: 'A code works for ten minutes and a few tries. Ask for another one.',
  },
  passkey_invalid: {
    title: 'The passkey was not recognised',
    text: 'Nothing was changed. Try again, or with another device.',
  },
  story_changed: {
    title: 'This story has changed in the meantime',
    text: 'Nothing was overwritten. Load it again, then go on.',
  },
  wrong_state: {
    title: 'This story has moved on',
    text: 'Nothing was changed. Reload the page to see where it stands.',
  },
  same_person: {
    title: 'Somebody else has to answer',
    text: 'Whoever took the decision does not decide on the appeal. Nothing was changed.',
  },
  captions_missing: {
    title: 'The captions are missing',
    text: 'A film appears with its captions and transcript. Write them first.',
  },
  media_not_ready: {
    title: 'A photo or film is still being prepared',
    text: 'The story can appear once it is ready. Nothing was changed; try again in a moment.',
  },
  drafts_full: { title: 'You already have ten stories under way', text: 'Send or delete one, then begin the next.' },
  minor_media: { title: 'Photos and films from 18 on', text: 'Under 18 the club takes texts only. No file was kept.' },
  quota_reached: {
    title: 'That is enough for today',
    text: 'You have sent as much as fits into 24 hours. What is here stays here.',
  },
  storage_full: {
    title: 'The club is short of space',
    text: 'No file can arrive for now. Your text is kept; try tomorrow.',
  },
  upload_gone: {
    title: 'This upload is no longer there',
    text: 'It was interrupted for too long, or taken away. Choose the file once more.',
  },
  upload_locked: {
    title: 'This file is already arriving through another page',
    text: 'Let the other page finish, or close it.',
  },
  upload_mismatch: { title: 'The file did not arrive whole', text: 'Nothing was kept. Send it once more.' },
  media_type: {
    title: 'This file is neither a photo nor a film that we can read',
    text: 'Photos: JPEG, PNG, WebP, HEIC, AVIF. Films: MP4, MOV, WebM. Nothing was kept.',
  },
  media_empty: { title: 'This file is empty', text: 'Choose another one. Nothing was kept.' },
  media_too_large: {
    title: 'This file is too heavy',
    text: 'At most 25 MB for a photo, 200 MB for a film. Nothing was kept.',
  },
  media_damaged: {
    title: 'This file is damaged',
    text: 'It does not open to its end. Nothing was kept; try with the original.',
  },
  media_dimensions: {
    title: 'This picture is too large',
    text: 'At most 50 million pixels. Make it smaller, then send it again. Nothing was kept.',
  },
  media_animated: {
    title: 'This picture moves',
    text: 'The club takes still photos. For what moves, send a film. Nothing was kept.',
  },
  media_too_long: {
    title: 'This film is too long',
    text: 'Two minutes at most. Trim it on your phone, then send it again. Nothing was kept.',
  },
  media_codec: {
    title: 'This film is in a format that few devices read',
    text: 'On an iPhone: Settings, Camera, Formats, “Most Compatible”. Then film or export it again. Nothing was kept.',
  },
  media_failed: {
    title: 'This file could not be prepared',
    text: 'It is not your fault, and nothing was kept. Try again, or with another file.',
  },
  badge_ended: {
    title: 'This badge has ended',
    text: 'Nothing of it is valid any more. If it is yours, sign in to see why.',
  },
  partner_taken: {
    title: 'This short name is taken',
    text: 'Another partner has it. Nothing was stored; choose another one.',
  },
  webhooks_full: {
    title: 'There are too many webhooks',
    text: 'Nothing was stored. Delete one that is no longer needed.',
  },
  badges_full: {
    title: 'You have five business badges already',
    text: 'Nothing was stored. Give one back, then start again.',
  },
  domain_unproven: {
    title: 'The proof was not found',
    text: 'Nothing was changed. A DNS record can take some hours to show: look again later.',
  },
  suspended: {
    title: 'Your membership is suspended',
    text: 'Nothing was changed. Write to the club to talk about it.',
  },
};

/** Why a field of a story, a report or a decision was refused. */
export const storyFields: StoryFieldSentences = {
  too_short: (label) => `${label}: this text is still too short.`,
  too_many: (label) => `${label}: there are too many.`,
  media_missing: (label) => `${label}: add a photo or a film, or choose text alone.`,
  media_not_ready: (label) => `${label}: a file is not ready yet. Wait a moment, or take it away.`,
  alt_missing: (label) => `${label}: say in a few words what each photo shows.`,
  people_missing: (label) => `${label}: say who can be recognised.`,
  permission_missing: (label) => `${label}: choose at least one place where your story may appear.`,
  text_outdated: (label) => `${label}: these sentences have just changed. Read them, then choose.`,
  link_unknown: (label) => `${label}: paste the link of a film on YouTube, Vimeo, Instagram or Facebook.`,
  reason_missing: (label) => `${label}: choose a reason.`,
  good_faith_missing: (label) => `${label}: confirm that you report in good faith.`,
  captions_invalid: (label) => `${label}: the captions cannot be read.`,
  origin_invalid: (label) =>
    `${label}: write an origin like https://www.example.org, without a path or a slash at the end.`,
  origin_too_wide: (label) =>
    `${label}: this wildcard covers more than your site. Write it like https://*.example.org.`,
  colour_invalid: (label) => `${label}: write the colour like #b3261e.`,
  name_has_address: (label) =>
    `${label}: no web or mail address, as it stands in mails of the club. Write to the club if one is part of your name.`,
  slug_invalid: (label) => `${label}: lower-case letters without accents, digits and hyphens, like ville-de-mulhouse.`,
  url_private: (label) => `${label}: this address does not lead to the public internet.`,
  domain_invalid: (label) => `${label}: write it like “bakery.example”, without https and without a path.`,
  unsignable: (label) =>
    `${label} has a brace, { or }, which some readers of badges stumble over. Nothing was changed.`,
};
