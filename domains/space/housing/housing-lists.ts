import { list, words } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import { applicationOffers } from './application.ts';
import type { ApplicationState, HomeState, StayState } from './contract.ts';
import { homeOffers } from './home.ts';
import { homeKeepers } from './housing-readers.ts';
import { stayOffers } from './stay.ts';
import { applicationStates, homeReasons, homeStates, stayStates } from './words.zh.ts';

const version = { title: words('版本', 'Version'), kind: 'integer', hidden: true, always: true } as const;
const person = { title: words('人员编号', 'Person'), kind: 'id', hidden: true, always: true } as const;

/** 周转住房: the homes; nobody is named. */
export const homeList = list('space.homes', {
  title: words('周转住房', 'Homes for staff'),
  view: 'space_read.home_v1',
  who: readers,
  order: 'name',
  sheet: 'space.home',
  search: 'search',
  opens: '/space/homes/{id}',
  columns: {
    name: { title: words('住房', 'Home'), kind: 'text', filter: true, sort: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: homeStates, filter: true, always: true },
    address: { title: words('坐落', 'Address'), kind: 'text', always: true },
    area_m2: { title: words('面积', 'Area'), kind: 'decimal', unitOfMeasure: '㎡', sum: true, sort: true },
    rooms: { title: words('居室', 'Rooms'), kind: 'integer', filter: true, always: true },
    rent_fen: { title: words('月租金', 'Rent a month'), kind: 'money-fen', always: true },
    building: { title: words('台账房屋', 'Building of the ledger'), kind: 'text' },
    room: { title: words('台账房间', 'Room of the ledger'), kind: 'text' },
    note: { title: words('备注', 'Note'), kind: 'text', always: true },
    unit_id: { title: words('管理单位', 'Kept by'), kind: 'unit', filter: true },
    building_id: { title: words('房屋编号', 'Building id'), kind: 'id', filter: true, hidden: true },
    version,
  },
  moves: (row) => homeOffers({ unit: row['unit_id'] as string, state: row['state'] as HomeState }),
});

/** 住房申请: those of the units one keeps homes for or answers for; everybody their own. */
export const homeApplicationList = list('space.home-applications', {
  title: words('住房申请', 'Applications for a home'),
  view: 'space_read.home_application_v1',
  who: ['self', ...homeKeepers],
  order: '-asked_at',
  opens: '/space/home-applications/{id}',
  sensitive: true,
  columns: {
    asker_name: { title: words('申请人', 'Asked by'), kind: 'text', filter: true, always: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    post: { title: words('职务', 'Post'), kind: 'text', always: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: applicationStates, filter: true, always: true },
    reason: { title: words('原因', 'Reason'), kind: 'choice', choices: homeReasons, filter: true, always: true },
    from_day: { title: words('希望自', 'Wanted from'), kind: 'day', filter: true, sort: true },
    to_day: { title: words('至', 'To'), kind: 'day', filter: true },
    home_name: { title: words('住房', 'Home'), kind: 'text' },
    asked_at: { title: words('申请时间', 'Asked at'), kind: 'instant', filter: true, sort: true },
    waiting: { title: words('等待中', 'Waiting'), kind: 'yes-no', filter: true, hidden: true, always: true },
    home_id: { title: words('住房编号', 'Home id'), kind: 'id', filter: true, hidden: true },
    person_id: person,
    version,
  },
  moves: (row) =>
    applicationOffers({
      id: row['id'] as string,
      unit: row['unit_id'] as string,
      asker: row['person_id'] as string,
      state: row['state'] as ApplicationState,
    }),
});

/** 入住: who lives in which home, and who did. */
export const stayList = list('space.stays', {
  title: words('入住登记', 'Stays'),
  view: 'space_read.stay_v1',
  who: ['self', ...homeKeepers],
  order: '-from_day',
  opens: '/space/stays/{id}',
  sensitive: true,
  columns: {
    home_name: { title: words('住房', 'Home'), kind: 'text', filter: true, always: true },
    person_name: { title: words('入住人', 'Who lives there'), kind: 'text', filter: true, always: true },
    person_unit_id: { title: words('工作单位', 'Serves at'), kind: 'unit', filter: true, always: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: stayStates, filter: true, always: true },
    from_day: { title: words('入住', 'From'), kind: 'day', filter: true, sort: true },
    to_day: { title: words('期满', 'Term ends'), kind: 'day', filter: true, sort: true },
    out_day: { title: words('退出', 'Moved out'), kind: 'day', filter: true },
    rent_fen: { title: words('月租金', 'Rent a month'), kind: 'money-fen', always: true },
    paid_fen: { title: words('已缴', 'Paid'), kind: 'money-fen', sum: true, always: true },
    unit_id: { title: words('管理单位', 'Kept by'), kind: 'unit', filter: true },
    home_id: { title: words('住房编号', 'Home id'), kind: 'id', filter: true, hidden: true, always: true },
    person_id: person,
    version,
  },
  moves: (row) =>
    stayOffers({
      unit: row['unit_id'] as string,
      person: row['person_id'] as string,
      rentFen: Number(row['rent_fen']),
      state: row['state'] as StayState,
    }),
});

/** 住房租金收缴: every entry. */
export const homeRentList = list('space.home-rents', {
  title: words('住房租金', 'Rents of homes'),
  view: 'space_read.home_rent_v1',
  who: ['self', ...homeKeepers],
  order: '-day',
  sensitive: true,
  columns: {
    day: { title: words('日期', 'Day'), kind: 'day', filter: true, sort: true },
    home_name: { title: words('住房', 'Home'), kind: 'text', filter: true, always: true },
    person_name: { title: words('缴款人', 'Paid by'), kind: 'text', filter: true, always: true },
    amount_fen: { title: words('金额', 'Amount'), kind: 'money-fen', sum: true, sort: true },
    receipt: { title: words('票据号', 'Receipt'), kind: 'text', filter: true, always: true },
    note: { title: words('备注', 'Note'), kind: 'text', always: true },
    entered_name: { title: words('经办', 'By'), kind: 'text', always: true },
    struck: { title: words('冲销原因', 'Struck'), kind: 'text' },
    unit_id: { title: words('管理单位', 'Kept by'), kind: 'unit', filter: true },
    stay_id: { title: words('入住编号', 'Stay id'), kind: 'id', filter: true, hidden: true, always: true },
    person_id: person,
  },
  moves: (row) => ({
    verbs: row['struck'] === null ? ['space.strike-home-rent'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});
