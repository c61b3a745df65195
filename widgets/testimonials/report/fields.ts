import { limits, storyLimits } from '../../../api/contract/limits.ts';
import type { ReportRequest } from '../../../api/contract/story.ts';
import { emailProblem, longTextProblem, textProblem } from '../../../api/contract/text.ts';
import type { ReportTerms } from '../../lang/report/terms.ts';

/** What a person fills in. */
export type Values = Omit<ReportRequest, 'proof' | 'partner' | 'language'>;

/** What is wrong, by field. */
export type Problems = Map<keyof ReportRequest, string>;

/** Who reports the abuse of a child need not say who they are (DSA article 16(2)(c)). */
export const mayBeNameless = (reason: string): boolean => reason === 'child_abuse';

/** What the form holds now. Fields that were left empty are left out, save those that must be there. */
export function valuesOf(form: HTMLFormElement): Values {
  const valueOf = (name: string) => (form.elements.namedItem(name) as HTMLInputElement).value;
  const values: Record<string, unknown> = {
    reason: valueOf('reason'),
    text: valueOf('text'),
    url: valueOf('url'),
    goodFaith: (form.elements.namedItem('goodFaith') as HTMLInputElement).checked,
  };
  for (const name of ['name', 'email', 'website']) if (valueOf(name)) values[name] = valueOf(name);
  return values as Values;
}

/** What keeps a report from being sent, by the rules that the club's server applies. */
export function problemsOf(values: Values, terms: ReportTerms): Problems {
  const problems: Problems = new Map();
  const named = !mayBeNameless(values.reason);
  const { reason, text, url, name = '', email = '', goodFaith } = values;
  const check = (field: keyof Values, code: string | undefined, max = 0) => {
    if (code === 'required') problems.set(field, terms.missing);
    else if (code === 'too_long') problems.set(field, terms.tooLong(max));
    else if (code === 'email_invalid') problems.set(field, terms.emailInvalid);
    else if (code) problems.set(field, terms.unreadable);
  };
  const filled = (value: string) => (value.trim() ? undefined : 'required');
  check('reason', filled(reason));
  check('text', (named ? filled(text) : undefined) ?? longTextProblem(text, storyLimits.reason), storyLimits.reason);
  check('url', filled(url) ?? textProblem(url, 700), 700);
  check('name', (named ? filled(name) : undefined) ?? textProblem(name, storyLimits.signature), storyLimits.signature);
  if (named || email) check('email', emailProblem(email), limits.email);
  if (!goodFaith) problems.set('goodFaith', terms.goodFaithMissing);
  return problems;
}
