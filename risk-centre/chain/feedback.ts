import { inScope, list, read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { outcomes } from '../contract.ts';
import { llrOfPrecision } from '../methods/evidence-to-probability.ts';
import { reasonsFor, unsaid } from '../findings/dismissal-reasons.ts';
import { measuredPrecision } from '../findings/weigh-signals.ts';
import { ownSettings } from '../register/kit-settings.ts';
import { countOutcomes, tunedSettings } from '../register/kit-store.ts';
import { countsFor, fewestToWeigh } from '../register/measured-kits.ts';
import { outcomeWords, unitKindWords } from '../words.ts';
import { chainReaders } from './collect-reads.ts';
import { ofTrial } from './of-trial.ts';

/** 核实结论: the rows that precision is counted from, one for each kit that spoke in a finding. */
export const verdicts = list('risk-centre.verdicts', {
  title: { zh: '核实结论', en: 'Verdicts' },
  view: 'risk_centre_read.verdict_v1',
  who: chainReaders,
  order: '-decided_at',
  only: ofTrial,
  columns: {
    number: { title: { zh: '编号', en: 'Number' }, kind: 'text', filter: true, always: true },
    finding_id: { title: { zh: '异常', en: 'Finding' }, kind: 'id', hidden: true, always: true },
    kit: { title: { zh: '规则', en: 'Kit' }, kind: 'text', filter: true, always: true },
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
    unit_name: { title: { zh: '单位名称', en: 'Unit name' }, kind: 'text', hidden: true },
    unit_kind: {
      title: { zh: '单位类别', en: 'Kind of unit' },
      kind: 'choice',
      filter: true,
      hidden: true,
      choices: unitKindWords,
    },
    setting: { title: { zh: '所用参数', en: 'Settings' }, kind: 'text', filter: true, hidden: true },
    subject_name: { title: { zh: '对象', en: 'Subject' }, kind: 'text', filter: true },
    outcome: {
      title: { zh: '结论', en: 'Outcome' },
      kind: 'choice',
      filter: true,
      always: true,
      choices: Object.fromEntries(outcomes.map((key) => [key, outcomeWords[key]])),
    },
    cause: { title: { zh: '原因', en: 'Reason' }, kind: 'text', filter: true },
    outcome_reason: { title: { zh: '理由', en: 'In words' }, kind: 'text' },
    decided_at: { title: { zh: '认定时间', en: 'Decided' }, kind: 'instant', sort: true, filter: true },
  },
});

const words = z.strictObject({ zh: z.string(), en: z.string() });
const settings = z.record(z.string(), z.number());

/** 反馈: what verdicts did to each kit: its precision, the weight that follows from it, why it was wrong, and what people set otherwise. */
export const feedback = read('risk-centre.feedback', {
  title: { zh: '反馈', en: 'Fed back' },
  query: z.strictObject({}),
  answer: z.strictObject({
    fewest: z.number(),
    kits: z.array(
      z.strictObject({
        id: z.string(),
        title: words,
        verdicts: z.number(),
        /** Natural log odds that the kit adds by its own account, and by its measured precision once there are enough verdicts. */
        ownWeight: z.number().nullable(),
        measuredWeight: z.number().nullable(),
        settings,
        own: settings,
        since: z.iso.datetime().nullable(),
        reasons: z.array(z.strictObject({ code: z.string(), title: words, n: z.number() })),
      }),
    ),
  }),
  who: chainReaders,
  async fetch(tx, _query, context) {
    const scope = sql`${inScope(context, chainReaders)} and ${ofTrial(context)}`;
    const counted = await countOutcomes(tx, scope);
    const causes = await tx.rows<{ kit: string; cause: string | null; n: number }>(sql`
      select kit, cause, count(*)::int as n from risk_centre_read.verdict_v1
       where outcome in ('explained', 'data-problem', 'not-verifiable') and ${scope} group by kit, cause order by 3 desc`);
    const tuned = await tunedSettings(tx);
    const since = new Map(
      (await tx.rows<{ kit: string; since: Date }>(sql`select kit, since from risk_centre.kit_setting`)).map(
        (each) => [each.kit, each.since.toISOString()] as const,
      ),
    );
    const fewest = fewestToWeigh(context);
    return {
      fewest,
      kits: [...context.kits.values()].map(({ kit }) => {
        const found = measuredPrecision(countsFor(kit.id, counted), fewest);
        const own = ownSettings(kit);
        const reasons = reasonsFor([kit]);
        return {
          id: kit.id,
          title: kit.title,
          verdicts: counted.filter((each) => each.kit === kit.id).reduce((sum, { n }) => sum + n, 0),
          ownWeight: own['llr'] ?? null,
          measuredWeight: found.status === 'ok' ? llrOfPrecision(found.mean, kit.prior) : null,
          settings: { ...own, ...tuned.get(kit.id) },
          own,
          since: since.get(kit.id) ?? null,
          reasons: causes
            .filter((each) => each.kit === kit.id)
            .map(({ cause, n }) => ({
              code: cause ?? unsaid.code,
              title: reasons.find(({ code }) => code === cause)?.title ?? unsaid.title,
              n,
            })),
        };
      }),
    };
  },
});
