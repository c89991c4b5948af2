import { words } from '@opengoa/kernel/words';
import { type Answer, area, day, Figure, Go, number, Pairs, useWords } from '@opengoa/web-kit';

type Basis = Answer<'space.request'>['basis'];

/** 单位现状: posts, rooms, quota and surplus, each with where it was taken from. */
export function BasisPairs({ of: it, unit }: { readonly of: Basis; readonly unit: string }) {
  const { w } = useWords();
  const figure = (value: number | null, from: { zh: string; en: string }, rows: string) =>
    value === null ? (
      '—'
    ) : (
      <Figure source={{ value, unit: '㎡', period: day(it.day), formula: from, rows }}>{area(value)}</Figure>
    );
  const rooms = `/space/rooms?f.unit_id=${unit}`;
  return (
    <>
      <Pairs
        pairs={[
          {
            term: words('编制 / 实有', 'Posts / staff'),
            value: `${number(it.approvedPeople)} / ${number(it.actualPeople)}`,
          },
          { term: words('现有房间', 'Rooms'), value: number(it.rooms) },
          {
            term: words('现有基本办公用房', 'Has'),
            value: figure(it.basicM2, words('房间台账中该单位的房间', 'its rooms in the ledger'), rooms),
          },
          {
            term: words('核定面积', 'Quota'),
            value:
              it.quotaBasicM2 === null ? (
                <Go className="k-link" to={`/space/quotas/${unit}`}>
                  {w(words('尚未核定', 'Not set'))}
                </Go>
              ) : (
                figure(
                  it.quotaBasicM2,
                  words(
                    `${it.quotaPaper ?? ''}，${it.quotaFrom ?? ''} 起`,
                    `${it.quotaPaper ?? ''}, from ${it.quotaFrom ?? ''}`,
                  ),
                  `/space/quotas/${unit}`,
                )
              ),
          },
          {
            term: words('多于核定（负数为不足）', 'Beyond (below zero: lacking)'),
            value: it.surplusM2 === null ? '—' : area(it.surplusM2),
          },
        ]}
      />
      <p className="k-faint">
        {w(
          words(
            `${day(it.day)} 由编制、房间台账和核定记录自动带出。`,
            `Taken from posts, ledger and quota on ${day(it.day, 'en')}.`,
          ),
        )}
      </p>
    </>
  );
}
