import type { Deps } from './ports.ts';

/** A Message-ID (RFC 5322 §3.6.4) that a mail keeps over all tries of sending it. */
export function messageId(deps: Pick<Deps, 'ids' | 'publicUrl'>): string {
  return `<${deps.ids.token().slice(0, 22)}@${new URL(deps.publicUrl).hostname}>`;
}
