import { words } from '@opengoa/kernel/words';
import { type Answer, area, day, Go, instant, number, Pairs, Section, StatusTag, useWords } from '@opengoa/web-kit';
import { wantedGroups, wantedZones, ways } from '../words.zh.ts';
import { BasisPairs } from './basis-pairs.tsx';

type Request = Answer<'space.request'>;

/** What is asked, and how the unit stands: enough to decide by. */
export function RequestFacts({ of: it }: { readonly of: Request }) {
  const { w, language } = useWords();
  return (
    <>
      <Section title={words('需要', 'The need')}>
        <Pairs
          pairs={[
            { term: words('单位', 'Unit'), value: it.unitName },
            { term: words('需要面积', 'Area needed'), value: area(it.needM2) },
            { term: words('人数', 'People'), value: number(it.people) },
            { term: words('房间类别', 'Kind of rooms'), value: w(wantedGroups[it.group]) },
            { term: words('保密区域', 'Zone'), value: w(wantedZones[it.zone]) },
            { term: words('希望时间', 'Wanted by'), value: it.wantedBy === null ? '—' : day(it.wantedBy, language) },
            { term: words('意向房屋', 'Building'), value: it.buildingName ?? '—' },
            { term: words('申请人', 'Asked by'), value: `${it.askerName} ${instant(it.requestedAt, language)}` },
            { term: words('用途', 'Purpose'), value: it.purpose, wide: true },
            ...(it.note === '' ? [] : [{ term: words('说明', 'Note'), value: it.note, wide: true }]),
          ]}
        />
      </Section>
      <Section title={words('单位现状', 'How the unit stands')}>
        <BasisPairs of={it.basis} unit={it.unit} />
      </Section>
    </>
  );
}

/** 配置次序: each way with why it was ruled out; the next one is marked. */
export function WaySteps({ of: it }: { readonly of: Request }) {
  const { w, language } = useWords();
  return (
    <Section title={words('配置方式', 'Ways to provide it')}>
      <ol>
        {it.order.map((way) => {
          const ruledOut = it.ruledOut.find((each) => each.way === way);
          const taken = it.way === way;
          return (
            <li key={way}>
              {w(ways[way])} {taken && <StatusTag tone="done">{w(words('已采用', 'Taken'))}</StatusTag>}
              {it.next === way && <StatusTag tone="busy">{w(words('现在可用', 'Open now'))}</StatusTag>}
              {ruledOut && (
                <>
                  <StatusTag tone="plain">{w(words('不能满足', 'Ruled out'))}</StatusTag> {ruledOut.reason}
                  <span className="k-faint">
                    {' '}
                    {ruledOut.saidName} {instant(ruledOut.saidAt, language)}
                  </span>
                  {ruledOut.lot !== '' && (
                    <p>
                      {w(words('当时可以满足的闲置房间：', 'Vacant rooms that met the need: '))}
                      {ruledOut.lot}
                      {w(words('；不能用的原因：', '; why they do not do: '))}
                      {ruledOut.unfit}
                    </p>
                  )}
                </>
              )}
            </li>
          );
        })}
      </ol>
      <p className="k-faint">
        {it.orderPaper}
        {w(words('：前一种不能满足时才用后一种。', ': each only where the ways before it cannot meet the need.'))}
      </p>
      {it.licence && (
        <p>
          <Go className="k-link" to={`/space/licences/${it.licence.id}`}>
            {w(words('使用凭证', 'Licence'))} {it.licence.number}
          </Go>
        </p>
      )}
    </Section>
  );
}
