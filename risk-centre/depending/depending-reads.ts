import { inScope, list, read, sql, type Context, type Id } from '@opengoa/kernel';
import { z } from 'zod';
import { chainReaders } from '../chain/collect-reads.ts';
import { fixFirst } from '../methods/dependency/fix-first.ts';
import { partKinds } from './contract.ts';
import { graphOf, takenBy, type Graph } from './graph.ts';
import { houseRows } from './house-parts.ts';
import { needSourceWords, partKindWords } from './words.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const named = z.strictObject({ id: z.uuid(), name: z.string() });
const kind = z.enum(partKinds);

const mostShown = 200;
const mostChoices = 500;

const repairHoursOf = ({ standards, today }: Pick<Context, 'standards' | 'today'>) =>
  standards.numberOn('risk-centre.depending', today, [], { item: 'repair-hours' });

/** 牵连与抢修次序: what goes down with a part, which single part takes most with it, and what to mend first of what is down now. */
export const depending = read('risk-centre.depending', {
  title: { zh: '牵连与抢修次序', en: 'What else goes down' },
  query: z.strictObject({
    part: z.uuid().optional(),
    /** Parts taken to be down beside those that are reported: ids with commas between them. */
    down: z
      .string()
      .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,11}$/)
      .optional(),
  }),
  answer: z.strictObject({
    /** Dependencies entered that stand today; without any only the ledgers speak. */
    needs: z.number(),
    /** By recorded loss; otherwise every part counts as one. */
    weighed: z.boolean(),
    /** Hours of a repair where none are recorded. */
    usualHours: z.number(),
    choices: z.array(z.strictObject({ id: z.uuid(), name: z.string(), kind })),
    chosen: z
      .strictObject({
        id: z.uuid(),
        name: z.string(),
        kind,
        unit: z.uuid(),
        source: words.nullable(),
        hourLossFen: z.number().nullable(),
        down: z.array(
          z.strictObject({
            id: z.uuid(),
            name: z.string(),
            kind,
            unit: z.uuid(),
            wave: z.number(),
            want: z.array(named),
            source: words.nullable(),
          }),
        ),
        inAll: z.number(),
      })
      .nullable(),
    weak: z.array(
      z.strictObject({
        id: z.uuid(),
        name: z.string(),
        kind,
        takes: z.number(),
        first: z.array(z.string()),
        /** Of one outage until it is mended, where losses are recorded. */
        outageFen: z.number().nullable(),
        hours: z.number(),
        assumed: z.boolean(),
      }),
    ),
    downNow: z.array(z.strictObject({ part: z.uuid(), name: z.string(), why: words, opens: z.string() })),
    fix: z
      .strictObject({
        steps: z.array(
          z.strictObject({
            id: z.uuid(),
            name: z.string(),
            doneAfterHours: z.number(),
            comesBack: z.array(z.string()),
            assumed: z.boolean(),
          }),
        ),
        /** Parts that the asker supposes to be down. */
        supposed: z.array(z.uuid()),
        lossFen: z.number().nullable(),
        proven: z.boolean(),
      })
      .nullable(),
  }),
  who: chainReaders,
  async fetch(tx, { part = null, down: supposed }, context) {
    const graph = await graphOf(tx, context.today, inScope(context, chainReaders), part);
    const { told, parts, weighed, needs, down } = graph;
    const usualHours = repairHoursOf(context);
    const assumedDown = (supposed?.split(',') ?? []).filter((id) => told.has(id));
    const failed = [...new Set([...down.map((each) => each.part), ...assumedDown])];
    const hoursOf = (id: Id) => told.get(id)!.repairHours ?? usualHours;
    const order =
      failed.length > 0
        ? fixFirst(
            parts,
            failed.map((id) => ({ id, repairHours: hoursOf(id) })),
          )
        : null;
    const nameOf = (id: Id) => told.get(id)!.name;
    const assumed = (id: Id) => told.get(id)!.repairHours === null;
    return {
      needs,
      weighed,
      usualHours,
      choices: choicesOf(graph),
      chosen: part === null ? null : chosenOf(graph, part),
      weak: weakOf(graph, hoursOf, assumed),
      downNow: down.map(({ part: id, zh, en, opens }) => ({ part: id, name: nameOf(id), why: { zh, en }, opens })),
      fix: order && {
        steps: order.steps.map(({ id, doneAfterHours, comesBack }) => ({
          id,
          name: nameOf(id),
          doneAfterHours,
          comesBack: comesBack.filter((each) => each !== id).map(nameOf),
          assumed: assumed(id),
        })),
        supposed: assumedDown,
        lossFen: weighed ? order.lossFen : null,
        proven: order.proven,
      },
    };
  },
});

/** What an officer entered first, then what the ledgers know around it. */
const choicesOf = ({ told, entered }: Graph) =>
  [...told.values()]
    .toSorted((a, b) => Number(entered.has(b.id)) - Number(entered.has(a.id)) || a.name.localeCompare(b.name, 'zh-CN'))
    .slice(0, mostChoices)
    .map(({ id, name, kind: of }) => ({ id, name, kind: of }));

function chosenOf({ told, parts }: Graph, part: Id) {
  const it = told.get(part);
  if (!it) return null;
  const { down } = takenBy(parts, part);
  const others = down.filter(({ id }) => id !== part);
  return {
    id: it.id,
    name: it.name,
    kind: it.kind,
    unit: it.unit,
    source: it.source,
    hourLossFen: it.hourLossFen,
    down: others.slice(0, mostShown).map(({ id, wave, want }) => {
      const { name, kind: of, unit, source } = told.get(id)!;
      return {
        id,
        name,
        kind: of,
        unit,
        wave,
        want: want.map((each) => ({ id: each, name: told.get(each)!.name })),
        source,
      };
    }),
    inAll: others.length,
  };
}

/** Of what officers entered and of supplies: which single one takes most with it, by loss where losses are recorded. */
function weakOf({ told, parts, entered, weighed }: Graph, hoursOf: (id: Id) => number, assumed: (id: Id) => boolean) {
  return [...told.values()]
    .filter(({ id, kind: of }) => entered.has(id) || of === 'supply')
    .map(({ id, name, kind: of }) => {
      const { down, hourLossFen } = takenBy(parts, id);
      const takes = down.filter((each) => each.id !== id);
      return {
        id,
        name,
        kind: of,
        takes: takes.length,
        first: takes.slice(0, 3).map((each) => told.get(each.id)!.name),
        outageFen: weighed ? Math.round(hourLossFen * hoursOf(id)) : null,
        hours: hoursOf(id),
        assumed: assumed(id),
      };
    })
    .filter(({ takes }) => takes > 0)
    .toSorted((a, b) => (b.outageFen ?? 0) - (a.outageFen ?? 0) || b.takes - a.takes || (a.name < b.name ? -1 : 1))
    .slice(0, 20);
}

/** 部件名称: names that ledgers and officers know, as one types. */
export const partChoices = read('risk-centre.part-choices', {
  title: { zh: '部件名称', en: 'Names of parts' },
  query: z.strictObject({ q: z.string().max(100).optional() }),
  answer: z.strictObject({ choices: z.array(z.strictObject({ value: z.string(), label: words })) }),
  who: ['risk-officer'],
  async fetch(tx, { q = '' }, context) {
    const mine = inScope(context, ['risk-officer']);
    const like = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    const own = await tx.rows<{ name: string; kind: (typeof partKinds)[number] }>(
      sql`select distinct name, kind from risk_centre.part where name like ${like} and ${mine} order by 1 limit 20`,
    );
    const house = q === '' ? [] : await houseRows(tx, sql`part_name like ${like} and ${mine}`);
    const all = new Map([...own, ...house].map((each) => [each.name, each.kind]));
    return {
      choices: [...all].slice(0, 20).map(([value, of]) => ({
        value,
        label: { zh: `${value}（${partKindWords[of].zh}）`, en: `${value} (${partKindWords[of].en})` },
      })),
    };
  },
});

/** 依赖关系: what was entered or imported, ended ones too. */
export const dependencies = list('risk-centre.dependencies', {
  title: { zh: '依赖关系', en: 'Dependencies' },
  view: 'risk_centre_read.need_v1',
  who: chainReaders,
  order: '-since',
  sheet: 'risk-centre.dependency',
  columns: {
    part: { title: { zh: '部件', en: 'Part' }, kind: 'text', filter: true },
    part_id: { title: { zh: '部件编号', en: 'Part id' }, kind: 'id', hidden: true, always: true },
    kind: { title: { zh: '类别', en: 'Kind' }, kind: 'choice', filter: true, choices: partKindWords },
    said: { title: { zh: '依赖', en: 'Needs' }, kind: 'text', filter: true },
    at_least: { title: { zh: '至少几个（空为全部）', en: 'At least (empty: all)' }, kind: 'integer' },
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
    since: { title: { zh: '起始日期', en: 'Since' }, kind: 'day', filter: true, sort: true },
    until: { title: { zh: '终止日期', en: 'Until' }, kind: 'day', filter: true },
    standing: { title: { zh: '未终止', en: 'Standing' }, kind: 'yes-no', filter: true },
    source: { title: { zh: '来源', en: 'Source' }, kind: 'choice', filter: true, choices: needSourceWords },
    hour_loss_fen: { title: { zh: '停用每小时损失', en: 'Loss of an hour' }, kind: 'money-fen' },
    repair_hours: { title: { zh: '通常修复工时', en: 'Hours of a repair' }, kind: 'decimal' },
  },
  moves: (row) => ({
    verbs: row['standing'] === true ? ['risk-centre.end-dependency'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});
