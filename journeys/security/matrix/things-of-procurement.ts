import type { Town } from '../town.ts';
import { behindTheWalls, type Place, type Places } from './places.ts';
import { atEach, idsOf, local, type Things } from './things.ts';

const deadline = '2099-03-09T17:00:00+08:00';
const came = '2026-03-02T10:00:00+08:00';
/** Codes that no supplier has, with check digits that fit. */
const codes = ['91990100MA0000001G', '91990100MA0000002K'] as const;

const asked = (place: Place) => ({
  unit: place.unit,
  title: place.word,
  kind: 'repair',
  estimateFen: 2_000_000,
  method: 'open',
  rule: 'lowest',
  deadline,
});

interface Asked {
  readonly open: string;
  readonly sealed: string;
  readonly due: string;
  readonly opened: string;
  readonly unjudged: string;
  readonly judged: string;
  readonly valid: string;
}

/** At every place: an inquiry with a sealed quote, one whose deadline is over, one opened, one with its quote judged. */
export async function thingsOfProcurement(town: Town, places: Places): Promise<Things> {
  const things = await atEach(places, (place) => askedAt(town, place));
  const of = (which: keyof Asked, more: object) => (place: Place) => ({
    inquiry: things[place.relation][which],
    ...more,
  });
  const quote = (which: keyof Asked, more: object) => (place: Place) => ({
    quote: things[place.relation][which],
    ...more,
  });
  return {
    ids: idsOf(things),
    inputs: {
      'procurement.publish-inquiry': asked,
      'procurement.invite-supplier': of('open', { supplier: '供应商', code: codes[1] }),
      'procurement.enter-quote': of('open', {
        supplier: '供应商',
        code: codes[1],
        amountFen: 1_000,
        receivedAt: came,
      }),
      'procurement.strike-quote': quote('sealed', { why: '登记有误' }),
      'procurement.open-quotes': of('due', {}),
      'procurement.judge-quote': quote('unjudged', { valid: true }),
      'procurement.award-inquiry': (place) => ({
        inquiry: things[place.relation].judged,
        quote: things[place.relation].valid,
      }),
      'procurement.cancel-inquiry': of('open', { why: '不再需要' }),
      'procurement.inquiry': (place) => ({ id: things[place.relation].open }),
    },
  };
}

async function askedAt(town: Town, place: Place): Promise<Asked> {
  const clerk = local(town, place, 'clerk', place.locals.asker, '经办人');
  const publish = async () =>
    ((await clerk.does('procurement.publish-inquiry', asked(place))).result as { inquiry: string }).inquiry;
  const enter = async (inquiry: string) => {
    const quote = { inquiry, supplier: place.word, code: codes[0], amountFen: 1_900_000, receivedAt: came };
    return (await clerk.does('procurement.enter-quote', quote)).facts[0]!.id;
  };
  const [open, due, opened, judged] = [await publish(), await publish(), await publish(), await publish()];
  const sealed = await enter(open);
  await enter(due);
  const unjudged = await enter(opened);
  const valid = await enter(judged);
  await behindTheWalls(town, (client) =>
    client.query(`update procurement.inquiry set deadline = '2026-03-03T17:00:00+08:00' where id = any ($1)`, [
      [due, opened, judged],
    ]),
  );
  for (const inquiry of [opened, judged]) await clerk.does('procurement.open-quotes', { inquiry });
  await clerk.does('procurement.judge-quote', { quote: valid, valid: true });
  return { open, sealed, due, opened, unjudged, judged, valid };
}
