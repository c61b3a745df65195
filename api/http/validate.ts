import type { z } from 'zod';
import { fieldCodes, type FieldCode, type FieldProblem } from '../contract/codes.ts';
import { DomainError } from '../domain/errors.ts';

/**
 * Checks a request against its schema.
 * @throws {DomainError} invalid_request, with every refused field by name and code
 */
export function validate<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new DomainError('invalid_request', { errors: fieldProblems(parsed.error, value) });
}

/** There are fewer fields than this: a body of nothing but unknown keys must not make a long answer. */
const most = 40;

/** Every refused field, once, with its first reason. */
export function fieldProblems(error: z.ZodError, value: unknown): FieldProblem[] {
  const found = new Map<string, FieldCode>();
  for (const issue of error.issues) {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) add(found, [...path, key], 'unknown_field');
    } else {
      add(found, path, codeOf(issue, valueAt(value, path)));
    }
  }
  return Array.from(found, ([field, code]) => ({ field, code }));
}

function add(found: Map<string, FieldCode>, path: string[], code: FieldCode): void {
  // A name that a visitor made up is cut: it comes back in the answer.
  const field = path.join('.').slice(0, 64) || 'body';
  if (!found.has(field) && found.size < most) found.set(field, code);
}

function codeOf(issue: z.core.$ZodIssue, input: unknown): FieldCode {
  if ((fieldCodes as readonly string[]).includes(issue.message)) return issue.message as FieldCode;
  if (issue.code === 'invalid_type') return input === undefined ? 'required' : 'wrong_type';
  return 'invalid';
}

function valueAt(value: unknown, path: string[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Record<string, unknown>)[key];
  }
  return current;
}
