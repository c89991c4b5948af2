import type { Logger } from 'pino';
import { isRefusal, newId, type Actor } from '@opengoa/kernel';
import { jobActorAtRoots, mayAt, reading, runVerb, type AnyTell, type Kernel, type Told } from '@opengoa/kernel/host';

/** One way to devices: the own door, or the office's broker. */
export interface TellingLine {
  /**
   * Hands a message to the device with QoS 1, if it is there just now; nothing is put by for later.
   * @param mayHear judges the account that would hear it
   * @returns whether somebody was there
   */
  tell(
    message: { pattern: string; device: string; payload: string },
    mayHear: (actor: Actor) => boolean,
  ): Promise<boolean>;
}

export interface Teller {
  stop(): Promise<void>;
}

const everyMs = 1_000;

/**
 * Sends what the rooms have for devices, second by second, and notes what was handed over. Of several processes each reaches the devices on its
 * own lines; a message may come twice, and bears an id for that. What ran out is not sent.
 */
export function tellDevices(kernel: Kernel, lines: readonly TellingLine[], log: Logger): Teller {
  let ending = false;
  let round: Promise<void> = Promise.resolve();
  const once = async () => {
    for (const each of kernel.tells) {
      if (ending) return;
      await tellAll(kernel, each, lines, () => ending).catch((error: Error) =>
        log.warn({ err: error, tell: each.name }, 'devices not told'),
      );
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const turn = () => {
    round = once().finally(() => {
      if (!ending) timer = setTimeout(turn, everyMs);
    });
  };
  if (lines.length > 0 && kernel.tells.length > 0) turn();
  return {
    async stop() {
      ending = true;
      clearTimeout(timer);
      await round;
    },
  };
}

async function tellAll(
  kernel: Kernel,
  of: AnyTell,
  lines: readonly TellingLine[],
  ending: () => boolean,
): Promise<void> {
  const organisation = kernel.registers.organisation('');
  const actor = jobActorAtRoots('tell-devices', organisation);
  const room = of.name.slice(0, of.name.indexOf('.'));
  const due = (await reading(kernel, { actor, who: ['job'], room }, (tx, context) =>
    of.due(tx, context),
  )) as readonly Told<unknown>[];
  const sent: string[] = [];
  for (const { id, device, unit, payload, until } of due) {
    if (ending()) break;
    if (until.getTime() <= kernel.clock().getTime()) continue;
    const message = { pattern: of.topic, device, payload: JSON.stringify(of.payload.parse(payload)) };
    const mayHear = (hearer: Actor) => mayAt(hearer, of.who, { unit }, organisation, { holds: false });
    for (const line of lines) {
      if (!(await line.tell(message, mayHear))) continue;
      sent.push(id);
      break;
    }
  }
  if (sent.length === 0) return;
  const noted = await runVerb(kernel, { name: of.verb, input: { ids: sent }, actor, requestId: newId() });
  if (isRefusal(noted)) throw new Error(`${of.verb}: ${noted.code}`);
}
