import { words } from '@opengoa/kernel/words';
import {
  type Answer,
  area,
  day,
  Go,
  instant,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  TableBox,
  ThingPage,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { Button } from 'antd';
import { licenceStates } from '../words.zh.ts';

type Licence = Answer<'space.licence'>;
const tones = { 'in-force': 'done', vacating: 'check', returned: 'plain' } as const;

/** 使用凭证: its rooms and terms, printed as it stands. */
export default function LicencePage({ params }: ScreenProps<'id'>) {
  const known = useRead('space.licence', { id: params.id }, { keep: true });
  return (
    <Shown known={known} lines={14}>
      {(it) => <Loaded of={it} />}
    </Shown>
  );
}

function Loaded({ of: it }: { readonly of: Licence }) {
  const { w, language } = useWords();
  return (
    <ThingPage
      id={it.id}
      title={`${w(words('办公用房使用凭证', 'Licence of use'))} ${it.number}`}
      status={{ tone: tones[it.state], words: licenceStates[it.state] }}
      summary={`${it.unitName} · ${area(it.areaM2)}`}
      dueAt={it.vacateBy === null ? null : `${it.vacateBy}T17:00:00+08:00`}
      may={it.may}
      object={it}
    >
      <Section
        title={words('凭证', 'Licence')}
        acts={
          <Button className="k-no-print" onClick={() => globalThis.print()}>
            {w(words('打印', 'Print'))}
          </Button>
        }
      >
        <Pairs
          pairs={[
            { term: words('使用单位', 'Unit'), value: it.unitName },
            { term: words('核发单位', 'Issued by'), value: it.issuer || it.issuedName },
            { term: words('起始日', 'From'), value: day(it.from, language) },
            {
              term: words('截止日', 'Until'),
              value: it.until === null ? w(words('长期', 'open')) : day(it.until, language),
            },
            { term: words('文件', 'Paper'), value: it.paper },
            { term: words('核发', 'Issued'), value: `${it.issuedName} ${instant(it.issuedAt, language)}` },
            ...(it.request === null
              ? []
              : [
                  {
                    term: words('申请', 'Request'),
                    value: (
                      <Go className="k-link" to={`/space/requests/${it.request}`}>
                        {it.requestNumber ?? w(words('查看', 'Open'))}
                      </Go>
                    ),
                  },
                ]),
            ...(it.terms === '' ? [] : [{ term: words('使用要求', 'Terms'), value: it.terms, wide: true }]),
          ]}
        />
        <TableBox title={w(words('房间', 'Rooms'))}>
          <table className="k-table">
            <thead>
              <tr>
                <th scope="col">{w(words('房间', 'Room'))}</th>
                <th scope="col">{w(words('楼层', 'Floor'))}</th>
                <th scope="col">{w(words('使用面积', 'Usable area'))}</th>
                <th scope="col">{w(words('使用情况', 'Now'))}</th>
              </tr>
            </thead>
            <tbody>
              {it.rooms.map((room) => (
                <tr key={room.room}>
                  <th scope="row">
                    <Go className="k-link" to={`/space/rooms/${room.room}`}>
                      {room.building} {room.number}
                    </Go>
                  </th>
                  <td>{room.floor ?? '—'}</td>
                  <td>{area(room.areaM2)}</td>
                  <td>
                    {room.backDay !== null
                      ? w(words(`${day(room.backDay)} 已交回`, `handed back ${day(room.backDay, 'en')}`))
                      : room.vacateBy !== null
                        ? w(
                            words(
                              `${day(room.vacateBy)} 前腾退：${room.vacateWhy ?? ''}`,
                              `vacate by ${day(room.vacateBy, 'en')}: ${room.vacateWhy ?? ''}`,
                            ),
                          )
                        : w(words('在用', 'in use'))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
        <p>
          {w(
            words(
              '本凭证只证明使用权，不得用于出租、出借或者经营。',
              'This licence gives the use alone; the rooms are not rented out, lent or traded with.',
            ),
          )}
        </p>
      </Section>
    </ThingPage>
  );
}
