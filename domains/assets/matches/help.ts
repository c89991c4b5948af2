import { words, type Words } from '@opengoa/kernel/words';

export default {
  '/assets/demands': [
    words('本单位需要什么、要多少、什么时候要。', 'What your unit needs, how much and when.'),
    words(
      '提出后打开需求，采用合适的闲置物品；没有合适的再考虑新购。',
      'Raise one, open it and take up what suits; buy only where nothing does.',
    ),
  ],
  '/assets/needs': [
    words('全系统各单位还缺的东西。', 'What units of the whole tree still lack.'),
    words('手头有合适的，在“入仓台账”申请入仓。', 'Where you have it, offer it to the warehouse.'),
  ],
  '/assets/matches': [
    words('每一笔匹配办到哪一步，不采用的原因和跟进情况。', 'How far each match is, and why some were refused.'),
    words('上级按不采用原因筛选，点“跟进”写明结果。', 'Whoever is above filters by the reason and follows it up.'),
  ],
  '/assets/pool-plans': [
    words(
      '一次算出一个范围内全部需求和闲置物品的最省方案。',
      'The cheapest way for all that is needed and lies idle in a range.',
    ),
    words(
      '与逐项挑选比较节省多少，标明与最优的差距；可整体或逐行采纳。',
      'Held beside going down the list, with its gap; accepted whole or line by line.',
    ),
  ],
  '/assets/demands/{id}': [
    words('合适的闲置物品按分数排列，逐条写明理由。', 'What would do, by score, each with its reasons.'),
    words('点“采用”送调出单位审批；不合适点“不采用”并选原因。', 'Take one up, or refuse it and say why.'),
  ],
  '/assets/matches/{id}': [
    words('一笔匹配：物品、需求、理由和节省。', 'One match: thing, demand, reasons and what it saves.'),
    words('调出单位负责人同意后，由资产管理员开具调拨单。', 'Once the giver agrees its clerk draws up the transfer.'),
  ],
  '/assets/pool-plans/{id}': [
    words(
      '方案节省多少、比逐项挑选多多少、离最优还差多少。',
      'What the plan saves, beside going down the list, and its gap.',
    ),
    words('整体采纳点上方按钮，单笔采纳点行内按钮。', 'Accept it whole above, or line by line.'),
  ],
} satisfies Readonly<Record<string, readonly Words[]>>;
