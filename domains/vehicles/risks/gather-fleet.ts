import { empty, type RiskSource, sql } from '@opengoa/kernel';
import { addDays, dayOf } from '@opengoa/kernel/calendar';
import type { HolidayUseInputs } from './holiday-use/risk.ts';
import type { RefuelOverTankInputs } from './refuel-over-tank/risk.ts';
import { enteredBefore, fillsAsKnown } from './entered-before.ts';
import { dutiesAsKnown, vehiclesAsKnown } from './fleet-as-known.ts';
import { afterFill, afterRepair, vehicleAfterReturn, vehicleDays } from './looks-again.ts';
import { repairsAsKnown } from './repairs-as-known.ts';
import type { RepairSplitInputs } from './repair-split/risk.ts';
import { tripsAsKnown } from './trips-as-known.ts';

interface FillRow {
  readonly id: string;
  readonly unit: string;
  readonly vehicle: string;
  readonly plate: string;
  readonly tank: number | null;
  readonly battery: number | null;
  readonly at: Date;
  readonly litres: number | null;
  readonly kwh: number | null;
  readonly costFen: number;
  readonly card: string;
  readonly cardOf: string | null;
  readonly beforeId: string | null;
  readonly beforeAt: Date | null;
  readonly beforeLitres: number | null;
}

/** Every fill and charge of the period, with the fill before it and whose card it was. */
export const refuelOverTank: RiskSource = {
  kit: 'refuel-over-tank',
  looksAgain: afterFill,
  asKnown: fillsAsKnown,
  async gather(tx, [from, to], _context, only, knownBefore) {
    const rows = await tx.rows<FillRow>(sql`
      select f.id, f.unit_id as unit, f.vehicle_id as vehicle, f.plate, v.tank_litres as tank, v.battery_kwh as battery, f.filled_at as at, f.litres,
             f.electricity_kwh as kwh, f.cost_fen as "costFen", f.card, c.plate as "cardOf", b.id as "beforeId", b.filled_at as "beforeAt", b.litres as "beforeLitres"
        from vehicles.fuel f join vehicles.vehicle v on (v.node_id, v.id) = (f.node_id, f.vehicle_id)
        left join vehicles_read.card_v1 c on c.node_id = f.node_id and c.card = f.card
        left join lateral (
          select p.id, p.filled_at, p.litres from vehicles.fuel p
           where (p.node_id, p.vehicle_id) = (f.node_id, f.vehicle_id) and (p.filled_at, p.id) < (f.filled_at, f.id) and p.litres is not null
             and ${enteredBefore(sql`p.recorded_at`, knownBefore)}
           order by p.filled_at desc, p.id desc limit 1) b on true
       where f.filled_at >= ${from}::date and f.filled_at < ${to}::date and ${enteredBefore(sql`f.recorded_at`, knownBefore)}
         ${only ? sql`and f.vehicle_id = any (${only}::uuid[])` : empty}
       order by f.filled_at, f.id limit 50000`);
    return rows.map((row) => ({
      subject: { kind: 'vehicles.vehicle', id: row.vehicle, name: row.plate },
      unit: row.unit,
      period: [from, to] as const,
      opens: `/vehicles/fleet/${row.vehicle}?tab=fuel`,
      inputs: {
        vehicle: { plate: row.plate, tankLitres: row.tank, batteryKwh: row.battery, approvedCanLitres: 0 },
        fill: {
          id: row.id,
          at: row.at.toISOString(),
          litres: row.litres,
          electricityKwh: row.kwh,
          costFen: row.costFen,
          card: row.card,
        },
        before:
          row.beforeId !== null && row.beforeAt !== null && row.beforeLitres !== null
            ? { id: row.beforeId, at: row.beforeAt.toISOString(), litres: row.beforeLitres }
            : null,
        cardOf: row.cardOf,
      } satisfies RefuelOverTankInputs,
    }));
  },
};

interface TripRow {
  readonly id: string;
  readonly number: string;
  readonly vehicle: string;
  readonly plate: string;
  readonly unit: string;
  readonly category: string;
  readonly left: Date;
  readonly km: number;
  readonly onDuty: boolean;
}

/** Each vehicle's trips of the period beside those of its category. A duty: said at dispatch, an emergency, or the driver's on the roster. */
export const holidayUse: RiskSource = {
  kit: 'holiday-use',
  looksAgain: vehicleAfterReturn,
  asKnown: {
    zh: '出车、返回、补录与撤销、值班、车辆类别和所属单位都只读当日以前登记的，此后撤销的仍按当日读取；节假日安排按现在的读取。',
    en: 'Trips, returns, trips booked and struck, duties, and the unit and category of vehicles: what was entered before that day, what was struck since with it; the calendar is read as it stands today.',
  },
  async gather(tx, [from, to], { calendar, standards, organisation }, only, knownBefore) {
    const rows = await tx.rows<TripRow>(sql`
      select t.id, t.number, v.id as vehicle, v.plate, v.unit_id as unit, v.category, t.departed_at as left, coalesce(t.driven_km, 0) as km,
             (t.duty is not null or t.use = 'emergency' or exists (
               select 1 from ${dutiesAsKnown(knownBefore)} d where (d.node_id, d.driver_id) = (t.node_id, t.driver_id) and d.kind = 'duty'
                  and d.starts_at <= t.departed_at and d.ends_at >= t.departed_at)) as "onDuty"
        from ${tripsAsKnown(knownBefore)} t join ${vehiclesAsKnown(knownBefore)} v on (v.node_id, v.id) = (t.node_id, t.vehicle_id)
       where t.departed_at >= ${from}::date and t.departed_at < ${to}::date and t.rides_with is null
       order by t.departed_at, t.id limit 100000`);
    const kinds = new Map<string, HolidayUseInputs['trips'][number]['kind']>();
    const kindOf = (day: string) => {
      const kind = kinds.get(day) ?? calendar.kindOf(day).kind;
      kinds.set(day, kind);
      return kind;
    };
    const trips = rows.map((row) => ({ ...row, day: dayOf(row.left), kind: kindOf(dayOf(row.left)) }));
    const isOff = ({ kind }: { kind: string }) => kind === 'holiday' || kind === 'weekend';
    const byCategory = Map.groupBy(
      trips.filter(({ onDuty }) => !onDuty),
      ({ category }) => category,
    );
    // Held against the trips of all the others, whomever it is asked about.
    const asked = trips.filter(({ vehicle }) => !only || only.includes(vehicle));
    return [...Map.groupBy(asked, ({ vehicle }) => vehicle).values()].map((own) => {
      const { vehicle, plate, unit, category } = own[0]!;
      const rule = standards.valueOn('vehicles.use-rules', from, organisation.place(unit), { item: 'holiday-sealing' });
      const others = (byCategory.get(category) ?? []).filter((trip) => trip.vehicle !== vehicle);
      return {
        subject: { kind: 'vehicles.vehicle', id: vehicle, name: plate },
        unit,
        period: [from, to] as const,
        opens: `/vehicles/fleet/${vehicle}?tab=trips`,
        about: vehicleDays(
          vehicle,
          own.filter((trip) => !trip.onDuty && isOff(trip)).map(({ day }) => day),
        ),
        inputs: {
          notSealed: category === 'emergency-support' || !rule.found || rule.value !== true,
          trips: own.map(({ id, number, day, km, kind, onDuty }) => ({ id, number, day, km, kind, onDuty })),
          others: { trips: others.length, onDaysOff: others.filter(isOff).length },
          costFenPerKm: null,
        } satisfies HolidayUseInputs,
      };
    });
  },
};

interface RepairRow {
  readonly id: string;
  readonly vehicle: string;
  readonly plate: string;
  readonly unit: string;
  readonly at: Date;
  readonly garage: string;
  readonly amountFen: number;
}

/** Repairs are looked at together with those of so many days before the period, so that a split over its edge is seen. */
const daysBefore = 90;

/** Each vehicle repaired in the period, with its repairs of the period and of the time before it. */
export const repairSplit: RiskSource = {
  kit: 'repair-split',
  looksAgain: afterRepair,
  asKnown: {
    zh: '维修单只读当日以前登记的，状态、报价、付款金额都按当日以前登记的；此后取消、拒绝或撤销的仍按当日读取。',
    en: 'Repairs entered before that day, with the state, quotation and sum that had been entered by then; those cancelled, refused or struck since stand as they did.',
  },
  async gather(tx, [from, to], _context, only, knownBefore) {
    const rows = await tx.rows<RepairRow>(sql`
      select id, vehicle_id as vehicle, plate, unit_id as unit, ordered_at as at, garage, coalesce(amount_fen, quote_fen) as "amountFen"
        from ${repairsAsKnown(knownBefore)}
       where state not in ('refused', 'cancelled') and coalesce(amount_fen, quote_fen) is not null
         and ordered_at >= ${addDays(from, -daysBefore)}::date and ordered_at < ${to}::date
         ${only ? sql`and vehicle_id in (select r.vehicle_id from vehicles.repair r where r.id = any (${only}::uuid[]))` : empty}
       order by ordered_at, id limit 50000`);
    return [...Map.groupBy(rows, ({ vehicle }) => vehicle).values()]
      .filter((own) => own.some(({ at }) => dayOf(at) >= from))
      .map((own) => ({
        subject: { kind: 'vehicles.vehicle', id: own[0]!.vehicle, name: own[0]!.plate },
        unit: own[0]!.unit,
        period: [from, to] as const,
        opens: `/vehicles/fleet/${own[0]!.vehicle}?tab=repairs`,
        inputs: {
          repairs: own.map(({ id, at, garage, amountFen }) => ({ id, day: dayOf(at), garage, amountFen })),
        } satisfies RepairSplitInputs,
      }));
  },
};
