import { words } from '@opengoa/kernel/words';
import { area, day as dayText, Figure, Ledger, number, Section, Shown, useRead, useWords } from '@opengoa/web-kit';
import { capLacks, roomStatuses, seatMarks, standings } from '../words.zh.ts';

/** Who sat in the room on a day and what that day's standard gave them; today they can be moved from here. */
export function RoomPeople({
  room,
  day,
  today,
}: {
  readonly room: string;
  readonly day: string;
  readonly today: boolean;
}) {
  const { w, language } = useWords();
  const known = useRead('space.room-people', { room, day }, { keep: true });
  return (
    <Shown known={known} lines={6}>
      {(it) => (
        <>
          <Section title={words(`${it.day} 在此办公的人员`, `People on ${it.day}`)}>
            {it.judged && it.excessM2 !== null && (
              <p>
                {w(roomStatuses[it.status])}：{' '}
                <Figure
                  source={{
                    value: it.excessM2,
                    unit: '㎡',
                    period: it.day,
                    formula: {
                      zh: `使用面积 ${number(it.areaM2, 2)} − 人员标准合计 ${number(it.capM2 ?? 0, 2)}`,
                      en: `usable ${number(it.areaM2, 2)} − standards together ${number(it.capM2 ?? 0, 2)}`,
                    },
                    rows: `/space/occupants?f.room_id=${room}`,
                    standard: 'space.office-area',
                  }}
                >
                  {number(it.excessM2, 2)} ㎡
                </Figure>{' '}
                <span className="k-faint">
                  {w(
                    words(
                      `误差 ${number(it.toleranceM2, 1)} ㎡以内不计`,
                      `within ${number(it.toleranceM2, 1)} m² is measuring`,
                    ),
                  )}
                </span>
              </p>
            )}
            {it.judged && it.excessM2 === null && it.people.length > 0 && <p>{w(roomStatuses[it.status])}</p>}
            {it.toilet.areaM2 > 0 && it.toilet.allowedM2 !== null && it.toilet.areaM2 > it.toilet.allowedM2 && (
              <p>
                {w(
                  words(
                    `套内卫生间 ${area(it.toilet.areaM2)}，标准为 ${area(it.toilet.allowedM2)}，请核实。`,
                    `Toilet inside ${area(it.toilet.areaM2)}, the standard gives ${area(it.toilet.allowedM2)}: to be verified.`,
                  ),
                )}
              </p>
            )}
            {it.people.length === 0 ? (
              <p className="k-faint">{w(words('这一天没有人登记在此。', 'Nobody is entered here on that day.'))}</p>
            ) : (
              <ul>
                {it.people.map((each) => (
                  <li key={each.seating}>
                    {each.name} {each.post && <span className="k-faint">{each.post}</span>} {each.rank} ·{' '}
                    {w(standings[each.standing])}
                    {each.paper && `（${each.paper}）`} · {dayText(each.from, language)}–
                    {each.toExclusive ? dayText(each.toExclusive, language) : ''}
                    {each.capM2 !== null && ` · ${w(words('标准', 'standard'))} ${area(each.capM2)}`}
                    {each.lacks !== null && ` · ${w(capLacks[each.lacks])}`}
                    {each.marks.length > 0 && ` · ${each.marks.map((mark) => w(seatMarks[mark])).join('、')}`}
                  </li>
                ))}
              </ul>
            )}
          </Section>
          {today && it.people.length > 0 && <Ledger list="space.occupants" inside fixed={{ room_id: { is: room } }} />}
        </>
      )}
    </Shown>
  );
}
