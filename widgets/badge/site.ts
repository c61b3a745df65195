/** A host name as the platform writes it: lower case, Punycode, without the dot of the root. */
function hostName(text: string): string | undefined {
  const address = `http://${text}`;
  if (!URL.canParse(address)) return undefined;
  const { href, hostname } = new URL(address);
  // A port, a path or a user name in it: then it is no host name.
  return href === `http://${hostname}/` ? hostname.replace(/\.$/, '') : undefined;
}

/** Whether a host is a domain or lies under it. Names are compared by their labels: `evilshop.example` is not under `shop.example`. */
export function isUnder(host: string, domain: string): boolean {
  const [here, there] = [hostName(host), hostName(domain)];
  return !!there && `.${here}`.endsWith(`.${there}`);
}
