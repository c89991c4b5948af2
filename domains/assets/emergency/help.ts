import { words, type Words } from '@opengoa/kernel/words';

/** What the pages of emergencies are for. */
export default {
  '/assets/emergencies': [
    words(
      '发生突发事件时按文件转入应急状态，范围为所选单位及其下级；有调用权限的单位随即可以直接调用。',
      'By a paper an emergency is declared over a unit and all below it: units with a right may call stock at once.',
    ),
    words('事件结束后点“转回平时”；已出库的按期归还。', 'End it afterwards; what is out comes back by its day.'),
  ],
  '/assets/call-rights': [
    words(
      '平时由设仓单位设定：哪个单位、对哪个公物仓的哪类物资、一次最多调用多少。',
      'Said in peace by the unit of the store: who may call which class out of it, and how much at once.',
    ),
  ],
  '/assets/callable': [
    words(
      '按权限本单位可以调用的在仓物资。应急状态下点“应急调用”；别人的预约让路，已借出的不收回。',
      'What your unit may call. In an emergency reservations give way; what is lent stays lent.',
    ),
  ],
  '/assets/emergency-calls': [
    words(
      '我方调用和我方出库各一行。保管单位点“应急出库”，随即成为一笔借用，到期归还验收。',
      'One row for either side. The keeper hands out, and it is a loan with its day from then on.',
    ),
  ],
} satisfies Readonly<Record<string, readonly Words[]>>;
