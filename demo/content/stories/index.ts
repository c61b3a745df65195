/** The stories of the demo, all invented: their people, their businesses, their words. */
import { germanStories } from './de.ts';
import { englishStories } from './en.ts';
import { frenchStories } from './fr.ts';
import { alsatianStories } from './gsw.ts';
import { otherStories } from './others.ts';
import type { DemoStory } from './story.ts';

export type { DemoFilm, DemoStory } from './story.ts';

export const demoStories: readonly DemoStory[] = [
  ...frenchStories,
  ...germanStories,
  ...englishStories,
  ...alsatianStories,
  ...otherStories,
];
