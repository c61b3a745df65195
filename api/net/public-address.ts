import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * What is not the public internet, by the registries of special-purpose addresses (RFC 6890, IANA): this network,
 * private, shared (CGNAT), loopback, link-local (where clouds keep their metadata), protocol assignments,
 * documentation, relays, benchmarks, multicast, reserved. The last one is public by number and inside every machine
 * of Azure by routing.
 */
const special4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['168.63.129.16', 32],
] as const;

/**
 * Of IPv6 only 2000::/3 is given out to the public. Outside of it are loopback, private, link-local and multicast
 * addresses, and those that have an IPv4 address in them (mapped, compatible, NAT64), which would come round the list
 * above. These are the exceptions inside: protocol assignments with Teredo, documentation, 6to4, AS112.
 */
const special6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const;

const special = blockList(special4, special6);
const unicast6 = blockList([], [['2000::', 3]]);

type Subnets = readonly (readonly [net: string, prefix: number])[];

function blockList(ipv4: Subnets, ipv6: Subnets): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of ipv4) list.addSubnet(net, prefix, 'ipv4');
  for (const [net, prefix] of ipv6) list.addSubnet(net, prefix, 'ipv6');
  return list;
}

/** Does this address lead to the public internet, and nowhere inside our own house? Anything unreadable does not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, 'ipv4');
  // A zone (`fe80::1%eth0`) names a network of this machine.
  if (!isIPv6(address) || address.includes('%')) return false;
  return unicast6.check(address, 'ipv6') && !special.check(address, 'ipv6');
}
