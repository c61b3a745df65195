import type { FieldCode } from '../../contract/codes.ts';
import type { BadgeKind } from '../../contract/badge-words.ts';
import type { Member } from '../ports.ts';

// Some wallets find the credential in a picture by counting braces.
const braces = /[{}]/;
// They turn the direction of writing: what stands beside the name would read as something else.
const turns = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * The name that a badge can show: the person's, or the business's. Composed (NFC), so that the same name is the
 * same bytes wherever it is signed.
 */
export function nameFor(
  member: Pick<Member, 'firstName' | 'lastName' | 'organisation'>,
  kind: BadgeKind,
): { name: string } | { refused: FieldCode } {
  const parts = kind === 'person' ? [member.firstName, member.lastName] : [member.organisation];
  const name = parts
    .map((part) => part?.trim() ?? '')
    .filter((part) => part !== '')
    .join(' ')
    .normalize('NFC');
  if (name === '') return { refused: 'required' };
  if (braces.test(name)) return { refused: 'unsignable' };
  return turns.test(name) ? { refused: 'invalid' } : { name };
}
