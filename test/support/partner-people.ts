/** Somebody of a partner's, signed in at the storage. */
import { addPerson, removePerson } from '../../api/domain/partners/people.ts';
import type { Partner } from '../../api/domain/partners/partner.ts';
import type { TestApp } from './app.ts';
import { signedInStaff, type SignedIn } from './session.ts';

let people = 0;

/** A new person who sees these partners and no other. */
export async function signedInPartner(app: TestApp, slugs: readonly string[] = ['ville']): Promise<SignedIn> {
  people += 1;
  const { storage } = app.deps;
  const email = `person-${people}@ville.example`;
  for (const slug of slugs) {
    const partner = (await storage.partnerBySlug(slug)) as Partner;
    await addPerson(app.deps, undefined, partner, { name: 'Lucie', email, language: 'fr' });
  }
  const { id } = (await storage.sessions.staffByAddress(email))!;
  return signedInStaff(app, { staffId: id, level: 'code' });
}

/** The same for a person from whom all of them were taken away: the cookie is what is left. */
export async function removedPartner(app: TestApp): Promise<SignedIn> {
  const person = await signedInPartner(app);
  const partner = (await app.deps.storage.partnerBySlug('ville')) as Partner;
  await removePerson(app.deps, undefined, partner, person.id);
  return person;
}
