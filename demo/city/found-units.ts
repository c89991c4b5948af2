import type { Kernel } from '@opengoa/kernel/host';
import { as, does, founder } from '../acting.ts';
import { accountId, personId, unitId } from '../cast.ts';
import { sideBySide } from './side-by-side.ts';
import { cityPersonId, cityPostId, type UnitsAndPeople } from './units-and-people.ts';

const from = '2020-01-01';
const atOnce = 10;

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
  await sideBySide(people, atOnce, async (person) => {
    signal.throwIfAborted();
    const id = cityPersonId(person);
    await does(kernel, system, 'kernel.register-person', { id, unit: unitId(person.unit), name: person.name, from });
    await does(kernel, system, 'kernel.appoint', { person: id, post: cityPostId(person.post), kind: 'main', from });
    if (person.also)
      await does(kernel, system, 'kernel.appoint', {
        person: id,
        post: cityPostId(person.also),
        kind: 'concurrent',
        from,
      });
  });
  await kernel.registers.refresh();
}
