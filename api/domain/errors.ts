import type { LookFinding } from '../contract/badge-words.ts';
import type { FieldProblem, ProblemCode } from '../contract/codes.ts';

interface RefusalOptions {
  errors?: FieldProblem[];
  retryAfter?: number;
  finding?: LookFinding;
  cause?: unknown;
}

/**
 * A refusal that the domain decides. It knows codes, not HTTP: `http/problem.ts` is the one place
 * that turns a code into a status.
 */
export class DomainError extends Error {
  readonly code: ProblemCode;
  readonly errors: FieldProblem[] | undefined;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;
  /** Of `domain_unproven`: what the look found instead. */
  readonly finding: LookFinding | undefined;

  constructor(code: ProblemCode, options: RefusalOptions = {}) {
    super(code, { cause: options.cause });
    this.name = 'DomainError';
    this.code = code;
    this.errors = options.errors;
    this.retryAfter = options.retryAfter;
    this.finding = options.finding;
  }
}

/** Refuses one field of a request. */
export function refuseField(field: string, code: FieldProblem['code']): never {
  throw new DomainError('invalid_request', { errors: [{ field, code }] });
}
