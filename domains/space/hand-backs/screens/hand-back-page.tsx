import { words } from '@opengoa/kernel/words';
import {
  type Answer,
  area,
  EmptyState,
  Go,
  Page,
  type ScreenProps,
  Section,
  Shown,
  StatusTag,
  TableBox,
  UnitPicker,
  useRead,
  useSession,
  useWay,
  useWords,
  VerbForm,
  withQuery,
} from '@opengoa/web-kit';
import { field } from '@opengoa/web-kit/room';
import { Checkbox } from 'antd';
import { useState } from 'react';

type Held = Answer<'space.rooms-held'>;

const fields = [
  field('day', '可交接日期', 'Can be taken over on', 'day', { initial: 'today' }),
  field('why', '退还原因', 'Why', 'long-text', {
    maxLength: 500,
    phrases: [words('人员减少，不再需要', 'Fewer people: no longer needed'), words('机构调整', 'Reorganised')],
  }),
];

/** 退还房间: one's own unit and its rooms are there; those no longer needed are ticked. */
export default function HandBackPage({ query }: ScreenProps) {
  const { w } = useWords();
  const way = useWay();
  const own = useSession().unit;
  const unit = query['unit'] ?? own?.id;
  const known = useRead('space.rooms-held', { unit: unit ?? '' }, { when: !!unit, keep: true });
  return (
    <Page title={words('退还房间', 'Hand rooms back')}>
      <Section title={words('单位', 'Unit')}>
        <UnitPicker
          value={unit === undefined ? undefined : { id: unit, label: known.answer?.unitName ?? own?.name ?? unit }}
          label={w(words('单位', 'Unit'))}
          onChange={(to) => to && way.go(withQuery(way, { unit: to.id }), { replace: true })}
        />
        {unit === own?.id && (
          <p className="k-help">{w(words('已填本人单位，可更改', 'Your own unit; it may be changed'))}</p>
        )}
      </Section>
      <Shown known={known} lines={8}>
        {(it) => <Choice key={it.unit} of={it} />}
      </Shown>
    </Page>
  );
}

function Choice({ of: it }: { readonly of: Held }) {
  const { w } = useWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [sent, setSent] = useState(false);
  if (sent)
    return (
      <EmptyState
        icon="check"
        title={words('已提交，等待交接', 'Sent: it waits to be taken over')}
        todo={words('交接进度在“退还房间”中随时可查。', 'Follow it under “Rooms handed back”.')}
      >
        <Go className="k-button k-button-primary" to="/space/hand-backs">
          {w(words('查看退还房间', 'Rooms handed back'))}
        </Go>
      </EmptyState>
    );
  if (it.rooms.length === 0)
    return (
      <EmptyState
        title={words('该单位名下没有房间', 'The unit has no rooms')}
        todo={words(
          '内设机构的房间一般记在所属机构名下：在上面改选机构，或请机构的经办人退还。',
          'Rooms of a division mostly stand with its institution: choose it above, or ask its clerk to hand them back.',
        )}
      />
    );
  const rooms = it.rooms.filter(({ room }) => chosen.includes(room));
  const m2 = rooms.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const people = rooms.reduce((sum, each) => sum + each.people, 0);
  const said = words(
    `已选 ${rooms.length} 间，合计 ${area(m2)}，其中仍有 ${people} 人就座${people > 0 ? '，请先调整座位' : ''}`,
    `${rooms.length} chosen, ${area(m2)} together, ${people} people still there${people > 0 ? ': move them first' : ''}`,
  );
  return (
    <>
      <Section title={words('本单位房间', 'Rooms of the unit')}>
        <p className="k-help">{w(words('由房间台账和座位自动带出。', 'Taken from the ledger of rooms and seats.'))}</p>
        <TableBox title={w(words('本单位房间', 'Rooms of the unit'))}>
          <table className="k-table">
            <thead>
              <tr>
                <th scope="col">{w(words('退还', 'Hand back'))}</th>
                <th scope="col">{w(words('房间', 'Room'))}</th>
                <th scope="col">{w(words('使用面积', 'Usable area'))}</th>
                <th scope="col">{w(words('就座人数', 'People there'))}</th>
                <th scope="col">{w(words('使用凭证', 'Licence'))}</th>
              </tr>
            </thead>
            <tbody>
              {it.rooms.map((each) => (
                <tr key={each.room}>
                  <td>
                    <Checkbox
                      aria-label={`${each.building} ${each.number}`}
                      disabled={each.asked}
                      checked={chosen.includes(each.room)}
                      onChange={(event) =>
                        setChosen((before) =>
                          event.target.checked ? [...before, each.room] : before.filter((room) => room !== each.room),
                        )
                      }
                    />
                  </td>
                  <th scope="row">
                    <Go className="k-link" to={`/space/rooms/${each.room}`}>
                      {each.building} {each.number}
                    </Go>{' '}
                    {each.asked && <StatusTag tone="busy">{w(words('待交接', 'To be handed over'))}</StatusTag>}
                  </th>
                  <td>{area(each.areaM2)}</td>
                  <td>{each.people}</td>
                  <td>{each.licence ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
        <p>{w(said)}</p>
      </Section>
      {rooms.length > 0 && (
        <Section title={words('退还', 'Hand back')}>
          <VerbForm
            verb="space.ask-to-hand-back"
            fields={fields}
            known={{ unit: it.unit, rooms: chosen }}
            draft={false}
            submit={words('提交退还', 'Send')}
            onDone={() => setSent(true)}
          />
        </Section>
      )}
    </>
  );
}
