import type { OutCell, OutRow, OutSheet } from '@opengoa/kernel/exchange';
import type { ReportAnswer } from './contract.ts';
import { footOf } from './foot-of.ts';
import { reportFields, type ReportField, reportStates } from './words.zh.ts';

/** The forms as they are filed: units, buildings and changes of the year, each with its foot. In Chinese, as the forms are. */

const text = (value: string): OutCell => ({ value, format: 'text' });
const head = (value: string): OutCell => ({ value, look: 'header' });
const amount = (value: number | null): OutCell => ({ value });
const row = (...cells: OutCell[]): OutRow => ({ cells });

const unitFields = [
  'approvedPeople',
  'actualPeople',
  'rooms',
  'officeM2',
  'serviceM2',
  'equipmentM2',
  'basicM2',
  'ancillaryM2',
  'technicalM2',
  'borrowedM2',
  'quotaM2',
  'overM2',
  'overRooms',
] as const satisfies readonly ReportField[];
const buildingFields = [
  'grossM2',
  'rooms',
  'usableM2',
  'officeM2',
  'serviceM2',
  'equipmentM2',
  'ancillaryM2',
  'technicalM2',
  'vacantRooms',
  'vacantM2',
  'rentedOutM2',
  'lentM2',
  'repairM2',
] as const satisfies readonly ReportField[];

export function reportWorkbook(it: ReportAnswer): { readonly name: string; readonly sheets: readonly OutSheet[] } {
  const { forms } = it;
  const unitFoot = footOf(forms.units, unitFields);
  const buildingFoot = footOf(forms.buildings, buildingFields);
  const top = (title: string): OutRow[] => [
    row({ value: `${it.unitName} ${it.year}年${title}`, look: 'header' }),
    row(text(`统计时点：${it.asOf}　面积单位：平方米　状态：${reportStates[it.state].zh}`)),
  ];
  const foot = row(
    text(`单位负责人：${it.head ?? ''}　统计负责人：${it.statistician ?? ''}　填表人：${it.submittedName ?? ''}`),
  );
  const sheet = (name: string, widths: readonly number[], rows: OutRow[]): OutSheet => ({
    name,
    columns: widths.map((width) => ({ width })),
    rows: [...rows, foot],
    frozenRows: 3,
    pageFooter: `${it.unitName} ${it.year}年`,
  });
  return {
    name: `${it.unitName} ${it.year}年办公用房统计报告`,
    sheets: [
      sheet(
        '单位用房',
        [28, ...unitFields.map(() => 14)],
        [
          ...top('单位办公用房情况表'),
          row(head('单位'), ...unitFields.map((field) => head(reportFields[field].zh))),
          ...forms.units.map((line) => row(text(line.name), ...unitFields.map((field) => amount(line[field])))),
          row(text('合计'), ...unitFields.map((field) => amount(unitFoot[field]))),
        ],
      ),
      sheet(
        '房屋',
        [24, 24, 28, 10, 10, ...buildingFields.map(() => 14)],
        [
          ...top('办公用房房屋情况表'),
          row(
            head('房屋'),
            head('管理单位'),
            head('地址坐落'),
            head('类型'),
            head('建成年份'),
            ...buildingFields.map((field) => head(reportFields[field].zh)),
          ),
          ...forms.buildings.map((line) =>
            row(
              text(line.name),
              text(line.keeperName),
              text(line.address),
              text(line.form === 'high-rise' ? '高层' : '多层'),
              amount(line.builtYear),
              ...buildingFields.map((field) => amount(line[field])),
            ),
          ),
          row(
            text('合计'),
            ...['', '', '', ''].map(text),
            ...buildingFields.map((field) => amount(buildingFoot[field])),
          ),
        ],
      ),
      sheet(
        '年度变动',
        [12, 24, 12, 12, 24, 24, 12, 28],
        [
          ...top('办公用房变动情况表'),
          row(...['日期', '房屋', '房号', '使用面积', '原使用单位', '现使用单位', '方式', '文件'].map(head)),
          ...forms.changes.map(({ day, building, number, areaM2, fromName, toName, kind, paper }) =>
            row(
              text(day),
              text(building),
              text(number),
              amount(areaM2),
              text(fromName ?? ''),
              text(toName),
              text({ allotted: '分配使用', lent: '借用', kept: '收回留存' }[kind] ?? kind),
              text(paper),
            ),
          ),
        ],
      ),
    ],
  };
}
