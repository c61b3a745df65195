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
  let counts: { [kind in ReportedKind]?: number } | undefined;

  const count = (kind: ReportedKind, id: string) => {
    if (known.has(id)) return;
    known.add(id);
    counts ??= {};
    counts[kind] = (counts[kind] ?? 0) + 1;
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
  const tell = async () => {
    const { partner } = host;
    if (!partner || !counts) return;
    const campaign = new URLSearchParams(location.search).get('utm_campaign');
    const report = {
      partner,
      path: pagePathOf(location.pathname),
      campaign: /@/.test(campaign!) ? null : campaign,
      counts,
    };
    counts = undefined;
    try {
      // Not `sendBeacon`, which sends cookies, and as much of the page's address as the page lets it.
      const options = bare({
        method: 'POST',
        body: JSON.stringify(report),
        keepalive: true,
        referrerPolicy: 'strict-origin',
      } as const);
      await fetch(new URL(talliesPath, base()), options);
    } catch {
      // Nobody is told: it is the club's loss, not the visitor's.
    }
  };
  const handleChange = () => isSeen() || void tell();
  const cards = (): Iterable<Card> => host.shadowRoot?.querySelectorAll('.card') ?? [];
  const hostUpdated = () => {
    // What has left the page may still be drawn; nobody watches it. To observe again what is observed does nothing.
    if (host.isConnected) for (const card of cards()) observer.observe(card);
  };

  host.addController({
    hostConnected() {
      addEventListener('visibilitychange', handleChange);
      hostUpdated();
    },
    hostUpdated,
    hostDisconnected() {
      removeEventListener('visibilitychange', handleChange);
      observer.disconnect();
      for (const { timer } of cards()) clearTimeout(timer);
      // A move is a removal and an insertion in one task.
      queueMicrotask(() => host.isConnected || void tell());
    },
  });
  return count;
}
