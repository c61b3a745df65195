/** With a dot before it, so that labels are compared, and without that of the root. */
const dotted = (host: string) => `.${host.replace(/\.$/, '')}`;

/**
 * Whether a host is a domain or lies under it: `www.shop.example` does under `shop.example`, `evilshop.example` not.
 * @param host as the browser says it: in lower case and Punycode
 * @param domain in any writing
 */
export function isUnder(host: string, domain: string): boolean {
  const address = `//${domain}`;
  return (
    URL.canParse(address, location.href) && dotted(host).endsWith(dotted(new URL(address, location.href).hostname))
  );
}
