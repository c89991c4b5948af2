import type { Words } from '@opengoa/kernel/contract';

export const carriers = {
  electricity: { zh: '电', en: 'Electricity' },
  gas: { zh: '天然气', en: 'Gas' },
  water: { zh: '水', en: 'Water' },
  heat: { zh: '热力', en: 'Heat' },
} as const satisfies Record<string, Words>;

/** Sorts of buildings that may be compared with each other; `unknown` is compared with nothing. */
export const buildingUses = {
  office: { zh: '机关办公', en: 'Office' },
  library: { zh: '图书馆', en: 'Library' },
  school: { zh: '学校', en: 'School' },
  hospital: { zh: '医院', en: 'Hospital' },
  venue: { zh: '场馆', en: 'Venue' },
  laboratory: { zh: '科研实验', en: 'Laboratory' },
  'data-centre': { zh: '数据中心', en: 'Data centre' },
  canteen: { zh: '食堂', en: 'Canteen' },
  dormitory: { zh: '宿舍', en: 'Dormitory' },
  other: { zh: '其他', en: 'Other' },
  unknown: { zh: '未知', en: 'Not known' },
} as const satisfies Record<string, Words>;

export const meterKinds = {
  main: { zh: '总表', en: 'Main meter' },
  sub: { zh: '分项表', en: 'Sub-meter' },
} as const satisfies Record<string, Words>;

/** 分项 of electricity. */
export const meterUses = {
  lighting: { zh: '照明插座', en: 'Lighting and sockets' },
  'air-conditioning': { zh: '空调', en: 'Air conditioning' },
  power: { zh: '动力', en: 'Lifts, pumps and fans' },
  special: { zh: '特殊', en: 'Special loads' },
} as const satisfies Record<string, Words>;

/** `interval`: each value is what was used in one interval. `register`: each value is what the instrument showed (表底). */
export const meterReads = {
  interval: { zh: '时段用量', en: 'Use per interval' },
  register: { zh: '表底数', en: 'Register' },
} as const satisfies Record<string, Words>;

export const measures = {
  kWh: { zh: '千瓦时', en: 'kWh' },
  m3: { zh: '立方米', en: 'm³' },
  GJ: { zh: '吉焦', en: 'GJ' },
} as const satisfies Record<string, Words>;

export const changeKinds = {
  renovation: { zh: '装修改造', en: 'Renovation' },
  occupant: { zh: '单位或人员入驻', en: 'New tenant or more staff' },
  equipment: { zh: '设备增减', en: 'Equipment added or removed' },
  schedule: { zh: '运行时间调整', en: 'Running hours changed' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Words>;

/** Why a reading is kept apart from the totals until somebody decides. */
export const doubtRules = {
  negative: { zh: '读数为负', en: 'Negative' },
  future: { zh: '时间在未来', en: 'Stamped in the future' },
  'not-in-service': { zh: '不在表计使用期内', en: 'Outside the meter’s days of service' },
  late: { zh: '迟到，所属月份可能已上报', en: 'Late: its month may have been reported' },
  stuck: { zh: '读数长时间不变', en: 'Stuck' },
  'dead-meter': { zh: '长时间为零', en: 'Zero for a day or more' },
  'multiplier-jump': { zh: '按倍率跳变', en: 'Off by the multiplier' },
  'register-falls': { zh: '表底变小，未登记换表', en: 'The register fell and no exchange is on record' },
} as const satisfies Record<string, Words>;

/** How a number lies in the 16-bit registers of a device. */
export const registerTypes = {
  uint16: { zh: '16位无符号整数', en: 'Unsigned 16 bits' },
  int16: { zh: '16位有符号整数', en: 'Signed 16 bits' },
  uint32: { zh: '32位无符号整数', en: 'Unsigned 32 bits' },
  int32: { zh: '32位有符号整数', en: 'Signed 32 bits' },
  float32: { zh: '32位浮点数', en: 'Float of 32 bits' },
  uint64: { zh: '64位无符号整数', en: 'Unsigned 64 bits' },
  float64: { zh: '64位浮点数', en: 'Float of 64 bits' },
} as const satisfies Record<string, Words>;

export const wordOrders = {
  'high-first': { zh: '高字在前', en: 'High word first' },
  'low-first': { zh: '低字在前', en: 'Low word first' },
} as const satisfies Record<string, Words>;

export const doubtStates = {
  open: { zh: '待确认', en: 'Open' },
  counted: { zh: '确认有效', en: 'Counted' },
  'left-out': { zh: '确认剔除', en: 'Left out' },
} as const satisfies Record<string, Words>;

export const qualities = {
  measured: { zh: '实测', en: 'Measured' },
  estimated: { zh: '估计', en: 'Estimated' },
  suspect: { zh: '存疑', en: 'Kept apart' },
  corrected: { zh: '已更正', en: 'Corrected' },
} as const satisfies Record<string, Words>;

export const dayKinds = {
  workday: { zh: '工作日', en: 'Working day' },
  'rest-day': { zh: '休息日', en: 'Day of rest' },
  holiday: { zh: '节假日', en: 'Holiday' },
} as const satisfies Record<string, Words>;

export const factWords = {
  'energy.BuildingRegistered': { zh: '登记建筑', en: 'Building registered' },
  'energy.BuildingChanged': { zh: '变更建筑', en: 'Building changed' },
  'energy.ChangeDeclared': { zh: '报备用能变化', en: 'Change declared' },
  'energy.PriceSet': { zh: '登记用能单价', en: 'Price set' },
  'energy.CalendarKept': { zh: '登记日历', en: 'Calendar kept' },
  'energy.MeterRegistered': { zh: '登记表计', en: 'Meter registered' },
  'energy.MeterChanged': { zh: '变更表计', en: 'Meter changed' },
  'energy.MeterReplaced': { zh: '换表', en: 'Meter replaced' },
  'energy.ReadingsReceived': { zh: '接收读数', en: 'Readings received' },
  'energy.MeterChecked': { zh: '现场核表', en: 'Meter checked' },
  'energy.MeterRead': { zh: '人工抄表', en: 'Meter read' },
  'energy.ReadingCorrected': { zh: '更正读数', en: 'Reading corrected' },
  'energy.ReadingsQuestioned': { zh: '读数存疑', en: 'Readings questioned' },
  'energy.EstimatesWithdrawn': { zh: '撤销估补', en: 'Estimates taken back' },
  'energy.GapsEstimated': { zh: '估补缺数', en: 'Gaps estimated' },
  'energy.DoubtDecided': { zh: '确认存疑读数', en: 'Doubt decided' },
  'energy.GatewayRegistered': { zh: '登记采集器', en: 'Gateway registered' },
  'energy.GatewayChanged': { zh: '变更采集器', en: 'Gateway changed' },
  'energy.WeatherReceived': { zh: '接收气温', en: 'Weather received' },
  'energy.BaselineFitted': { zh: '建立用能基线', en: 'Baseline fitted' },
} as const satisfies Record<string, Words>;
export type FactName = keyof typeof factWords extends `energy.${infer Name}` ? Name : never;

/** What the officials read when a verb says no. `{places}` are the refusal's data. */
export const refusals: Readonly<Record<string, Words>> = {
  'building-name-taken': { zh: '本单位已有建筑“{name}”。', en: 'The unit has a building called “{name}” already.' },
  'meter-key-taken': { zh: '表号 {key} 已在使用。', en: 'Meter number {key} is in use.' },
  'measure-not-of-carrier': {
    zh: '{carrier}不以{measure}计量。',
    en: '{carrier} is not measured in {measure}.',
  },
  'interval-needed': { zh: '时段用量的表须填写采集间隔。', en: 'A meter of intervals needs its interval.' },
  'parent-not-fitting': {
    zh: '上级表须在同一建筑、计量同一能源。',
    en: 'The parent must stand in the same building and measure the same carrier.',
  },
  'meter-not-fitting': {
    zh: '该表不在此建筑，或计量另一种能源。',
    en: 'The meter stands in another building, or measures another carrier.',
  },
  'use-not-fitting': { zh: '分项只用于电力分项表。', en: 'Only a sub-meter of electricity has such a use.' },
  'main-has-no-parent': { zh: '总表没有上级表。', en: 'A main meter has no parent.' },
  'meters-unknown': {
    zh: '没有找到这些表，或您无权填报：{keys}。整批未写入。',
    en: 'These meters are not found, or not yours: {keys}. Nothing was written.',
  },
  'measure-differs': {
    zh: '{meter} 以{measure}计量，来数为 {given}。整批未写入。',
    en: '{meter} measures {measure}, the batch says {given}. Nothing was written.',
  },
  'reading-differs': {
    zh: '{meter} 在 {at} 已有读数 {was}，文件中为 {given}；如需改动请更正读数。',
    en: '{meter} has {was} at {at} already, the file says {given}; correct the reading if it is to change.',
  },
  'not-a-register': {
    zh: '{meter} 自动报送时段用量，不抄表底。',
    en: '{meter} reports use by itself; its register is not read.',
  },
  'reading-goes-back': {
    zh: '本次读数 {now} 小于 {lastDay} 的 {last}，请核对；如已换表，请先登记换表。',
    en: 'The reading {now} is below {last} of {lastDay}; check it, or register the exchange of the meter first.',
  },
  'reading-beyond-next': {
    zh: '本次读数 {now} 大于 {nextDay} 的 {next}，请核对日期。',
    en: 'The reading {now} is above {next} of {nextDay}; check the day.',
  },
  'time-not-yet': { zh: '所填时间在未来。', en: 'That time has not come yet.' },
  'no-such-reading': { zh: '{meter} 在 {at} 没有读数。', en: '{meter} has no reading at {at}.' },
  'nothing-to-correct': { zh: '更正值与原值相同。', en: 'The value is what it was.' },
  'already-decided-here': { zh: '该存疑读数已确认。', en: 'This has been decided.' },
  'register-is-not-counted': {
    zh: '表底变小不能直接计入，请登记换表或更正读数。',
    en: 'A fallen register cannot be counted: register the exchange, or correct the reading.',
  },
  'meter-bound-twice': { zh: '表 {key} 出现了两次。', en: 'Meter {key} stands there twice.' },
  'meter-bound-elsewhere': {
    zh: '表 {key} 已由采集器“{place}”采集，再次登记会重复计量。',
    en: 'Meter {key} is asked by the gateway “{place}” already; asked twice it would count twice.',
  },
  'exchange-before-last': {
    zh: '换表时间早于上次换表。',
    en: 'The exchange lies before the last one.',
  },
  'first-register-needed': {
    zh: '表底计量须填写旧表止码和新表起码。',
    en: 'Give the old register’s last and the new one’s first number.',
  },
  'period-too-long': { zh: '一次最多处理 {days} 天。', en: 'At most {days} days at once.' },
  'no-interval-meter': {
    zh: '{meter} 按表底计量，没有缺数可补。',
    en: '{meter} is a register: nothing of it is missing.',
  },
  'no-gap': { zh: '这段时间没有缺数，或已估补。', en: 'Nothing is missing there, or it was estimated already.' },
  'no-estimate': { zh: '这段时间没有估补的读数。', en: 'Nothing was estimated there.' },
  'too-little-around': {
    zh: '前后读数太少，缺的 {count} 个读数无法估补。',
    en: 'Too little was read around them: {count} missing readings cannot be estimated.',
  },
  'no-baseline': { zh: '不能建立基线：{why}。', en: 'No baseline can be fitted: {why}.' },
  'period-backwards': { zh: '结束日期须晚于开始日期。', en: 'The period must end after it begins.' },
};

/** What a look at the meter itself found. */
export const meterChecks = {
  fine: { zh: '正常', en: 'In order' },
  faulty: { zh: '有故障', en: 'Faulty' },
  outside: { zh: '表外问题', en: 'Not the meter itself' },
} as const;
