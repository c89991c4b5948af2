import { list, sql, words } from '@opengoa/kernel';
import { cardStates } from '../cards/words.zh.ts';
import { readers } from '../readers.ts';
import { signKinds } from './words.zh.ts';

const columns = {
  number: { title: words('资产编号', 'Number'), kind: 'text', filter: true, sort: true },
  name: { title: words('名称', 'Name'), kind: 'text', filter: true, always: true },
  unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true, always: true },
  class: { title: words('类别', 'Class'), kind: 'text', filter: true },
  place: { title: words('存放地点', 'Place'), kind: 'text', filter: true },
  state: { title: words('使用状况', 'State'), kind: 'choice', choices: cardStates, filter: true, always: true },
  value_fen: { title: words('原值', 'Value'), kind: 'money-fen', sum: true },
  last_sign: { title: words('最后迹象', 'Last sign'), kind: 'instant', sort: 'nullable', filter: true },
  sources: { title: words('判断来源', 'Judged by'), kind: 'text', always: true },
  seen_at: { title: words('最后扫到', 'Last scanned'), kind: 'instant', sort: 'nullable', filter: true },
  watched_from: { title: words('来源始于', 'Watched since'), kind: 'instant' },
  room_last: { title: words('房间最后用电', 'Room last used power'), kind: 'instant' },
  room_watched_from: { title: words('房间电表始于', 'Room metered since'), kind: 'instant' },
  facet_kind: { title: words('登记在', 'Kept by'), kind: 'text', hidden: true },
  version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
} as const;

const moves = (row: Record<string, unknown>) => ({
  // What another office keeps (a vehicle, a building) is marked there.
  verbs:
    row['state'] === 'idle' || row['facet_kind'] !== null
      ? ['assets.answer-idle']
      : ['assets.mark-idle', 'assets.answer-idle'],
  place: { unit: row['unit_id'] as string },
});

/**
 * 疑似闲置: some source has watched for as long as the standard says, and saw nothing. What nobody watches is not here. A room's power keeps a thing
 * out of the list only where nothing watches the thing itself.
 */
export const idleList = list('assets.idle', {
  title: words('疑似闲置', 'Looks idle'),
  view: 'assets_read.idle_v1',
  who: readers,
  order: 'number',
  opens: '/assets/cards/{id}',
  columns,
  only({ standards, today, now }) {
    const days = standards.numberOn('assets.idle', today, [], { item: 'idle' });
    const before = new Date(now.getTime() - days * 86_400_000);
    return sql`(last_sign is null or last_sign <= ${before})
      and (watched_from <= ${before} or (room_watched_from <= ${before} and (room_last is null or room_last <= ${before})))`;
  },
  moves,
});

/** 久未盘到: no stocktake and no source has seen them for the days of the standard; nothing else is said of them. */
export const notSeenSince = list('assets.not-seen-since', {
  title: words('久未见到', 'Not seen for long'),
  view: 'assets_read.idle_v1',
  who: readers,
  order: 'number',
  opens: '/assets/cards/{id}',
  columns,
  only({ standards, today, now }) {
    const days = standards.numberOn('assets.idle', today, [], { item: 'idle' });
    return sql`facet_kind is null and (last_sign is null or last_sign <= ${new Date(now.getTime() - days * 86_400_000)})`;
  },
  moves,
});

/** 使用迹象: each source of each thing, what it saw last and since when it watches. */
export const useSigns = list('assets.use-signs', {
  title: words('使用迹象', 'Signs of use'),
  view: 'assets_read.use_sign_v1',
  who: readers,
  order: 'number',
  opens: '/assets/cards/{card_id}',
  columns: {
    number: { title: words('资产编号', 'Number'), kind: 'text', filter: true, sort: true, always: true },
    name: { title: words('名称', 'Name'), kind: 'text', filter: true, always: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    kind: { title: words('迹象', 'Sign'), kind: 'choice', choices: signKinds, filter: true, always: true },
    source: { title: words('来源', 'Source'), kind: 'text', filter: true, always: true },
    last_at: { title: words('最后迹象', 'Last sign'), kind: 'instant', sort: 'nullable', filter: true },
    watched_from: { title: words('来源始于', 'Watched since'), kind: 'instant' },
    weak: { title: words('只说明房间', 'Of the room only'), kind: 'yes-no', filter: true },
    card_id: { title: words('资产', 'Asset'), kind: 'id', hidden: true, filter: true, always: true },
    source_id: { title: words('来源编号', 'Source id'), kind: 'id', hidden: true, always: true },
  },
});
