import { words } from '@opengoa/kernel/words';
import { type Acts, type ActObject, field } from '@opengoa/web-kit/room';
import { today } from './today.ts';
import { homeReasons, settableStates } from '../words.zh.ts';

import { owedHelp, owedOf } from '../../leases/screens/owed.ts';

const optional = { required: false } as const;
const noRoom = ({ room }: Readonly<Record<string, unknown>>) => !room;
const home = ({ id, version }: ActObject) => ({ home: id, version });
const application = ({ id, version }: ActObject) => ({ application: id, version });
const stay = ({ id, version }: ActObject) => ({ stay: id, version });
/** From an answer or from a row of the list. */
const either = (object: ActObject, answer: string, row: string) => object[answer] ?? object[row];

export const housingActs: Acts = {
  'space.register-home': {
    title: words('登记住房', 'Register a home'),
    tone: 'primary',
    starts: 'space.homes',
    fields: [
      field('unit', '管理单位', 'Kept by', 'unit'),
      field('room', '台账中的房间', 'Room of the ledger', 'pick', {
        ...optional,
        list: 'space.rooms',
        label: ['building', 'number'],
        help: words('已登记为房间的选它，名称、坐落和面积不必再填', 'its name, place and area are taken from there'),
      }),
      field('name', '住房名称', 'Name', 'text', {
        maxLength: 100,
        when: noRoom,
        help: words('如：3栋2单元501', 'such as block 3, flat 501'),
      }),
      field('building', '台账中的房屋', 'Building of the ledger', 'pick', {
        ...optional,
        help: words('整栋在台账中的选它，坐落自动带出', 'its address is taken from there'),
        list: 'space.buildings',
        label: ['name'],
        when: noRoom,
      }),
      field('address', '坐落', 'Address', 'text', {
        maxLength: 200,
        when: (values) => noRoom(values) && !values['building'],
      }),
      field('areaM2', '面积', 'Area', 'number', { unitOfMeasure: '㎡', from: 0.01, when: noRoom }),
      field('rooms', '居室', 'Rooms', 'integer', { from: 1, initial: 1 }),
      field('rentFen', '月租金', 'Rent a month', 'money', { help: words('不收的填 0', '0 where nothing is paid') }),
      field('note', '备注', 'Note', 'text', { ...optional, maxLength: 300 }),
    ],
  },
  'space.change-home': {
    title: words('修改', 'Change'),
    input: home,
    fields: [
      field('name', '住房名称', 'Name', 'text', { maxLength: 100 }),
      field('address', '坐落', 'Address', 'text', { ...optional, maxLength: 200 }),
      field('areaM2', '面积', 'Area', 'number', { unitOfMeasure: '㎡', from: 0.01 }),
      field('rooms', '居室', 'Rooms', 'integer', { from: 1 }),
      field('rentFen', '月租金', 'Rent a month', 'money'),
      field('note', '备注', 'Note', 'text', { ...optional, maxLength: 300 }),
    ],
    initial: (it) => ({
      name: it['name'],
      address: it['address'],
      areaM2: either(it, 'areaM2', 'area_m2'),
      rooms: it['rooms'],
      rentFen: either(it, 'rentFen', 'rent_fen'),
      note: it['note'],
    }),
  },
  'space.set-home-state': {
    title: words('变更状态', 'Set its state'),
    input: home,
    fields: [
      field('state', '状态', 'State', 'choice', { choices: settableStates, initial: 'under-repair' }),
      field('why', '原因', 'Why', 'text', { maxLength: 300 }),
    ],
    initial: ({ state }) => ({ state: state === 'vacant' ? 'under-repair' : 'vacant' }),
  },
  'space.ask-for-home': {
    title: words('申请周转住房', 'Ask for a home'),
    tone: 'primary',
    starts: 'space.home-applications',
    about: words(
      '姓名、单位和职务自动带出，由所在单位负责人审批。',
      'Name, unit and post are filled in; whoever leads your unit approves.',
    ),
    fields: [
      field('reason', '原因', 'Reason', 'choice', { choices: homeReasons, initial: 'exchange' }),
      field('from', '希望自', 'Wanted from', 'day'),
      field('to', '至', 'To', 'day', { help: words('预计使用到哪天；到期可以续期', 'until when; it can be renewed') }),
      field('note', '说明', 'Note', 'text', {
        ...optional,
        maxLength: 300,
        help: words('选“其他”的必填', 'needed for another reason'),
      }),
    ],
    initial: () => ({ from: today() }),
    done: words('已提交，等待审批', 'Sent; it waits for approval'),
  },
  'space.approve-home-application': {
    title: words('同意', 'Approve'),
    tone: 'primary',
    key: 'a',
    input: application,
    fields: [
      field('opinion', '意见', 'Opinion', 'long-text', {
        ...optional,
        maxLength: 500,
        phrases: [words('同意', 'Agreed')],
      }),
    ],
  },
  'space.refuse-home-application': {
    title: words('不同意', 'Refuse'),
    input: application,
    fields: [field('opinion', '理由', 'Why', 'long-text', { maxLength: 500 })],
  },
  'space.withdraw-home-application': {
    title: words('撤回', 'Withdraw'),
    tone: 'danger',
    input: application,
    confirm: words('撤回后本申请即结束，可以另行申请。', 'This ends the application; you may ask again.'),
  },
  'space.assign-home': {
    title: words('安排住房', 'Assign a home'),
    tone: 'primary',
    input: application,
    fields: [
      field('home', '空置住房', 'Vacant home', 'pick', {
        list: 'space.homes',
        where: { 'f.state': 'vacant' },
        label: ['name', 'address'],
      }),
    ],
  },
  'space.decline-home-application': {
    title: words('不予安排', 'Decline'),
    tone: 'danger',
    input: application,
    fields: [
      field('opinion', '原因', 'Why', 'long-text', {
        maxLength: 500,
        phrases: [words('暂无合适房源', 'No fitting home at present')],
      }),
    ],
  },
  'space.free-home': {
    title: words('取消安排', 'Undo the assignment'),
    tone: 'danger',
    about: words('住房变回空置，申请回到待安排。', 'The home is vacant again, and the application waits for another.'),
    input: application,
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 300 })],
  },
  'space.move-in': {
    title: words('办理入住', 'Have them move in'),
    tone: 'primary',
    about: words('不收押金。', 'There is no deposit.'),
    input: application,
    fields: [
      field('from', '入住日期', 'From', 'day'),
      field('to', '使用期限至', 'Term ends', 'day'),
      field('rentFen', '月租金', 'Rent a month', 'money', { help: words('不收的填 0', '0 where nothing is paid') }),
      field('paper', '依据文件', 'By which paper', 'text', { ...optional, maxLength: 200 }),
    ],
    initial: (it) => ({
      from: today(),
      to: either(it, 'to', 'to_day'),
      rentFen: it['homeRentFen'],
    }),
  },
  'space.renew-stay': {
    title: words('续期', 'Renew'),
    input: stay,
    fields: [
      field('to', '延长至', 'New end', 'day'),
      field('paper', '批准文件', 'By which paper', 'text', {
        maxLength: 200,
        help: words('文件名称或文号，如会议纪要〔2026〕3号', 'its name or number'),
      }),
    ],
  },
  'space.move-out': {
    title: words('办理退出', 'Have them move out'),
    tone: 'primary',
    input: stay,
    fields: [
      field('day', '退出日期', 'Day', 'day', { initial: 'today' }),
      field('note', '交接情况', 'What was handed over', 'long-text', {
        maxLength: 500,
        phrases: [words('钥匙已交，设施完好，水电已结清', 'Keys returned, everything in order, bills settled')],
      }),
    ],
    initial: () => ({ day: today() }),
  },
  'space.record-home-rent': {
    title: words('登记租金', 'Record rent'),
    input: ({ id }) => ({ stay: id }),
    fields: [
      field('day', '日期', 'Day', 'day', { initial: 'today' }),
      field('amountFen', '金额', 'Amount', 'money', { help: owedHelp }),
      field('receipt', '票据号', 'Receipt', 'text', { maxLength: 60 }),
      field('note', '备注', 'Note', 'text', { ...optional, maxLength: 300 }),
    ],
    initial: owedOf,
  },
  'space.strike-home-rent': {
    title: words('冲销', 'Strike'),
    tone: 'danger',
    input: ({ id }) => ({ rent: id }),
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 300 })],
  },
};
