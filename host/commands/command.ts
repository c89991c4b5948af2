import pino, { type Logger } from 'pino';
import { openHouse, type OpenHouse } from '../program/open-house.ts';
import { readSettings, type Settings } from '../program/settings.ts';

export interface CommandOption {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  readonly about: string;
}

export interface Asked {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

/** One word (or two) of the command line. Answers the exit code. */
export interface Command {
  readonly name: string;
  readonly about: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** Names of positionals; `[name]` may be left out, and a last `[name…]` also be given several times. */
  readonly positionals?: readonly string[];
  run(asked: Asked): Promise<number>;
}

/** What was asked for cannot be done; the sentence says why and what to do. */
export class CommandRefused extends Error {}

/** Progress goes to stderr, so that `--json` on stdout stays JSON. */
export const tell = (line: string): void => console.error(line);

export const quietLog = (): Logger => pino({ level: 'warn' }, pino.destination(2));

/** Opens the store for one command, joined to a running program where there is one, and closes it after. */
export async function withHouse<T>(work: (house: OpenHouse, settings: Settings) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env);
  const house = await openHouse({
    settings,
    log: quietLog(),
    progress: tell,
    mayJoin: true,
    poolSize: 8,
    statementMs: 300_000,
  });
  try {
    return await work(house, settings);
  } finally {
    await house.close();
  }
}

export const text = (asked: Asked, name: string): string | undefined => {
  const value = asked.values[name];
  return typeof value === 'string' ? value : undefined;
};

/** Every value of an option that may be given several times. */
export const list = (asked: Asked, name: string): readonly string[] => {
  const value = asked.values[name];
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
};
