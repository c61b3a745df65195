/** Signing in as people do: asking for a code, reading the mail, typing it in. */
import type { OutgoingMail } from '../../api/domain/ports.ts';
import type { CodeAccepted } from '../../api/contract/session.ts';
import { partnerOrigin, publicUrl, type TestApp } from './app.ts';
import { deliver } from './post.ts';
import { mintProof } from './proof.ts';

/** The six digits of a mail. */
export function codeIn(mail: OutgoingMail | undefined): string {
  const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0];
  if (!code) throw new Error(`no code in the mail "${mail?.subject}"`);
  return code;
}

/** Six digits that are not those. */
export const otherCode = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

export function postJson(
  { request }: Pick<TestApp, 'request'>,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: partnerOrigin, ...headers },
    body: JSON.stringify(body),
  });
}

/** Asks for a code in a widget on the partner's page. */
export async function askCode(
  app: TestApp,
  email: string,
  changes: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = { email, partner: 'ville', language: 'fr', proof: await mintProof(app), ...changes };
  return postJson(app, '/v1/session-codes', body, headers);
}

/** Asks for a code and reads it in the mail. */
export async function mailedCode(app: TestApp, email: string): Promise<{ request: string; code: string }> {
  const response = await askCode(app, email);
  if (response.status !== 202) throw new Error(`asking for a code: ${response.status} ${await response.text()}`);
  const { request } = (await response.json()) as CodeAccepted;
  return { request, code: codeIn((await deliver(app)).at(-1)) };
}

/** The same at the console. */
export async function mailedStaffCode(app: TestApp, email: string): Promise<{ request: string; code: string }> {
  const response = await postJson(app, '/v1/staff/session-codes', { email }, { origin: publicUrl });
  if (response.status !== 202) throw new Error(`asking for a code: ${response.status} ${await response.text()}`);
  const { request } = (await response.json()) as CodeAccepted;
  return { request, code: codeIn((await deliver(app)).at(-1)) };
}

/** The value of a cookie that an answer sets; nothing when it takes it back or does not speak of it. */
export function cookieIn(response: Response, name: string): string | undefined {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    if (pair.startsWith(`${name}=`)) return pair.slice(name.length + 1) || undefined;
  }
  return undefined;
}
