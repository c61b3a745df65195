import type { MediaView, StoryFeed, StoryView } from '../../../api/contract/story.ts';

const drawing = (colour: string, width: number, height: number) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colour}"/></svg>`)}`;

const words = [
  'Le samedi au marché, on parle six langues avant neuf heures.',
  'J’ai monté mon atelier près du canal, et les voisins m’ont prêté leurs outils.',
  'Quand je suis loin, c’est le bruit du tram qui me manque.',
  'Ici, on reconstruit toujours quelque chose.',
  'Mes enfants ont appris à nager au stade, comme moi.',
];

/** A published story; the number makes it another one. */
export function story(number = 0, more: Partial<StoryView> = {}): StoryView {
  return {
    id: `s${number}`,
    kind: 'text',
    language: 'fr',
    text: words[number % words.length]!,
    author: {
      name: `Odile ${number}`,
      place: 'Mulhouse',
      circle: { id: 'habitants', name: 'Habitants et cœurs d’ici' },
    },
    partner: null,
    tags: [],
    featured: false,
    publishedAt: Date.UTC(2026, 10, 1 + number),
    media: [],
    link: null,
    url: `https://club.example/stories/s${number}`,
    ...more,
  };
}

/** A photo, in two widths and types. */
export function photo(number = 0, more: Partial<MediaView> = {}): MediaView {
  const image = (type: string, width: number) => ({
    url: drawing('#7a4f3a', width, (width * 3) / 4),
    type,
    width,
    height: (width * 3) / 4,
    bytes: 100,
  });
  return {
    id: `m${number}`,
    kind: 'photo',
    alt: 'Le temple au petit matin',
    width: 1600,
    height: 1200,
    duration: null,
    placeholder: '#7a4f3a',
    images: [image('image/webp', 480), image('image/webp', 960), image('image/jpeg', 480), image('image/jpeg', 960)],
    film: null,
    captions: [],
    transcript: null,
    ...more,
  };
}

/** A film of 72 seconds, with captions in two languages. */
export function film(number = 0, more: Partial<MediaView> = {}): MediaView {
  return photo(number, {
    id: `f${number}`,
    kind: 'video',
    alt: '',
    duration: 72_000,
    film: { url: 'data:video/mp4,', type: 'video/mp4', width: 1280, height: 720, bytes: 1000 },
    width: 1280,
    height: 720,
    captions: [
      { language: 'de', url: 'data:text/vtt,WEBVTT' },
      { language: 'fr', url: 'data:text/vtt,WEBVTT' },
    ],
    transcript: 'Bonjour, je m’appelle Odile.\nJ’aime cette ville.',
    ...more,
  });
}

/** As many stories as asked for. */
export const stories = (count: number): StoryView[] => Array.from({ length: count }, (_, number) => story(number));

/** The answer of the feed. */
export function feed(list: StoryView[], next: string | null = null): StoryFeed {
  return { stories: list, next, club: { name: 'Club des Ambassadeurs', facebook: null, instagram: null } };
}
