import type { Words } from '@opengoa/kernel/contract';

/** Kinds of papers, and the letters their numbers begin with. */
export const paperKinds = {
  issue: { zh: '领用单', en: 'Issue' },
  'take-back': { zh: '退库单', en: 'Return to stock' },
  lend: { zh: '借用单', en: 'Loan' },
  return: { zh: '归还单', en: 'Return of a loan' },
  move: { zh: '移动单', en: 'Move' },
  repair: { zh: '送修单', en: 'Repair' },
  'hand-over': { zh: '移交单', en: 'Hand-over' },
  transfer: { zh: '调拨单', en: 'Transfer' },
  dispose: { zh: '处置单', en: 'Disposal' },
  'stocktake-move': { zh: '盘点移位单', en: 'Moved by a stocktake' },
  'stocktake-loss': { zh: '盘亏单', en: 'Missing at a stocktake' },
} as const satisfies Record<string, Words>;

export const paperPrefixes: Readonly<Record<keyof typeof paperKinds, string>> = {
  issue: 'LY',
  'take-back': 'TK',
  lend: 'JY',
  return: 'GH',
  move: 'YD',
  repair: 'WX',
  'hand-over': 'YJ',
  transfer: 'DB',
  dispose: 'CZ',
  'stocktake-move': 'PDD',
  'stocktake-loss': 'PDD',
};

export const paperStates = {
  done: { zh: '已办结', en: 'Done' },
  'awaiting-signature': { zh: '待签收', en: 'To be signed' },
  'partly-signed': { zh: '部分签收', en: 'Signed in part' },
  signed: { zh: '已签收', en: 'Signed' },
  refused: { zh: '未通过', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  open: { zh: '办理中', en: 'Open' },
  proposed: { zh: '待审批', en: 'To be approved' },
  approved: { zh: '已批准', en: 'Approved' },
} as const satisfies Record<string, Words>;

export const repairResults = {
  repaired: { zh: '已修好', en: 'Repaired' },
  'beyond-repair': { zh: '无维修价值', en: 'Beyond repair' },
} as const satisfies Record<string, Words>;

export const paperFactWords = {
  'assets.PaperMade': { zh: '开具单据', en: 'Paper made' },
  'assets.PaperSigned': { zh: '签收', en: 'Paper signed' },
  'assets.PaperRefused': { zh: '拒收', en: 'Paper refused' },
  'assets.PaperWithdrawn': { zh: '撤回单据', en: 'Paper withdrawn' },
  'assets.RepairEnded': { zh: '维修完成', en: 'Repair ended' },
} as const satisfies Record<string, Words>;

export const paperRefusals: Readonly<Record<string, Words>> = {
  'cards-of-several-units': {
    zh: '一张单据只办一个单位的资产，请按单位分开办理。',
    en: 'A paper is over the assets of one unit: make one for each.',
  },
  'card-not-now': {
    zh: '“{number} {name}”现在是“{state}”，不能办理这项业务。',
    en: '“{number} {name}” is {state}: this is not open to it now.',
  },
  'receiver-unknown': { zh: '没有找到接收人，请核对。', en: 'The receiver is nobody here.' },
  'receiver-holds-it': {
    zh: '“{number}”已经由接收人使用。',
    en: 'The receiver uses “{number}” already.',
  },
  'nothing-moves': {
    zh: '请填写新的房间、地点或部门。',
    en: 'Say the new room, place or department.',
  },
  'due-before-loan': { zh: '应还日期不能早于借出日期。', en: 'It is due back before it is lent.' },
  'room-unknown': {
    zh: '没有找到这个房间，或不在您的管理范围内。',
    en: 'The room is not found, or not in your reach.',
  },
  'not-on-the-paper': { zh: '单据里没有这项资产。', en: 'The paper does not name this card.' },
  'same-unit': { zh: '调入单位就是现在的单位，请办移动。', en: 'It is that unit’s already: move it instead.' },
};
