import type { Words } from '@opengoa/kernel/contract';

/** What a point sets. */
export const settings = {
  cooling: { zh: '制冷设定温度', en: 'Cooling set-point' },
  heating: { zh: '采暖设定温度', en: 'Heating set-point' },
  switch: { zh: '启停', en: 'On or off' },
} as const satisfies Record<string, Words>;

export const planStates = {
  shadow: { zh: '试运行', en: 'Runs beside' },
  active: { zh: '执行中', en: 'Acting' },
  stopped: { zh: '已停止', en: 'Stopped' },
  ended: { zh: '已到期', en: 'Over' },
} as const satisfies Record<string, Words>;

/** When a rule holds. */
export const ruleWhens = {
  'off-hours': { zh: '非工作时段', en: 'Out of working hours' },
  hours: { zh: '时段', en: 'Hours' },
  'forecast-over': { zh: '预测负荷不低于', en: 'Forecast load from' },
} as const satisfies Record<string, Words>;

export const ruleDays = {
  any: { zh: '每天', en: 'Every day' },
  workday: { zh: '工作日', en: 'Working days' },
  'rest-day': { zh: '休息日', en: 'Days of rest' },
} as const satisfies Record<string, Words>;

export const entryKinds = {
  set: { zh: '下发', en: 'Set' },
  renew: { zh: '续期', en: 'Renewed' },
  return: { zh: '返回安全值', en: 'Returned to safe' },
  refused: { zh: '拒绝下发', en: 'Not sent' },
  lapsed: { zh: '到时自行返回', en: 'Lapsed by itself' },
  shadow: { zh: '试运行', en: 'Beside' },
} as const satisfies Record<string, Words>;

export const entryStates = {
  'to-send': { zh: '待发送', en: 'To be sent' },
  sent: { zh: '已发送', en: 'Sent' },
  applied: { zh: '设备已执行', en: 'Applied' },
  returned: { zh: '设备已返回', en: 'Gone back' },
  declined: { zh: '设备未执行', en: 'Declined by the device' },
  unanswered: { zh: '设备无应答', en: 'Not answered' },
  withdrawn: { zh: '发送前撤回', en: 'Taken back unsent' },
  noted: { zh: '仅记录', en: 'Noted' },
} as const satisfies Record<string, Words>;

/** Why something was commanded, refused or returned. */
export const reasons = {
  'off-hours': { zh: '非工作时段', en: 'Out of working hours' },
  hours: { zh: '按时段', en: 'By the hour' },
  'forecast-over': { zh: '预测负荷高', en: 'Forecast load is high' },
  'no-rule': { zh: '无规则适用', en: 'No rule holds' },
  'data-stale': { zh: '数据陈旧', en: 'Data are stale' },
  'data-before-start': { zh: '启动后尚无新数据', en: 'No fresh data since the start' },
  'outside-limits': { zh: '超出限值', en: 'Outside the limits' },
  'step-too-big': { zh: '步长过大', en: 'Step too big' },
  'too-soon': { zh: '间隔过短', en: 'Too soon' },
  'not-answered': { zh: '上一指令未应答', en: 'The last one was not answered' },
  'two-persons-missing': { zh: '未经两人批准', en: 'Not approved by two' },
  'plan-stopped': { zh: '方案停止', en: 'The plan was stopped' },
  'plan-changed': { zh: '方案变更', en: 'The plan was changed' },
  'plan-over': { zh: '方案到期', en: 'The plan is over' },
  'switched-off': { zh: '自动调控已关闭', en: 'Regulation is switched off' },
  'point-off': { zh: '受控点停用', en: 'The point is out of use' },
  'time-over': { zh: '续期未到，到时返回', en: 'Not renewed in time' },
} as const satisfies Record<string, Words>;

export const answerOutcomes = {
  applied: { zh: '已执行', en: 'Applied' },
  declined: { zh: '未执行', en: 'Declined' },
  returned: { zh: '已返回安全值', en: 'Gone back to safe' },
} as const satisfies Record<string, Words>;

/** How the law’s bound stands to a point. */
export const lawOutcomes = {
  ok: { zh: '符合', en: 'Within' },
  block: { zh: '超出', en: 'Beyond' },
  warn: { zh: '超出（来源单一，仅提示）', en: 'Beyond (single source: a note)' },
  inform: { zh: '超出（未核实，仅供参考）', en: 'Beyond (recalled: for information)' },
} as const satisfies Record<string, Words>;

export const regulationFactWords = {
  'energy.RegulationSwitched': { zh: '自动调控开关', en: 'Regulation switched' },
  'energy.ControlPointRegistered': { zh: '登记受控点', en: 'Control point registered' },
  'energy.ControlPointChanged': { zh: '变更受控点', en: 'Control point changed' },
  'energy.RegulationProposed': { zh: '提出调控方案', en: 'Regulation proposed' },
  'energy.RegulationChanged': { zh: '变更调控方案', en: 'Regulation changed' },
  'energy.RegulationApproved': { zh: '批准调控方案', en: 'Regulation approved' },
  'energy.RegulationStopped': { zh: '停止调控方案', en: 'Regulation stopped' },
  'energy.RegulationEnded': { zh: '调控方案到期', en: 'Regulation over' },
  'energy.CommandsDecided': { zh: '调控指令', en: 'Commands decided' },
  'energy.CommandAnswered': { zh: '设备应答', en: 'Command answered' },
  'energy.CommandsUnanswered': { zh: '设备无应答', en: 'Commands not answered' },
} as const satisfies Record<string, Words>;

export const regulationRefusals: Readonly<Record<string, Words>> = {
  'limits-crossed': {
    zh: '下限、安全值、上限须由小到大。',
    en: 'Least, safe value and most must stand in this order.',
  },
  'switch-is-on-or-off': {
    zh: '启停点只有 0（停）和 1（启）：下限 0，上限 1，步长 1，安全值 0 或 1。',
    en: 'A switch knows 0 and 1 alone: least 0, most 1, step 1, safe value 0 or 1.',
  },
  'limits-beyond-law': {
    zh: '限值 {value}℃ 超出《{document}》的 {allowed}℃；确有特殊要求的，请填写依据。',
    en: 'The limit of {value} °C goes beyond the {allowed} °C of {document}; where a special use is excepted, name the paper.',
  },
  'address-taken': {
    zh: '设备 {device} 的地址 {address} 已登记。',
    en: '{address} of {device} is registered already.',
  },
  'meter-not-of-intervals': {
    zh: '{meter} 按表底抄读，不能作为实时依据；请选择自动报送时段用量的表。',
    en: '{meter} is a register read by hand: choose a meter that reports by itself.',
  },
  'point-in-use': {
    zh: '方案“{plan}”正在执行，请先停止再变更受控点。',
    en: 'The plan “{plan}” is acting: stop it before the point is changed.',
  },
  'points-differ': {
    zh: '一个方案的受控点须属于同一单位、设定同一类参数。',
    en: 'The points of a plan must be of one unit and set the same thing.',
  },
  'points-unknown': { zh: '没有找到这些受控点，或您无权使用。', en: 'These points are not found, or not yours.' },
  'rule-incomplete': {
    zh: '规则不完整：每行一条，如“非工作时段 = 30”“工作日 12-13 = 28”“预测负荷 150 = 28”。',
    en: 'A rule is not complete: one a line, such as “off-hours = 30”, “workday 12-13 = 28”, “forecast-over 150 = 28”.',
  },
  'value-outside-limits': {
    zh: '{point} 的限值为 {least}—{most}，规则要求 {value}。',
    en: '{point} is limited to {least} – {most}, the rule wants {value}.',
  },
  'regulation-off': {
    zh: '本单位未开启自动调控。请由单位负责人或系统管理员开启。',
    en: 'Regulation is off here. The unit’s leader or administrator may switch it on.',
  },
  'regulation-as-before': { zh: '自动调控已是该状态。', en: 'It is so already.' },
  'shadow-too-short': {
    zh: '方案须先试运行 {days} 天，可于 {from} 起批准。',
    en: 'A plan runs beside for {days} days first: it may be approved from {from}.',
  },
  'plan-is-over': { zh: '方案已于 {to} 到期。', en: 'The plan ended on {to}.' },
  'point-held': {
    zh: '{point} 正由方案“{plan}”调控。',
    en: '{point} is regulated by the plan “{plan}” already.',
  },
  'not-this-device': { zh: '该指令不是发给本设备的。', en: 'This command was not meant for this device.' },
  'person-needed': {
    zh: '方案须由本人提出，不能由接口提出。',
    en: 'A plan is proposed by a person, not by a machine.',
  },
  'another-approves': {
    zh: '方案须由提出人以外的人批准。',
    en: 'A plan is approved by somebody other than the one who proposed it.',
  },
};
