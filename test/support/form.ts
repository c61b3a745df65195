/** The form without JavaScript, used as a browser uses it: read from the page, filled in, sent. */
import { publicUrl, type TestApp } from './app.ts';

let networks = 0;

/** An address nobody used yet: the limits of forms are tight. Needs an application with one trusted proxy. */
export function newNetwork(): string {
  networks += 1;
  return `198.${(networks >> 8) & 255}.${networks & 255}.7`;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decode = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!);

/** What a form on a page would send as it stands: values of fields and hidden fields, ticked boxes and buttons. */
export function valuesOf(html: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const attribute = (name: string) => {
      const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
      return found ? decode(found[1]!) : undefined;
    };
    const name = attribute('name');
    const isChoice = /type="(?:checkbox|radio)"/.test(tag);
    if (name && (!isChoice || /\schecked\b/.test(tag))) values.set(name, attribute('value') ?? '');
  }
  return values;
}

export interface FormPost {
  path?: string;
  /** `undefined` sends none. */
  origin?: string | undefined;
  ip?: string;
  headers?: Record<string, string>;
}

/** Sends values as a form, from the club's own page unless said otherwise. */
export function postForm(
  { request }: Pick<TestApp, 'request'>,
  values: Iterable<[string, string]> | Record<string, string> | string,
  { path = '/join', ip = newNetwork(), headers, ...rest }: FormPost = {},
): Promise<Response> {
  const origin = 'origin' in rest ? rest.origin : publicUrl;
  return request(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': ip,
      ...(origin !== undefined && { origin }),
      ...headers,
    },
    body: typeof values === 'string' ? values : new URLSearchParams(Object.fromEntries(toEntries(values))).toString(),
  });
}

function toEntries(values: Iterable<[string, string]> | Record<string, string>): Iterable<[string, string]> {
  return Symbol.iterator in values ? (values as Iterable<[string, string]>) : Object.entries(values);
}
