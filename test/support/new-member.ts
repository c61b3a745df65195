import type { NewMember } from '../../api/domain/ports.ts';

/**
 * Somebody as the storage takes them in: of the first partner, who has ticked nothing and written nothing.
 * @param changes what a test is about
 */
export function newMember(email: string, joinedAt: number, changes: Partial<NewMember> = {}): NewMember {
  return {
    firstName: 'Odile',
    lastName: null,
    email,
    address: email.toLowerCase(),
    circle: 'habitants',
    place: null,
    organisation: null,
    sentence: null,
    language: 'fr',
    newsletter: false,
    public: false,
    introductions: false,
    partnerId: 1,
    invitationId: null,
    joinedAt,
    ...changes,
  };
}
