import type { Locale } from '../../contract/locales.ts';
import type { MembershipFields, PageContext } from '../../contract/membership.ts';
import type { Partner } from '../partners/partner.ts';
import type { Spendable } from '../proofs/challenge.ts';

/** A sign-up whose form, partner, origin and proof were checked. */
export interface JoinInput {
  partner: Partner;
  language: Locale;
  fields: MembershipFields;
  /** Version of the privacy notice that was shown. */
  notice: string;
  /** How consent was given: in a widget or on the page without JavaScript. */
  method: 'widget' | 'page';
  pageOrigin: string | null;
  page: PageContext | undefined;
  ipPrefix: string | null;
  /** Proof of work or form token: spent in the same transaction. */
  spendable: Spendable;
}
