import { words } from '@opengoa/kernel/words';
import {
  type Answer,
  area,
  Figure,
  Go,
  number,
  Page,
  percent,
  type ScreenProps,
  Section,
  Shown,
  TableBox,
  UnitPicker,
  useRead,
  useSession,
  useWay,
  useWords,
  withQuery,
} from '@opengoa/web-kit';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { draftLevels, draftRanks, moveKinds, outcomes } from '../words.zh.ts';

type Tried = Answer<'space.what-if'>;

/** 标准推演: caps of a draft on the rooms there are. */
export default function WhatIfPage({ query }: ScreenProps) {
  const { w } = useWords();
  const way = useWay();
  const own = useSession().unit?.id;
  const unit = query['unit'] ?? own;
  const known = useRead('space.what-if', { unit: unit ?? '', caps: query['caps'] ?? '' }, { when: !!unit, keep: true });
  return (
    <Page
      title={words('标准推演', 'What if the standard changed')}
      about={words('只是推演，不保存为标准，也不移动任何人。', 'A trial only: nothing is kept and nobody is moved.')}
    >
      <Section title={words('范围', 'Which units')}>
        <UnitPicker
          value={unit === undefined ? undefined : { id: unit, label: known.answer?.unitName ?? unit }}
          label={w(words('单位', 'Unit'))}
          onChange={(to) => to && way.go(withQuery(way, { unit: to.id }), { replace: true })}
        />
        <p className="k-faint">{w(words('包括所选单位和下级单位。', 'With all units below.'))}</p>
      </Section>
      <Shown known={known} lines={14}>
        {(it) => <Loaded key={it.unit} of={it} />}
      </Shown>
    </Page>
  );
}

function Loaded({ of: it }: { readonly of: Tried }) {
  const { w } = useWords();
  const way = useWay();
  const [draft, setDraft] = useState<Readonly<Record<string, number>>>(() =>
    Object.fromEntries(
      it.caps
        .filter(({ nowM2, draftM2 }) => nowM2 !== draftM2)
        .map(({ level, rank, draftM2 }) => [`${level}/${rank}`, draftM2]),
    ),
  );
  const asked = Object.entries(draft)
    .map(([which, cap]) => `${which}=${cap}`)
    .join(',');
  return (
    <>
      <Section title={words('每人办公室上限', 'Caps per person')}>
        <TableBox title={w(words('上限', 'Caps'))}>
          <table className="k-table k-table-dense">
            <thead>
              <tr>
                <th scope="col">{w(words('职级', 'Rank'))}</th>
                <th scope="col">{w(words('现行', 'Now'))}</th>
                <th scope="col">{w(words('草案（㎡）', 'Draft (m²)'))}</th>
                <th scope="col">{w(words('就座人数', 'People'))}</th>
                <th scope="col">{w(words('机关层级', 'Level'))}</th>
              </tr>
            </thead>
            <tbody>
              {it.caps.map(({ level, rank, nowM2, people }) => {
                const which = `${level}/${rank}`;
                const title = `${w(draftLevels[level])} ${w(draftRanks[rank])}`;
                return (
                  <tr key={which}>
                    <th scope="row">{w(draftRanks[rank])}</th>
                    <td>{area(nowM2)}</td>
                    <td>
                      <InputNumber
                        aria-label={title}
                        min={1}
                        max={200}
                        precision={1}
                        value={draft[which] ?? nowM2}
                        onChange={(value) =>
                          setDraft(({ [which]: _before, ...rest }) =>
                            typeof value !== 'number' || value === nowM2 ? rest : { ...rest, [which]: value },
                          )
                        }
                      />
                    </td>
                    <td>{number(people)}</td>
                    <td>{w(draftLevels[level])}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableBox>
        <p>
          <Button type="primary" onClick={() => way.go(withQuery(way, { caps: asked }), { replace: true })}>
            {w(words('推演', 'Try'))}
          </Button>
        </p>
      </Section>
      <Result of={it} />
    </>
  );
}

function Result({ of: it }: { readonly of: Tried }) {
  const { w } = useWords();
  return (
    <>
      <Section title={words('结果', 'Result')}>
        <p>
          {w(
            words(
              `${it.rooms} 间有人的办公室、${it.people} 人。现行标准下 ${it.today.rooms} 间多出 ${area(it.today.excessM2)}；按草案 `,
              `${it.rooms} offices with ${it.people} people. By today’s standard ${it.today.rooms} are over by ${area(it.today.excessM2)}; by the draft `,
            ),
          )}
          <Figure
            source={{
              value: it.draft.excessM2,
              unit: '㎡',
              period: it.day,
              formula: words(
                '各房间使用面积 − 就座人员上限之和，超过测量允差的相加',
                'area less the caps of its people, summed where beyond the tolerance',
              ),
              standard: 'space.office-area',
            }}
          >
            {w(
              words(
                `${it.draft.rooms} 间多出 ${area(it.draft.excessM2)}`,
                `${it.draft.rooms} by ${area(it.draft.excessM2)}`,
              ),
            )}
          </Figure>
          {w(
            words(
              `。${settledZh(it)}${it.notJudged > 0 ? `；另有 ${it.notJudged} 间因职级没有对应标准或待腾退，未作判断` : ''}。`,
              `. ${settledEn(it)}${it.notJudged > 0 ? `; ${it.notJudged} are not judged, for want of a rank or since they wait to be vacated` : ''}.`,
            ),
          )}
        </p>
      </Section>
      <Section title={words('各单位', 'Units')}>
        <ul>
          {it.units.map((unit) => (
            <li key={unit.unit}>
              {unit.name}：
              {w(
                words(
                  `${unit.rooms} 间，多出 ${area(unit.excessM2)}，其中因草案新增 ${unit.newRooms} 间`,
                  `${unit.rooms} rooms by ${area(unit.excessM2)}, ${unit.newRooms} of them by the draft`,
                ),
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={words('可行的调整（仅供参考）', 'Moves that would settle it')}>
        <p className="k-help">
          {w(
            words(
              `算作可行：同一栋楼、同一安全区；闲置房间不大于草案上限之和加允差 ${area(it.toleranceM2)}，也不小于上限之和的 ${percent(it.leastShare)}（本系统的选择，标准“标准推演参数”，可录入本地值）；对调的两间都不超出。`,
              `What counts: the same building and zone; a vacant room no larger than the caps together and ${area(it.toleranceM2)} of tolerance, no smaller than ${percent(it.leastShare)} of them (a choice of this program, a standard that may be set locally); of two that change, neither is over.`,
            ),
          )}
        </p>
        {it.moves.length === 0 ? (
          <p className="k-faint">
            {w(
              it.draft.rooms === 0
                ? words('没有多出的房间，不需要调整。', 'No room is over: nothing is to be moved.')
                : words(
                    '没有可行的调整；每间的原因见下表“怎样解决”。',
                    'None; the table below says why for each room.',
                  ),
            )}
          </p>
        ) : (
          <ul>
            {it.moves.slice(0, 200).map((move) => (
              <li key={move.room}>
                <Go className="k-link" to={`/space/rooms/${move.room}`}>
                  {move.roomName}
                </Go>{' '}
                {w(moveKinds[move.kind])}{' '}
                <Go className="k-link" to={`/space/rooms/${move.to}`}>
                  {move.toName}
                </Go>
                {w(words(`，少占 ${area(move.savedM2)}`, `, ${area(move.savedM2)} less`))}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={words('面积多出的房间', 'Rooms over')}>
        <TableBox title={w(words('面积多出的房间', 'Rooms over'))}>
          <table className="k-table k-table-dense">
            <thead>
              <tr>
                <th scope="col">{w(words('房间', 'Room'))}</th>
                <th scope="col">{w(words('单位', 'Unit'))}</th>
                <th scope="col">{w(words('使用面积', 'Area'))}</th>
                <th scope="col">{w(words('按草案可用', 'May have'))}</th>
                <th scope="col">{w(words('多出', 'Beyond'))}</th>
                <th scope="col">{w(words('现行多出', 'Beyond today'))}</th>
                <th scope="col">{w(words('说明', 'Note'))}</th>
              </tr>
            </thead>
            <tbody>
              {it.over.slice(0, 300).map((room) => (
                <tr key={room.room}>
                  <th scope="row">
                    <Go className="k-link" to={`/space/rooms/${room.room}`}>
                      {room.name}
                    </Go>
                  </th>
                  <td>{room.unitName}</td>
                  <td>{area(room.areaM2)}</td>
                  <td>{area(room.mayM2)}</td>
                  <td>{area(room.excessM2)}</td>
                  <td>{area(Math.max(0, room.excessTodayM2))}</td>
                  <td>{w(outcomes[room.outcome])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </Section>
    </>
  );
}

const settledZh = ({ moveCount, unsettled, draft }: Tried): string =>
  draft.rooms === 0
    ? '没有多出的房间'
    : moveCount === 0
      ? `没有找到可行的调整，可调整的 ${unsettled} 间都未解决`
      : `下列 ${moveCount} 项调整后，可调整的还余 ${unsettled} 间`;
const settledEn = ({ moveCount, unsettled, draft }: Tried): string =>
  draft.rooms === 0
    ? 'No room is over'
    : moveCount === 0
      ? `No move was found: all ${unsettled} that could be moved remain`
      : `After the ${moveCount} moves below ${unsettled} of those that could be moved remain`;
