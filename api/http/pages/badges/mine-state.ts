/** What a holder's page shows: what its parts are made from. */
import type { LookFinding } from '../../../contract/badge-words.ts';
import type { FieldProblem, ProblemCode } from '../../../contract/codes.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { HeldBadge } from '../../../domain/badges/held.ts';
import type { Member } from '../../../domain/ports.ts';
import type { BadgeNote } from '../../../lang/my-badges/index.ts';
import type { AppDeps } from '../../env.ts';

/** What could not be done, and what was posted with it. */
export interface Failure {
  /** The badge; nothing for a new one. */
  id: string;
  code: ProblemCode;
  values: Map<string, string>;
  errors: FieldProblem[];
  /** Why a domain was found without proof. */
  finding?: LookFinding | undefined;
}

export interface MineView {
  deps: AppDeps;
  locale: Locale;
  member: Member;
  held: HeldBadge[];
  now: number;
  token: string;
  /** What was done, and with which badge. */
  done?: { note: BadgeNote; id: string };
  failure?: Failure;
}
