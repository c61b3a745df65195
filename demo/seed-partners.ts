/** Who looks after the demo's partners: invented, like everybody in it. */
import { parseAddress } from '../api/domain/addresses.ts';
import { addPerson } from '../api/domain/partners/people.ts';
import type { Deps } from '../api/domain/ports.ts';
import type { Locale } from '../api/contract/locales.ts';

interface DemoPerson {
  /** Short name of the partner. */
  partner: string;
  name: string;
  email: string;
  language: Locale;
}

/** One for each partner. */
export const demoPartnerPeople: readonly DemoPerson[] = [
  { partner: 'ville-de-mulhouse', name: 'Lucie Démo', email: 'lucie@ville.example', language: 'fr' },
  { partner: 'chambre-des-entrepreneurs', name: 'Stefan Démo', email: 'stefan@chambre.example', language: 'de' },
  { partner: 'boulangerie-du-klapperstein', name: 'Odile Démo', email: 'odile@klapperstein.example', language: 'gsw' },
];

/** Lets them in who are not there yet. Whoever was removed at the console stays removed. */
export async function seedPartnerPeople(deps: Pick<Deps, 'storage'>, now: number): Promise<void> {
  const { storage } = deps;
  for (const { partner: slug, ...person } of demoPartnerPeople) {
    const partner = await storage.partnerBySlug(slug);
    const address = parseAddress(person.email)!.canonical;
    if (!partner || (await storage.sessions.staffByAddress(address))) continue;
    await addPerson({ storage, clock: { now: () => now } }, undefined, partner, person);
  }
}
