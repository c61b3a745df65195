/** What of ours stands on the page, and what its policy says. */
import { findAll, ofDocument } from '../internal/dom.ts';
import { parsePolicies, type Policy } from './policy.ts';

/** A script element that asks for one of our files. */
export interface OurScript {
  element: HTMLScriptElement;
  url: URL;
  /** The part of the address that says which release: `1`, `1.2.3`. */
  release: string;
  /** `loader.js`, `kit.fr.js`. */
  file: string;
}

/** What a release is made of, as `manifest.json` beside its files says. */
export interface Release {
  version: string;
  files: Record<string, { integrity: string }>;
}

export interface Scene {
  /** Origin of the club. */
  club: string;
  /** Release of the doctor itself. */
  version: string;
  /** Elements of ours, or what was meant to be one. */
  elements: readonly HTMLElement[];
  /** Frames of ours. */
  frames: readonly HTMLIFrameElement[];
  scripts: readonly OurScript[];
  policies: readonly Policy[];
}

const ours = /^(.*)\/widgets\/(\d[\w.-]*)\/((?:loader|kit|ambassador-|frame)[\w.-]*js)$/;

/** Looks at the page. */
export async function look(club: string, version: string): Promise<Scene> {
  const refusals = await pageRefusals();
  const all = [...findAll('*')];
  return {
    club,
    version,
    elements: all.filter(
      (element): element is HTMLElement =>
        element.localName.startsWith('ambassador-') && element instanceof HTMLElement,
    ),
    frames: all.filter(
      (element): element is HTMLIFrameElement =>
        element instanceof HTMLIFrameElement && element.src.startsWith(`${club}/embed/`),
    ),
    scripts: all.flatMap((element) => {
      if (!(element instanceof HTMLScriptElement) || !element.src) return [];
      const url = new URL(element.src, location.href);
      const [, , release = '', file = ''] = ours.exec(url.pathname) ?? [];
      return file && url.origin === club ? [{ element, url, release, file }] : [];
    }),
    policies: refusals,
  };
}

/** Policies that a browser has told of: since the doctor came, and before where it keeps them. */
const told = new Set<string>();

interface Told {
  originalPolicy: string;
  disposition: string;
}

const keep = ({ originalPolicy, disposition }: Told) => {
  if (disposition === 'enforce' && originalPolicy) told.add(originalPolicy);
};

/** Begins to listen to what the page's policy refuses. Once. */
export function listen(): void {
  addEventListener('securitypolicyviolation', keep, true);
  if (!('ReportingObserver' in globalThis)) return;
  const reports = (list: { body: unknown }[]) => list.forEach(({ body }) => body && keep(body as Told));
  new ReportingObserver(reports as never, { types: ['csp-violation'], buffered: true }).observe();
}

/** The page's own policies: in its head, in the header that it came with, and those that have refused something. */
async function pageRefusals(): Promise<Policy[]> {
  const texts = new Set(told);
  for (const meta of findAll('meta[http-equiv="content-security-policy" i]')) {
    const content = meta.getAttribute('content');
    if (content) texts.add(content);
  }
  try {
    // The page's own address, as the browser has just asked for it.
    const { headers } = await fetch(ofDocument('URL').replace(/#.*/, ''), { cache: 'force-cache' });
    const header = headers.get('content-security-policy');
    if (header) for (const one of header.split(',')) texts.add(one.trim());
  } catch {
    // Refused by the very policy: then it has been told.
    await new Promise((done) => setTimeout(done, 50));
    for (const text of told) texts.add(text);
  }
  return [...texts].flatMap(parsePolicies);
}

/** An element's start tag, as one would write it. */
export function tagOf(element: Element, changes: Readonly<Record<string, string | undefined>> = {}): string {
  const attributes = new Map([...element.attributes].map(({ name, value }) => [name, value]));
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) attributes.delete(name);
    else attributes.set(name, value);
  }
  const written = [...attributes].map(([name, value]) =>
    value ? ` ${name}="${value.replace(/"/g, '&quot;')}"` : ` ${name}`,
  );
  return `<${element.localName}${written.join('')}>`;
}

/** Origin of the API that an element talks to. */
export function apiOf(element: Element, club: string): string {
  const api = element.getAttribute('api');
  return api && URL.canParse(api) ? new URL(api).origin : club;
}

/** A selector that finds an element, short and readable. */
export function selectorOf(element: Element): string {
  if (element.id) return `#${CSS.escape(element.id)}`;
  const [first] = element.classList;
  if (element.localName.startsWith('ambassador-')) return element.localName;
  return first ? `${element.localName}.${CSS.escape(first)}` : element.localName;
}
