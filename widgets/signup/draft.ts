import type { FieldProblem } from '../../api/contract/codes.ts';
import type { CircleView } from '../../api/contract/partner.ts';
import type { SignupTerms } from '../lang/terms.ts';
import { controlOf, setValidity, valuesOf } from './controls.ts';
import { fieldMessage } from './messages.ts';
import { noValues, problemsOf } from './validation.ts';

/**
 * What is known of a form that is being filled in. The controls hold the values; this is the last
 * look at them, and what may be said about it. Knows no API and draws nothing.
 */
export class Draft {
  values = noValues;
  /** Nothing is called wrong before the first attempt to send. */
  checked = false;
  /** What the club refused and nobody has touched since. */
  refused: readonly FieldProblem[] = [];

  /**
   * Looks at the controls.
   * @returns whether something that is drawn depends on what changed
   */
  read(form: HTMLFormElement): boolean {
    const { circle, sentence } = this.values;
    this.values = valuesOf(form);
    return circle !== this.values.circle || sentence.length !== this.values.sentence.length;
  }

  /** A person has changed a field: what the club said about it no longer holds. */
  touch(form: HTMLFormElement, name: string): void {
    const stale = name === 'circle' ? ['circle', 'invitation'] : [name];
    this.refused = this.refused.filter(({ field }) => !stale.includes(field));
    this.read(form);
  }

  /** What keeps the form from being sent. */
  problems(circles: readonly CircleView[]): FieldProblem[] {
    return [...this.refused, ...problemsOf(this.values, circles)];
  }

  /** What is wrong, by field; the platform's validity is made to say the same. */
  judge(form: HTMLFormElement, terms: SignupTerms, circles: readonly CircleView[]): void {
    setValidity(form, this.#messages(terms, circles));
  }

  /** What a person is told, by field. */
  messages(terms: SignupTerms, circles: readonly CircleView[]): Map<string, string> {
    return this.checked ? this.#messages(terms, circles) : new Map();
  }

  /** Unticks the charter: what was accepted is no longer what there is. */
  withdrawCharter(form: HTMLFormElement): void {
    controlOf(form, 'charter')!.checked = false;
    this.read(form);
  }

  #messages(terms: SignupTerms, circles: readonly CircleView[]): Map<string, string> {
    const messages = new Map<string, string>();
    for (const problem of this.problems(circles))
      if (!messages.has(problem.field)) messages.set(problem.field, fieldMessage(terms, problem));
    return messages;
  }
}
