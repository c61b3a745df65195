import { conditions, consents, texts } from './fields.ts';
import type { Values } from './validation.ts';

/** A control of the form by its name; of the circles the chosen one, else the first. */
export function controlOf(form: HTMLFormElement, name: string): HTMLInputElement | null {
  const found = form.elements.namedItem(name);
  if (!(found instanceof RadioNodeList)) return found as HTMLInputElement | null;
  const radios = Array.from(found) as HTMLInputElement[];
  return radios.find(({ checked }) => checked) ?? radios[0] ?? null;
}

/**
 * What the form holds now. Read from the controls themselves: `FormData` would mend broken
 * Unicode, and what a person typed is sent as it is or refused.
 */
export function valuesOf(form: HTMLFormElement): Values {
  const values: Record<string, string | boolean> = {};
  for (const { name } of texts) values[name] = controlOf(form, name)?.value ?? '';
  for (const name of [...consents, ...conditions]) values[name] = !!controlOf(form, name)?.checked;
  const circle = controlOf(form, 'circle');
  return { ...(values as Values), circle: circle?.checked ? circle.value : '' };
}

/** Makes the platform agree with us: `:invalid`, `form.checkValidity()` and what password managers ask. */
export function setValidity(form: HTMLFormElement, messages: ReadonlyMap<string, string>): void {
  for (const control of form.elements as Iterable<Element> as Iterable<HTMLInputElement>)
    control.setCustomValidity?.(messages.get(control.name) ?? '');
}
