import type { Kernel } from '@opengoa/kernel/host';
import { as, does, founder } from './acting.ts';
import { accountId, people, personId, postId, unitCode, unitId, units } from './cast.ts';

const from = '2020-01-01';

/** The organisation, its posts and people, and the rights of each post: proposed by one security administrator, confirmed by another. */
export async function foundCity(kernel: Kernel, signal: AbortSignal): Promise<void> {
  const system = founder();
  for (const { key, name, parent, kind, level, regionCode } of units) {
    await does(kernel, system, 'kernel.found-unit', {
      id: unitId(key),
      name,
      code: unitCode(key),
      parent: parent === null ? null : unitId(parent),
      kind,
      level,
      from,
      ...(regionCode ? { regionCode } : {}),
    });
    await kernel.registers.refresh();
  }
  for (const { name, unit, post, rank, leads } of people) {
    signal.throwIfAborted();
    await does(kernel, system, 'kernel.register-person', { id: personId(name), unit: unitId(unit), name, from });
    await does(kernel, system, 'kernel.create-post', {
      id: postId(name),
      unit: unitId(unit),
      title: post,
      rank,
      leads,
      establishment: 1,
      from,
    });
    await does(kernel, system, 'kernel.appoint', { person: personId(name), post: postId(name), kind: 'main', from });
  }
  await kernel.registers.refresh();
  const [proposes, confirms] = [as('方晴'), as('罗成')];
  const third = { ...confirms, person: personId('许志远'), account: accountId('许志远'), name: '许志远' };
  for (const { name, rights } of people) {
    signal.throwIfAborted();
    for (const [role, at, below] of rights) {
      // Nobody confirms what they proposed, nor a right for themself.
      const answer = await does(kernel, proposes, 'kernel.grant-right', {
        role,
        unit: unitId(at),
        below,
        post: postId(name),
        from,
      });
      const confirmer = name === '罗成' ? third : confirms;
      await does(kernel, confirmer, 'kernel.confirm-grant', { grant: answer.facts[0]!.object.id });
    }
  }
  await kernel.registers.refresh();
}
