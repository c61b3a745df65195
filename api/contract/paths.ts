/** The public addresses of the API and of the pages, relative to the club's origin. */
export const paths = {
  partner: (slug: string) => `/v1/partners/${encodeURIComponent(slug)}`,
  challenges: '/v1/challenges',
  memberships: '/v1/memberships',
  counter: '/v1/counter',
  openapi: '/v1/openapi.json',
  home: '/',
  join: '/join',
  confirm: '/confirm',
  leave: '/leave',
  unsubscribe: '/unsubscribe',
  charter: '/charte',
  privacy: '/legal/confidentialite',
  legal: '/legal/mentions',
  accessibility: '/accessibilite',
  embed: (widget: string) => `/embed/${widget}`,
  widgets: '/widgets/',
  mailbox: '/dev/mailbox',
} as const;

/** The form without JavaScript for one partner. */
export function joinUrl(base: string, partner: string, language?: string): string {
  const url = new URL(paths.join, base);
  url.searchParams.set('partner', partner);
  if (language) url.searchParams.set('lang', language);
  return url.href;
}
