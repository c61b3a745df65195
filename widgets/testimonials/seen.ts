import { pagePathOf } from '../../api/contract/page-path.ts';
import { talliesPath, type ReportedKind } from '../../api/contract/statistics.ts';
import { bare, type ReactiveControllerHost } from '../core.ts';
import { isSeen } from './rotation.ts';

type Host = ReactiveControllerHost & HTMLElement & { partner?: string | null };

/** A story as it is drawn, and when it will have been looked at. */
interface Card extends Element {
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * How many stories came into view on this page and how many films were played, for the club's statistics: sums, with
 * nothing about whoever is looking. Told when the page is left or the element goes, and only
 * if there is something to tell. A page
 * that forbids it, or a club that does not answer, hears no more of it.
 * @param host the element
 * @param base origin of the API
 * @returns counts one story or film, once
 */
export function watchSeen(host: Host, base: () => string): (kind: ReportedKind, id: string) => void {
  const known = new Set<string>();
  let counts: { [kind in ReportedKind]?: number } = {};

  const count = (kind: ReportedKind, id: string) => {
    if (!known.has(id)) counts[kind] = (counts[kind] ?? 0) + 1;
    known.add(id);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio } of entries as (IntersectionObserverEntry & { target: Card })[]) {
        clearTimeout(target.timer);
        // Half of a story in view for a second.
        if (intersectionRatio >= 0.5) target.timer = setTimeout(() => isSeen() && count('story_seen', target.id), 1000);
      }
    },
    bare({ threshold: 0.5 }),
  );
  const tell = () => {
    const { partner } = host;
    if (!partner || !Object.keys(counts).length) return;
    const campaign = new URLSearchParams(location.search).get('utm_campaign');
    const report = {
      partner,
      path: pagePathOf(location.pathname),
      campaign: /@/.test(campaign!) ? null : campaign,
      counts,
    };
    // Not `sendBeacon`, which sends cookies, and as much of the page's address as the page lets it.
    fetch(
      base() + talliesPath,
      bare({ method: 'POST', body: JSON.stringify(report), keepalive: true, referrerPolicy: 'strict-origin' } as const),
    ).catch(() => {});
    counts = {};
  };
  const handleChange = () => isSeen() || tell();
  // To observe again what is observed does nothing.
  const hostUpdated = () => host.shadowRoot?.querySelectorAll('.card').forEach((card) => observer.observe(card));

  host.addController({
    hostConnected() {
      addEventListener('visibilitychange', handleChange);
      hostUpdated();
    },
    hostUpdated,
    hostDisconnected() {
      removeEventListener('visibilitychange', handleChange);
      observer.disconnect();
      tell();
    },
  });
  return count;
}
