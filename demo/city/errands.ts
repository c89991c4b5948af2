import { along, type LonLat, onward, roads, yard } from '../city-map.ts';
import { random } from '../seeded.ts';

/** Where people go, how far it is there and back, and the road from each yard. Made up, as the map is. */

export interface Errand {
  readonly to: string;
  /** There and back. */
  readonly km: number;
  readonly minutes: number;
  readonly purpose: string;
  readonly crossCity: boolean;
  readonly road: readonly LonLat[];
}

/** The county's yard stands in its seat, sixty-three kilometres along the road. */
export const countyYard: LonLat = along(roads['石桥县政务服务中心']!, 63);

function road(from: LonLat, seed: number, bearing: number, km: number): LonLat[] {
  const next = random(seed);
  const points: LonLat[] = [from];
  for (let gone = 0; gone < km; gone += 1.5)
    points.push(onward(points.at(-1)!, bearing + (next() - 0.5) * 50, Math.min(1.5, km - gone)));
  return points;
}

const errand = (
  from: LonLat,
  to: string,
  km: number,
  bearing: number,
  minutes: number,
  purpose: string,
  crossCity = false,
): Errand => ({ to, km, minutes, purpose, crossCity, road: road(from, km * 31 + bearing, bearing, km * 0.9) });

const ofCity: readonly Errand[] = [
  errand(yard, '临江市会议中心', 18, 118, 150, '参加全市工作会议'),
  errand(yard, '市档案馆', 12, 20, 120, '移交档案'),
  errand(yard, '开发区管委会', 32, 205, 180, '调研重点项目'),
  errand(yard, '临江港务区', 46, 160, 210, '检查安全生产'),
  errand(yard, '青江水库', 74, 300, 300, '巡查防汛设施'),
  errand(yard, '东岭乡', 58, 85, 270, '走访帮扶村'),
  errand(yard, '南坪工业园', 28, 190, 180, '企业服务'),
  errand(yard, '高铁临江站', 22, 145, 120, '接送公务人员'),
  errand(yard, '石桥县政务服务中心', 126, 62, 420, '督导政务服务'),
  errand(yard, '石桥县中学', 118, 74, 400, '专项检查'),
  errand(yard, '云岭林场', 96, 330, 360, '检查森林防火'),
  errand(yard, '青山省人民政府', 212, 315, 540, '汇报工作', true),
  errand(yard, '邻省江南市', 196, 120, 520, '对接协作事项', true),
];
const ofCounty: readonly Errand[] = [
  errand(countyYard, '石桥县会议中心', 8, 100, 120, '参加全县工作会议'),
  errand(countyYard, '桥头镇', 26, 30, 180, '检查项目进度'),
  errand(countyYard, '双河镇', 38, 140, 210, '走访农户'),
  errand(countyYard, '石桥水厂', 16, 250, 150, '检查供水'),
  errand(countyYard, '西岗乡', 54, 280, 270, '督导秸秆禁烧'),
  errand(countyYard, '临江市机关大院', 126, 242, 420, '到市里参会'),
  errand(countyYard, '青山省财政厅', 232, 300, 570, '报送材料', true),
];
const ofPolice: readonly Errand[] = [
  errand(yard, '城东派出所', 14, 95, 180, '案件协查'),
  errand(yard, '开发区派出所', 32, 205, 210, '巡查'),
  errand(yard, '石桥县公安局', 124, 62, 420, '案件会商'),
  errand(yard, '青江大桥检查站', 26, 170, 240, '执勤'),
];

export const errands = { 市: ofCity, 县: ofCounty, 公安: ofPolice } as const;
export const yardOf = (pool: keyof typeof errands): LonLat => (pool === '县' ? countyYard : yard);
