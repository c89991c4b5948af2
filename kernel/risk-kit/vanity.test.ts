import { expect, test } from 'vitest';
import { vanityOf } from './vanity.ts';

const kindOf = (zh: string, en: string, better: 'more' | 'less' = 'more') =>
  vanityOf({ title: { zh, en }, better })?.kind;

test.each([
  ['信息系统数量', 'Systems', 'systems'],
  ['已建成平台个数', 'Platforms', 'systems'],
  ['建设', 'Number of information systems', 'systems'],
  ['大屏数', 'How many dashboards', 'systems'],
  ['系统登录次数', 'Use', 'clicks'],
  ['公众号阅读量', 'Use', 'clicks'],
  ['月活', 'Monthly active users', 'clicks'],
  ['使用', 'Page views a month', 'clicks'],
  ['注册用户数', 'Users', 'clicks'],
  ['每日打卡率', 'Discipline', 'check-ins'],
  ['纪律', 'Check-in days', 'check-ins'],
  ['上传照片数量', 'Photographs', 'check-ins'],
] as const)('M10 %s, %s: a count of %s is no indicator', (zh, en, kind) => {
  expect(kindOf(zh, en)).toBe(kind);
});

test.each([
  ['用车申请按时办结率', 'Requests closed in time'],
  ['跨部门共享数据被他部门使用的比例', 'Share of catalogue items that another department used'],
  ['系统数据一次报送正确率', 'Exchange of data right at the first time'],
  ['单位面积能耗', 'Energy by area'],
  ['业务系统数字证书到期未换', 'Certificates of systems not renewed'],
  ['电子证照应用率', 'Use of electronic certificates'],
  ['系统停机时长', 'Hours that systems were down'],
  ['访问控制缺陷整改率', 'Mended faults of access control'],
])('M10 %s may be one', (zh, en) => {
  expect(kindOf(zh, en)).toBeUndefined();
});

test('M10 fewer idle systems or fewer clicks got better; fewer check-ins still measure people', () => {
  expect(kindOf('闲置系统数量', 'Number of idle systems', 'less')).toBeUndefined();
  expect(kindOf('办结一件申请的点击次数', 'Clicks until a request is made', 'less')).toBeUndefined();
  expect(kindOf('签到次数', 'Number of check-ins', 'less')).toBe('check-ins');
});

test('M10 a definition tells what a title does not, and the reason is said in both languages', () => {
  const found = vanityOf({
    title: { zh: '数字化水平', en: 'Digital level' },
    definition: { zh: '各单位上线应用个数之和', en: 'Sum over units' },
  });
  expect(found).toMatchObject({
    kind: 'systems',
    why: { zh: expect.stringContaining('办成'), en: expect.any(String) },
  });
});
