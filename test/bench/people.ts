/** Addresses in every state that a sign-up can meet, made before the first request. */
import type { Deps, NewMember } from '../../api/domain/ports.ts';
import { parseAddress, suppressionKey } from '../../api/domain/addresses.ts';
import { testClub } from '../support/app.ts';

export const states = ['new', 'pending', 'active', 'suppressed'] as const;
export type State = (typeof states)[number];

export const people = {
  each: 500,
  address: (state: State, number: number) => `${state}.${number}@example.org`,
};

/** Lets everyone exist who is not new. */
export async function bringPeople(
  { storage, keys, clock }: Pick<Deps, 'storage' | 'keys' | 'clock'>,
  partnerId: number,
): Promise<void> {
  // Long enough ago that no mail cap holds anyone back.
  const at = clock.now() - 24 * 60 * 60 * 1000;
  await storage.write(async (tx) => {
    for (let i = 0; i < people.each; i++) {
      await tx.insertMember(memberOf(people.address('pending', i), partnerId, at));
      await tx.insertActiveMember(memberOf(people.address('active', i), partnerId, at), at);
      const refused = parseAddress(people.address('suppressed', i))!;
      await tx.suppress(suppressionKey(keys, refused), 'mail 550', at);
    }
  });
}

/** Somebody with this address, as they joined. */
export function memberOf(address: string, partnerId: number, at: number): NewMember {
  return {
    firstName: 'Odile',
    lastName: null,
    email: address,
    address,
    circle: testClub.circles[0]!.id,
    place: null,
    organisation: null,
    sentence: null,
    language: 'fr',
    newsletter: false,
    public: false,
    introductions: false,
    partnerId,
    invitationId: null,
    joinedAt: at,
  };
}
