import type { OutCell, OutRow, OutSheet } from '@opengoa/kernel/exchange';
import { categories } from '../words.zh.ts';
import type { UseRate } from './answers.ts';
import { suggestionWords } from './use-rate-words.ts';

/** 使用率 as a workbook: vehicle by vehicle and unit by unit, in Chinese, as it goes round. */

const text = (value: string): OutCell => ({ value, format: 'text' });
const whole = (value: number): OutCell => ({ value, format: 'integer' });
const amount = (value: number | null): OutCell => ({ value });
const row = (...cells: (OutCell | null)[]): OutRow => ({ cells });
const heads = (...names: string[]): OutRow => row(...names.map((value): OutCell => ({ value, look: 'header' })));
const shareOf = (share: number | null): OutCell =>
  share === null ? text('数据不足') : amount(Math.round(share * 1000) / 10);

export function useRateWorkbook(it: UseRate): { readonly name: string; readonly sheets: readonly OutSheet[] } {
  const vehicles = it.vehicles.map((each) =>
    row(
      text(each.plate),
      text(each.unitName),
      text(categories[each.category].zh),
      shareOf(each.share),
      whole(each.usedWorkdays),
      whole(each.availableWorkdays),
      whole(each.repairWorkdays),
      whole(each.usedDays),
      amount(each.hours),
      whole(each.km),
      text(each.idle ? '闲置待核' : ''),
      text(each.idleStretches.map(({ from, to, workdays }) => `${from}至${to}（${workdays}个工作日）`).join('；')),
      each.peersShare === null ? text('') : shareOf(each.peersShare),
      whole(each.peers),
      text(each.suggestion === null ? '' : suggestionWords[each.suggestion].zh),
    ),
  );
  const units = it.units.map((each) =>
    row(
      text(each.unitName),
      whole(each.vehicles),
      shareOf(each.share),
      whole(each.usedWorkdays),
      whole(each.availableWorkdays),
      amount(each.hours),
      whole(each.km),
      whole(each.idle),
      whole(each.insufficient),
    ),
  );
  const told = [text(`${it.from}至${it.to}`), text('使用率单位为 %')];
  return {
    name: `车辆使用率 ${it.from}至${it.to}`,
    sheets: [
      {
        name: '逐车',
        columns: [{ width: 12 }, { width: 24 }, { width: 18 }, ...Array.from({ length: 12 }, () => ({ width: 14 }))],
        rows: [
          row(...told),
          heads(
            '车牌号',
            '所属单位',
            '车辆类别',
            '使用率',
            '出车工作日',
            '可用工作日',
            '维修工作日',
            '出车天数',
            '小时',
            '里程',
            '标记',
            '闲置段',
            '同类中位',
            '同类车数',
            '供核对',
          ),
          ...vehicles,
        ],
      },
      {
        name: '逐单位',
        columns: [{ width: 28 }, ...Array.from({ length: 8 }, () => ({ width: 14 }))],
        rows: [
          row(...told),
          heads('单位', '车辆', '使用率', '出车工作日', '可用工作日', '小时', '里程', '闲置待核', '数据不足'),
          ...units,
        ],
      },
    ],
  };
}
