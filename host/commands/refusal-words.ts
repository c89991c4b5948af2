import { fillWords, type Refusal, type Words } from '@opengoa/kernel';
import type { Kernel } from '@opengoa/kernel/host';
import { exchangeRefusals } from '@opengoa/kernel/exchange';
import { CommandRefused } from './command.ts';

/** A refusal of a verb or read as the person at the terminal reads it: the room's words, and the fields that did not fit. */
export function refusedInWords({ refusals }: Kernel, room: string, { code, data }: Refusal): CommandRefused {
  const words: Words = refusals.get(`${room}/${code}`) ??
    refusals.get(`kernel/${code}`) ??
    (exchangeRefusals as Readonly<Record<string, Words>>)[code] ?? { zh: code, en: code };
  const { zh, en } = fillWords(words, data);
  const fields = Array.isArray(data['fields']) ? (data['fields'] as { path: string; message: string }[]) : [];
  return new CommandRefused([zh, en, ...fields.map(({ path, message }) => `  ${path}: ${message}`)].join('\n'));
}
