import type { Locale } from '../../api/contract/locales.ts';
import type { MembershipRequest } from '../../api/contract/membership.ts';
import type { PartnerView } from '../../api/contract/partner.ts';
import type { AmbassadorSignup } from '../../widgets/signup/signup.ts';
import '../../widgets/signup/define.ts';
import { challengeFor } from './shared/challenge.ts';
import { fakeApi, json, type Answer, type SeenRequest } from './shared/fake-api.ts';
import { mount, settle } from './shared/mount.ts';
import { waitUntil } from './shared/wait-until.ts';

/** What the API says about a partner, in a language. */
export function viewIn(language: Locale): PartnerView {
  const says = (text: string) => `${text} (${language})`;
  return {
    partner: { slug: 'ville', name: 'Ville de Mulhouse' },
    language,
    club: { name: says('Club'), city: 'Mulhouse', home: 'https://club.example/' },
    circles: [
      { id: 'habitants', name: says('Habitants'), description: says('Vous vivez ici.'), byInvitation: false },
      { id: 'entrepreneurs', name: says('Entrepreneurs'), description: says('Vous créez.'), byInvitation: false },
      { id: 'vip', name: says('Cercle VIP'), description: says('Sur invitation.'), byInvitation: true },
    ],
    charter: { version: '2026-01', url: 'https://club.example/charte' },
    consents: {
      age15: says('J’ai 15 ans ou plus.'),
      charter: says('J’accepte la charte.'),
      newsletter: says('Je veux la lettre.'),
      public: says('Mon prénom peut être montré.'),
      introductions: says('On peut me présenter.'),
    },
    notice: {
      version: '2026-02',
      sections: [{ title: says('Qui'), text: says('Le club.') }],
      url: 'https://club.example/legal',
    },
  };
}

/** The API, healthy where nothing else is said. */
export function api(answers: { partner?: Answer; challenge?: Answer; join?: Answer } = {}): SeenRequest[] {
  return fakeApi(async (request) => {
    if (request.path.startsWith('/v1/partners/'))
      return (await answers.partner?.(request)) ?? json(viewIn(request.query.lang as Locale));
    if (request.path === '/v1/challenges') return (await answers.challenge?.(request)) ?? json(await challengeFor(42));
    return (await answers.join?.(request)) ?? json({ status: 'check_your_mail' }, 202);
  });
}

/** The sign-ups among the requests, as the API would read them. */
export function joinsOf(seen: SeenRequest[]): MembershipRequest[] {
  return seen.filter(({ path }) => path === '/v1/memberships').map(({ body }) => body as MembershipRequest);
}

export const link = '<a href="https://club.example/join?partner=ville">Devenir ambassadeur</a>';

/** An element in the page; with `open`, once its form is there. */
export async function signup(attributes = 'partner="ville" open', light = link): Promise<AmbassadorSignup> {
  const element = await mount<AmbassadorSignup>(`<ambassador-signup ${attributes}>${light}</ambassador-signup>`);
  if (/\bopen\b/.test(attributes)) await until(element, 'form');
  return element;
}

/** Something inside the element's root. */
export function inside<E extends Element = HTMLInputElement>(element: Element, selector: string): E | null {
  return element.shadowRoot?.querySelector<E>(selector) ?? null;
}

/** The same, when it has to be there. */
export function get<E extends Element = HTMLInputElement>(element: Element, selector: string): E {
  const found = inside<E>(element, selector);
  if (!found) throw new Error(`There is no ${selector} in ${element.localName}.`);
  return found;
}

/** Waits until something is inside the element's root. */
export async function until<E extends Element = HTMLElement>(element: Element, selector: string): Promise<E> {
  await waitUntil(() => inside(element, selector), `${selector} appears`);
  return get<E>(element, selector);
}

/** What has the focus in the element's root. */
export const focused = (element: Element) => element.shadowRoot?.activeElement;

/** Types as a browser's own filling-in does: the value, then `input` and `change`, without a key. */
export function write(element: Element, name: string, value: string): void {
  const control = get(element, `[name="${name}"]`);
  control.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
  control.value = value;
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Fills in what joining takes. */
export function fill(element: Element, { firstName = 'Camille', email = 'camille@exemple.fr', circle = 0 } = {}): void {
  write(element, 'firstName', firstName);
  write(element, 'email', email);
  get(element, `#circle-${circle}`).click();
  get(element, '#age15').click();
  get(element, '#charter').click();
}

/** Presses the button, and waits until the page has been told how it ended. */
export async function send(element: AmbassadorSignup): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    for (const end of ['success', 'error'])
      element.addEventListener(`ambassador-signup-${end}`, () => resolve(), { once: true });
  });
  get<HTMLButtonElement>(element, 'form > .button').click();
  await ended;
  await element.updateComplete;
  await settle();
}

/** What the live region says. */
export const said = (element: Element) => inside(element, '[role="status"]')?.textContent ?? '';

/** One answer after the other; the last one stays. */
export function inTurn(...answers: Answer[]): Answer {
  let turn = 0;
  return (request) => answers[Math.min(turn++, answers.length - 1)]!(request);
}

/** The events of an element, in plain data. */
export function eventsOf(element: Element): [string, unknown][] {
  const events: [string, unknown][] = [];
  for (const name of ['request', 'success', 'error'])
    element.addEventListener(`ambassador-signup-${name}`, (event) =>
      events.push([name, structuredClone((event as CustomEvent).detail)]),
    );
  return events;
}

/** An element whose form is filled in. */
export async function filled(more: Parameters<typeof fill>[1] = {}): Promise<AmbassadorSignup> {
  const element = await signup();
  fill(element, more);
  return element;
}

/** What the club answers to a sign-up that it takes. */
export const accepted = () => json({ status: 'check_your_mail' }, 202);
