import { words, type Words } from '@opengoa/kernel/words';

export const transferStates = {
  drawn: words('待双方签字', 'To be signed by both'),
  signed: words('双方已签，待打包', 'Signed, to be packed'),
  packed: words('已打包', 'Packed'),
  'on-the-way': words('运输中', 'On the way'),
  arrived: words('已到达，待清点', 'Arrived, to be counted'),
  differs: words('清点有差异', 'Counted, with a difference'),
  received: words('已接收入账', 'Received and booked'),
  cancelled: words('已取消', 'Cancelled'),
} as const satisfies Record<string, Words>;
export const transferSides = {
  given: words('调出', 'We give'),
  taken: words('调入', 'We receive'),
} as const satisfies Record<string, Words>;
export const signSides = {
  giver: words('调出方', 'The giver'),
  receiver: words('调入方', 'The receiver'),
} as const satisfies Record<string, Words>;
export const settlements = {
  found: words('未发出或已找回，留在调出方', 'Found: it stays with the giver'),
  lost: words('途中丢失或损毁，转处置', 'Lost on the way: to be disposed of'),
} as const satisfies Record<string, Words>;

export const transferFactWords = {
  'assets.TransferDrawn': words('开具调拨单', 'Transfer drawn up'),
  'assets.TransferSigned': words('调拨单签字', 'Transfer signed'),
  'assets.TransferPacked': words('打包', 'Packed'),
  'assets.TransferSent': words('发出', 'Sent'),
  'assets.TransferArrived': words('到达', 'Arrived'),
  'assets.TransferReceived': words('清点接收', 'Received'),
  'assets.ShortfallSettled': words('差异处理', 'Difference settled'),
  'assets.TransferCancelled': words('取消调拨', 'Transfer cancelled'),
} as const satisfies Record<string, Words>;

export const transferRefusals: Readonly<Record<string, Words>> = {
  'transfer-within-unit': words('调出单位和调入单位相同，请办理内部移交。', 'It is one unit: hand it over within.'),
  'match-not-approved': words('匹配还没有经调出方同意。', 'The giver has not agreed to the match yet.'),
  'transferred-before': words('这笔匹配已开具调拨单。', 'The match has its papers already.'),
  'card-not-transferable': words('{name} 现为“{state}”，不能调拨。', '{name} is “{state}” and cannot be transferred.'),
  'card-on-its-way': words('{name} 正在交接或调拨中。', '{name} is being handed over already.'),
  'lines-missing': words('调拨单须至少有一件资产。', 'A transfer has one thing at least.'),
  'side-signed-before': words('该方已签字。', 'That side has signed already.'),
  'signs-both-sides': words(
    '{name}已代表另一方签字，同一人不能代表双方签字。请由{unit}的资产管理员、负责人或领导中的另一人签字。',
    '{name} has signed for the other side, and nobody signs for both. Another clerk of assets, head or leader of {unit} is to sign.',
  ),
  'count-every-line': words('请逐行填写实收数量。', 'Count every line.'),
  'more-than-sent': words('实收数量多于发出数量。', 'More was counted than was sent.'),
  'no-difference': words('没有需要处理的差异。', 'No difference is to be settled.'),
};
