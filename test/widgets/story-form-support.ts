import type { AmbassadorStoryForm } from '../../widgets/story-form/story-form.ts';
import '../../widgets/story-form/define.ts';
import { mount } from './shared/mount.ts';
import { get, inside, until, write } from './signup-support.ts';

export { get, inside, until, write };
export { focused, said } from './signup-support.ts';
export { waitUntil as eventually } from './shared/wait-until.ts';

export const link = '<a href="https://club.example/me/stories">Racontez votre Mulhouse</a>';
export const api = 'https://club.example';

/** An element on a partner's page, whose panel is there. */
export async function storyForm(attributes = `partner="ville" open api="${api}"`): Promise<AmbassadorStoryForm> {
  const element = await mount<AmbassadorStoryForm>(
    `<ambassador-story-form ${attributes}>${link}</ambassador-story-form>`,
  );
  if (/\bopen\b/.test(attributes)) await until(element, '.panel');
  return element;
}

/** Presses what has these words on it. */
export function press(element: Element, words: RegExp): void {
  const buttons = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('button, label, a') ?? [])];
  const button = buttons.find(({ textContent }) => words.test(textContent ?? ''));
  if (!button)
    throw new Error(`Nothing says ${words}. There is: ${buttons.map((one) => one.textContent?.trim()).join(' | ')}`);
  button.click();
}

/** Signs in by the code of the fake club. */
export async function signIn(element: AmbassadorStoryForm): Promise<void> {
  write(await ready(element, '#email'), 'email', 'camille@exemple.fr');
  get<HTMLButtonElement>(element, 'form .button').click();
  await until(element, '#code');
  write(element, 'code', '042 917');
  get<HTMLButtonElement>(element, 'form .button').click();
  await until(element, 'h3');
}

async function ready(element: AmbassadorStoryForm, selector: string): Promise<AmbassadorStoryForm> {
  await until(element, selector);
  return element;
}

/** An element whose editor is open on a new story. */
export async function editor(): Promise<AmbassadorStoryForm> {
  const element = await storyForm();
  await signIn(element);
  if (!inside(element, '#text')) press(element, /Nouveau récit/);
  await until(element, '#text');
  return element;
}

export const story = 'Le marché du canal couvert, un samedi matin, et l’odeur du pain.';

/** Ticks or unticks. */
export async function tick(element: AmbassadorStoryForm, id: string): Promise<void> {
  get(element, `#${id}`).click();
  await element.updateComplete;
}
