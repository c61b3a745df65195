/** Addresses in every state that a sign-up can meet, made before the first request. */
import type { Deps } from '../../api/domain/ports.ts';
import { parseAddress, suppressionKey } from '../../api/domain/addresses.ts';
import { newMember } from '../support/new-member.ts';

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
      await tx.insertMember(newMember(people.address('pending', i), at, { partnerId }));
      await tx.insertActiveMember(newMember(people.address('active', i), at, { partnerId }), at);
      const refused = parseAddress(people.address('suppressed', i))!;
      await tx.suppress(suppressionKey(keys, refused), 'mail 550', at);
    }
  });
}
