import type { Finding } from '../finding.ts';
import { corrected, correctedTypes, type Need } from '../policy.ts';
import { apiOf, type Scene } from '../scene.ts';

/** What the page's own policy keeps from us: each directive as it must read. */
export function checkPolicy(scene: Scene): Finding[] {
  const needs = needsOf(scene);
  return scene.policies.flatMap((policy) => {
    const lines = [...new Set(needs.map(({ directive }) => directive))].flatMap((directive) => {
      const line = corrected(
        policy,
        needs.filter((need) => need.directive === directive),
        location.origin,
      );
      return line ? [{ directive, line }] : [];
    });
    const types = correctedTypes(policy);
    return [
      ...lines.map(({ directive, line }): Finding => ({
        code: 'csp',
        severity: directive === 'img-src' || directive === 'media-src' ? 'harmed' : 'broken',
        facts: { directive },
        line: `${line};`,
        place: 'policy',
      })),
      ...(types
        ? [{ code: 'trusted-types', severity: 'broken', facts: {}, line: `${types};`, place: 'policy' } as const]
        : []),
    ];
  });
}

const loading = 'img, video, source, track';

function isFrom(club: string, element: HTMLElement): boolean {
  const src = element.getAttribute('src') ?? '';
  return URL.canParse(src) && new URL(src).origin === club;
}

function needsOf({ club, elements, frames, scripts }: Scene): Need[] {
  const needs: Need[] = scripts.map(({ url }) => ({ directive: 'script-src', url: url.href }));
  for (const element of elements) {
    needs.push({ directive: 'connect-src', url: `${apiOf(element, club)}/v1/` });
    // What a widget draws, and what of the club's stands between its tags: the picture of a badge, for one.
    const own = [...element.querySelectorAll<HTMLElement>(loading)].filter((one) => isFrom(club, one));
    for (const one of [...(element.shadowRoot?.querySelectorAll(loading) ?? []), ...own]) {
      const src = one.getAttribute('src') ?? one.getAttribute('poster');
      if (!src || !/^https?:/.test(src)) continue;
      needs.push({ directive: one.localName === 'img' ? 'img-src' : 'media-src', url: src });
    }
  }
  for (const frame of frames) needs.push({ directive: 'frame-src', url: frame.src });
  // One need of a kind and an origin is enough: the line names origins.
  return [...new Map(needs.map((need) => [need.directive + new URL(need.url).origin, need])).values()];
}
