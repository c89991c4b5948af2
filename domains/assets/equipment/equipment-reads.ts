import { list, read, sql, type Tx, type Context, type Id, words } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { allowanceOf, heldOf, itemsOf, limitOf } from './allowance.ts';
import { EquipmentAnswer, FairnessAnswer, Limit } from './contract.ts';
import { heldPieces } from './held-pieces.ts';
import { staffOf, staffOfMany } from './headcount-store.ts';
import { byItem, limitRows } from './limit-rows.ts';
import { equipmentItems, secrecies } from './words.zh.ts';

/**
 * 单位配置情况: every limit of one unit, what it has towards it, and what is beyond. Nobody named: the asker's own institution, or the first one the
 * asker's rights reach; who reads the ledger of a division alone sees no institution whole, and is told so by an answer without staff.
 */
export const unitEquipment = read('assets.unit-equipment', {
  title: { zh: '单位配置情况', en: 'What a unit may have and has' },
  query: z.strictObject({ unit: z.uuid().optional() }),
  answer: EquipmentAnswer,
  who: readers,
  async fetch(tx, { unit: asked }, context) {
    const unit = asked ? (context.organisation.institutionOf(asked)?.id ?? asked) : await firstInstitution(tx, context);
    if (unit === undefined) return { staff: null, rows: [], units: [] };
    const { units, counted: _counted, ...staff } = await staffOf(tx, unit, context);
    const pieces = await heldPieces(tx, units, unit, context);
    return { staff, rows: limitRows(staff, pieces, context), units: [...units] };
  },
  at: ({ staff }) => staff && { unit: staff.unit },
  moves: ({ staff }) => (staff ? { verbs: ['assets.set-headcount'], place: { unit: staff.unit } } : undefined),
});

async function firstInstitution(tx: Tx, context: Context): Promise<Id | undefined> {
  const { actor, organisation } = context;
  const own = actor.unit && organisation.institutionOf(actor.unit)?.id;
  const open = await institutionsInScope(tx, widest(context), context);
  return open.find((unit) => unit === own) ?? open[0];
}

/** 配置均衡: what units of a tree have for each head beside the standard. Units with few people are told, and nobody is named. */
export const fairness = read('assets.fairness', {
  title: { zh: '配置均衡', en: 'Holdings per head between units' },
  /** Without `root`: all that the asker looks at. */
  query: z.strictObject({ root: z.uuid().optional(), limit: Limit }),
  answer: FairnessAnswer,
  who: readers,
  async fetch(tx, { root: asked, limit }, context) {
    const { organisation, standards, today } = context;
    const root = asked ?? widest(context);

    const leastPeople = standards.numberOn('assets.equipment-fairness', today, organisation.place(root), {
      item: 'least-people',
    });
    const institutions = await institutionsInScope(tx, root, context);
    const staff = await staffOfMany(tx, institutions, context);
    const pieces = await heldPieces(
      tx,
      [...staff.values()].flatMap(({ units }) => units),
      root,
      context,
    );
    const ofUnit = Map.groupBy(pieces, ({ unit }) => unit);
    const counted = limitOf(limit);
    const all = [...staff.values()].filter(({ basis }) => basis > 0);
    const bars = all
      .filter(({ basis }) => basis >= leastPeople)
      .map(({ units, ...each }) => {
        const held = heldOf(counted, byItem(units.flatMap((unit) => ofUnit.get(unit) ?? [])));
        const { allowed } = allowanceOf(counted, each, standards, today, organisation.place(each.unit));
        return {
          unit: each.unit,
          unitName: each.unitName,
          people: each.basis,
          held,
          allowed,
          perHead: held / each.basis,
          allowedPerHead: allowed === null ? null : allowed / each.basis,
          ratio: allowed === null || allowed === 0 ? null : held / allowed,
          units: [...units],
        };
      })
      .toSorted((a, b) => b.perHead - a.perHead || a.unitName.localeCompare(b.unitName));
    return {
      root,
      limit,
      items: itemsOf(limit),
      leastPeople,
      bars,
      small: all
        .filter(({ basis }) => basis < leastPeople)
        .map(({ unit, unitName, basis }) => ({ unit, unitName, people: basis })),
      total: bars.reduce((sum, { held }) => sum + held, 0),
    };
  },
  at: ({ root }) => ({ unit: root }),
});

/** The unit with the most below it among those that the asker’s rights to ledgers stand at; the own one where there is none. */
function widest({ actor, organisation }: Pick<Context, 'actor' | 'organisation'>): Id {
  const below = (unit: Id) => organisation.unitsBelow(unit).length;
  const held = actor.grants
    .filter((grant) => grant.below && (readers as readonly string[]).includes(grant.role))
    .map(({ unit }) => unit)
    .toSorted((a, b) => below(b) - below(a) || a.localeCompare(b));
  return held[0] ?? actor.unit ?? '';
}

/** Institutions at and below a unit, as far as the asking rights reach. */
async function institutionsInScope(tx: Tx, root: Id, { organisation, today }: Context): Promise<Id[]> {
  const scope = await tx.rows<{ unit: Id }>(sql`select s.unit from kernel.scope_units() s (unit)`);
  const open = new Set(scope.map(({ unit }) => unit));
  return organisation.unitsBelow(root).filter((id) => {
    const unit = organisation.unit(id);
    return (
      unit !== undefined &&
      unit.kind === 'institution' &&
      open.has(id) &&
      (unit.validTo === null || unit.validTo > today)
    );
  });
}

/** 配置资产: cards that are an item of the standard, what stands behind the figures. */
export const equipmentCards = list('assets.equipment-cards', {
  title: words('配置资产明细', 'Cards of equipment'),
  view: 'assets_read.equipment_card_v1',
  who: readers,
  order: '-acquired_on',
  search: 'search',
  // The ledger of assets finds the same cards.
  soughtBy: [],
  opens: '/assets/cards/{id}',
  columns: {
    number: { title: words('资产编号', 'Number'), kind: 'text', filter: true },
    name: { title: words('名称', 'Name'), kind: 'text', filter: true },
    equipment: { title: words('品目', 'Item'), kind: 'choice', choices: equipmentItems, filter: true },
    model: { title: words('型号', 'Model'), kind: 'text' },
    quantity: { title: words('数量', 'Quantity'), kind: 'integer', sum: true },
    price_fen: { title: words('单价', 'Price of one'), kind: 'money-fen', sort: true, filter: true },
    value_fen: { title: words('价值', 'Value'), kind: 'money-fen', sum: true },
    acquired_on: { title: words('取得日期', 'Acquired'), kind: 'day', filter: true, sort: true },
    place: { title: words('存放地点', 'Place'), kind: 'text' },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
  },
});

/** 配置人数台账. */
export const headcounts = list('assets.headcounts', {
  title: words('配置人数', 'Headcounts'),
  view: 'assets_read.headcount_v1',
  who: readers,
  order: '-from_day',
  columns: {
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    from_day: { title: words('起始日期', 'From'), kind: 'day', filter: true, sort: true },
    establishment: { title: words('编制数', 'Establishment'), kind: 'integer' },
    actual: { title: words('实有人数', 'Actual'), kind: 'integer' },
    seniors: { title: words('司局级人数', 'Directors-general'), kind: 'integer' },
    offices: { title: words('办公室间数', 'Offices'), kind: 'integer' },
    secrecy: { title: words('涉密', 'Secrecy'), kind: 'choice', choices: secrecies, filter: true },
    paper: { title: words('依据', 'Paper'), kind: 'text' },
    set_name: { title: words('核定人', 'Set by'), kind: 'text' },
  },
});
