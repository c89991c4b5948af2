import { createHash } from 'node:crypto';
import { jobActorAtRoots, type Kernel, runRead } from '@opengoa/kernel/host';
import { as, atTime, does } from '../acting.ts';

/** What passers-by told by the code on a meter, and how far each of it is. */
const told = [
  { daysAgo: 26, what: 'dark', words: '夜里就没有显示了', done: 'confirmed', answer: '已更换电池，显示正常。' },
  { daysAgo: 17, what: 'leaking', words: '表箱里有水', done: 'handled', answer: '接头渗水，已紧固。' },
  { daysAgo: 9, what: 'noise', words: '', done: 'not-ours', answer: '是旁边的配电柜，已转告。' },
  { daysAgo: 5, what: 'seal', words: '铅封断了一根', done: 'taken', answer: '' },
  { daysAgo: 1, what: 'damaged', words: '玻璃裂了', done: 'reported', answer: '' },
] as const;

/**
 * Faults reported by scanning the labels of meters, over the last weeks, and how they were seen to.
 * @param meters ids of meters that bear a label
 */
export async function reportFaults(kernel: Kernel, meters: readonly string[], until: string): Promise<void> {
  const clerk = as('钱晓燕');
  // As the public door asks: whoever scans has no account.
  const door = jobActorAtRoots('扫码报修', kernel.registers.organisation(''));
  const { things } = (await runRead(kernel, 'kernel.label-sheet', { kind: 'energy.meter' }, clerk)) as {
    readonly things: readonly { readonly id: string; readonly token: string | null }[];
  };
  const tokenOf = new Map(things.map(({ id, token }) => [id, token]));
  for (const [n, { daysAgo, what, words, done, answer }] of told.entries()) {
    const at = (hours: number) =>
      atTime(kernel, new Date(Date.parse(`${until}T08:20:00+08:00`) - (daysAgo * 24 - hours) * 3_600_000));
    const tracking = createHash('sha256').update(`demo ${n}`).digest('hex');
    const token = tokenOf.get(meters[n]!);
    const said = await does(at(0), door, 'kernel.report-fault', { token, what, words, tracking, reporter: null });
    const { report } = said.result as { report: string };
    if (done === 'reported') continue;
    await does(at(3), clerk, 'kernel.take-fault-report', { report });
    if (done === 'taken') continue;
    if (done === 'not-ours')
      await does(at(5), clerk, 'kernel.disown-fault-report', { report, whose: '物业服务中心', answer });
    else await does(at(7), clerk, 'kernel.handle-fault-report', { report, answer });
    if (done === 'confirmed') await does(at(30), door, 'kernel.confirm-fault-fixed', { report });
  }
}
