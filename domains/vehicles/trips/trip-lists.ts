import { words } from '@opengoa/kernel/words';
import { list } from '@opengoa/kernel';
import type { TripState } from '../contract.ts';
import { approvalsOfOld } from '../old-books/words.zh.ts';
import { tripStates, uses } from '../words.zh.ts';
import { offersFor } from './trip.ts';

/** 用车台账. */
export const trips = list('vehicles.trips', {
  title: words('用车申请', 'Trips'),
  view: 'vehicles_read.trip_v1',
  sheet: 'vehicles.trip',
  who: ['self', 'head', 'leader', 'dispatcher', 'fleet-clerk'],
  order: '-starts_at',
  search: 'search',
  opens: '/vehicles/trips/{id}',
  columns: {
    number: { title: words('单号', 'Number'), kind: 'text', always: true, filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', always: true, choices: tripStates, filter: true },
    starts_at: { title: words('出发', 'From'), kind: 'instant', filter: true, sort: true },
    ends_at: { title: words('返回', 'Until'), kind: 'instant', always: true },
    to_place: { title: words('目的地', 'To'), kind: 'text', always: true },
    purpose: { title: words('事由', 'Purpose'), kind: 'text', always: true },
    use: { title: words('用途', 'Use'), kind: 'choice', always: true, choices: uses, filter: true },
    people: { title: words('人数', 'People'), kind: 'integer', always: true, sum: true },
    unit_id: { title: words('用车单位', 'Unit'), kind: 'unit', filter: true },
    asker_name: { title: words('申请人', 'Asked by'), kind: 'text', always: true },
    cross_city: { title: words('出市', 'Beyond the city'), kind: 'yes-no', always: true, filter: true },
    plate: { title: words('车牌', 'Plate'), kind: 'text', filter: true },
    driver_name: { title: words('驾驶员', 'Driver'), kind: 'text', filter: true },
    distance_km: { title: words('计划里程', 'Planned'), kind: 'integer', unitOfMeasure: 'km', sum: true },
    driven_km: { title: words('实际里程', 'Driven'), kind: 'integer', unitOfMeasure: 'km', sum: true },
    cost_fen: { title: words('费用', 'Cost'), kind: 'money-fen', sum: true, sort: 'nullable' },
    stars: { title: words('评价', 'Stars'), kind: 'integer' },
    departed_at: { title: words('实际出车', 'Departed'), kind: 'instant', filter: true },
    returned_at: { title: words('实际返回', 'Returned'), kind: 'instant' },
    booked: { title: words('补录', 'Booked'), kind: 'yes-no', always: true, filter: true },
    approval: { title: words('审批情况', 'Approval'), kind: 'choice', choices: approvalsOfOld },
    from_place: { title: words('出发地', 'From place'), kind: 'text' },
    source: { title: words('补录来源', 'Source'), kind: 'text' },
    paper: { title: words('原单号', 'Old number'), kind: 'text', filter: true },
    vehicle_id: { title: words('车辆', 'Vehicle'), kind: 'id', filter: true, hidden: true },
    person_id: { title: words('申请人', 'Asked by'), kind: 'person', filter: true, hidden: true },
    driver_person_id: { title: words('驾驶员', 'Driver'), kind: 'person', hidden: true },
  },
  moves: (row) =>
    offersFor({
      id: row['id'] as string,
      unit: row['unit_id'] as string,
      state: row['state'] as TripState,
      asker: row['person_id'] as string | null,
      driverPerson: row['driver_person_id'] as string | null,
      stars: row['stars'] as number | null,
      booked: row['booked'] as boolean,
    }),
});

/** 我的出车: a driver's trips, newest need first, with the two buttons that matter. */
export const drives = list('vehicles.drives', {
  title: words('我的出车', 'My drives'),
  view: 'vehicles_read.drive_v1',
  who: ['self'],
  order: 'starts_at',
  columns: {
    number: { title: words('单号', 'Number'), kind: 'text', always: true },
    state: { title: words('状态', 'State'), kind: 'choice', always: true, choices: tripStates, filter: true },
    starts_at: { title: words('出发', 'From'), kind: 'instant', filter: true, sort: true },
    ends_at: { title: words('返回', 'Until'), kind: 'instant', always: true },
    from_place: { title: words('出发地', 'From'), kind: 'text', always: true },
    to_place: { title: words('目的地', 'To'), kind: 'text', always: true },
    people: { title: words('人数', 'People'), kind: 'integer', always: true },
    purpose: { title: words('事由', 'Purpose'), kind: 'text', always: true },
    note: { title: words('备注', 'Note'), kind: 'text' },
    asker_name: { title: words('联系人', 'Contact'), kind: 'text', always: true },
    plate: { title: words('车牌', 'Plate'), kind: 'text' },
    distance_km: { title: words('计划里程', 'Planned'), kind: 'integer', always: true, unitOfMeasure: 'km' },
    odometer_km: { title: words('里程表', 'Odometer'), kind: 'integer', unitOfMeasure: 'km' },
    departed_at: { title: words('出车', 'Departed'), kind: 'instant' },
    odometer_out_km: { title: words('出车里程', 'Odometer out'), kind: 'integer', unitOfMeasure: 'km' },
    driven_km: { title: words('实际里程', 'Driven'), kind: 'integer', unitOfMeasure: 'km', sum: true },
    person_id: { title: words('驾驶员', 'Driver'), kind: 'person', hidden: true },
  },
  moves: (row) =>
    offersFor({
      id: row['id'] as string,
      unit: row['unit_id'] as string,
      state: row['state'] as TripState,
      asker: null,
      driverPerson: row['person_id'] as string,
      stars: null,
      booked: false,
    }),
});
