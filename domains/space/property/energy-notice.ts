import type { Context } from '@opengoa/kernel';
import { check } from '@opengoa/kernel/standards';
import type { Notice } from './contract.ts';
import type { ServiceContract } from './service-contract.ts';

/**
 * 节能管理目标: what the law says of a property contract that states none (公共机构节能条例 第二十七条, kept with the duties of the energy office). It is told
 * and stops nobody: the contract is the company's paper too, and is registered as it stands.
 */
export function energyNotices(
  { unit, energyTargets }: Pick<ServiceContract, 'unit' | 'energyTargets'>,
  { standards, organisation, today }: Pick<Context, 'standards' | 'organisation' | 'today'>,
): Notice[] {
  const duty = standards.valueOn('energy.duties', today, organisation.place(unit), {
    duty: 'property-contract-clause',
  });
  if (!duty.found) return [];
  const { outcome, source, standard, version, article } = check(duty, energyTargets !== '');
  if (outcome === 'ok') return [];
  const paper = `《${source.document}》${source.number ? `（${source.number}）` : ''}${article ?? ''}`;
  return [
    {
      standard,
      version,
      outcome: outcome === 'inform' ? 'inform' : 'warn',
      explained: {
        zh: `合同未登记节能管理目标。${paper}要求物业服务合同载明节能管理的目标和要求；请在签订、续签或变更时核对并写明。`,
        en: `The contract states no energy targets; ${paper} asks property contracts to state them: look at it when it is signed, renewed or amended.`,
      },
    },
  ];
}
