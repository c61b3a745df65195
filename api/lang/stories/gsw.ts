import type { StoryTexts } from '../../domain/ports.ts';

/** What an author agrees to. A change of a sentence is a new version in `club.json`. */
export const storyTexts: StoryTexts = {
  uses: {
    club_site: 'Dr Club derf mini Gschìcht uf sinera eigena Sitta zeiga.',
    partner_sites: 'Dr Club derf mini Gschìcht uf da Sitta vu sina Pàrtner zeiga.',
    newsletter: 'Dr Club derf mini Gschìcht ìn sina Nejigkeita per Mail nahma.',
    social: 'Dr Club derf mini Gschìcht uf sina Sitta bi Facebook un Instagram bringa.',
    print: 'Dr Club derf mini Gschìcht drucka: Plakàt, Heftla, Tàfla.',
  },
  people: {
    me: 'Ma kennt nur mìch.',
    agreed: 'Ma kennt àndri Lìt, un àlli sìn iverstànda.',
    nobody: 'Ma kennt niama.',
  },
  adult: 'Ich bì 18 Johr àlt oder elter.',
};
