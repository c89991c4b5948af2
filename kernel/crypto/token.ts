import { CryptoFault } from './algorithm.ts';

/** What a stored value is: a ciphertext, a message authentication code, or a signature. */
export type TokenUse = 'sealed' | 'mac' | 'sig';

/**
 * How every ciphertext, MAC and signature is stored: it says itself which algorithm and which version of which key made it
 * (SEC-CR-01), as `oga1.<use>.<algorithm>.<key id>.<key version>.<base64url>`.
 */
export interface Token {
  readonly use: TokenUse;
  readonly algorithm: string;
  readonly keyId: string;
  readonly keyVersion: number;
  readonly payload: Buffer;
}

const form = /^oga1\.(sealed|mac|sig)\.([a-z0-9-]{1,40})\.([a-z0-9-]{1,60})\.([1-9][0-9]{0,8})\.([A-Za-z0-9_-]*)$/;

/** The part before the payload. Ciphertexts are bound to it, so that none can claim another key or algorithm. */
export const tokenHead = (use: TokenUse, algorithm: string, keyId: string, keyVersion: number): string =>
  `oga1.${use}.${algorithm}.${keyId}.${keyVersion}`;

export const writeToken = (token: Token): string =>
  `${tokenHead(token.use, token.algorithm, token.keyId, token.keyVersion)}.${token.payload.toString('base64url')}`;

/** Reads a stored value; throws `malformed` for anything that is not one of ours, or is another use. */
export function readToken(text: string, use: TokenUse): Token {
  const parts = form.exec(text);
  if (parts === null || parts[1] !== use) throw new CryptoFault('malformed', `not a stored ${use} value`);
  const payload = Buffer.from(parts[5]!, 'base64url');
  if (payload.toString('base64url') !== parts[5]) throw new CryptoFault('malformed', `not a stored ${use} value`);
  return { use, algorithm: parts[2]!, keyId: parts[3]!, keyVersion: Number(parts[4]), payload };
}
