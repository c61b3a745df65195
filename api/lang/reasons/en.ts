import type { ReasonTexts } from './terms.ts';

export const reasonTexts: ReasonTexts = {
  refusal: {
    off_topic: 'The story is not about the city or its region.',
    advertising: 'The story is advertising.',
    personal_data: 'The story gives away personal details.',
    people_not_agreed: 'People can be recognised and it is not certain that they agreed.',
    minor_shown: 'A minor can be recognised.',
    rights: 'A picture or a text seems to belong to somebody else.',
    hateful: 'The story contains hate or discrimination.',
    insulting: 'The story attacks a person.',
    untrue: 'An important fact is wrong.',
    illegal: 'The story seems to be against the law.',
    quality: 'Picture or sound cannot be followed.',
    other: 'Another reason, explained below.',
  },
  report: {
    hateful: 'Hate or discrimination',
    insulting: 'Insult or harassment',
    untrue: 'False and misleading information',
    personal_data: 'Somebody’s personal details',
    shows_me: 'It shows me without my agreement',
    rights: 'Breach of copyright or of a trade mark',
    advertising: 'Advertising',
    child_abuse: 'Sexual abuse of a minor',
    illegal: 'Other illegal content',
    other: 'Another reason',
  },
};
