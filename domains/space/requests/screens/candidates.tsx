import { words } from '@opengoa/kernel/words';
import {
  type Answer,
  area,
  distance,
  Go,
  Section,
  Shown,
  StatusTag,
  TableBox,
  useMay,
  useRead,
  useWords,
  VerbForm,
} from '@opengoa/web-kit';
import { field } from '@opengoa/web-kit/room';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { fitReasons, wantedGroups, wantedZones } from '../words.zh.ts';

type Found = Answer<'space.request-candidates'>;
const fields = [
  field('from', '使用起始日', 'From', 'day', { initial: 'today' }),
  field('until', '截止日', 'Until', 'day', {
    required: false,
    help: words('长期使用不填', 'leave empty where there is none'),
  }),
  field('paper', '调配文件', 'By which paper', 'text', { maxLength: 200 }),
  field('terms', '使用要求', 'Terms', 'long-text', { required: false, maxLength: 500 }),
];

/** 候选房源: vacant rooms with how they fit; those chosen are allotted and a licence is issued. */
export function Candidates({ request, open }: { readonly request: string; readonly open: boolean }) {
  const { w } = useWords();
  const may = useMay('space.request-candidates');
  const known = useRead('space.request-candidates', { id: request }, { when: may });
  if (!may)
    return (
      <Section>
        <p className="k-faint">{w(words('房源由机关事务部门落实。', 'Whoever keeps the premises looks for rooms.'))}</p>
      </Section>
    );
  return (
    <Shown known={known} lines={10}>
      {(it) => <Choice key={it.rooms.length} of={it} open={open} />}
    </Shown>
  );
}

function Choice({ of: it, open }: { readonly of: Found; readonly open: boolean }) {
  const { w } = useWords();
  const [chosen, setChosen] = useState(() => it.rooms.filter(({ proposed }) => proposed).map(({ id }) => id));
  const total = it.rooms.filter(({ id }) => chosen.includes(id)).reduce((sum, { areaM2 }) => sum + areaM2, 0);
  if (it.rooms.length === 0)
    return (
      <Section>
        <p>
          {w(
            words(
              '没有闲置房间。可在“说明不能满足”中写明，再用下一种方式。',
              'No vacant room: rule this way out, then the next is open.',
            ),
          )}
        </p>
      </Section>
    );
  return (
    <>
      <Section title={words('候选房源', 'Vacant rooms')}>
        <p className="k-faint">
          {w(
            words(
              `需要 ${area(it.needM2)}${it.leftM2 === null ? '' : `，核定面积还余 ${area(it.leftM2)}`}。已勾选的是同一楼内最接近需要面积的一组；可以改选。`,
              `${area(it.needM2)} needed${it.leftM2 === null ? '' : `, ${area(it.leftM2)} left of the quota`}. Ticked is the smallest lot of one building that meets it; choose others freely.`,
            ),
          )}
        </p>
        <TableBox title={w(words('候选房源', 'Vacant rooms'))}>
          <table className="k-table">
            <thead>
              <tr>
                <th scope="col">{w(words('选', 'Take'))}</th>
                <th scope="col">{w(words('房间', 'Room'))}</th>
                <th scope="col">{w(words('面积', 'Area'))}</th>
                <th scope="col">{w(words('类别', 'Kind'))}</th>
                <th scope="col">{w(words('区域', 'Zone'))}</th>
                <th scope="col">{w(words('距现用房', 'From present rooms'))}</th>
                <th scope="col">{w(words('适合程度', 'Fit'))}</th>
              </tr>
            </thead>
            <tbody>
              {it.rooms.map((room) => (
                <tr key={room.id}>
                  <td>
                    <Checkbox
                      aria-label={`${room.buildingName} ${room.number}`}
                      disabled={!open}
                      checked={chosen.includes(room.id)}
                      onChange={(event) =>
                        setChosen((before) =>
                          event.target.checked ? [...before, room.id] : before.filter((id) => id !== room.id),
                        )
                      }
                    />
                  </td>
                  <th scope="row">
                    <Go className="k-link" to={`/space/rooms/${room.id}`}>
                      {room.buildingName} {room.number}
                    </Go>
                  </th>
                  <td>{area(room.areaM2)}</td>
                  <td>{w(wantedGroups[room.group as keyof typeof wantedGroups])}</td>
                  <td>{w(wantedZones[room.zone])}</td>
                  <td>{distance(room.distanceKm)}</td>
                  <td>
                    <StatusTag tone={room.fits ? 'done' : 'check'}>
                      {w(room.fits ? words('适合', 'Fits') : words('不适合', 'Does not fit'))}
                    </StatusTag>{' '}
                    {room.reasons.map((reason) => w(fitReasons[reason])).join(w(words('、', ', ')))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
        <p>
          {w(
            words(`已选 ${chosen.length} 间，合计 ${area(total)}`, `${chosen.length} chosen, ${area(total)} together`),
          )}
        </p>
      </Section>
      {open && chosen.length > 0 && (
        <Section title={words('配置并核发使用凭证', 'Allot and issue the licence')}>
          <VerbForm
            verb="space.allot-to-request"
            fields={fields}
            known={{ request: it.request, rooms: chosen }}
            draft={false}
            submit={words('配置并核发凭证', 'Allot and issue')}
          />
        </Section>
      )}
    </>
  );
}
