import { words, type Words } from '@opengoa/kernel/words';

export default {
  '/space/cost': [
    words(
      '一年里各栋房屋花了多少：折旧、租金、能源、物业、维修和其他，折成每平方米和每个座位，再按房间面积和天数分给用房单位。',
      'What each building cost in a year: depreciation, rent, energy, property service, repair; by square metre and seat, and by the units whose rooms they are.',
    ),
    words(
      '每个数都能点开看来历。写着资料不足或未登记的，是没有登记，不是零：请补价值、结构、单价、关联的用能建筑或费用。',
      'Every figure opens. What is not known was never entered and is no nought: add the value, the structure, prices or expenses.',
    ),
  ],
  '/space/expenses': [
    words(
      '物业费、供暖费、零星维修、设备维保和保险等，按票据登记，写清费用期间；跨年的按天分到各年。',
      'Property service, heating, small repairs, equipment, insurance: by receipt, with the days they pay for; what crosses a year is shared by days.',
    ),
    words(
      '登记错的用“冲销”，记录保留，不再计入成本。',
      'What was entered wrongly is struck: it stays and counts no more.',
    ),
  ],
} satisfies Readonly<Record<string, readonly Words[]>>;
