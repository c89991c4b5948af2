import { words, type Words } from '@opengoa/kernel/words';
import { type Answer, Figure, money, useWords, wanYuan } from '@opengoa/web-kit';

export type Cost = Answer<'space.cost'>;
export type Building = Cost['buildings'][number];
export type CostPart = keyof Cost['parts'];

interface ToldProps {
  readonly fen: number | null;
  readonly period: string;
  readonly formula: { readonly zh: string; readonly en: string };
  readonly rows?: string;
  /** What is said where it is not known. */
  readonly lacks?: Words;
  readonly shown?: (fen: number) => string;
}
/** A figure that opens to where it comes from; what nobody entered is not known, and is no nought. */
export function Told({ fen, period, formula, rows, lacks = unknown, shown = money }: ToldProps) {
  const { w } = useWords();
  if (fen === null) return <span className="k-faint">{w(lacks)}</span>;
  return (
    <Figure source={{ value: fen / 100, unit: '元', period, formula, ...(rows ? { rows } : {}) }}>{shown(fen)}</Figure>
  );
}
const unknown = words('资料不足', 'Not known');
/** In tables the unit stands in the header. */
export const wan = (fen: number): string => wanYuan(fen);

/** What a part of a building's cost was reckoned from, and where its rows are. */
export function sourceOf(building: Building, part: CostPart, of: Cost): Pick<ToldProps, 'formula' | 'rows' | 'lacks'> {
  const inYear = (column: string) => `f.building_id=${building.id}&f.${column}.from=${of.from}&f.${column}.to=${of.to}`;
  switch (part) {
    case 'depreciation':
      return {
        formula:
          building.lacks === 'value'
            ? words('没有登记房屋价值，不计折旧', 'no value is registered: none')
            : building.lacks === 'structure'
              ? words('登记的结构没有折旧年限，不计折旧', 'the structure has no years: none')
              : words(
                  `房屋价值 ${money(building.valueFen)} ÷ ${building.years} 年 ÷ 12 × ${of.months} 个月，提足后不再计`,
                  `${money(building.valueFen)} over ${building.years} years, ${of.months} months; none once written off`,
                ),
        rows: `/space/buildings/${building.id}?tab=about`,
        lacks: building.lacks === 'value' ? words('未登记价值', 'No value') : words('结构无年限', 'No years'),
      };
    case 'rent':
      return {
        formula: words('租用该房屋已付的租金', 'rent paid for the building'),
        rows: `/space/rents?${inYear('day')}`,
        lacks: words('未登记租金', 'No rent entered'),
      };
    case 'energy':
      return {
        formula: words(
          building.energyBuilding === null
            ? '未关联公共机构节能的建筑，只计登记的供暖费'
            : `总表各月用量 × 单价，加登记的供暖费${building.unpricedMonths > 0 ? `；${building.unpricedMonths} 个表月没有单价，未计` : ''}`,
          building.energyBuilding === null
            ? 'no building of the energy office is linked: heating expenses alone'
            : `main meters at their prices, and heating expenses; ${building.unpricedMonths} months without a price left out`,
        ),
        rows: building.energyBuilding
          ? `/energy/buildings/${building.energyBuilding}`
          : `/space/expenses?f.building_id=${building.id}&f.kind=heating`,
        lacks:
          building.energyBuilding === null
            ? words('未关联用能建筑', 'No link')
            : building.unpricedMonths > 0
              ? words('没有单价', 'No price')
              : words('没有读数', 'Not read'),
      };
    case 'repair':
      return {
        formula: words(
          '维修项目的支出，加登记的零星维修和设备维保（见“用房费用”）',
          'what was paid for works, and small repairs and upkeep of equipment among the expenses',
        ),
        rows: `/space/spendings?${inYear('day')}`,
        lacks: words('未登记', 'None entered'),
      };
    case 'property':
      return {
        formula: words('登记的物业服务费，按天计入本年', 'property service by the days of the year'),
        rows: `/space/expenses?f.building_id=${building.id}&f.kind=property`,
        lacks: words('未登记', 'None entered'),
      };
    default:
      return {
        formula: words('登记的保险税费和其他，按天计入本年', 'insurance, dues and other by the days of the year'),
        rows: `/space/expenses?f.building_id=${building.id}`,
        lacks: words('未登记', 'None entered'),
      };
  }
}
