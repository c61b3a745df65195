import type { FieldProblem, ProblemCode } from '../contract/codes.ts';

/**
 * A refusal that the domain decides. It knows codes, not HTTP: `http/problem.ts` is the one place
 * that turns a code into a status.
 */
export class DomainError extends Error {
  readonly code: ProblemCode;
  readonly errors: FieldProblem[] | undefined;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, options: { errors?: FieldProblem[]; retryAfter?: number; cause?: unknown } = {}) {
    super(code, { cause: options.cause });
    this.name = 'DomainError';
    this.code = code;
    this.errors = options.errors;
    this.retryAfter = options.retryAfter;
  }
}

/** Refuses one field of a request. */
export function refuseField(field: string, code: FieldProblem['code']): never {
  throw new DomainError('invalid_request', { errors: [{ field, code }] });
}
