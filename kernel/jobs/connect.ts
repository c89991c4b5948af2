import type { Socket } from 'node:net';

/** Where a device stands: an address, not a name. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

export interface ConnectOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * Opens a line from the program to a device.
 * @throws NotReachable where the operator did not name its network, or nobody answers there
 */
export type Connect = (to: Endpoint, options: ConnectOptions) => Promise<Socket>;

export class NotReachable extends Error {}

/** Until the host says otherwise nothing is reached from inside. */
export const connectNowhere: Connect = async ({ host }) => {
  throw new NotReachable(`${host}: no network of devices is allowed`);
};
