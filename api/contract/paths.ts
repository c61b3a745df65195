/** The addresses that widgets use: apart, so that no partner's page loads the list of all the others. */
export const widgetPaths = {
  partner: (slug: string) => `/v1/partners/${encodeURIComponent(slug)}`,
  challenges: '/v1/challenges',
  memberships: '/v1/memberships',
  counter: '/v1/counter',
  join: '/join',
} as const;

/** The public addresses of the API and of the pages, relative to the club's origin. */
export const paths = {
  ...widgetPaths,
  openapi: '/v1/openapi.json',
  home: '/',
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
  const url = new URL(widgetPaths.join, base);
  url.searchParams.set('partner', partner);
  if (language) url.searchParams.set('lang', language);
  return url.href;
}
