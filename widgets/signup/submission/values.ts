import { controlOf } from '../controls.ts';
import { conditions, consents, identity, invitation, more, type CheckName, type TextName } from '../fields.ts';

/** What the form holds: texts as they were typed, and which boxes are ticked. */
export type Values = Record<TextName | 'circle', string> & Record<CheckName, boolean>;

/** The text fields in the order of the page. */
export const texts = [...identity, invitation, ...more].map(({ name }) => name);

/** The boxes in the order of the page. */
export const checks = [...consents, ...conditions];

/**
 * What the form holds now. Read from the controls themselves: `FormData` would mend broken
 * Unicode, and what a person typed is sent as it is or refused.
 */
export function valuesOf(form: HTMLFormElement): Values {
  const circle = controlOf(form, 'circle');
  const values: Record<string, string | boolean> = { circle: circle?.checked ? circle.value : '' };
  for (const name of texts) values[name] = controlOf(form, name)!.value;
  for (const name of checks) values[name] = controlOf(form, name)!.checked;
  return values as Values;
}
