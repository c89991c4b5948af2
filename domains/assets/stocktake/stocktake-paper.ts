import { type PdfBlock, writePdf } from '@opengoa/kernel/exchange';
import type { Result } from './contract.ts';
import type { Stocktake } from './stocktake.ts';
import type { LineRow, PlaceRow } from './stocktake-store.ts';
import { conflicts, hows, lineStates, scopes } from './words.zh.ts';

export interface PaperOf {
  readonly stocktake: Stocktake;
  readonly unitName: string;
  readonly lines: readonly LineRow[];
  readonly places: readonly PlaceRow[];
  readonly result: Result;
  readonly linesSha256: string;
  readonly second: { readonly name: string; readonly at: Date };
  readonly papers: readonly string[];
}

const instant = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** 盘点报告 as PDF: figures, progress by place, every difference with its explanation, and who signed. @returns the same bytes for the same stocktake */
export function stocktakePaper(of: PaperOf): Buffer {
  const { stocktake, unitName, lines, result, linesSha256, second, papers } = of;
  const places = new Map(of.places.map((place) => [place.id, place]));
  const nameOf = (id: string | null) => (id === null ? '—' : (places.get(id)?.name ?? '—'));
  const differences = lines.filter(({ state, conflict }) => state !== 'found' || conflict !== null);
  const blocks: PdfBlock[] = [
    {
      kind: 'pairs',
      rows: [
        ['盘点编号', stocktake.number],
        ['单位', unitName],
        ['盘点名称', stocktake.title],
        ['范围', `${scopes[stocktake.scope].zh} ${stocktake.scopeWords}`.trim()],
        ['账面日期', stocktake.day],
        ['盘点方式', stocktake.blind ? '先盘实物、后对账（不看清单）' : '持清单盘点'],
      ],
    },
    { kind: 'heading', text: '结果' },
    { kind: 'pairs', rows: figures(result) },
    { kind: 'heading', text: '各处进度' },
    {
      kind: 'table',
      heads: ['地点', '账面', '盘到', '盘完时间'],
      widths: [0.46, 0.14, 0.14, 0.26],
      rows: of.places
        .map((place) => ({ place, own: lines.filter((line) => line.expected && line.place === place.id) }))
        .filter(({ place, own }) => own.length > 0 || place.doneAt !== null)
        .map(({ place, own }) => [
          place.name,
          String(own.length),
          String(own.filter(({ state }) => state !== 'waiting').length),
          place.doneAt === null ? '—' : instant(place.doneAt),
        ]),
    },
    { kind: 'heading', text: `差异 ${differences.length} 项` },
    {
      kind: 'table',
      heads: ['资产编号', '名称', '账面地点', '盘到地点', '情况', '处理'],
      widths: [0.18, 0.18, 0.17, 0.17, 0.14, 0.16],
      rows: differences.map((line) => [
        line.code,
        line.name,
        nameOf(line.place),
        nameOf(line.seenPlace),
        line.conflict === null ? lineStates[line.state].zh : conflicts[line.conflict].zh,
        [line.how === null ? '' : hows[line.how].zh, line.why].filter(Boolean).join('：'),
      ]),
    },
    ...(papers.length === 0 ? [] : [{ kind: 'text', text: `随本次盘点生成的单据：${papers.join('、')}` } as const]),
    { kind: 'heading', text: '签字' },
    {
      kind: 'pairs',
      rows: [
        ['第一人', `${stocktake.firstName ?? ''}    ${stocktake.firstAt === null ? '' : instant(stocktake.firstAt)}`],
        ['第二人', `${second.name}    ${instant(second.at)}`],
      ],
    },
    {
      kind: 'text',
      text: `明细的校验值（SHA-256）：${linesSha256}\n本文件的校验值写在链式记录中，封存后任何改动都可以查出。`,
    },
  ];
  return writePdf({ title: `${unitName}资产盘点报告`, blocks, foot: stocktake.number, at: second.at });
}

function figures(result: Result): readonly (readonly [string, string])[] {
  const { estimate } = result;
  return [
    ['账面', `${result.expected} 张卡片`],
    ['账实相符', String(result.found)],
    ['数量不足', String(result.short)],
    ['在别处找到', String(result.elsewhere)],
    ['未盘到', String(result.missing)],
    ['不在清单', String(result.unexpected)],
    ['账外实物', String(result.surplus)],
    ['报失', `${result.lost} 项，原值 ${yuan(result.lostFen)} 元`],
    ['改地点', `${result.moved} 项`],
    ...(result.sampled === 0
      ? []
      : [['账到物抽查', `抽 ${result.sampled} 项，盘到 ${result.sampledSeen} 项`] as const]),
    ...(estimate === null
      ? []
      : [
          [
            '估计实有（两份清单法）',
            `${estimate.lowerBound ? '不少于 ' : ''}${estimate.total.toFixed(1)} ± ${estimate.error.toFixed(1)}，两份清单都没有的约 ${estimate.onNeither.toFixed(1)}`,
          ] as const,
        ]),
  ];
}
