import { defaults } from './settings.ts';

/** Where a server listens: a socket folder, or a loopback port. */
export interface Listening {
  readonly socketFolder?: string | undefined;
  readonly port: number;
}

/**
 * A connection address that `pg`, libpq and `new URL()` all read: the host in front is a stand-in where `host=` names the socket
 * folder.
 */
export function addressOf(at: Listening, user: string, password: string, database: string): string {
  const host = at.socketFolder === undefined ? '127.0.0.1' : 'localhost';
  const query = at.socketFolder === undefined ? '' : `?host=${encodeURIComponent(at.socketFolder)}`;
  return `postgresql://${user}:${encodeURIComponent(password)}@${host}:${at.port}/${encodeURIComponent(database)}${query}`;
}

/** The same server and person, another database. */
export function withDatabase(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

/** The same server and database, another person. */
export function withPerson(address: string, user: string, password: string): string {
  const url = new URL(address);
  url.username = encodeURIComponent(user);
  url.password = encodeURIComponent(password);
  return url.href;
}

/** The three addresses of the embedded database: for looking after the server, for migrating, for working. */
export function clusterAddresses(at: Listening, passwords: { superuser: string; owner: string; app: string }) {
  return {
    superUrl: addressOf(at, defaults.superuser, passwords.superuser, defaults.database),
    ownerUrl: addressOf(at, defaults.owner, passwords.owner, defaults.database),
    appUrl: addressOf(at, defaults.app, passwords.app, defaults.database),
  };
}
