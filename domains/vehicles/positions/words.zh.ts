import type { Words } from '@opengoa/kernel/contract';

/** Words of positions, terminals, tracks and fences. */
export const datums = {
  'wgs-84': { zh: 'WGS-84（GPS 原始）', en: 'WGS-84' },
  'gcj-02': { zh: 'GCJ-02（国测局）', en: 'GCJ-02' },
  'bd-09': { zh: 'BD-09（百度）', en: 'BD-09' },
} as const satisfies Record<string, Words>;

export const terminalStates = {
  waiting: { zh: '待接入', en: 'Waiting' },
  admitted: { zh: '已接入', en: 'Admitted' },
  withdrawn: { zh: '已停用', en: 'Withdrawn' },
} as const satisfies Record<string, Words>;

export const fenceUses = {
  area: { zh: '区域', en: 'Area' },
  custody: { zh: '停放地', en: 'Place of custody' },
  'no-parking': { zh: '禁停区域', en: 'No parking' },
} as const satisfies Record<string, Words>;

/** When a fence tells of comings and goings, and holds its limit of speed. */
export const fenceWatches = {
  always: { zh: '全天', en: 'Always' },
  'off-hours': { zh: '非工作时间', en: 'Out of office hours' },
  'days-off': { zh: '休息日、节假日', en: 'Days off' },
  holidays: { zh: '仅法定节假日', en: 'Statutory holidays only' },
  window: { zh: '每日时段', en: 'Hours of the day' },
} as const satisfies Record<string, Words>;

/** What a fence tells of. */
export const fenceTells = {
  both: { zh: '进入和驶离', en: 'Coming and going' },
  entered: { zh: '仅进入', en: 'Coming in' },
  left: { zh: '仅驶离', en: 'Going out' },
  stayed: { zh: '停留超时', en: 'Staying longer' },
} as const satisfies Record<string, Words>;

export const fenceForms = {
  circle: { zh: '圆形', en: 'Circle' },
  polygon: { zh: '多边形', en: 'Polygon' },
} as const satisfies Record<string, Words>;

export const fenceStates = {
  drawn: { zh: '启用', en: 'In use' },
  removed: { zh: '已撤', en: 'Removed' },
} as const satisfies Record<string, Words>;

export const crossings = {
  entered: { zh: '进入', en: 'Entered' },
  left: { zh: '驶离', en: 'Left' },
  stayed: { zh: '停留超时', en: 'Stayed' },
} as const satisfies Record<string, Words>;

/** On which ground somebody looks at a track point by point. */
export const grounds = {
  'in-progress': { zh: '行驶中', en: 'In progress' },
  finding: { zh: '有待核实异常', en: 'With an open finding' },
  glass: { zh: '应急调阅', en: 'Break-glass' },
} as const satisfies Record<string, Words>;

/** Why a vehicle's place is not on the map. */
export const unseen = {
  private: { zh: '非用车时段', en: 'Outside duty' },
  silent: { zh: '无位置', en: 'No position' },
} as const satisfies Record<string, Words>;

export const positionFacts = {
  'vehicles.TerminalRegistered': { zh: '登记定位终端', en: 'Terminal registered' },
  'vehicles.TerminalCodeOffered': { zh: '向终端发放鉴权码', en: 'Code given to a terminal' },
  'vehicles.TerminalAdmitted': { zh: '定位终端接入', en: 'Terminal admitted' },
  'vehicles.TerminalReopened': { zh: '允许终端重新接入', en: 'Terminal reopened' },
  'vehicles.TerminalWithdrawn': { zh: '停用定位终端', en: 'Terminal withdrawn' },
  'vehicles.PositionsReceived': { zh: '收到位置', en: 'Positions received' },
  'vehicles.FenceDrawn': { zh: '划定围栏', en: 'Fence drawn' },
  'vehicles.FenceRemoved': { zh: '撤销围栏', en: 'Fence removed' },
  'vehicles.FenceEntered': { zh: '进入围栏', en: 'Fence entered' },
  'vehicles.FenceLeft': { zh: '驶离围栏', en: 'Fence left' },
  'vehicles.FenceStayed': { zh: '围栏内停留超时', en: 'Stayed inside a fence' },
  'vehicles.TrackOpened': { zh: '调阅轨迹', en: 'Track opened' },
  'vehicles.GlassBroken': { zh: '应急调阅位置', en: 'Glass broken' },
  'vehicles.BackgroundKept': { zh: '更新地图底图', en: 'Map background kept' },
} as const satisfies Record<string, Words>;

export const positionRefusals: Readonly<Record<string, Words>> = {
  'terminal-number-taken': { zh: '终端号 {number} 已登记给其他车辆。', en: 'Terminal {number} is registered already.' },
  'vehicle-has-terminal': { zh: '{plate} 已有在用终端，请先停用。', en: '{plate} has a terminal; withdraw it first.' },
  'vehicle-retired': { zh: '{plate} 已处置。', en: '{plate} is retired.' },
  'terminal-withdrawn': { zh: '该终端已停用。', en: 'The terminal is withdrawn.' },
  'terminal-already-in': {
    zh: '该终端已接入；更换或重置后，请先“允许重新接入”。',
    en: 'The terminal is in already; reopen it after a reset.',
  },
  'terminal-not-expected': {
    zh: '未等待该终端接入，或已过等待期，或车牌不符。',
    en: 'The terminal is not expected, its time is over, or the plate differs.',
  },
  'terminals-unknown': {
    zh: '{count} 个终端号未登记或不在您的范围：{numbers}。整批未接收。',
    en: '{count} terminals are not registered or not yours: {numbers}. Nothing was taken.',
  },
  'fence-hours-missing': {
    zh: '选“每日时段”须填起止时刻，其他情形不填。',
    en: 'Hours of the day need their beginning and end; the others have none.',
  },
  'fence-stay-missing': {
    zh: '选“停留超时”须填分钟数，其他情形不填。',
    en: 'A stay needs its minutes; the others have none.',
  },
  'fence-vehicle-unknown': {
    zh: '在用车辆中没有 {plates}，或不属于适用单位及下属。',
    en: '{plates} are no vehicles in use of the unit or below.',
  },
  'fence-crosses-itself': { zh: '多边形的边不能相交。', en: 'The sides of a polygon may not cross.' },
  'fence-removed': { zh: '该围栏已撤销。', en: 'The fence is removed already.' },
  'track-not-shown': {
    zh: '{number} 已结束且没有待核实异常，轨迹不逐点显示。',
    en: '{number} is over and without an open finding: its track is not shown.',
  },
  'no-track-vehicle': { zh: '{number} 尚未派车。', en: '{number} has no vehicle yet.' },
  'glass-too-long': { zh: '一次应急调阅不超过 {hours} 小时。', en: 'At most {hours} hours at a time.' },
  'glass-not-future': {
    zh: '调阅时段须已开始，且起点早于终点。',
    en: 'The time must have begun, and its start precede its end.',
  },
  'viewing-over': { zh: '本次调阅已到期，请重新调阅。', en: 'This viewing is over; open the track again.' },
};
