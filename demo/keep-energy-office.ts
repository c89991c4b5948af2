import { sql } from '@opengoa/kernel';
import { reading, type Kernel } from '@opengoa/kernel/host';
import { as, does } from './acting.ts';
import { unitId } from './cast.ts';
import { demoTariff } from './tariff.ts';

const year = 2019;

/**
 * The books beside the real meters, for the year after the one their baselines are learnt from: a tariff, budgets, two saving projects with a contract that was settled twice, statements of two
 * months. All of it is made up but the readings; prices and shares are nobody's.
 */
export async function keepEnergyOffice(kernel: Kernel): Promise<void> {
  const clerk = as('钱晓燕');
  const act = (name: string, input: object) => does(kernel, clerk, name, input);
  await act('energy.set-tariff', demoTariff(`${year - 1}-01-01`));
  const buildings = await reading(kernel, { actor: clerk, who: ['energy-clerk'], room: 'energy' }, (tx) =>
    tx.rows<{ id: string; unit: string; lastYear: number }>(sql`
      select b.id, b.unit_id as unit, round(sum(d.total) / 1000)::float8 as "lastYear" from energy.building b
        join energy.meter m on m.building_id = b.id and m.carrier = 'electricity' and m.kind = 'main'
        join energy.day d on d.meter_id = m.id and d.day >= ${`${year - 1}-01-01`} and d.day < ${`${year}-01-01`}
       group by b.id, b.unit_id order by b.id`),
  );
  // A saving of two percent on the year before, as a plan would ask of them: some will keep it, some will not.
  for (const { unit, lastYear } of buildings)
    await act('energy.set-budget', { unit, year, amount: Math.round(lastYear * 0.98), document: '年度用能定额(演示)' });
  const of = (unit: string) => buildings.filter((each) => each.unit === unitId(unit)).map(({ id }) => id);
  const plan = async (unit: string, more: object) =>
    (
      await act('energy.plan-project', {
        unit: unitId(unit),
        buildings: of(unit),
        baselineFrom: `${year - 1}-01-01`,
        baselineToExclusive: `${year}-01-01`,
        ...more,
      })
    ).facts[0]!.object.id;
  const project = await plan('财政局', {
    name: '照明与空调群控改造(演示)',
    kind: 'shared-savings',
    measures: '更换高效灯具 420 套，空调机组群控，夜间待机断电',
    contractor: '临江节能服务有限公司(演示)',
    investmentFen: 46_000_000,
    contractFrom: `${year}-01-01`,
    contractTo: `${year + 4}-12-31`,
    sharePercents: [70, 70, 60, 60, 50],
    document: '合同能源管理合同(演示)',
  });
  await act('energy.start-project', { project, version: 1, from: `${year}-01-01`, document: '竣工报告(演示)' });
  for (const [from, to] of [
    ['01-01', '06-30'],
    ['07-01', '12-31'],
  ])
    await act('energy.settle-project', {
      project,
      from: `${year}-${from}`,
      to: `${year}-${to}`,
      document: '效益分享确认单(演示)',
    });
  await plan('教育局', {
    name: '教学楼外窗与锅炉房保温(演示)',
    kind: 'own-funded',
    measures: '更换外窗 160 樘，管网保温 300 m',
    investmentFen: 28_000_000,
    document: '节能改造立项批复(演示)',
  });
  for (const unit of ['财政局', '市局'])
    for (const month of [`${year}-10`, `${year}-11`]) await act('energy.open-statement', { unit: unitId(unit), month });
}
