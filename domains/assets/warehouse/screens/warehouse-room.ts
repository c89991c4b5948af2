import { words } from '@opengoa/kernel/words';
import { type Acts, type ActObject, type DoorName, field, type RoomPage } from '@opengoa/web-kit/room';
import { bodyKinds, conditions, offerMays, offerReasons, reaches, storeKinds } from '../words.zh.ts';

const optional = { required: false } as const;
const page = (path: string, zh: string, en: string, needs: DoorName, load: RoomPage['load'], nav = true): RoomPage => ({
  path,
  title: words(zh, en),
  needs,
  ...(nav ? { nav } : {}),
  load,
});

export const warehousePages: readonly RoomPage[] = [
  page('/assets/shelf', '公物仓共享物品', 'On the shelf', 'assets.shelf', () => import('./shelf.tsx')),
  page('/assets/offers', '入仓台账', 'Offered things', 'assets.offers', () => import('./offer-list.tsx')),
  page('/assets/reservations', '预约', 'Reservations', 'assets.reservations', () => import('./reservation-list.tsx')),
  page('/assets/pool-loans', '公物仓借用', 'Loans', 'assets.pool-loans', () => import('./loan-list.tsx')),
  page('/assets/bodies', '活动和临时机构', 'Events and bodies', 'assets.bodies', () => import('./body-list.tsx')),
  page('/assets/stores', '公物仓设置', 'Stores', 'assets.stores', () => import('./store-list.tsx')),
  {
    ...page('/assets/warehouse/{id}', '在仓物品', 'Thing', 'assets.offer', () => import('./offer-page.tsx'), false),
    under: '/assets/shelf',
  },
  {
    ...page('/assets/bodies/{id}', '活动或临时机构', 'Event', 'assets.body', () => import('./body-page.tsx'), false),
    under: '/assets/bodies',
  },
];

const offer = ({ id, version }: ActObject) => ({ offer: id, version });
const quantityField = field('quantity', '数量', 'Quantity', 'integer', { from: 1, initial: 1 });
const photos = field('photos', '照片', 'Photos', 'files', { ...optional, point: 'assets.offer-photo' });
const why = field('why', '原因', 'Why', 'text', { maxLength: 500 });
const place = [
  field('name', '名称', 'Name', 'text', { maxLength: 100 }),
  field('place', '地点', 'Place', 'text', { ...optional, maxLength: 200 }),
  field('longitude', '经度', 'Longitude', 'number', {
    ...optional,
    help: words('用于估算调运距离；不填按本单位办公楼', 'for the distance; left out: the unit’s building'),
  }),
  field('latitude', '纬度', 'Latitude', 'number', optional),
];

export const warehouseActs: Acts = {
  'assets.keep-store': {
    title: words('设立公物仓', 'Set up a store'),
    onThing: words('修改公物仓', 'Change the store'),
    tone: 'primary',
    starts: 'assets.stores',
    about: words(
      '集中仓由设立单位统一保管；分散仓和虚拟仓的物品由原单位保管。',
      'A central store is kept by its unit; elsewhere things stay with their owners.',
    ),
    fields: [
      field('unit', '设立单位', 'Unit', 'unit', { when: ({ store }) => store === undefined }),
      field('kind', '形式', 'Kind', 'choice', { choices: storeKinds, initial: 'virtual' }),
      ...place,
    ],
    input: ({ id, unit_id, kind }) => (id === undefined ? {} : { store: id, unit: unit_id, kind }),
    initial: ({ name, place: at, longitude, latitude, kind, unit_id, id }) =>
      id === undefined ? {} : { name, place: at, longitude, latitude, kind, unit: unit_id },
  },
  'assets.close-store': {
    title: words('关闭', 'Close'),
    tone: 'danger',
    input: ({ id, version }) => ({ store: id, version }),
    fields: [why],
  },
  'assets.offer-card': {
    title: words('申请入仓', 'Offer to the warehouse'),
    tone: 'primary',
    starts: 'assets.offers',
    about: words(
      '验收入仓后，全系统可见物品本身的情况；使用人、房间、序列号等留在本单位台账。',
      'Once inspected, the thing itself is shown to all; its user, room and serial number stay in your ledger.',
    ),
    fields: [
      field('card', '资产', 'Thing', 'pick', { list: 'assets.offerable', label: ['number', 'name', 'model'] }),
      quantityField,
      field('store', '公物仓', 'Store', 'pick', {
        list: 'assets.stores',
        label: ['name'],
        where: { 'f.state': 'open' },
      }),
      field('reason', '入仓理由', 'Why', 'choice', { choices: offerReasons, initial: 'idle' }),
      field('may', '方式', 'How', 'choice', { choices: offerMays, initial: 'both' }),
      field('reach', '范围', 'Shown to', 'choice', { choices: reaches, initial: 'tree' }),
      field('place', '存放地点', 'Where', 'text', { ...optional, maxLength: 200 }),
      field('untilDay', '共享至', 'Until', 'day', optional),
      field('note', '备注', 'Note', 'text', { ...optional, maxLength: 500 }),
      photos,
    ],
  },
  'assets.inspect-offer': {
    title: words('验收', 'Inspect'),
    tone: 'primary',
    input: offer,
    fields: [
      field('passed', '准予入仓', 'Taken in', 'yes-no', { initial: true }),
      field('condition', '成色', 'Condition', 'choice', { choices: conditions, initial: 'good' }),
      field('refurbishFen', '修复费用（估）', 'Repair, estimated', 'money', { ...optional, initial: 0 }),
      field('said', '说明', 'Said', 'text', {
        ...optional,
        maxLength: 500,
        help: words('不予入仓时必填', 'needed where it is not taken in'),
      }),
      photos,
    ],
  },
  'assets.withdraw-offer': { title: words('出仓退回', 'Withdraw'), tone: 'danger', input: offer, fields: [why] },
  'assets.reserve-offer': {
    title: words('预约', 'Reserve'),
    tone: 'primary',
    about: words('到保留日期仍未领取的，自动释放。', 'What was not fetched by the day is free again by itself.'),
    input: ({ id }) => ({ offer: id }),
    initial: ({ asker }) => ({ unit: asker }),
    fields: [
      field('unit', '借用单位', 'For the unit', 'unit'),
      quantityField,
      field('untilDay', '保留至', 'Until', 'day'),
      field('purpose', '用途', 'For', 'text', { maxLength: 200 }),
    ],
  },
  'assets.end-reservation': {
    title: words('取消预约', 'End the reservation'),
    input: ({ claim_id, version }) => ({ reservation: claim_id, version }),
    fields: [field('why', '原因', 'Why', 'text', { ...optional, maxLength: 500 })],
  },
  'assets.lend-offer': {
    title: words('借出', 'Lend'),
    input: ({ id, offer_id, claim_id }) => ({ offer: offer_id ?? id, reservation: claim_id ?? null }),
    initial: ({ other_id, quantity, claim_id, purpose }) =>
      claim_id === undefined ? {} : { borrower: other_id, quantity, purpose },
    fields: [
      field('borrower', '借用单位', 'Borrower', 'unit'),
      quantityField,
      field('dueDay', '应归还日期', 'Due', 'day'),
      field('body', '用于活动或临时机构', 'For an event', 'pick', {
        ...optional,
        list: 'assets.bodies',
        label: ['name'],
        where: { 'f.state': 'open' },
      }),
      field('purpose', '用途', 'For', 'text', { ...optional, maxLength: 200 }),
    ],
  },
  'assets.return-loan': {
    title: words('归还验收', 'Take back'),
    tone: 'primary',
    input: ({ loan_id, version }) => ({ loan: loan_id, version }),
    fields: [
      field('condition', '归还时成色', 'Condition', 'choice', { choices: conditions, initial: 'good' }),
      field('said', '说明', 'Said', 'text', { ...optional, maxLength: 500 }),
    ],
  },
  'assets.open-body': {
    title: words('登记活动或临时机构', 'Enter an event'),
    tone: 'primary',
    starts: 'assets.bodies',
    about: words(
      '只借用不配置资产；结束前全部归还，购置的资产入仓。',
      'It borrows only: all is back before the end, and what was bought is in the warehouse.',
    ),
    fields: [
      field('unit', '承办单位', 'Unit', 'unit'),
      field('name', '名称', 'Name', 'text', { maxLength: 100 }),
      field('kind', '类型', 'Kind', 'choice', { choices: bodyKinds, initial: 'event' }),
      field('from', '开始', 'From', 'day'),
      field('until', '结束', 'Until', 'day'),
      field('needs', '需求清单', 'Needs', 'long-text', {
        ...optional,
        maxLength: 2_000,
        help: words('每行一项，名称和数量用空格隔开，如：帐篷 10', 'one a line, such as: tent 10'),
      }),
      field('document', '依据', 'Paper', 'text', { ...optional, maxLength: 200 }),
    ],
    shape: ({ needs, ...values }) => ({ ...values, needs: needsOf(needs) }),
  },
  'assets.enter-bought': {
    title: words('登记购置资产', 'Bought for it'),
    input: ({ id }) => ({ body: id }),
    fields: [field('card', '资产', 'Thing', 'pick', { list: 'assets.offerable', label: ['number', 'name'] })],
  },
  'assets.end-body': {
    title: words('办理结束', 'End'),
    input: ({ id, version }) => ({ body: id, version }),
    fields: [field('said', '说明', 'Said', 'text', { ...optional, maxLength: 500 })],
  },
};

/** Lines of `name quantity`; a line without a number means one. */
function needsOf(typed: unknown): { what: string; quantity: number }[] {
  if (typeof typed !== 'string') return [];
  return typed.split('\n').flatMap((line) => {
    const text = line.trim();
    const found = /^(.+?)[\s:：,，×x]+(\d{1,6})$/u.exec(text);
    return text === '' ? [] : [{ what: found?.[1] ?? text, quantity: Number(found?.[2] ?? 1) }];
  });
}
