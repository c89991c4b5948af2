import { isRefusal, type Refusal } from '../refusal.ts';
import { cast, type CastName } from '../testing/cast.ts';
import { house, type House } from '../testing/house.ts';
import type { VerbAnswer } from '../room.ts';
import type { Caller } from './actor-of-session.ts';
import { findActor } from './find-actor.ts';
import {
  type DoorAnswer,
  openDoor,
  openIdentity,
  sessionDoors,
  type Identity,
  type IdentityOptions,
} from './identity.ts';
import { codeAtStep, stepAt } from './one-time-code.ts';

/** A browser: it keeps its cookies and comes from one address. */
export interface Browser {
  token: string | undefined;
  pending: string | undefined;
  open(door: string, input?: unknown): Promise<DoorAnswer | Refusal>;
  /** Opens and expects no refusal. */
  enter(door: string, input?: unknown): Promise<DoorAnswer>;
  caller(background?: boolean): Promise<Caller>;
}

export interface Office {
  readonly at: House;
  readonly identity: Identity;
  /** Time of the house; tests move it. */
  now: Date;
  browser(address?: string): Browser;
  /** Opens an account for somebody of the cast and sets its first password. */
  account(name: CastName, as: string, password: string): Promise<string>;
  enrol(browser: Browser): Promise<Buffer>;
  code(secret: Buffer, steps?: number): string;
  close(): Promise<void>;
}

export const goodPassword = 'Teal-otter-47';

/** A house with identity open over it, for the tests of this room. */
export async function office(options: IdentityOptions = {}): Promise<Office> {
  const clock = { now: new Date('2026-03-02T09:00:00+08:00') };
  const at = await house({ rooms: [], clock: () => new Date(clock.now) });
  const identity = openIdentity(at.kernel, { believeMs: 0, activityMs: 3_600_000, ...options });

  function browser(address = '10.1.2.3'): Browser {
    const self: Browser = {
      token: undefined,
      pending: undefined,
      async open(name, input = {}) {
        const answer = await openDoor(identity, sessionDoors.get(name)!, input, {
          token: self.token,
          address,
          agent: 'test browser',
          pending: self.pending,
        });
        if (!isRefusal(answer)) {
          if (answer.token !== undefined) self.token = answer.token ?? undefined;
          if (answer.pending !== undefined) self.pending = answer.pending ?? undefined;
        }
        return answer;
      },
      async enter(name, input) {
        const answer = await self.open(name, input);
        if (isRefusal(answer)) throw new Error(`${name} refused: ${answer.code} ${JSON.stringify(answer.data)}`);
        return answer;
      },
      caller: (background = false) => findActor(identity, self.token, address, { background }),
    };
    return self;
  }

  return {
    at,
    identity,
    get now() {
      return clock.now;
    },
    set now(moment) {
      clock.now = moment;
    },
    browser,
    async account(name, as, password) {
      const known = cast.ids.persons[name];
      const unit = cast.ids[cast.people[name].unit as keyof typeof cast.ids] as string;
      const answer = await at
        .as('系统员')
        .does('kernel.create-account', { id: known.account, unit, name: as, person: known.person });
      const { code } = answer.result as { code: string };
      await browser('10.9.9.9').enter('kernel.finish-reset', { name: as, code, next: password });
      return known.account;
    },
    async enrol(from) {
      const { result } = await from.enter('kernel.enrol-second-factor');
      const secret = fromBase32((result as { secret: string }).secret);
      await from.enter('kernel.confirm-second-factor', { code: codeAtStep(secret, stepAt(clock.now)) });
      return secret;
    },
    code: (secret, steps = 0) => codeAtStep(secret, stepAt(clock.now) + steps),
    async close() {
      await identity.stop();
      await at.close();
    },
  };
}

export function fromBase32(text: string): Buffer {
  const bits = [...text]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(
    Array.from({ length: Math.floor(bits.length / 8) }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8), 2)),
  );
}

export const codeOf = (answer: VerbAnswer | DoorAnswer | Refusal): string => (isRefusal(answer) ? answer.code : 'done');
