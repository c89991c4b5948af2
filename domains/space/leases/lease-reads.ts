import { type Context, type Id, inScope, list, read, sql, type Sql, type Tx, words } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { LeaseAnswer, type LeaseKind, type LeaseState, RentsDueAnswer } from './contract.ts';
import { owed } from './instalments.ts';
import { type Lease, offersFor } from './lease.ts';
import { findLease, leasesWhere, paidFor, roomsOfLease, vacantInRegion } from './lease-store.ts';
import { leaseKinds, leaseStates, rentPeriods } from './words.zh.ts';

/** 租借台账. */
export const leaseList = list('space.leases', {
  title: words('租借台账', 'Leases'),
  view: 'space_read.lease_v1',
  who: readers,
  order: '-from_day',
  search: 'search',
  opens: '/space/leases/{id}',
  columns: {
    party: { title: words('对方', 'Other party'), kind: 'text', filter: true, always: true },
    kind: { title: words('类型', 'Kind'), kind: 'choice', choices: leaseKinds, filter: true, always: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: leaseStates, filter: true, always: true },
    rooms: { title: words('房间', 'Rooms'), kind: 'text', always: true },
    premises: { title: words('租用房屋', 'Premises'), kind: 'text', always: true },
    area_m2: { title: words('面积', 'Area'), kind: 'decimal', unitOfMeasure: '㎡', sum: true, always: true },
    from_day: { title: words('自', 'From'), kind: 'day', filter: true, sort: true },
    to_day: { title: words('至', 'To'), kind: 'day', filter: true, sort: true },
    every: { title: words('租期', 'Paid'), kind: 'choice', choices: rentPeriods, always: true },
    rent_fen: { title: words('每期租金', 'Rent'), kind: 'money-fen', always: true },
    paid_fen: { title: words('已缴（付）', 'Paid'), kind: 'money-fen', sum: true, always: true },
    last_day: { title: words('最近一笔', 'Last paid'), kind: 'day' },
    paper: { title: words('批准文号', 'Paper'), kind: 'text', always: true },
    purpose: { title: words('用途', 'Purpose'), kind: 'text', always: true },
    decided_name: { title: words('审批人', 'Decided by'), kind: 'text' },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true, always: true },
  },
  moves: (row) =>
    offersFor({ unit: row['unit_id'] as string, state: row['state'] as LeaseState, kind: row['kind'] as LeaseKind }),
});

/** 租金收付: every entry. */
export const rentList = list('space.rents', {
  title: words('租金收付', 'Rents'),
  view: 'space_read.rent_v1',
  who: readers,
  order: '-day',
  columns: {
    day: { title: words('日期', 'Day'), kind: 'day', filter: true, sort: true },
    kind: { title: words('类型', 'Kind'), kind: 'choice', choices: leaseKinds, filter: true, always: true },
    party: { title: words('对方', 'Other party'), kind: 'text', filter: true, always: true },
    amount_fen: { title: words('金额', 'Amount'), kind: 'money-fen', sum: true, sort: true },
    receipt: { title: words('票据号', 'Receipt'), kind: 'text', filter: true, always: true },
    note: { title: words('备注', 'Note'), kind: 'text', always: true },
    entered_name: { title: words('经办', 'By'), kind: 'text', always: true },
    struck: { title: words('冲销原因', 'Struck'), kind: 'text' },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    building_id: { title: words('房屋编号', 'Building id'), kind: 'id', filter: true, hidden: true },
    lease_id: { title: words('租借编号', 'Lease id'), kind: 'id', filter: true, hidden: true, always: true },
  },
  moves: (row) => ({
    verbs: row['struck'] === null ? ['space.strike-rent'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});

/** Days after which rent of a unit is late. */
export const graceDays = (unit: Id, { standards, organisation, today }: Context): number =>
  standards.numberOn('space.leases', today, organisation.place(unit), { item: 'grace' });

/** 租借: its terms, what is owed period by period, and beside what is rented in one's own vacant rooms. */
export const oneLease = read('space.lease', {
  title: { zh: '租借', en: 'A lease' },
  query: z.strictObject({ id: z.uuid() }),
  answer: LeaseAnswer,
  who: readers,
  async fetch(tx, { id }, context) {
    const { askedBy: _askedBy, ...lease } = await findLease(tx, id);
    const paid = (await paidFor(tx, [id])).get(id) ?? 0;
    return {
      ...lease,
      unitName: context.organisation.unit(lease.unit)?.name ?? '',
      rooms: (await roomsOfLease(tx, id)).map(({ id: room, name, areaM2 }) => ({ id: room, name, areaM2 })),
      ...mutable(owed(dueTerms(lease), paid, context.today, graceDays(lease.unit, context))),
      vacantM2: lease.kind === 'rented-in' ? await vacantInRegion(tx, lease.unit, context) : null,
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: (lease) => offersFor(lease),
});

const mutable = ({ instalments, ...rest }: ReturnType<typeof owed>) => ({ ...rest, instalments: [...instalments] });
/** Nothing is owed for what is not yet, or never was, in force. */
const dueTerms = <Some extends Pick<Lease, 'state' | 'rentFen' | 'from' | 'to' | 'endedOn' | 'every'>>(
  lease: Some,
): Some => (lease.state === 'in-force' || lease.state === 'ended' ? lease : { ...lease, rentFen: 0 });

/** Leases with money owed and late, the largest first. @param reach where a read says itself how far its right goes */
export async function overdueLeases(tx: Tx, context: Context, reach: Sql = sql`true`) {
  const leases = await leasesWhere(tx, sql`state in ('in-force', 'ended') and rent_fen > 0 and ${reach}`);
  const paid = await paidFor(
    tx,
    leases.map(({ id }) => id),
  );
  return leases
    .map((lease) => ({ lease, ...owed(lease, paid.get(lease.id) ?? 0, context.today, graceDays(lease.unit, context)) }))
    .filter(({ overdueFen }) => overdueFen > 0)
    .toSorted((a, b) => b.overdueFen - a.overdueFen);
}

/** 应收应付未结: income not paid in and rent not paid, with the days they were due. */
export const rentsDue = read('space.rents-due', {
  title: { zh: '逾期租金', en: 'Rents overdue' },
  query: z.strictObject({}),
  answer: RentsDueAnswer,
  who: readers,
  async fetch(tx, _query, context) {
    const late = await overdueLeases(tx, context, inScope(context, readers));
    const rows: RentsDueAnswer['rows'] = [];
    for (const { lease, instalments: _instalments, ...rest } of late)
      rows.push({
        ...rest,
        id: lease.id,
        unit: lease.unit,
        unitName: context.organisation.unit(lease.unit)?.name ?? '',
        kind: lease.kind,
        party: lease.party,
        rooms:
          lease.kind === 'rented-in'
            ? lease.premises
            : (await roomsOfLease(tx, lease.id)).map(({ name }) => name).join('、'),
      });
    return { rows, overdueFen: rows.reduce((sum, { overdueFen }) => sum + overdueFen, 0) };
  },
});
