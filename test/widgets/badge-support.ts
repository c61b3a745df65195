import type { BadgeStatus } from '../../api/contract/badge.ts';
import type { AmbassadorBadge } from '../../widgets/badge/badge.ts';
import type { AmbassadorBadgeStateDetail, AmbassadorBadgeStateEvent } from '../../widgets/badge/badge.events.ts';
import '../../widgets/badge/define.ts';
import { mount, seen, settle } from './shared/mount.ts';

/** A badge, and another one. */
export const id = 'DemoPersonBadge1111111';
export const otherId = 'DemoEndedBadge11111111';

export const statusOf = (more: Partial<BadgeStatus> = {}): BadgeStatus => ({
  id,
  state: 'valid',
  circle: 'Habitants et cœurs d’ici',
  name: 'Odile Muller',
  domain: null,
  since: '2026-11-23',
  until: '2027-12-24',
  ...more,
});

const drawing = (width: number, height: number) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#d13a1e"/></svg>`)}`;

/** What pages without a script have; the picture comes from nowhere, so that a test asks for nothing. */
export const picture = `<a href="https://club.example/b/${id}" rel="noopener"><img src="${drawing(200, 64)}" width="200" height="64" alt="Ambassadrice de Mulhouse : à vérifier sur club.example/b/${id}" loading="lazy"></a>`;

/** A badge in the page, when its answers have come. */
export async function badgeIn(attributes = `badge="${id}"`, content = picture): Promise<AmbassadorBadge> {
  const element = await mount<AmbassadorBadge>(`<ambassador-badge ${attributes}>${content}</ambassador-badge>`);
  await seen(element);
  return element;
}

const part = (element: Element, selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector);

/** What is said of the badge, to eyes and ears alike. */
export const said = (element: Element) =>
  (part(element, '[role=status]')?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
export const opener = (element: Element) => part(element, 'button')!;
export const details = (element: Element) => part(element, '[popover]')!;
export const isOpen = (element: Element) => details(element).matches(':popover-open');
/** The rows of the details. */
export const rows = (element: Element) =>
  Object.fromEntries(
    Array.from(element.shadowRoot?.querySelectorAll('dt') ?? [], (term) => [
      term.textContent,
      term.nextElementSibling?.textContent,
    ]),
  );

/** What pages are told, until the test ends. */
export function statesTold(): AmbassadorBadgeStateDetail[] {
  const told: AmbassadorBadgeStateDetail[] = [];
  const listener = (event: AmbassadorBadgeStateEvent) => void told.push(structuredClone(event.detail));
  document.addEventListener('ambassador-badge-state', listener);
  undo.push(() => document.removeEventListener('ambassador-badge-state', listener));
  return told;
}

const realNow = Date.now;
let passed = 0;

/** Lets time pass for whoever asks what time it is. */
export function later(milliseconds: number): void {
  passed += milliseconds;
  Date.now = () => realNow() + passed;
}

/** The page comes back out of the browser's cache of whole pages. */
export async function comeBack(persisted = true): Promise<void> {
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));
  await settle();
}

const undo: (() => void)[] = [];

afterEach(() => {
  Date.now = realNow;
  passed = 0;
  for (const each of undo.splice(0)) each();
});
