import { words } from '@opengoa/kernel/words';
import { list, newId, read, Refused, refuse, inScope, saves, sql, verb } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { ExchangeSet, ExchangeSetMade, format, formatVersion, MakeExchangeSet } from './contract.ts';
import { partSources } from './parts.ts';
import { type PartName, partWords } from './words.zh.ts';

const mostDays = 366;
/** Rows of one part: a set is read by one program in one go. */
const mostRows = 20_000;
const who = ['fleet-clerk', 'leader'] as const;

/** 生成数据交换集: what another platform is given of the vehicles; who made it, of which days and why stays told. */
export const makeExchangeSet = verb('vehicles.make-exchange-set', {
  title: { zh: '生成数据交换集', en: 'Make an exchange set' },
  input: MakeExchangeSet,
  who,
  facts: [ExchangeSetMade],
  refusals: ['exchange-period'],
  result: z.strictObject({ set: z.uuid() }),
  load: async () => ({ id: newId() }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id }, { unit, from, to, why }, { today, now }) {
    if (to < from || to > today || addDays(from, mostDays) < to) return refuse('exchange-period', { days: mostDays });
    const closesAt = new Date(now.getTime() + 24 * 3_600_000).toISOString();
    return {
      facts: [
        ExchangeSetMade.of({
          object: { kind: 'vehicles.exchange-set', id },
          unit,
          body: { from, to, why, closesAt },
        }),
      ],
      result: { set: id },
    };
  },
});

export const exchangeSaves = [
  saves(ExchangeSetMade, (tx, { object, unit, body }, { actor, now }) =>
    tx.run(sql`
      insert into vehicles.exchange_set (id, unit_id, person_id, person_name, from_day, to_day, why, made_at, closes_at)
      values (${object.id}, ${unit}, ${actor.person}, ${actor.name}, ${body.from}, ${body.to}, ${body.why}, ${now}, ${body.closesAt})`),
  ),
];

interface MadeSet {
  readonly id: string;
  readonly unit: string;
  readonly person: string | null;
  readonly from: string;
  readonly to: string;
  readonly madeAt: Date;
  readonly closesAt: Date;
}

/** 数据交换集: one’s own, within a day of making it; of what one’s rights cover within the unit it was made for. */
export const exchangeSet = read('vehicles.exchange-set', {
  title: { zh: '数据交换集', en: 'An exchange set' },
  query: z.strictObject({ id: z.uuid() }),
  answer: ExchangeSet,
  who: ['self', ...who],
  refusals: ['exchange-set-over', 'exchange-set-too-large'],
  async fetch(tx, { id }, context): Promise<ExchangeSet> {
    const { actor, now, organisation } = context;
    const made = await tx.one<MadeSet>(sql`
      select id, unit_id as unit, person_id as person, from_day::text as "from", to_day::text as "to", made_at as "madeAt", closes_at as "closesAt"
        from vehicles_read.exchange_set_v1 where id = ${id} and person_id is not distinct from ${actor.person}`);
    if (made.closesAt <= now) throw new Refused(refuse('exchange-set-over', {}, { status: 409 }));
    const units = organisation.unitsBelow(made.unit);
    const parts: Partial<ExchangeSet['parts']> = {};
    for (const name of Object.keys(partWords) as PartName[]) {
      const source = name === 'units' ? null : partSources[name];
      const rows =
        name === 'units'
          ? organisation.units
              .filter((unit) => units.includes(unit.id))
              .map((unit) => ({ id: unit.id, code: unit.code ?? null, name: unit.name }))
          : source &&
            (await tx.rows<Record<string, string | number | boolean | null>>(sql`
              select unit_id as unit, ${source.columns} from ${source.from}
               where unit_id = any (${[...units]}::uuid[]) and ${inScope(context, who)}
                 and ${source.within?.(made.from, made.to) ?? sql`true`} and ${source.only ?? sql`true`} limit ${mostRows + 1}`));
      if (rows && rows.length > mostRows)
        throw new Refused(refuse('exchange-set-too-large', { part: partWords[name], most: mostRows }, { status: 422 }));
      parts[name] = { title: partWords[name], rows: rows && [...rows] };
    }
    return {
      format,
      version: formatVersion,
      fieldNames: 'ours',
      set: made.id,
      unit: made.unit,
      unitName: organisation.unit(made.unit)?.name ?? '',
      person: made.person,
      from: made.from,
      to: made.to,
      madeAt: made.madeAt.toISOString(),
      parts: parts as ExchangeSet['parts'],
    };
  },
  at: ({ unit, person }) => ({ unit, person }),
});

/** 数据交换记录. */
export const exchangeSets = list('vehicles.exchange-sets', {
  title: words('数据交换记录', 'Exchange sets'),
  view: 'vehicles_read.exchange_set_v1',
  who: [...who, 'audit-admin'],
  order: '-made_at',
  columns: {
    made_at: { title: words('生成时间', 'Made'), kind: 'instant', filter: true, sort: true },
    person_name: { title: words('生成人', 'By'), kind: 'text', filter: true },
    from_day: { title: words('起', 'From'), kind: 'day' },
    to_day: { title: words('止', 'To'), kind: 'day' },
    why: { title: words('事由', 'Why'), kind: 'text' },
    closes_at: { title: words('可下载至', 'Open until'), kind: 'instant' },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    person_id: { title: words('生成人', 'By'), kind: 'person', hidden: true },
  },
});
