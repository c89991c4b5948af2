import { newId, refuse, sql, verb, type Id } from '@opengoa/kernel';
import type { z } from 'zod';
import { AddDependency, DependencyAdded, type NamedPart } from './contract.ts';
import { houseRows, type HouseRow } from './house-parts.ts';
import { partsNamed, standsAlready, type KnownPart } from './part-store.ts';

/** Names as they were written: 、 ， , ； ; or a line between them. */
export const namesOf = (text: string): string[] =>
  text
    .split(/[、，,；;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** 登记依赖: what a part needs to work, from a day on. */
export const addDependency = verb('risk-centre.add-dependency', {
  title: { zh: '登记依赖', en: 'Enter a dependency' },
  about: {
    zh: '某个部件停用时哪些会随之停用，由此推算。建筑、楼层、房间、设备之间的关系已由台账得出，不用再登记。',
    en: 'From it follows what else goes down. What stands in which room, floor and building is known by the ledgers and need not be entered.',
  },
  input: AddDependency,
  who: ['risk-officer'],
  facts: [DependencyAdded],
  refusals: ['needs-itself', 'needs-twice', 'needs-too-many', 'needs-more-than-there-are', 'dependency-stands'],
  async load(tx, { unit, part, needs }) {
    const names = [part, ...namesOf(needs)].slice(0, 50);
    const house = await houseRows(tx, sql`part_name = any (${names}::text[])`);
    return {
      known: await partsNamed(tx, unit, names),
      house,
      stands: await standsAlready(tx, unit, part, namesOf(needs).join('、')),
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ known, house, stands }, input) {
    const { unit, part, kind, needs, atLeast, since, source, hourLossFen, repairHours } = input;
    const names = namesOf(needs);
    if (names.includes(part)) return refuse('needs-itself', { name: part });
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice !== undefined) return refuse('needs-twice', { name: twice });
    if (names.length > 20 || names.length === 0 || names.some((name) => name.length > 100))
      return refuse('needs-too-many', { most: 20 });
    if (atLeast !== null && atLeast > names.length)
      return refuse('needs-more-than-there-are', { asked: atLeast, there: names.length });
    if (stands) return refuse('dependency-stands', { part, needs: names.join('、') }, { status: 409 });
    const named = (name: string) => partNamed(name, unit, known, house);
    return [
      DependencyAdded.of({
        object: { kind: 'risk-centre.need', id: newId() },
        unit,
        body: {
          part: { ...named(part), kind },
          of: names.map(named),
          atLeast,
          said: names.join('、'),
          since,
          source,
          hourLossFen,
          repairHours,
        },
      }),
    ];
  },
});

/** A part by its name: known before, or a thing of a ledger where one alone bears it (this unit's first), or a new one. */
function partNamed(
  name: string,
  unit: Id,
  known: readonly KnownPart[],
  house: readonly HouseRow[],
): z.infer<typeof NamedPart> {
  const before = known.find((each) => each.name === name);
  if (before) return { id: before.id, name, kind: before.kind, thing: before.thing, within: before.within };
  const bearing = house.filter((each) => each.name === name);
  const own = bearing.filter((each) => each.unit === unit);
  const ids = new Set((own.length > 0 ? own : bearing).map(({ id }) => id));
  const one = ids.size === 1 ? (own[0] ?? bearing[0]) : undefined;
  return {
    id: newId(),
    name,
    kind: one?.kind ?? 'system',
    thing: one?.id ?? null,
    within: one?.within ?? null,
  };
}
