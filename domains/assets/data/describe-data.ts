import { type Id, refuse, saves, searchPieces, sql, verb } from '@opengoa/kernel';
import { assetFacet, cardOf, cardRefusal } from '../cards/card.ts';
import { lockCard } from '../cards/card-store.ts';
import { DataDescribed, DescribeData } from './contract.ts';

/** GB/T 14885: intangible assets, among them data. */
const intangible = 'A08';

/** 登记数据资产: who answers for data, where it comes from and who may share it, beside the card that holds its value. Said again, the last word counts. */
export const describeData = verb('assets.describe-data', {
  title: { zh: '登记数据资产', en: 'Describe data' },
  input: DescribeData,
  who: ['assets-clerk'],
  on: 'assets.card',
  facts: [DataDescribed],
  refusals: ['card-by-facet', 'card-on-the-way', 'not-now', 'not-data', 'no-steward', 'say-condition'],
  load: (tx, { card }) => lockCard(tx, card),
  at: ({ unit }) => ({ unit }),
  decide(card, { card: _card, ...body }) {
    const closed = cardRefusal(card, 'assets.change-card');
    if (closed) return closed;
    if (!card.class.startsWith(intangible)) return refuse('not-data', { number: card.number }, { status: 409 });
    if (body.department === null && body.steward === null) return refuse('no-steward');
    if (body.sharing !== 'open' && body.condition === '') return refuse('say-condition');
    return [DataDescribed.of({ object: cardOf(card), unit: card.unit, body, facets: assetFacet(card.id, card.state) })];
  },
});

export const dataSaves = [
  saves(DataDescribed, async (tx, { object, unit, body }, { today }) => {
    const { name, number } = await tx.one<{ name: string; number: string; id: Id }>(
      sql`select id, name, number from assets.card where id = ${object.id}`,
    );
    await tx.run(sql`
      insert into assets.data_asset (id, unit_id, department_id, steward_id, system, subject, level, sharing, condition, renewed, records, certificate,
                                     described_on, search)
      values (${object.id}, ${unit}, ${body.department}, ${body.steward}, ${body.system}, ${body.subject}, ${body.level}, ${body.sharing},
              ${body.condition}, ${body.renewed}, ${body.records}, ${body.certificate}, ${today}, ${searchPieces(name, number, body.system, body.subject)})
      on conflict (node_id, id) do update
         set unit_id = excluded.unit_id, department_id = excluded.department_id, steward_id = excluded.steward_id, system = excluded.system,
             subject = excluded.subject, level = excluded.level, sharing = excluded.sharing, condition = excluded.condition, renewed = excluded.renewed,
             records = excluded.records, certificate = excluded.certificate, described_on = excluded.described_on, search = excluded.search,
             version = data_asset.version + 1`);
  }),
];
