import type { MembershipFields } from '../../api/contract/membership.ts';
import { limits } from '../../api/contract/limits.ts';

/** Names of the boxes that people tick. */
export type CheckName = 'age15' | 'charter' | 'newsletter' | 'public' | 'introductions';

/** Every field a person sees, by its name in the request: one that the contract gains does not compile until shown. */
export type FieldName = keyof MembershipFields;

/** Names of the fields that people type in. */
export type TextName = Exclude<FieldName, CheckName | 'circle'>;

/** One text field: how the browser may fill it, and how long it may be. */
export interface TextField {
  name: TextName;
  max: number;
  type?: 'email';
  autocomplete?: AutoFill;
  required?: true;
}

/** What joining takes. */
export const identity: readonly TextField[] = [
  { name: 'firstName', max: limits.firstName, autocomplete: 'given-name', required: true },
  { name: 'email', max: limits.email, type: 'email', autocomplete: 'email', required: true },
];

/** Asked only for circles that are by invitation. */
export const invitation: TextField = { name: 'invitation', max: limits.invitation, autocomplete: 'off' };

/** Folded, optional: for people who like to say more. */
export const more: readonly TextField[] = [
  { name: 'lastName', max: limits.lastName, autocomplete: 'family-name' },
  { name: 'place', max: limits.place, autocomplete: 'address-level2' },
  { name: 'organisation', max: limits.organisation, autocomplete: 'organization' },
  { name: 'sentence', max: limits.sentence, autocomplete: 'off' },
];

/** Every text field, in the order of the page. */
export const texts: readonly TextField[] = [...identity, invitation, ...more];

/** Separate consents: none is ticked beforehand and none is needed to join (GDPR art. 4(11) and 7). */
export const consents = ['newsletter', 'public', 'introductions'] as const satisfies CheckName[];

/** The two boxes without which nobody can join. */
export const conditions = ['age15', 'charter'] as const satisfies CheckName[];
