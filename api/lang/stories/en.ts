import type { StoryTexts } from '../../domain/ports.ts';

/** What an author agrees to. A change of a sentence is a new version in `club.json`. */
export const storyTexts: StoryTexts = {
  uses: {
    club_site: 'The club may show my story on its own site.',
    partner_sites: 'The club may show my story on its partners’ sites.',
    newsletter: 'The club may use my story in its news by mail.',
    social: 'The club may publish my story on its Facebook and Instagram pages.',
    print: 'The club may print my story: posters, brochures, panels.',
  },
  people: {
    me: 'Only I can be recognised.',
    agreed: 'Other people can be recognised, and all of them have agreed.',
    nobody: 'Nobody can be recognised.',
  },
  adult: 'I am 18 or over.',
};
