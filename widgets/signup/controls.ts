/** A control of the form by its name; of the circles the chosen one, else the first. */
export function controlOf(form: HTMLFormElement, name: string): HTMLInputElement | null {
  const found = form.elements.namedItem(name);
  if (!(found instanceof RadioNodeList)) return found as HTMLInputElement | null;
  const radios = Array.from(found) as HTMLInputElement[];
  return radios.find(({ checked }) => checked) ?? radios[0] ?? null;
}
