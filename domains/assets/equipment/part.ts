import { part } from '@opengoa/kernel';
import { equipmentCards, fairness, headcounts, unitEquipment } from './equipment-reads.ts';
import { equipmentSaves } from './headcount-store.ts';
import { setHeadcount } from './set-headcount.ts';
import { equipmentRefusals } from './words.zh.ts';

export const equipment = part({
  verbs: [setHeadcount],
  reads: [unitEquipment, fairness, equipmentCards, headcounts],
  saves: equipmentSaves,
  refusals: equipmentRefusals,
});
