import { sendKeys } from './shared/commands.ts';
import type { AmbassadorConsole } from '../../widgets/console/console.ts';
import '../../widgets/console/define.ts';
import { fakeApi, type Answer, type SeenRequest } from './shared/fake-api.ts';
import type { FakeStaff } from './shared/fake-staff.ts';
import { mount, settle } from './shared/mount.ts';
import { waitUntil } from './shared/wait-until.ts';

/** A console on a page, with what it has asked so far. */
export interface Opened {
  element: AmbassadorConsole;
  seen: SeenRequest[];
}

/**
 * Opens the console against an API.
 * @param answer what it answers, where that is not what the staff's API would
 */
export async function open(staff: FakeStaff, answer: Answer = staff.answer, attributes = ''): Promise<Opened> {
  const seen = fakeApi(answer);
  const element = await mount<AmbassadorConsole>(`<ambassador-console ${attributes}><p>…</p></ambassador-console>`);
  await waitUntil(() => element.shadowRoot?.querySelector('.base'), 'the console draws itself');
  await settle();
  return { element, seen };
}

/** Something inside the console. */
export function get<E extends HTMLElement = HTMLElement>(element: Element, selector: string): E {
  const found = element.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new Error(`There is no ${selector}. There is: ${element.shadowRoot?.textContent?.slice(0, 500)}`);
  return found;
}

export const has = (element: Element, selector: string) => !!element.shadowRoot?.querySelector(selector);

/** What stands there, on one line. */
export const textOf = (element: Element, selector: string) =>
  get(element, selector)
    .textContent?.replaceAll(/[ \n]+/g, ' ')
    .trim();

/** What the live region says. */
export const said = (element: Element) => textOf(element, '.status [role=status]');

/** What has the focus in the console. */
export const focused = (element: Element) => element.shadowRoot?.activeElement;

/** Presses keys as a keyboard does, one after the other, and waits for what comes of each. */
export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    const [first = '', second] = key.split('+');
    if (second) {
      await sendKeys({ down: first });
      await sendKeys({ press: second });
      await sendKeys({ up: first });
    } else await sendKeys({ press: key });
    await settle();
  }
}

/** Writes into a field as somebody who types. */
export function write(element: Element, selector: string, text: string): void {
  const field = get<HTMLInputElement | HTMLTextAreaElement>(element, selector);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Presses the button whose words begin so. */
export async function click(element: Element, words: string): Promise<void> {
  const buttons = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('button') ?? [])];
  const button = buttons.find(({ textContent }) => textContent?.trim().startsWith(words));
  if (!button) throw new Error(`No button begins with "${words}"`);
  button.click();
  await settle();
}

/**
 * Has the browser's passkey dialogue answer at once, until the test ends.
 * @param answer makes the passkey, or fails as the dialogue does
 */
export function passkeys(answer: () => Promise<unknown>): CredentialCreationOptions[] {
  const asked: CredentialCreationOptions[] = [];
  const dialogue = (options: CredentialCreationOptions) => {
    asked.push(options);
    return answer();
  };
  Object.assign(navigator.credentials, { create: dialogue, get: dialogue });
  return asked;
}

/** A passkey, as the browser hands it to scripts. */
export const passkey = () =>
  Promise.resolve(Object.create(PublicKeyCredential.prototype, { toJSON: { value: () => ({ id: 'key' }) } }));

afterEach(() => {
  for (const name of ['create', 'get'] as const) Reflect.deleteProperty(navigator.credentials, name);
});

/** What was written, without what was only read. */
export const written = (seen: SeenRequest[]) =>
  seen.filter(({ method }) => method !== 'GET').map(({ method, path, body }) => ({ method, path, body }));
