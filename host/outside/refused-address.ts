import { BlockList, isIP } from 'node:net';

/** Addresses that are nobody's in the open net: this machine, private nets, link-local, shared, documentation, multicast, and what maps onto them. */
const special: readonly (readonly [network: string, bits: number])[] = [
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
  ['::', 128],
  ['::1', 128],
  // Addresses of version 4 in the clothes of version 6: the inner one is judged by `unwrapped`, and what is left of these ranges is refused.
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

const closed = new BlockList();
for (const [network, bits] of special) closed.addSubnet(network, bits, isIP(network) === 6 ? 'ipv6' : 'ipv4');

/** `::ffff:10.0.0.1` and `::ffff:a00:1` as `10.0.0.1`: the system connects to that. */
function unwrapped(address: string): string {
  const mapped = /^::ffff:(?:(\d+\.\d+\.\d+\.\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/i.exec(address);
  if (!mapped) return address;
  if (mapped[1] !== undefined) return mapped[1];
  const [high, low] = [Number.parseInt(mapped[2]!, 16), Number.parseInt(mapped[3]!, 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/**
 * May the program open a line to this address? An address of the inner net only where the register names its network for this channel.
 * @param address as the resolver gave it
 * @param inside addresses and networks (`10.1.2.0/24`)
 */
export function standingOf(address: string, inside: readonly string[]): 'open' | 'registered' | 'refused' {
  const plain = unwrapped(address.replace(/%.*$/, ''));
  const family = isIP(plain);
  if (family === 0) return 'refused';
  const word = family === 6 ? 'ipv6' : 'ipv4';
  const registered = new BlockList();
  for (const network of inside) {
    const [base = '', bits] = network.split('/');
    const of = isIP(base) === 6 ? 'ipv6' : 'ipv4';
    if (isIP(base) === 0) continue;
    if (bits === undefined) registered.addAddress(base, of);
    else registered.addSubnet(base, Number(bits), of);
  }
  if (registered.check(plain, word)) return 'registered';
  return closed.check(plain, word) ? 'refused' : 'open';
}
