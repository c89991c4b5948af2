import type { Words } from '@opengoa/kernel/contract';

/** 党政机关公务用车管理办法 (中办发〔2017〕71号) 第三条. */
export const categories = {
  'confidential-courier': { zh: '机要通信用车', en: 'Confidential courier' },
  'emergency-support': { zh: '应急保障用车', en: 'Emergency support' },
  'law-enforcement': { zh: '执法执勤用车', en: 'Law enforcement' },
  'special-technical': { zh: '特种专业技术用车', en: 'Special technical' },
  other: { zh: '其他按规定配备的公务用车', en: 'Other official vehicle' },
} as const satisfies Record<string, Words>;

export const bodies = {
  sedan: { zh: '轿车', en: 'Sedan' },
  'small-passenger': { zh: '其他小型客车', en: 'Small passenger' },
  'medium-passenger': { zh: '中型客车', en: 'Medium passenger' },
  'large-passenger': { zh: '大型客车', en: 'Large passenger' },
  goods: { zh: '货车及专项作业车', en: 'Goods and works' },
} as const satisfies Record<string, Words>;

export const powers = {
  petrol: { zh: '汽油', en: 'Petrol' },
  diesel: { zh: '柴油', en: 'Diesel' },
  hybrid: { zh: '油电混合', en: 'Hybrid' },
  'plug-in-hybrid': { zh: '插电混动', en: 'Plug-in hybrid' },
  'battery-electric': { zh: '纯电动', en: 'Battery electric' },
  'fuel-cell': { zh: '燃料电池', en: 'Fuel cell' },
} as const satisfies Record<string, Words>;

/** 第七条 allows more than the ordinary limit 因工作需要 or 确因情况特殊. */
export const conditions = {
  ordinary: { zh: '一般情况', en: 'Ordinary' },
  'work-need': { zh: '因工作需要', en: 'Needed for the work' },
  'special-case': { zh: '确因情况特殊', en: 'Special case' },
} as const satisfies Record<string, Words>;

export const vehicleStates = {
  'in-use': { zh: '在用', en: 'In use' },
  'under-repair': { zh: '维修', en: 'Under repair' },
  sealed: { zh: '封存', en: 'Sealed' },
  retired: { zh: '已处置', en: 'Retired' },
} as const satisfies Record<string, Words>;

/** 第二十二条. */
export const disposals = {
  auction: { zh: '拍卖', en: 'Auction' },
  'maker-recycling': { zh: '厂家回收', en: 'Recycled by the maker' },
  scrapping: { zh: '报废', en: 'Scrapped' },
  transfer: { zh: '调拨', en: 'Transferred' },
} as const satisfies Record<string, Words>;

export const licences = {
  A1: { zh: 'A1 大型客车', en: 'A1 large passenger' },
  A2: { zh: 'A2 重型牵引车', en: 'A2 tractor' },
  A3: { zh: 'A3 城市公交车', en: 'A3 city bus' },
  B1: { zh: 'B1 中型客车', en: 'B1 medium passenger' },
  B2: { zh: 'B2 大型货车', en: 'B2 large goods' },
  C1: { zh: 'C1 小型汽车', en: 'C1 small' },
  C2: { zh: 'C2 小型自动挡汽车', en: 'C2 small automatic' },
} as const satisfies Record<string, Words>;

export const driverStates = {
  active: { zh: '在岗', en: 'Active' },
  released: { zh: '已离岗', en: 'Released' },
} as const satisfies Record<string, Words>;

export const uses = {
  'general-affairs': { zh: '一般公务', en: 'General affairs' },
  'confidential-courier': { zh: '机要通信', en: 'Confidential courier' },
  emergency: { zh: '应急保障', en: 'Emergency' },
  'law-enforcement': { zh: '执法执勤', en: 'Law enforcement' },
  reception: { zh: '公务接待', en: 'Reception' },
} as const satisfies Record<string, Words>;

export const tripStates = {
  requested: { zh: '审批中', en: 'In approval' },
  'sent-back': { zh: '已退回', en: 'Sent back' },
  refused: { zh: '未批准', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  approved: { zh: '待派车', en: 'To be dispatched' },
  dispatched: { zh: '待出车', en: 'Dispatched' },
  departed: { zh: '行驶中', en: 'On the road' },
  returned: { zh: '待结算', en: 'To be settled' },
  settled: { zh: '已结算', en: 'Settled' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
} as const satisfies Record<string, Words>;

/** Names of the facts, for the Record and for timelines. */
export const factWords = {
  'vehicles.TripRequested': { zh: '申请用车', en: 'Vehicle asked for' },
  'vehicles.TripRevised': { zh: '修改后再次申请', en: 'Revised and asked again' },
  'vehicles.TripApproved': { zh: '用车获批', en: 'Trip approved' },
  'vehicles.TripRefused': { zh: '用车未批准', en: 'Trip refused' },
  'vehicles.TripSentBack': { zh: '用车申请退回', en: 'Trip sent back' },
  'vehicles.TripWithdrawn': { zh: '撤回用车申请', en: 'Trip withdrawn' },
  'vehicles.TripDispatched': { zh: '派车', en: 'Trip dispatched' },
  'vehicles.TripDeparted': { zh: '出车', en: 'Departed' },
  'vehicles.TripReturned': { zh: '返回', en: 'Returned' },
  'vehicles.TripSettled': { zh: '用车结算', en: 'Trip settled' },
  'vehicles.TripRated': { zh: '用车评价', en: 'Trip rated' },
  'vehicles.TripCancelled': { zh: '取消用车', en: 'Trip cancelled' },
  'vehicles.VehicleRegistered': { zh: '登记车辆', en: 'Vehicle registered' },
  'vehicles.VehicleChanged': { zh: '变更车辆', en: 'Vehicle changed' },
  'vehicles.OdometerReplaced': { zh: '更换里程表', en: 'Odometer replaced' },
  'vehicles.VehicleRetired': { zh: '处置车辆', en: 'Vehicle retired' },
  'vehicles.VehicleStruck': { zh: '注销误登', en: 'Registration struck' },
  'vehicles.DriverRegistered': { zh: '登记驾驶员', en: 'Driver registered' },
  'vehicles.DriverChanged': { zh: '变更驾驶员', en: 'Driver changed' },
  'vehicles.FuelRecorded': { zh: '登记加油充电', en: 'Fuel recorded' },
} as const satisfies Record<string, Words>;
/** A fact's name without the room's. */
export type FactName = keyof typeof factWords extends `vehicles.${infer Name}` ? Name : never;

/** The same in a few words, for a row of the dispatch board. */
export const whyNot: Readonly<Record<string, Words>> = {
  'vehicle-serves-others': { zh: '不服务该单位', en: 'Serves others' },
  'vehicle-not-in-use': { zh: '{state}', en: '{state}' },
  'sealed-on-holiday': { zh: '节假日封存', en: 'Sealed on the holiday' },
  'seats-not-registered': { zh: '未登记载客人数', en: 'No seats on record' },
  'too-few-seats': { zh: '可乘 {seats} 人，不足', en: 'Seats only {seats}' },
  'vehicle-already-booked': { zh: '{booked} 已有安排', en: 'Booked {booked}' },
  'no-driver': { zh: '没有可派的驾驶员', en: 'No driver free' },
};

/** What the officials read when a verb says no. `{places}` are the refusal's data. */
export const carriers = {
  petrol: { zh: '汽油', en: 'petrol' },
  diesel: { zh: '柴油', en: 'diesel' },
  electricity: { zh: '充电', en: 'electricity' },
} as const satisfies Record<string, Words>;

export const refusals: Readonly<Record<string, Words>> = {
  'not-now': { zh: '现为“{state}”，不能这样办理。', en: 'It is "{state}" now; this cannot be done.' },
  'trip-ends-before-it-begins': { zh: '返回时间须晚于出发时间。', en: 'The trip must end after it begins.' },
  'not-a-colleague': {
    zh: '只能替本单位在岗的同事代填，请重新选择，或请对方单位的人填写。',
    en: 'It can be filled in for a colleague of your own unit only.',
  },
  'trip-already-over': { zh: '所填用车时间已经过去。', en: 'The time asked for has already passed.' },

  'vehicle-not-in-use': {
    zh: '{plate} 现为“{state}”，不能派出；可改派：{free}。',
    en: '{plate} is "{state}"; free instead: {free}.',
  },
  'sealed-on-holiday': {
    zh: '{plate} 在 {days} 节假日封存停驶；值班、应急用车请填写事由后派出，事由记入记录。',
    en: '{plate} is sealed on the holidays {days}; for duty or an emergency say why, and it stays on the Record.',
  },
  'seats-not-registered': {
    zh: '{plate} 未登记核定载客人数，请先补登；可改派：{free}。',
    en: '{plate} has no seats on record; free instead: {free}.',
  },
  'too-few-seats': {
    zh: '{plate} 可乘 {seats} 人，本次 {people} 人；可改派：{free}。',
    en: '{plate} seats {seats}, the trip has {people}; free instead: {free}.',
  },
  'vehicle-serves-others': {
    zh: '{plate} 不服务于该单位，不得借用、占用其他单位车辆；可改派：{free}。',
    en: '{plate} does not serve this unit; free instead: {free}.',
  },
  'vehicle-already-booked': {
    zh: '{plate} 在 {booked} 已有安排；可改派：{free}。',
    en: '{plate} is booked {booked}; free instead: {free}.',
  },
  'driver-not-active': { zh: '{driver} 现为“{state}”，不能派出。', en: '{driver} is "{state}".' },
  'licence-expired': {
    zh: '{driver} 的驾驶证有效期至 {validTo}，请先更新。',
    en: "{driver}'s licence ended on {validTo}.",
  },
  'licence-not-fitting': {
    zh: '{driver} 的准驾车型为 {licence}，不能驾驶{body}。',
    en: '{driver} holds {licence}, which does not cover {body}.',
  },
  'not-one-ride': {
    zh: '同行的用车单已改派或已出车，不再是 {plate}、{driver} 这一趟；请刷新后再派。',
    en: 'The trip to ride with has changed; it is no longer {plate} with {driver}.',
  },
  'may-not-share': {
    zh: '机要通信、执法执勤、应急用车不与其他用车单同车。',
    en: 'Confidential, enforcement and emergency trips share a ride with nobody.',
  },
  'not-one-way': { zh: '一单去{to}，一单去{other}，不能同车。', en: 'One goes to {to}, the other to {other}.' },
  'too-far-apart': {
    zh: '同车的用车单，出发、返回时间各相差不超过 {minutes} 分钟。',
    en: 'Trips of one ride begin and end within {minutes} minutes of each other.',
  },
  'driver-already-booked': {
    zh: '{driver} 在 {booked} 已有安排；可改派：{free}。',
    en: '{driver} is booked {booked}; free instead: {free}.',
  },

  'time-not-yet': { zh: '填写的时间还没有到。', en: 'That time has not come yet.' },
  'returned-before-departure': {
    zh: '返回时间 {at} 早于出车时间 {departedAt}。',
    en: 'The return {at} lies before the departure {departedAt}.',
  },
  'vehicle-still-out': {
    zh: '{plate} 上一趟尚未交回，请先登记返回。',
    en: '{plate} has not come back from the trip before.',
  },
  'odometer-goes-back': {
    zh: '本次里程 {now} 小于 {at} 的 {last}，请核对或登记换表。',
    en: 'Odometer {now} is below {last} of {at}; check, or record a replaced instrument.',
  },
  'odometer-beyond-next': {
    zh: '本次里程 {now} 大于此后 {at} 的 {next}，请核对。',
    en: 'Odometer {now} is above {next} read later, {at}; please check.',
  },
  'farther-than-possible': {
    zh: '行驶 {drivenKm} 公里超出 {hours} 小时内可能的 {possibleKm} 公里，请核对里程表。',
    en: '{drivenKm} km cannot be driven in {hours} h (at most {possibleKm}); check the odometer.',
  },
  'far-from-plan': {
    zh: '行驶 {drivenKm} 公里，计划 {plannedKm} 公里。若无误请写明原因。',
    en: '{drivenKm} km were driven, {plannedKm} planned. If right, say why.',
  },

  'already-rated': { zh: '您已经评价过。', en: 'You have rated this trip already.' },

  'over-standard': {
    zh: '{explained}；可按一般标准重选车型，或补充“因工作需要”“确因情况特殊”的依据。',
    en: '{explained} Choose within the standard, or state the condition that allows more.',
  },
  'plate-taken': { zh: '{plate} 已登记。', en: '{plate} is already registered.' },
  'vehicle-is-out': {
    zh: '{plate} 正在外出或已有安排，先改派或登记返回。',
    en: '{plate} is out or booked; re-dispatch or return it first.',
  },
  'vehicle-has-history': {
    zh: '{plate} 已有用车、加油等记录，不能注销；请按处置办理。',
    en: '{plate} has trips or fuel on record; retire it instead.',
  },
  'younger-than-renewal': {
    zh: '{explained}；确有安全隐患需提前处置的，请填写批准文号。',
    en: '{explained} For early disposal on safety grounds give the approval number.',
  },
  'driver-name-unknown': {
    zh: '您管理的单位中没有名叫 {name} 的在职人员；请先由系统管理员登记。',
    en: 'Nobody in service in the units you keep is called {name}; the administrator registers people first.',
  },
  'driver-name-twice': {
    zh: '您管理的单位中有多人名叫 {name}，请在驾驶员页面选人登记。',
    en: 'Several people in the units you keep are called {name}; register the one meant on the page of drivers.',
  },
  'already-a-driver': { zh: '{driver} 已是在岗驾驶员。', en: '{driver} is a driver already.' },
  'driver-is-booked': {
    zh: '{driver} 还有出车任务，先改派。',
    en: '{driver} still has trips; re-dispatch them first.',
  },
  'carrier-not-fitting': {
    zh: '{plate} 为{power}，不能登记{carrier}。',
    en: '{plate} runs on {power}, not {carrier}.',
  },
};
