import type { Check, Problem } from './check.ts';
import { roomsOf } from './rooms.ts';

/**
 * What this program does not have, by the rule of 2026 against formalism at fingertips (整治“指尖上的形式主义”): no check-in, no points, no ranking of people,
 * no time on line. Words are looked for in the names of doors, facts, columns, standards and jobs, and in every title that people read.
 */
const forbidden: readonly { readonly what: string; readonly name: RegExp; readonly zh: RegExp; readonly en: RegExp }[] =
  [
    {
      what: 'check-in',
      name: /(?:^|[-_.])(?:check-?in|clock-?in|sign-?in-(?:days|streak)|punch-?(?:card|in))(?:$|[-_.])/i,
      zh: /打卡|签到|考勤打卡/,
      en: /\b(?:check-ins?|clock(?:ing)? in|punch(?:ing)? in)\b/i,
    },
    {
      what: 'points',
      name: /(?:^|[-_.])(?:points|credits-earned|badges?|medals?|streaks?)(?:$|[-_.])/i,
      zh: /积分|勋章|徽章/,
      en: /\b(?:points earned|badges?|medals?|streaks?)\b/i,
    },
    {
      what: 'ranking',
      name: /(?:^|[-_.])(?:ranking|leader-?board|top-(?:persons|people|users|colleagues))(?:$|[-_.])/i,
      zh: /排行榜|排名榜|红黑榜|活跃榜/,
      en: /\b(?:leader-?boards?|ranking of (?:people|persons|colleagues))\b/i,
    },
    {
      what: 'time on line',
      name: /(?:^|[-_.])(?:online-?(?:time|minutes|hours)|time-on-line|active-(?:minutes|days))(?:$|[-_.])/i,
      zh: /在线时长|登录时长|活跃天数|学习时长/,
      en: /\b(?:online time|time online|hours online|active days)\b/i,
    },
  ];

/** What bears one of these words and is another thing. Of a list that does, its columns are judged by what they add to its name. */
const another: Readonly<Record<string, string>> = {
  'energy.control-points': 'set-points of devices',
  'energy.regulation-plans.points': 'set-points of devices',
  'energy.gateways.points': 'measuring points of an instrument',
  'vehicles.driver-events.points': 'what the traffic police entered on a licence (记分)',
};

const dashed = (name: string) => name.replaceAll(/([a-z])([A-Z])/g, '$1-$2').replaceAll('_', '-');

/** Why a name or a title is one of these; undefined where it is none. */
export function surveillance(name: string, words?: { readonly zh: string; readonly en: string }): string | undefined {
  return forbidden.find(
    ({ name: named, zh, en }) =>
      named.test(dashed(name)) || (words !== undefined && (zh.test(words.zh) || en.test(words.en))),
  )?.what;
}

export const noSurveillance: Check = {
  title: 'P08 No check-in, no points, no ranking of people, no time on line: no door, fact, column or job is one',
  async examine(house) {
    const problems: Problem[] = [];
    let examined = 0;
    const look = (path: string, name: string, words?: { readonly zh: string; readonly en: string }) => {
      examined += 1;
      const known = Object.keys(another).find((each) => name === each || name.startsWith(`${each}.`));
      const what = surveillance(name.slice(known?.length ?? 0), words);
      if (what !== undefined) problems.push({ path, says: `${name} looks like ${what}: this program has none (P08)` });
    };
    for (const { folder, room } of await roomsOf(house)) {
      const path = folder === 'kernel' ? 'kernel/kernel-room.ts' : `${folder}/domain.ts`;
      for (const verb of room.verbs) look(path, verb.name, verb.title);
      for (const save of room.saves) look(path, save.fact, save.title);
      for (const job of room.jobs ?? []) look(path, job.name, job.title);
      for (const read of room.reads) {
        look(path, read.name, read.title);
        if (read.kind === 'list')
          for (const [column, { title }] of Object.entries(read.columns)) look(path, `${read.name}.${column}`, title);
      }
    }
    for (const path of house.paths.filter((each) => /\/migrations\/[^/]+\.sql$/.test(each)))
      for (const [, table = ''] of house.read(path).matchAll(/create table (?:if not exists )?([\w.]+)/gi))
        look(path, table);
    return { examined, of: 'names', problems };
  },
};
