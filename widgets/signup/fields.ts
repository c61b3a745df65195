import type { MembershipFields } from '../../api/contract/membership.ts';

/** Names of the boxes that people tick. */
export type CheckName = 'age15' | 'charter' | 'newsletter' | 'public' | 'introductions';

/** Every field a person sees, by its name in the request: one that the contract gains does not compile until shown. */
export type FieldName = keyof MembershipFields;

/** Names of the fields that people type in. */
export type TextName = Exclude<FieldName, CheckName | 'circle'>;

/** One text field: what the browser may fill it with, and whether joining needs it. */
export interface TextField {
  name: TextName;
  type?: 'email';
  autocomplete: AutoFill;
  /** `shown`: only while its circle is chosen, so the platform must not ask for it at other times. */
  required?: true | 'shown';
}

/** What joining takes. */
export const identity: readonly TextField[] = [
  { name: 'firstName', autocomplete: 'given-name', required: true },
  { name: 'email', type: 'email', autocomplete: 'email', required: true },
];

/** Asked only for circles that are by invitation. */
export const invitation: TextField = { name: 'invitation', autocomplete: 'off', required: 'shown' };

/** Folded, optional: for people who like to say more. */
export const more: readonly TextField[] = [
  { name: 'lastName', autocomplete: 'family-name' },
  { name: 'place', autocomplete: 'address-level2' },
  { name: 'organisation', autocomplete: 'organization' },
  { name: 'sentence', autocomplete: 'off' },
];

/** Separate consents: none is ticked beforehand and none is needed to join (GDPR art. 4(11) and 7). */
export const consents = ['newsletter', 'public', 'introductions'] as const satisfies CheckName[];

/** The two boxes without which nobody can join. */
export const conditions = ['age15', 'charter'] as const satisfies CheckName[];
