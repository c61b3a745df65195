/** Somebody of a partner's, signed in at the storage. */
import { addPerson } from '../../api/domain/partners/people.ts';
import type { TestApp } from './app.ts';
import { signedInStaff, type SignedIn } from './session.ts';

let people = 0;

/** A new person who sees these partners and no other. */
export async function signedInPartner(app: TestApp, slugs: readonly string[] = ['ville']): Promise<SignedIn> {
  people += 1;
  const email = `person-${people}@ville.example`;
  for (const slug of slugs) {
    const partner = await app.deps.storage.partnerBySlug(slug);
    await addPerson(app.deps, undefined, partner!, { name: 'Lucie', email, language: 'fr' });
  }
  const { id } = (await app.deps.storage.sessions.staffByAddress(email))!;
  return signedInStaff(app, { staffId: id, level: 'code' });
}
