import type { TableShape } from '@opengoa/kernel/exchange';
import { mostHosts } from '../../methods/ledger/reception-hosts.ts';
import { all, amount, name, numberIn, pastLimit, textIn, toVerify } from '../columns-and-cells.ts';
import { checkLimits } from '../file-checks.ts';
import type { AnalysisMethod } from '../method.ts';

const input: TableShape = {
  title: { zh: '公务接待清单', en: 'receptions' },
  columns: {
    id: name('接待编号', 'Number', '编号', '事项'),
    guests: amount('接待对象人数', 'Guests', '来宾人数'),
    hosts: amount('陪餐人数', 'Hosts', '陪同人数'),
  },
};

/** Receptions at which more of the host's side sat than the number of guests allows (FI-06). */
export const receptionLimits: AnalysisMethod = {
  name: 'reception-limits',
  about: { zh: '公务接待陪餐人数与规定比对', en: 'Hosts at a reception against what its guests allow' },
  input,
  settings: {
    'hosts-guests': { zh: '多少人以内按固定陪餐人数', en: 'up to so many guests the hosts are a fixed number' },
    'hosts-few': { zh: '固定陪餐人数', en: 'that number' },
    'guests-a-host': { zh: '超过后每多少名接待对象一名陪餐', en: 'above it, guests for one host' },
  },
  output: ['id', 'guests', 'hosts', 'most'],
  async *run(rows, _files, settings, tools) {
    const limit = await checkLimits(settings, '2026-01-01');
    const limits = {
      guests: limit('hosts-guests'),
      few: limit('hosts-few'),
      guestsPerHost: Math.max(1, limit('guests-a-host')),
    };
    for (const row of await all(rows)) {
      const [guests, hosts] = [numberIn(row, 'guests')!, numberIn(row, 'hosts')!];
      if (!(guests > 0)) {
        tools.passOver(row, { zh: '接待对象人数须大于0', en: 'a reception has a guest' });
        continue;
      }
      const most = mostHosts(guests, limits);
      const over = hosts > most;
      const zh = `接待${guests}人，陪餐${hosts}人，按规定不超过${most}人`;
      const en = `${hosts} hosts for ${guests} guests; at most ${most}`;
      yield {
        values: { id: textIn(row, 'id'), guests, hosts, most },
        score: pastLimit(hosts, most),
        flag: over ? 1 : 0,
        reason: over ? toVerify(`${zh}。请核对人员名单`, `${en}. Check who was there`) : { zh, en },
      };
    }
  },
};
