import { words } from '@opengoa/kernel/words';
import { Go, instant, number, Pairs, Section, Shown, StatusTag, useRead, useWords } from '@opengoa/web-kit';
import { roomWords } from './room-words.ts';
import { RowsTable } from './rows-table.tsx';

/** 搜集: sources by room; the sum of the column is the count on the strip. */
export function Collected() {
  const { w, language } = useWords();
  const known = useRead('risk-centre.collect', {});
  return (
    <Shown known={known} lines={8}>
      {(it) => (
        <Section title={words('数据来源', 'Sources')}>
          <RowsTable
            title={words('数据来源', 'Sources')}
            rows={it.sources}
            keyOf={({ room, name }) => `${room} ${name}`}
            empty={{ title: words('今天还没有数据', 'Nothing has come today') }}
            columns={[
              { title: words('业务', 'Office'), cell: ({ room }) => w(roomWords(room)) },
              {
                title: words('来源', 'Source'),
                cell: ({ title, opens }) => {
                  const text = w(title ?? words('业务事实（办理即记录）', 'Facts of acts'));
                  return opens ? (
                    <Go className="k-link" to={opens}>
                      {text}
                    </Go>
                  ) : (
                    text
                  );
                },
              },
              { title: words('今日', 'Today'), amount: true, cell: ({ today }) => number(today) },
              { title: words('最近一次', 'Last'), cell: ({ last }) => instant(last, language) },
              {
                title: words('是否及时', 'In time'),
                cell: ({ stale }) => (
                  <StatusTag tone={stale ? 'check' : 'done'}>
                    {w(stale ? words('超过一天未收到', 'nothing for over a day') : words('及时', 'in time'))}
                  </StatusTag>
                ),
              },
            ]}
          />
          <Pairs
            pairs={[
              {
                term: words('今日合计', 'Today in all'),
                value: number(it.sources.reduce((sum, { today }) => sum + today, 0)),
              },
              { term: words('搁置的报文', 'Parked messages'), value: number(it.parked) },
              { term: words('已封存事实', 'Sealed facts'), value: number(it.sealed) },
            ]}
          />
        </Section>
      )}
    </Shown>
  );
}

/** 共享: published views, who builds on them, and the followers of the Record. */
export function Shared() {
  const { w, language } = useWords();
  const known = useRead('risk-centre.share', {});
  return (
    <Shown known={known} lines={12}>
      {(it) => (
        <>
          <Section title={words('跟随事实的程序', 'Followers of the Record')}>
            <RowsTable
              title={words('跟随事实的程序', 'Followers of the Record')}
              rows={it.followers}
              keyOf={({ name }) => name}
              empty={{ title: words('没有跟随者', 'Nobody follows') }}
              columns={[
                { title: words('业务', 'Office'), cell: ({ name }) => w(roomWords(name.split('.')[0]!)) },
                { title: words('名称', 'Name'), cell: ({ name }) => <code>{name}</code> },
                { title: words('落后事实数', 'Facts behind'), amount: true, cell: ({ behind }) => number(behind) },
                { title: words('最近前进', 'Last moved'), cell: ({ movedAt }) => instant(movedAt, language) },
                {
                  title: words('状态', 'State'),
                  cell: ({ parked }) => (
                    <StatusTag tone={parked === null ? 'done' : 'refused'}>
                      {parked === null
                        ? w(words('跟随中', 'following'))
                        : `${w(words('已停下：', 'parked: '))}${parked}`}
                    </StatusTag>
                  ),
                },
              ]}
            />
            <Pairs pairs={[{ term: words('近30天导出', 'Exports in 30 days'), value: number(it.exports) }]} />
          </Section>
          <Section title={words('发布的视图', 'Published views')}>
            <RowsTable
              title={words('发布的视图', 'Published views')}
              rows={it.views}
              keyOf={({ room, view }) => `${room} ${view}`}
              empty={{ title: words('没有视图', 'No views') }}
              columns={[
                { title: words('业务', 'Office'), cell: ({ room }) => w(roomWords(room)) },
                { title: words('视图', 'View'), cell: ({ view }) => <code>{view}</code> },
                { title: words('列数', 'Columns'), amount: true, cell: ({ columns }) => number(columns) },
                {
                  title: words('被引用', 'Built on by'),
                  cell: ({ usedBy }) => usedBy.map((room) => w(roomWords(room))).join('、') || '—',
                },
              ]}
            />
          </Section>
        </>
      )}
    </Shown>
  );
}
