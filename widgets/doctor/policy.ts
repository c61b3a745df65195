/**
 * Content-Security-Policy as far as a guest must know it (CSP 3 §6.7): which directive speaks for a request, whether
 * it lets an address through, and how it reads when it does.
 */

/** Directives by name, in the order of the policy; the first of a name counts. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** Reads policies: a header may hold several, with commas between them. */
export function parsePolicies(text: string): Policy[] {
  return text.split(',').flatMap((one) => {
    const policy = new Map<string, string[]>();
    for (const part of one.split(';')) {
      const [name = '', ...sources] = part.trim().split(/\s+/);
      if (name && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), sources);
    }
    return policy.size ? [policy] : [];
  });
}

/** Who speaks for a directive that a policy leaves out. */
const fallbacks: Readonly<Record<string, readonly string[]>> = {
  'script-src': ['script-src-elem', 'script-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
  'img-src': ['img-src', 'default-src'],
  'media-src': ['media-src', 'default-src'],
  'frame-src': ['frame-src', 'child-src', 'default-src'],
};

/** What a page needs: requests of a kind to an origin. */
export interface Need {
  directive: 'script-src' | 'connect-src' | 'img-src' | 'media-src' | 'frame-src';
  url: string;
}

/**
 * The directive as it must read, when the policy does not let a request through; nothing when it does.
 * @param self origin of the page
 */
export function corrected(policy: Policy, needs: readonly Need[], self: string): string | undefined {
  const directive = needs[0]?.directive ?? '';
  const speaker = fallbacks[directive]?.find((name) => policy.has(name));
  if (!speaker) return undefined;
  const sources = policy.get(speaker) ?? [];
  const missing = needs.filter(({ url }) => !allows(sources, url, self)).map(({ url }) => new URL(url).origin);
  if (!missing.length) return undefined;
  const kept = sources.filter((source) => source.toLowerCase() !== "'none'");
  // What speaks for all kinds of requests stays as it is.
  const name = speaker === 'default-src' || speaker === 'child-src' ? directive : speaker;
  return [name, ...kept, ...new Set(missing)].join(' ');
}

/** The line that allows Lit's one policy, when Trusted Types are limited to others (Trusted Types §4.2). */
export function correctedTypes(policy: Policy): string | undefined {
  const names = policy.get('trusted-types');
  if (!names || names.some((name) => name === '*' || name === 'lit-html')) return undefined;
  return ['trusted-types', ...names.filter((name) => name !== "'none'"), 'lit-html'].join(' ');
}

function allows(sources: readonly string[], url: string, self: string): boolean {
  // What a script with a nonce asks for comes with it; then names of hosts count no more.
  if (sources.includes("'strict-dynamic'")) return true;
  return sources.some((source) => matches(source.toLowerCase(), new URL(url), self));
}

function matches(source: string, url: URL, self: string): boolean {
  if (source === "'self'") return url.origin === self;
  if (source === '*') return /^(?:https?|wss?):$/.test(url.protocol);
  if (/^[a-z][a-z0-9+.-]*:$/.test(source)) return url.protocol === source;
  const parts = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[^:/*']+)(?::(\d+|\*))?(\/.*)?$/.exec(source);
  if (!parts) return false;
  const [, scheme = new URL(self).protocol.slice(0, -1), host = '', port = '', path = ''] = parts;
  const protocol = url.protocol.slice(0, -1);
  if (protocol !== scheme && !(scheme === 'http' && protocol === 'https')) return false;
  const named = host === '*' || (host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host);
  const ownPort = url.port || { http: '80', https: '443' }[protocol];
  const usual = { http: '80', https: '443' }[scheme];
  return (
    named &&
    (port === '*' || ownPort === (port || usual) || (!port && !url.port)) &&
    (!path || (path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path))
  );
}
