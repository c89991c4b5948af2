import type { Id } from '@opengoa/kernel';
import { unitFinder } from '@opengoa/kernel/exchange';
import type { Kernel } from '@opengoa/kernel/host';
import { CommandRefused } from './command.ts';

/** A unit by id, code or name, as it stands today. @throws CommandRefused when there is none, or more than one */
export function findUnit({ registers }: Kernel, text: string): Id {
  const organisation = registers.organisation('');
  const byId = organisation.unit(text);
  if (byId) return byId.id;
  const found = unitFinder(organisation)(text);
  if (typeof found === 'object') return found.id;
  if (found === 'unknown')
    throw new CommandRefused(`没有名称、代码或编号为 ${text} 的单位。No unit has the name, code or id ${text}.`);
  const all = organisation.units.filter((unit) => [unit.code, unit.name, unit.shortName].includes(text));
  throw new CommandRefused(
    [
      `有多个单位叫 ${text},请用编号。Several units are called ${text}; name the id.`,
      ...all.map(({ id, name }) => `  ${id}  ${name}`),
    ].join('\n'),
  );
}
