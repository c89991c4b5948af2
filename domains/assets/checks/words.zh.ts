import { words, type Words } from '@opengoa/kernel/words';

export const selfCheckStates = { open: words('进行中', 'Open'), closed: words('已结束', 'Closed') } as const;
export const lineStates = {
  waiting: words('待确认', 'To be confirmed'),
  confirmed: words('已确认', 'Confirmed'),
  disputed: words('有异议', 'Disputed'),
  settled: words('已处理', 'Settled'),
} as const;
export const disputeReasons = {
  'not-mine': words('不是我在用', 'Not mine'),
  'not-there': words('找不到', 'Not to be found'),
  elsewhere: words('已移到别处', 'It stands elsewhere'),
  broken: words('已损坏', 'Broken'),
  'wrong-card': words('卡片内容有误', 'The card is wrong'),
  other: words('其他', 'Other'),
} as const;
export const settledHow = {
  'card-corrected': words('已更正卡片', 'Card corrected'),
  'handed-over': words('已办理移交', 'Handed over'),
  found: words('已找到', 'Found'),
  'to-repair': words('已送修', 'Sent to repair'),
  'to-disposal': words('已申请处置', 'Put up for disposal'),
  'as-it-was': words('核实无误', 'As the card says'),
} as const;
export const clearanceStates = { open: words('待交接', 'To be cleared'), cleared: words('已办结', 'Cleared') } as const;
export const sides = { ledger: words('卡账', 'Card and ledger'), thing: words('卡实', 'Card and thing') } as const;
export const differenceStates = {
  open: words('待说明', 'Open'),
  explained: words('已说明', 'Explained'),
  settled: words('已调平', 'Settled'),
} as const;

export const checkFactWords = {
  'assets.SelfCheckOpened': words('发起资产自查', 'Self-check opened'),
  'assets.HoldingsConfirmed': words('确认名下资产', 'Holdings confirmed'),
  'assets.HoldingDisputed': words('对名下资产提出异议', 'Holding disputed'),
  'assets.DisputeSettled': words('处理自查异议', 'Dispute settled'),
  'assets.SelfCheckClosed': words('结束资产自查', 'Self-check closed'),
  'assets.ClearanceOpened': words('开始离岗交接', 'Clearance opened'),
  'assets.PostCleared': words('办结离岗交接', 'Post cleared'),
  'assets.LedgerSumEntered': words('录入账面余额', 'Ledger sum entered'),
  'assets.Reconciled': words('卡账核对', 'Reconciled'),
  'assets.DifferenceEnded': words('说明或调平差异', 'Difference ended'),
} as const satisfies Readonly<Record<string, Words>>;

export const checkRefusals: Readonly<Record<string, Words>> = {
  'check-open': words(
    '本单位已有进行中的自查（{number}），请先结束。',
    'A self-check ({number}) is open already; close it first.',
  ),
  'nobody-holds': words('本单位没有登记使用人的在用资产，不必自查。', 'Nothing is in anybody’s name here.'),
  'due-past': words('截止日期 {day} 已过，请选以后的日期。', 'The day {day} is over; choose a later one.'),
  'check-closed': words('这次自查已结束。', 'This self-check is closed.'),
  'nothing-waiting': words('没有待您确认的资产。', 'Nothing waits for you.'),
  'line-answered': words('这一项已经答复过。', 'This line was answered already.'),
  'not-disputed': words('这一项没有异议，不必处理。', 'This line is not disputed.'),
  'lines-open': words(
    '还有 {waiting} 项未确认、{disputed} 项异议未处理，不能结束。',
    '{waiting} are not confirmed and {disputed} disputed; it cannot be closed.',
  ),
  'clearance-open': words('{name} 的离岗交接已在办理。', 'The clearance of {name} is open already.'),
  'clearance-done': words('这份离岗交接已办结。', 'This clearance is done.'),
  'say-what-remains': words(
    '{name} 名下还有 {held} 件资产，请先办理移交，或写明留存原因后办结。',
    '{held} things are still in the name of {name}: hand them over, or say why they stay.',
  ),
  'month-ahead': words('{day} 还没有到，不能核对。', 'The day {day} is yet to come.'),
  'no-ledger-sums': words(
    '还没有录入 {day} 的账面余额，请先录入或导入。',
    'No sums of the ledger are entered for {day}.',
  ),
  'difference-ended': words('这项差异已说明或调平。', 'This difference is ended already.'),
};
