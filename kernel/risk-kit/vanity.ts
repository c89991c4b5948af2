/**
 * M10: what cannot be an indicator. A count of systems, clicks or check-ins measures that something was set up or pressed, not that anything got better, and rises
 * when it is asked for. As evidence beside something else such a count may stand; as the thing that is to rise it may not. Pure.
 */
import type { Words } from '../words.ts';

/** As much of an indicator's definition as tells what is counted. */
export interface IndicatorDefinition {
  readonly title: Words;
  readonly definition?: Words;
  /** Which way is good; left out, more. */
  readonly better?: 'more' | 'less' | 'within';
}

export interface Vanity {
  readonly kind: 'systems' | 'clicks' | 'check-ins';
  readonly why: Words;
}

interface Pattern extends Vanity {
  readonly zh: RegExp;
  readonly en: RegExp;
  /** Fewer idle systems, or fewer clicks until an application is made, is something that got better. */
  readonly fewerMayBeGood: boolean;
}

// 数据, 数字 and 数智 are no counts.
const number = '(?:数量|个数|总数|总量|套数|数)(?![据字智值码])';
const counted = `(?:次数|人次|人数|天数|频次|频率|率|量|${number})`;
const countOf = String.raw`\b(?:(?:number|count|total|sum|rate|share) of|how many)\s+(?:[\w-]+\s+){0,2}?`;

const patterns: readonly Pattern[] = [
  {
    kind: 'systems',
    zh: new RegExp(
      `(?:系统|平台|应用|小程序|公众号|APP|大屏|驾驶舱|工作群|模块)(?:建设|建成|上线|开发|部署)?的?${number}|(?:多少|几)[个套]?(?:信息)?(?:系统|平台|应用|小程序|公众号|APP)`,
      'iu',
    ),
    en: new RegExp(
      String.raw`${countOf}(?:systems|platforms|apps|applications|mini-?programs|dashboards|modules|chat groups)\b|\b(?:systems?|platforms?|apps?|dashboards?) (?:count|built|launched|deployed)\b`,
      'i',
    ),
    fewerMayBeGood: true,
    why: {
      zh: '系统、平台的数量只说明建了多少，不说明办成了什么；请改用办成的事项、节约的时间或经费。',
      en: 'How many systems there are says what was built, not what was achieved: take what was settled, or time or money saved.',
    },
  },
  {
    kind: 'clicks',
    zh: new RegExp(
      `(?:点击|浏览|访问|阅读|登录|登陆|下载|转发|点赞|关注|注册|激活)(?:用户|人员)?的?${counted}|日活|月活|活跃(?:度|用户|率)`,
      'u',
    ),
    en: new RegExp(
      String.raw`\bclicks?\b|\bpage ?views?\b|\bactive users?\b|${countOf}(?:visits|visitors|log-?ins|downloads|likes|reposts|followers|registrations|reads)\b|\b(?:log-?in|visit|download|registration) (?:count|rate|number)s?\b`,
      'i',
    ),
    fewerMayBeGood: true,
    why: {
      zh: '点击、登录、浏览的次数一要求就会上涨，与事情办好没有必然联系；请改用按时办结、一次办成、重复来访减少。',
      en: 'Clicks, log-ins and views rise when they are asked for and tell nothing of what was settled: take what was closed in time, or at the first submission.',
    },
  },
  {
    kind: 'check-ins',
    zh: new RegExp(`(?:打卡|签到|上传(?:截图|照片)|留痕)的?${counted}|(?:打卡|签到)(?:情况|排名|达标)`, 'u'),
    en: new RegExp(
      String.raw`${countOf}(?:check-?ins?|clock-?ins?|screenshots|photos uploaded)\b|\b(?:check|clock)-?in (?:count|rate|days|number)s?\b`,
      'i',
    ),
    fewerMayBeGood: false,
    why: {
      zh: '打卡、签到、上传照片只留下痕迹，考核的是人不是事，属“指尖上的形式主义”；请改用事情本身的结果。',
      en: 'Check-ins and photographs leave traces and measure people, not the matter: take the result itself.',
    },
  },
];

/** Why this cannot be an indicator; undefined where nothing stands against it. */
export function vanityOf({ title, definition, better = 'more' }: IndicatorDefinition): Vanity | undefined {
  const texts = definition ? [title, definition] : [title];
  const found = patterns.find(
    ({ zh, en, fewerMayBeGood }) =>
      !(fewerMayBeGood && better === 'less') && texts.some((text) => zh.test(text.zh) || en.test(text.en)),
  );
  return found && { kind: found.kind, why: found.why };
}
