import { join } from 'node:path';
import { isRefusal, newId, sql, type ImportTools, type Refusal, type VerbAnswer } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { reading, runVerb, type Kernel } from '@opengoa/kernel/host';
import { as } from './acting.ts';
import { unitId } from './cast.ts';

export interface ImportedMeters {
  readonly readings: number;
  readonly period: readonly [string, string];
}

const folder = join(import.meta.dirname, 'meters');
const trained = ['2018-01-01', '2019-01-01'] as const;
/** What the names of their instruments begin with. */
const keys = 'cambridge/';
const judged = ['2019-01-01', '2020-01-01'] as const;

/** Which of the real buildings stands for which unit of the demo city. The names say what they are: nothing here was measured in China. */
const places: Readonly<Record<string, readonly [unit: string, name: string]>> = {
  UCam_Building_b0: ['财政局', '1号办公楼'],
  UCam_Building_b8: ['教育局', '2号教学楼'],
  UCam_Building_b23: ['卫健委', '3号楼'],
  UCam_Building_b36: ['图书馆', '主馆'],
  UCam_Building_b78: ['县财政局', '办公楼'],
  UCam_Building_b101: ['市局', '市行政中心5号楼'],
};

/** Bank holidays of England and Wales, gov.uk/bank-holidays: the sample was read there, and its stillest days are these. */
const bankHolidays = [
  ...['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26'].map((day) => `2018-${day}`),
  ...['01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26'].map((day) => `2019-${day}`),
];

/** Real meters of the sample beside this file, given to units of the demo city: two years of hours, and baselines learnt from the first. */
export async function importMeters(
  kernel: Kernel,
  { progress, signal }: { progress: (line: string) => void; signal: AbortSignal },
): Promise<ImportedMeters | null> {
  if (!kernel.verbs.has('energy.receive-readings')) return null;
  const { importHourly } = await import('@opengoa/energy/domain');
  const clerk = as('钱晓燕');
  const run = (name: string, input: unknown) => runVerb(kernel, { name, input, actor: clerk, requestId: newId() });
  const tools: ImportTools = {
    verb: run,
    reading: (work) =>
      reading(kernel, { actor: clerk, who: ['energy-clerk'], room: 'energy' }, (tx, context) => work(tx, context)),
    progress: () => undefined,
    signal,
  };
  const kept = await run('energy.keep-calendar', {
    calendar: '英格兰',
    days: bankHolidays.map((day) => ({ day, kind: 'holiday' })),
  });
  if (isRefusal(kept)) throw new Error(`demo: ${kept.code} ${JSON.stringify(kept.data)}`);
  const { state, counts, problems } = await importHourly(
    {
      folder,
      from: trained[0],
      toExclusive: judged[1],
      place({ id }) {
        const [unit, name] = places[id]!;
        const number = id.replace('UCam_Building_', '');
        return {
          unit: unitId(unit),
          name: `${name}(剑桥大学实测样本 ${number})`,
          use: 'unknown',
          note: '演示用真实读数:剑桥大学 2018–2019 年逐时用电,doi:10.5281/zenodo.10955332。建筑用途未公布,名称与单位为演示所加。',
        };
      },
      station: '贝德福德(英国气象局)',
      calendar: '英格兰',
      keys,
    },
    tools,
  );
  if (state !== 'done') throw new Error(`demo: meters ${state} ${JSON.stringify(problems)}`);
  let fitted = 0;
  const meters = await tools.reading((tx) =>
    tx.rows<{ id: string }>(sql`
      select distinct meter_id as id from energy.instrument where starts_with(key, ${keys}) order by meter_id`),
  );
  for (const { id } of meters) {
    if (signal.aborted) return null;
    const answer = await run('energy.fit-baseline', { meter: id, from: trained[0], toExclusive: trained[1] });
    if (!isRefusal(answer)) fitted += 1;
    else if (answer.code !== 'no-baseline') throw new Error(`demo: ${answer.code} ${JSON.stringify(answer.data)}`);
  }
  await readByHand(kernel, run);
  progress(
    `真实电表:${counts['buildings']} 栋建筑、${counts['readings']!.toLocaleString('en')} 条读数、${fitted} 条基线 · real meters: ${counts['readings']!.toLocaleString('en')} readings, ${fitted} baselines`,
  );
  return { readings: counts['readings']!, period: judged };
}

/** One meter that somebody walks to each month: the page for reading by hand has something to read. Made up, and named so. */
async function readByHand(
  kernel: Kernel,
  run: (name: string, input: unknown) => Promise<VerbAnswer | Refusal>,
): Promise<void> {
  const does = async (name: string, input: unknown): Promise<VerbAnswer> => {
    const answer = await run(name, input);
    if (isRefusal(answer)) throw new Error(`demo: ${name}: ${answer.code} ${JSON.stringify(answer.data)}`);
    return answer;
  };
  const today = kernel.registers.calendar().dayOf(kernel.clock());
  const building = await does('energy.register-building', {
    unit: unitId('市局'),
    name: '综合楼(演示)',
    use: 'office',
    areaM2: 6200,
    people: 180,
  });
  const meter = await does('energy.register-meter', {
    building: building.facts[0]!.object.id,
    name: '生活水表(演示)',
    carrier: 'water',
    key: 'LJ-SB-001',
    reads: 'register',
    digits: 6,
    validFrom: addDays(today, -400),
  });
  const monthly = [318, 305, 341, 352, 398, 421, 409, 377, 333, 321, 312];
  let shown = 10_254;
  for (const [month, usedM3] of monthly.entries()) {
    shown += usedM3;
    const at = `${addDays(today, -30 * (monthly.length - month))}T09:00:00+08:00`;
    await does('energy.read-meter', { meter: meter.facts[0]!.object.id, value: shown, at });
  }
}
