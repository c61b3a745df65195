import type { StoryTexts } from '../../domain/ports.ts';

/** What an author agrees to. A change of a sentence is a new version in `club.json`. */
export const storyTexts: StoryTexts = {
  uses: {
    club_site: 'Le club peut montrer mon récit sur son propre site.',
    partner_sites: 'Le club peut montrer mon récit sur les sites de ses partenaires.',
    newsletter: 'Le club peut reprendre mon récit dans ses nouvelles par courriel.',
    social: 'Le club peut publier mon récit sur ses pages Facebook et Instagram.',
    print: 'Le club peut imprimer mon récit : affiches, brochures, panneaux.',
  },
  people: {
    me: 'On ne reconnaît que moi.',
    agreed: 'On reconnaît d’autres personnes, et toutes sont d’accord pour paraître.',
    nobody: 'On ne reconnaît personne.',
  },
  adult: 'J’ai 18 ans ou plus.',
};
