/** What partners and their own people ask of the storage. */
import type { Partner } from './partner.ts';
import type { Staff } from '../sessions/ports.ts';

export interface PartnerReads {
  /** The people of a partner, in the order in which they came. */
  peopleOf(partnerId: number): Promise<Staff[]>;
  /** The partners that somebody of theirs may see. */
  partnersOf(staffId: number): Promise<Partner[]>;
}

/** What can be changed of a partner; its short name is part of every snippet and stays. */
export type PartnerChange = Partial<Omit<Partner, 'id' | 'slug'>>;

export interface PartnerWrites {
  /** Inside this transaction. */
  find(id: number): Promise<Partner | undefined>;
  insert(partner: Omit<Partner, 'id'>, at: number): Promise<number>;
  /** False when there is no such partner. */
  change(id: number, change: PartnerChange): Promise<boolean>;
  /** Lets somebody see a partner. Nothing when they could before. */
  grant(staffId: number, partnerId: number, at: number): Promise<void>;
  /** False when they could not. */
  revoke(staffId: number, partnerId: number): Promise<boolean>;
  /** Inside this transaction. */
  seesAny(staffId: number): Promise<boolean>;
}
