/** What the demo has counted before its first visitor: invented, the same every time, and three months of it. */
import type { Club } from '../api/contract/club.ts';
import { dayIn, plusDays } from '../api/domain/statistics/days.ts';
import type { Storage } from '../api/domain/ports.ts';
import type { Tally } from '../api/domain/statistics/ports.ts';

const days = 90;

interface Place {
  partner: string;
  path: string;
  /** Stories that are seen there on an ordinary day. */
  seen: number;
  /** Campaigns that lead there, with the days before today that they began and ended. */
  campaigns?: { name: string; from: number; to: number; lift: number }[];
}

const places: readonly Place[] = [
  {
    partner: 'ville-de-mulhouse',
    path: '/',
    seen: 46,
    campaigns: [
      { name: 'lettre-de-rentree', from: 86, to: 74, lift: 0.9 },
      { name: 'fete-de-la-lumiere', from: 21, to: 6, lift: 1.4 },
    ],
  },
  { partner: 'ville-de-mulhouse', path: '/vivre-ici', seen: 17 },
  {
    partner: 'chambre-des-entrepreneurs',
    path: '/',
    seen: 22,
    campaigns: [{ name: 'salon-des-metiers', from: 48, to: 38, lift: 2.1 }],
  },
  { partner: 'boulangerie-du-klapperstein', path: '/', seen: 9 },
  { partner: 'club', path: '/join', seen: 5 },
];

/** A number between 0 and 1 that is always the same for the same words (FNV-1a, mixed once more). */
function chance(...words: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const letter of words.join('|')) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

/** So many of `tries`, each with that probability: as uneven as life. */
function some(tries: number, probability: number, ...words: (string | number)[]): number {
  let count = 0;
  for (let each = 0; each < tries; each += 1) if (chance(...words, each) < probability) count += 1;
  return count;
}

/** Adds the counts, unless something was counted already. */
export async function seedStatistics(
  { storage, club }: { storage: Storage; club: Club },
  origins: Readonly<Record<string, string>>,
  now: number,
): Promise<void> {
  const today = dayIn(club.timeZone)(now);
  const known = await storage.statistics.read('day', { from: plusDays(today, -2 * days), to: today }, 1);
  if (known.length > 0) return;
  const ids = new Map((await storage.partners()).map(({ slug, id }) => [slug, id]));
  const tallies = Array.from({ length: days }, (_, index) => days - index).flatMap((ago) =>
    places.flatMap((place) => {
      const partnerId = ids.get(place.partner);
      const origin = origins[place.partner];
      return partnerId === undefined || origin === undefined ? [] : countsOf(place, partnerId, origin, ago, today);
    }),
  );
  await storage.write((tx) => tx.statistics.add(tallies));
}

function countsOf(place: Place, partnerId: number, origin: string, ago: number, today: number): Tally[] {
  const day = plusDays(today, -ago);
  const words = [place.partner, place.path, ago] as const;
  // More from week to week, less every seventh and sixth day, and never twice the same.
  const week = [1.1, 1, 1.05, 0.95, 1, 0.6, 0.45][ago % 7]!;
  const usual = place.seen * week * (1.35 - ago / 140) * (0.7 + 0.6 * chance('usual', ...words));
  const current = (place.campaigns ?? []).filter(({ from, to }) => ago <= from && ago >= to);
  const ways = [
    { campaign: '', seen: Math.round(usual) },
    ...current.map(({ name, lift, from }) => ({
      campaign: name,
      // A campaign is read most when it is new.
      seen: Math.round(usual * lift * (1 - (from - ago) / 30)),
    })),
  ];
  return ways.flatMap(({ campaign, seen }) => {
    const played = some(seen, 0.14, 'played', campaign, ...words);
    const signup = some(seen, campaign ? 0.07 : 0.045, 'signup', campaign, ...words);
    const confirmation = some(signup, 0.78, 'confirmation', campaign, ...words);
    const counts = { story_seen: seen, story_played: played, signup, confirmation };
    const page = { day, partnerId, page: origin + place.path, campaign };
    const checks = campaign ? 0 : some(Math.round(place.seen / 3), 0.3, 'checks', ...words);
    return [
      ...Object.entries(counts).map(([kind, count]) => ({ ...page, kind: kind as Tally['kind'], count })),
      { ...page, page: place.partner === 'club' ? '' : origin, kind: 'badge_check' as const, count: checks },
    ].filter(({ count }) => count > 0);
  });
}
