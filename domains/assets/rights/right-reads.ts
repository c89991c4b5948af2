import { type Id, list, read, sql, words } from '@opengoa/kernel';
import { z } from 'zod';
import { findCard } from '../cards/card-store.ts';
import { readers } from '../readers.ts';
import { CardRightsAnswer } from './contract.ts';
import { heirOf } from './right.ts';
import { rightKinds, rightStates, type RightKind } from './words.zh.ts';

interface Row {
  readonly id: Id;
  readonly kind: RightKind;
  readonly holder: string;
  readonly holderUnit: Id | null;
  readonly from: string;
  readonly to: string | null;
  readonly paper: string;
  readonly reason: string;
  readonly endPaper: string;
  readonly endReason: string;
  readonly madeName: string;
  readonly version: number;
}

/** 一项资产的权利: who owns it, to whom it is given, who disposes of it; where nothing is registered only the unit of the ledger is told. */
export const cardRights = read('assets.card-rights', {
  title: { zh: '资产的权利', en: 'Rights in an asset' },
  query: z.strictObject({ card: z.uuid() }),
  answer: CardRightsAnswer,
  who: [...readers, 'self'],
  async fetch(tx, { card: id }, context) {
    const { unit, user } = await findCard(tx, id);
    const rows = await tx.rows<Row>(sql`
      select id, kind, holder, holder_unit_id as "holderUnit", from_day::text as "from", to_day::text as "to", paper, reason, end_paper as "endPaper",
             end_reason as "endReason", made_name as "madeName", version
        from assets.right_ where card_id = ${id} order by from_day desc, made_at desc, id desc limit 200`);
    const nameOf = (of: Id) => context.organisation.unit(of)?.name ?? '';
    const entries = rows.map((row) => {
      const heir = row.holderUnit === null ? null : heirOf(row.holderUnit, context);
      return { row: { ...row, heir: heir === null || heir === row.holderUnit ? null : nameOf(heir) }, heir };
    });
    return {
      card: id,
      unit,
      user,
      unitName: nameOf(unit),
      rights: (Object.keys(rightKinds) as RightKind[]).map((kind) => {
        const standing = entries.find(({ row }) => row.kind === kind && row.to === null);
        return { kind, entry: standing?.row ?? null, elsewhere: standing !== undefined && standing.heir !== unit };
      }),
      history: entries.map(({ row }) => row),
    };
  },
  at: ({ unit, user }) => ({ unit, person: user }),
});

/** 资产权利: every entry, with its days and papers. */
export const rightList = list('assets.rights', {
  title: words('资产权利登记', 'Rights in assets'),
  view: 'assets_read.right_v1',
  who: readers,
  order: '-from_day',
  search: 'search',
  opens: '/assets/cards/{card_id}?tab=rights',
  columns: {
    number: { title: words('资产编号', 'Number'), kind: 'text', filter: true, always: true },
    name: { title: words('名称', 'Name'), kind: 'text', filter: true, always: true },
    kind: { title: words('权利', 'Right'), kind: 'choice', choices: rightKinds, filter: true, always: true },
    holder: { title: words('权利人', 'Holder'), kind: 'text', filter: true, always: true },
    heir_unit_id: { title: words('权利单位（合并后）', 'Unit that has it today'), kind: 'unit', filter: true },
    from_day: { title: words('自', 'From'), kind: 'day', filter: true, sort: true, always: true },
    to_day: { title: words('止', 'Ended on'), kind: 'day', filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: rightStates, filter: true, always: true },
    paper: { title: words('文号', 'Paper'), kind: 'text', filter: true, always: true },
    reason: { title: words('事由', 'Reason'), kind: 'text' },
    end_paper: { title: words('终止文号', 'Ended by'), kind: 'text' },
    end_reason: { title: words('终止事由', 'Why it ended'), kind: 'text' },
    class: { title: words('分类代码', 'Code'), kind: 'text', filter: true },
    unit_id: { title: words('台账单位', 'Ledger'), kind: 'unit', filter: true },
    made_name: { title: words('经办人', 'By'), kind: 'text' },
    holder_unit_id: { title: words('登记时的单位', 'Unit as registered'), kind: 'unit', hidden: true },
    card_id: { title: words('资产', 'Asset'), kind: 'id', filter: true, hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({
    verbs: row['state'] === 'standing' ? ['assets.end-right'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});
