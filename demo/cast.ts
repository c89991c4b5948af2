import { idOf, pick, random } from './seeded.ts';

/** A superior, a city, a county; a dozen units; a hundred people. All names are made up (SEC-DC-08). */

export interface DemoUnit {
  readonly key: string;
  readonly name: string;
  readonly parent: string | null;
  readonly kind: 'region' | 'institution' | 'division';
  readonly level: 'province' | 'city' | 'county';
  readonly regionCode?: string;
}

const unit = (
  key: string,
  name: string,
  parent: string | null,
  kind: DemoUnit['kind'],
  level: DemoUnit['level'],
  regionCode?: string,
): DemoUnit => ({
  key,
  name,
  parent,
  kind,
  level,
  ...(regionCode ? { regionCode } : {}),
});

export const units: readonly DemoUnit[] = [
  unit('省', '青山省', null, 'region', 'province', '990000'),
  unit('省局', '青山省机关事务管理局', '省', 'institution', 'province'),
  unit('市', '临江市', '省', 'region', 'city', '990100'),
  unit('市局', '临江市机关事务管理局', '市', 'institution', 'city'),
  unit('车管科', '车辆管理科', '市局', 'division', 'city'),
  unit('节能科', '公共机构节能科', '市局', 'division', 'city'),
  unit('风控科', '风控监督科', '市局', 'division', 'city'),
  unit('财政局', '临江市财政局', '市', 'institution', 'city'),
  unit('财政局办', '办公室', '财政局', 'division', 'city'),
  unit('教育局', '临江市教育局', '市', 'institution', 'city'),
  unit('卫健委', '临江市卫生健康委员会', '市', 'institution', 'city'),
  unit('图书馆', '临江市图书馆', '市', 'institution', 'city'),
  unit('县', '石桥县', '市', 'region', 'county', '990121'),
  unit('县中心', '石桥县机关事务服务中心', '县', 'institution', 'county'),
  unit('县财政局', '石桥县财政局', '县', 'institution', 'county'),
];

const regionOf = (key: string): string => {
  const unit = units.find((each) => each.key === key)!;
  return unit.regionCode ?? regionOf(unit.parent!);
};

/** What files of other systems call the unit: its region's code, and a number behind it for what is not the region itself. */
export const unitCode = (key: string): string => {
  const region = regionOf(key);
  const inRegion = units.filter((each) => regionOf(each.key) === region);
  const at = inRegion.findIndex((each) => each.key === key);
  return at === 0 ? region : `${region}-${String(at).padStart(2, '0')}`;
};

export interface DemoPerson {
  readonly name: string;
  readonly unit: string;
  readonly post: string;
  readonly rank: string;
  readonly leads: boolean;
  /** Rights of the post: role, unit, and below it. */
  readonly rights: readonly (readonly [role: string, unit: string, below: boolean])[];
  /** Has an account in the demo; the others are colleagues in the directory. */
  readonly account?: string;
  readonly about?: string;
}

const staff = (at: string) => ['staff', at, false] as const;

export const named: readonly DemoPerson[] = [
  {
    name: '周敏',
    unit: '财政局办',
    post: '科员',
    rank: '一级科员',
    leads: false,
    rights: [staff('财政局办')],
    account: 'zhoumin',
    about: '申请用车 asks for a vehicle',
  },
  {
    name: '何涛',
    unit: '财政局办',
    post: '办公室主任',
    rank: '乡科级正职',
    leads: true,
    rights: [staff('财政局办'), ['head', '财政局', true]],
    account: 'hetao',
    about: '审批、说明异常 approves, answers findings',
  },
  {
    name: '江采薇',
    unit: '财政局办',
    post: '采购专员',
    rank: '一级科员',
    leads: false,
    rights: [staff('财政局办'), ['clerk', '财政局', true]],
    account: 'jiangcaiwei',
    about: '采购询价 inquiries and quotes',
  },
  {
    name: '陈国栋',
    unit: '财政局',
    post: '局长',
    rank: '县处级正职',
    leads: true,
    rights: [staff('财政局'), ['leader', '财政局', true]],
    account: 'chenguodong',
    about: '长途审批 approves long trips',
  },
  {
    name: '吴静',
    unit: '车管科',
    post: '调度员',
    rank: '四级主任科员',
    leads: false,
    rights: [staff('车管科'), ['dispatcher', '市', true]],
    account: 'wujing',
    about: '派车 dispatches',
  },
  {
    name: '郑强',
    unit: '车管科',
    post: '科长',
    rank: '乡科级正职',
    leads: true,
    rights: [staff('车管科'), ['head', '车管科', true], ['fleet-clerk', '市', true]],
    account: 'zhengqiang',
    about: '车辆台账、结算 fleet ledger, settles',
  },
  {
    name: '孙师傅',
    unit: '车管科',
    post: '驾驶员',
    rank: '机关工勤',
    leads: false,
    rights: [staff('车管科'), ['driver', '车管科', false]],
    account: 'sunshifu',
    about: '出车 drives',
  },
  {
    name: '冯毅',
    unit: '市局',
    post: '局长',
    rank: '县处级正职',
    leads: true,
    rights: [staff('市局'), ['leader', '市', true]],
    account: 'fengyi',
    about: '局领导 bureau leader',
  },
  {
    name: '钱晓燕',
    unit: '节能科',
    post: '科长',
    rank: '乡科级正职',
    leads: true,
    rights: [staff('节能科'), ['head', '节能科', true], ['energy-clerk', '市', true]],
    account: 'qianxiaoyan',
    about: '能耗台账、抄表 meters and readings',
  },
  {
    name: '唐宁',
    unit: '市局',
    post: '办公用房专员',
    rank: '三级主任科员',
    leads: false,
    rights: [staff('市局'), ['space-clerk', '市', true]],
    account: 'tangning',
    about: '房产台账、座位、配置 premises, seats, allotment',
  },
  {
    name: '宋洁',
    unit: '市局',
    post: '资产专员',
    rank: '三级主任科员',
    leads: false,
    rights: [staff('市局'), ['assets-clerk', '市', true]],
    account: 'songjie',
    about: '资产台账、公物仓、盘点 assets, warehouse, stocktake',
  },
  {
    name: '沈洁',
    unit: '风控科',
    post: '科长',
    rank: '乡科级正职',
    leads: true,
    rights: [staff('风控科'), ['risk-officer', '市', true]],
    account: 'shenjie',
    about: '核实、交办、验收 verifies findings',
  },
  {
    name: '秦正',
    // Of the city's own commission: nobody of the offices that are looked at.
    unit: '市',
    post: '纪检监察专员',
    rank: '三级主任科员',
    leads: false,
    // Nothing of the staff's own: what is seen is what an open window shows.
    rights: [['inspector', '市', true]],
    account: 'qinzheng',
    about: '只读窗口，每次查看留痕 read-only windows',
  },
  {
    name: '李建华',
    unit: '教育局',
    post: '办公室主任',
    rank: '乡科级正职',
    leads: true,
    rights: [staff('教育局'), ['head', '教育局', true]],
    account: 'lijianhua',
    about: '单位说明 answers for the education bureau',
  },
  {
    name: '黄丽',
    unit: '卫健委',
    post: '办公室主任',
    rank: '乡科级正职',
    leads: true,
    rights: [staff('卫健委'), ['head', '卫健委', true]],
    account: 'huangli',
  },
  {
    name: '徐文',
    unit: '图书馆',
    post: '馆长',
    rank: '乡科级正职',
    leads: true,
    rights: [staff('图书馆'), ['head', '图书馆', true]],
    account: 'xuwen',
    about: '单位说明 answers for the library',
  },
  {
    name: '石磊',
    unit: '县财政局',
    post: '办公室主任',
    rank: '乡科级副职',
    leads: true,
    rights: [staff('县财政局'), ['head', '县财政局', true]],
    account: 'shilei',
    about: '县级单位 a county unit',
  },
  {
    name: '马兰',
    unit: '县中心',
    post: '主任',
    rank: '乡科级正职',
    leads: true,
    rights: [staff('县中心'), ['head', '县中心', true], ['leader', '县', true]],
    account: 'malan',
  },
  {
    name: '韩非',
    unit: '省局',
    post: '督察专员',
    rank: '县处级副职',
    leads: true,
    rights: [staff('省局'), ['superior', '省', true]],
    account: 'hanfei',
    about: '上级部门 the superior',
  },
  {
    name: '林芳',
    unit: '市局',
    post: '审计管理员',
    rank: '三级主任科员',
    leads: false,
    rights: [['audit-admin', '省', true]],
    account: 'linfang',
    about: '审计管理员 audit administrator',
  },
  {
    name: '许志远',
    unit: '市局',
    post: '系统管理员',
    rank: '三级主任科员',
    leads: false,
    rights: [['system-admin', '省', true]],
    account: 'xuzhiyuan',
    about: '系统管理员 system administrator',
  },
  {
    name: '方晴',
    unit: '市局',
    post: '安全管理员',
    rank: '三级主任科员',
    leads: false,
    rights: [['security-admin', '省', true]],
    account: 'fangqing',
    about: '安全管理员 security administrator',
  },
  {
    name: '罗成',
    unit: '市局',
    post: '安全管理员(备)',
    rank: '三级主任科员',
    leads: false,
    rights: [['security-admin', '省', true]],
  },
  {
    name: '赵师傅',
    unit: '车管科',
    post: '驾驶员(二)',
    rank: '机关工勤',
    leads: false,
    rights: [staff('车管科'), ['driver', '车管科', false]],
  },
  {
    name: '王师傅',
    unit: '车管科',
    post: '驾驶员(三)',
    rank: '机关工勤',
    leads: false,
    rights: [staff('车管科'), ['driver', '车管科', false]],
  },
  {
    name: '刘师傅',
    unit: '车管科',
    post: '驾驶员(四)',
    rank: '机关工勤',
    leads: false,
    rights: [staff('车管科'), ['driver', '车管科', false]],
  },
];

const surnames = [...'张李王刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const givens = [
  '伟',
  '芳',
  '娜',
  '秀英',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '军',
  '洋',
  '勇',
  '艳',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '霞',
  '平',
  '刚',
  '桂英',
  '文博',
  '子涵',
  '雨桐',
  '建国',
  '志强',
  '晓东',
  '海燕',
  '思远',
];

/** Colleagues, until there are a hundred people: without accounts, so that units have a size. */
function colleagues(count: number): DemoPerson[] {
  const next = random(42);
  const taken = new Set(named.map(({ name }) => name));
  const homes = ['财政局办', '财政局', '教育局', '卫健委', '图书馆', '市局', '节能科', '县中心', '县财政局', '省局'];
  const found: DemoPerson[] = [];
  while (found.length < count) {
    const name = pick(next, surnames) + pick(next, givens);
    if (taken.has(name)) continue;
    taken.add(name);
    const at = homes[found.length % homes.length]!;
    found.push({
      name,
      unit: at,
      post: `科员${found.length + 1}`,
      rank: '一级科员',
      leads: false,
      rights: [staff(at)],
    });
  }
  return found;
}

export const people: readonly DemoPerson[] = [...named, ...colleagues(100 - named.length)];

export const unitId = (key: string) => idOf(`unit/${key}`);
export const personId = (name: string) => idOf(`person/${name}`);
export const postId = (name: string) => idOf(`post/${name}`);
export const accountId = (name: string) => idOf(`account/${name}`);
