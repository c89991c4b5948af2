import { createHash } from 'node:crypto';
import { isTokenForm, newToken } from './session-token.ts';

const prefix = 'ogk_';

/** A key for a machine, with a beginning by which scanners recognise a leaked one. */
export const newMachineKey = (): string => prefix + newToken();

export const isMachineKeyForm = (text: unknown): text is string =>
  typeof text === 'string' && text.startsWith(prefix) && isTokenForm(text.slice(prefix.length));

/** What the store keeps: 256 random bits need no slow function. */
export const machineKeyHash = (key: string): Buffer =>
  createHash('sha256').update('opengoa machine key\0').update(key).digest();
