import { newId } from '@opengoa/kernel';
import type { Town } from '../town.ts';
import { behindTheWalls, type Place } from './places.ts';

/** Rules as they are mined and signed, each with a finding of the place that met it. */
export async function rulesOf(
  town: Town,
  { word }: Place,
  { kit, finding }: { readonly kit: string; readonly finding: string },
): Promise<{ drafted: string; tried: string; signed: string }> {
  const evidence = { cases: 9, wereTrue: 8, expected: null, lift: 4, liftLower: 3, liftUpper: 5, adjustedP: 0.01 };
  const made = async (state: 'draft' | 'live'): Promise<string> => {
    const rule = newId();
    await behindTheWalls(town, async (client) => {
      await client.query(
        `insert into risk_centre.mined_rule (node_id, id, unit_id, way, key, conditions, told, evidence, found_until, state, drafted_at)
         select node_id, $1, unit_id, 'verdicts', $3, $4, $5, $6, '2026-01-01', $7, now() from risk_centre.finding where id = $2`,
        [
          rule,
          finding,
          `${word} ${rule}`,
          JSON.stringify([{ feature: 'kit', is: 'equal', value: kit }]),
          { zh: `${word}规律`, en: `${word} rule` },
          { ...evidence, share: null, tried: 9, tested: 3 },
          state,
        ],
      );
      await client.query(
        `insert into risk_centre.rule_mark (node_id, id, unit_id, rule_id, finding_id, kind, told, at)
         select node_id, $1, unit_id, $2, id, 'shadow', $4, now() from risk_centre.finding where id = $3`,
        [newId(), rule, finding, { zh: `${word}规律`, en: `${word} rule` }],
      );
    });
    return rule;
  };
  return { drafted: await made('draft'), tried: await made('draft'), signed: await made('live') };
}
