/** Every address that an application answers, taken from the application: what is added later is tested too. */
import type { TestApp } from './app.ts';

export interface KnownRoute {
  method: string;
  /** The path with its parameters filled in. */
  path: string;
  /** As declared. */
  pattern: string;
}

const examples: Record<string, string> = {
  partner: 'ville',
  slug: 'ville',
  version: '1',
  name: 'loader.js',
  id: 'unknown',
  receipt: 'unknown',
  media: 'unknown',
  number: '1',
  kind: 'members',
  delivery: '1',
  what: 'pause',
};
/** What some paths need to answer with more than a refusal. */
const queries: Record<string, string> = {
  '/v1/challenges': '?partner=ville',
  '/v1/counter': '?partner=ville',
  '/join': '?partner=ville',
  '/embed/signup': '?partner=ville',
  '/embed/counter': '?partner=ville',
  '/embed/testimonials': '?partner=ville',
  '/embed/badge': '?partner=ville',
  '/embed/story-form': '?partner=ville',
};

/** The routes that somebody declared, each once. */
export function knownRoutes({ app }: Pick<TestApp, 'app'>): KnownRoute[] {
  const declared = app.routes.filter(
    ({ method, path }) => method !== 'ALL' && method !== 'OPTIONS' && !path.includes('*'),
  );
  const once = new Map(declared.map((route) => [`${route.method} ${route.path}`, route]));
  return Array.from(once.values()).map(({ method, path: pattern }) => {
    const path = pattern.replace(/:(\w+)(?:\{[^}]*\})?/g, (_, name: string) => {
      const example = examples[name];
      if (example === undefined) throw new Error(`${pattern}: write an example of "${name}" in test/support/routes.ts`);
      return example;
    });
    return { method, pattern, path: path + (queries[pattern] ?? '') };
  });
}
