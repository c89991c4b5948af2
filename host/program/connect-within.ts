import { BlockList, connect, isIP } from 'node:net';
import { NotReachable, type Connect } from '@opengoa/kernel';

/**
 * Lines from the program to devices, within the networks that the operator named and nowhere else: an address that somebody typed into a form must
 * not make the program knock at doors of the inner network.
 * @param networks addresses and networks (`10.20.0.0/16`)
 */
export function connectWithin(networks: readonly string[]): Connect {
  const allowed = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) allowed.addAddress(address, family);
    else allowed.addSubnet(address, Number(bits), family);
  }
  return ({ host, port }, { timeoutMs, signal }) =>
    new Promise((done, fail) => {
      const family = isIP(host);
      if (family === 0 || !allowed.check(host, family === 6 ? 'ipv6' : 'ipv4'))
        return fail(new NotReachable(`${host} lies in no network of devices that the operator allows`));
      const socket = connect({ host, port, signal });
      const patience = setTimeout(
        () => socket.destroy(new NotReachable(`${host}:${port} did not answer in time`)),
        timeoutMs,
      );
      const refuse = (error: Error) => {
        clearTimeout(patience);
        fail(error instanceof NotReachable ? error : new NotReachable(`${host}:${port} ${error.message}`));
      };
      socket.once('error', refuse);
      socket.once('connect', () => {
        clearTimeout(patience);
        socket.off('error', refuse);
        socket.setNoDelay(true);
        done(socket);
      });
      return undefined;
    });
}
