import { besideOthers } from '@opengoa/kernel/agreeing-counts';
import type { Judgement, RiskSubject, Settings } from '@opengoa/kernel/risk-kit';

/** The people of one institution as the offices that stand keep them, on the last day of the month reported. */
export interface HeadsAcrossInputs {
  /** `2026-10` */
  readonly month: string;
  /** 用能人数 of the statement. */
  readonly reported: number;
  readonly counts: readonly { readonly office: HeadOffice; readonly people: number }[];
}

const offices = {
  posts: '人事任职',
  desks: '办公用房座位',
  quota: '办公用房核定',
  equipment: '资产配置人数',
  canteen: '食堂就餐人数',
} as const;
export type HeadOffice = keyof typeof offices;

export function judge(
  subject: RiskSubject,
  { month, reported, counts }: HeadsAcrossInputs,
  settings: Settings,
): Judgement {
  const at = (name: string) => settings[name] ?? 0;
  const others = counts.filter(({ people }) => people > 0);
  const evidence = [
    { table: 'energy.statement_cell', key: `${subject.id}/${month}/heads`, field: 'value', value: reported },
    ...others.map(({ office, people }) => ({
      table: office,
      key: `${subject.id}/${month}`,
      field: 'people',
      value: people,
    })),
  ];
  const decided = { threshold: null, value: null, unit: 'people', evidence } as const;
  const told = others.map(({ office, people }) => `${offices[office]}${people}`).join('、');
  const found = others.length === 0 ? null : besideOthers(reported, othersOf(others), at('share'), at('least-people'));
  const data = { month, reported, told, agreeing: found?.agreeing.length ?? 0, least: at('least-offices') };
  if (found === null || found.agreeing.length < at('least-offices'))
    return { ...decided, status: 'insufficient_data', said: { template: 'too-few', data } };
  const { gap, room, middle, isApart } = found;
  const judged = {
    ...decided,
    value: Math.round(Math.abs(gap)),
    threshold: Math.round(10 * room) / 10,
  };
  const full = { ...data, middle, gap: Math.round(Math.abs(gap)), room: Math.round(room) };
  if (!isApart) return { ...judged, status: 'clear', said: { template: 'clear', data: full } };
  return {
    ...judged,
    status: 'flag',
    llr: at('llr'),
    // A number of people is not money; what it moves is every figure per head.
    loss: { low: 0, mid: 0, high: 0, unit: 'fen' },
    said: { template: gap > 0 ? 'more' : 'fewer', data: full },
  };
}

const othersOf = (others: HeadsAcrossInputs['counts']): number[] => others.map(({ people }) => people);
