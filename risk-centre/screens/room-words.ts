import type { Words } from '@opengoa/kernel/contract';

const known: Readonly<Record<string, Words>> = {
  kernel: { zh: '平台', en: 'Platform' },
  vehicles: { zh: '公务用车', en: 'Official vehicles' },
  energy: { zh: '公共机构节能', en: 'Energy' },
  'risk-centre': { zh: '风控中心', en: 'Risk centre' },
  space: { zh: '办公用房', en: 'Office space' },
  procurement: { zh: '采购询价', en: 'Procurement' },
  assets: { zh: '国有资产', en: 'Assets' },
};

/** An office by the name of its folder; one that came later is called as it is. */
export const roomWords = (room: string): Words => known[room] ?? { zh: room, en: room };
