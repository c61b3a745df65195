import type { StoryTexts } from '../../domain/ports.ts';

/** What an author agrees to. A change of a sentence is a new version in `club.json`. */
export const storyTexts: StoryTexts = {
  uses: {
    club_site: 'Der Club darf meine Geschichte auf seiner eigenen Website zeigen.',
    partner_sites: 'Der Club darf meine Geschichte auf den Websites seiner Partner zeigen.',
    newsletter: 'Der Club darf meine Geschichte in seinen Neuigkeiten per E-Mail verwenden.',
    social: 'Der Club darf meine Geschichte auf seinen Seiten bei Facebook und Instagram veröffentlichen.',
    print: 'Der Club darf meine Geschichte drucken: Plakate, Broschüren, Tafeln.',
  },
  people: {
    me: 'Man erkennt nur mich.',
    agreed: 'Man erkennt andere Menschen, und alle sind damit einverstanden.',
    nobody: 'Man erkennt niemanden.',
  },
  adult: 'Ich bin 18 Jahre oder älter.',
};
