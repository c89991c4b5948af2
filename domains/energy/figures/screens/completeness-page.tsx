import {
  Page,
  type ScreenProps,
  Section,
  shanghaiParts,
  Shown,
  useList,
  useRead,
  useWay,
  useWords,
  withQuery,
} from '@opengoa/web-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { CompletenessStrip } from './completeness-strip.tsx';

/** 数据完整率: every meter of the reader's rights, month by month. */
export default function CompletenessPage({ query }: ScreenProps) {
  const { w } = useWords();
  const way = useWay();
  const [opened] = useState(() => new Date());
  const thisYear = Number(shanghaiParts(opened)?.day.slice(0, 4));
  // Opens where the readings end: a year without any says nothing.
  const latest = useList(
    'energy.months',
    { where: {}, sort: '-month' },
    { size: 1 },
    { when: query['year'] === undefined },
  );
  const lastRead = latest.answer?.rows[0]?.month;
  const year = Number(query['year'] ?? (typeof lastRead === 'string' ? lastRead.slice(0, 4) : thisYear));
  const known = useRead('energy.completeness', { year: String(year) }, { keep: true, when: !latest.loading });
  const go = (to: number) => way.go(withQuery(way, { year: String(to) }), { replace: true });
  return (
    <Page
      title={{ zh: `数据完整率 ${year} 年`, en: `Completeness ${year}` }}
      about={{
        zh: '应有读数由表计登记推算，停止报送的表不会显得完整；斜纹为估计，琥珀色为存疑。',
        en: 'Expected from the register of meters, so that a silent one does not look complete; hatched is estimated, amber kept apart.',
      }}
      acts={
        <>
          <Button onClick={() => go(year - 1)}>{w({ zh: '上一年', en: 'Year before' })}</Button>{' '}
          <Button disabled={year >= thisYear} onClick={() => go(year + 1)}>
            {w({ zh: '下一年', en: 'Year after' })}
          </Button>
        </>
      }
    >
      <Shown known={known} lines={10}>
        {({ meters }) => (
          <Section>
            <CompletenessStrip meters={meters} named />
          </Section>
        )}
      </Shown>
    </Page>
  );
}
