import type { TableShape } from '@opengoa/kernel/exchange';
import { equipmentDue } from '../../methods/safety/equipment-due.ts';
import { all, day, lastDay, maybeName, name, textIn, toVerify } from '../columns-and-cells.ts';
import type { AnalysisMethod } from '../method.ts';

const input: TableShape = {
  title: { zh: '特种设备台账', en: 'special equipment' },
  columns: {
    device: name('设备编号', 'Device', '设备', '编号'),
    certificate: maybeName('检验证书编号', 'Certificate', '证书'),
    due: day('下次检验日期', 'Due', '到期日'),
  },
};

/** Special equipment past its next inspection, without a certificate, or sharing one (SF-04). */
export const equipmentDueOfFiles: AnalysisMethod = {
  name: 'equipment-due',
  about: {
    zh: '电梯、压力容器、消防设备等的检验到期，证书缺失或重复',
    en: 'Lifts, vessels and fire equipment past their inspection, without a certificate or sharing one',
  },
  input,
  settings: { on: { zh: '截止日期（默认为今天）', en: 'as of this day (today)' } },
  output: ['device', 'certificate', 'due', 'pattern', 'days'],
  async *run(rows, _files, settings) {
    const known = await all(rows);
    const on = settings['on'] ?? lastDay([new Date().toISOString().slice(0, 10)]);
    const equipment = known.map((row) => ({
      device: textIn(row, 'device'),
      certificate: textIn(row, 'certificate'),
      due: textIn(row, 'due'),
    }));
    for (const [i, { daysOver, pattern }] of equipmentDue(equipment, on).entries()) {
      const said = {
        '': { zh: `距检验到期${-daysOver}天`, en: `${-daysOver} days before its inspection` },
        overdue: toVerify(
          `检验已过期${daysOver}天。请确认是否停用或已检验未登记`,
          `${daysOver} days past its inspection. Is it out of use, or inspected and not entered`,
        ),
        'no-certificate': toVerify('没有登记检验证书。请补登', 'no certificate is on file. Enter it'),
        'certificate-twice': toVerify(
          '同一证书登记在几台设备上。请核对',
          'one certificate stands for several devices. Check it',
        ),
      }[pattern];
      yield {
        values: { ...equipment[i]!, pattern, days: daysOver },
        score: pattern === '' ? 0 : 1,
        flag: pattern === '' ? 0 : 1,
        reason: said,
      };
    }
  },
};
