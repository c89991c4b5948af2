import { words, type Words } from '@opengoa/kernel/words';

const help: Readonly<Record<string, readonly Words[]>> = {
  '/assets/equipment': [
    words(
      '选择单位，查看各品目可配多少、现有多少、超出多少。',
      'Choose a unit: what it may have of each item, has, and has beyond.',
    ),
    words('点“可配”看依据哪份文件、怎样计算；点“现有”看资产明细。', 'Allowed opens its paper, held opens the cards.'),
    words('人数或间数不对时，点“核定配置人数”更正。', 'Where staff or offices are wrong, set the headcount.'),
  ],
  '/assets/fairness': [
    words(
      '选择地区或主管单位和品目，比较各单位人均数与标准；点“现有”看资产明细。',
      'Choose a tree and an item: units are compared per head with the standard; each opens its cards.',
    ),
    words(
      '用于发现可以调剂的余缺；人数少的单位不比较。',
      'It shows what could be moved; small units are not compared.',
    ),
  ],
  '/assets/headcounts': [
    words(
      '登记各单位的编制数、实有人数和办公室间数，配置标准按它计算。',
      'Establishment, staff and offices by which the standard is counted.',
    ),
    words('同一天再次核定，以后一次为准。', 'Set twice for one day, the later stands.'),
  ],
  '/assets/equipment/cards': [
    words(
      '列出属于配置标准品目的资产卡片，可按单位、品目筛选；点开看卡片。',
      'Cards that are an item of the standard; filter by unit and item, open one for its card.',
    ),
  ],
};
export default help;
