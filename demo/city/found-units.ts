import type { Kernel } from '@opengoa/kernel/host';
import { as, does, doesAll, founder } from '../acting.ts';
import { accountId, personId, unitId } from '../cast.ts';
import { chunks, sideBySide } from './side-by-side.ts';
import { cityPersonId, cityPostId, type UnitsAndPeople } from './units-and-people.ts';

const from = '2020-01-01';
const atOnce = 10;
/** People come as the rows of a file do. */
const rowsTogether = 50;
/** More would only wait for each other: appointments pass one gate, which keeps the three officers apart. */
const lanes = 3;

/** Units, posts, people and rights of the city beside the town's: rights proposed by one security administrator, confirmed by another. */
export async function foundUnits(
  kernel: Kernel,
  { units, posts, people }: UnitsAndPeople,
  signal: AbortSignal,
): Promise<void> {
  const system = founder();
  for (const { key, name, parent, kind, level } of units) {
    await does(kernel, system, 'kernel.found-unit', {
      id: unitId(key),
      name,
      parent: unitId(parent!),
      kind,
      level,
      from,
    });
    // The next one may hang below it.
    if (units.some((each) => each.parent === key)) await kernel.registers.refresh();
  }
  await kernel.registers.refresh();
  const [proposes, confirms] = [as('方晴'), as('罗成')];
  const confirmer = { ...confirms, person: personId('许志远'), account: accountId('许志远'), name: '许志远' };
  await sideBySide(posts, atOnce, async ({ key, unit, title, rank, leads, establishment, rights }) => {
    signal.throwIfAborted();
    const post = cityPostId(key);
    await does(kernel, system, 'kernel.create-post', {
      id: post,
      unit: unitId(unit),
      title,
      rank,
      leads,
      establishment,
      from,
    });
    for (const [role, at, below] of rights) {
      const answer = await does(kernel, proposes, 'kernel.grant-right', { role, unit: unitId(at), below, post, from });
      await does(kernel, confirmer, 'kernel.confirm-grant', { grant: answer.facts[0]!.object.id });
    }
  });
  await sideBySide(chunks(people, rowsTogether), lanes, async (some) => {
    signal.throwIfAborted();
    const named = some.map((person) => ({ ...person, id: cityPersonId(person) }));
    await doesAll(
      kernel,
      system,
      'kernel.register-person',
      named.map(({ id, unit, name }) => ({ id, unit: unitId(unit), name, from })),
    );
    const posted = (kind: 'main' | 'concurrent') =>
      named.flatMap(({ id, post, also }) => {
        const key = kind === 'main' ? post : also;
        return key ? [{ person: id, post: cityPostId(key), kind, from }] : [];
      });
    await doesAll(kernel, system, 'kernel.appoint', posted('main'));
    await doesAll(kernel, system, 'kernel.appoint', posted('concurrent'));
  });
  await kernel.registers.refresh();
}
