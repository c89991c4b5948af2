import {
  EmptyState,
  get,
  Go,
  Page,
  problemOf,
  RefusalNote,
  said,
  ScanBar,
  useWay,
  useWords,
  type Answer,
} from '@opengoa/web-kit';
import type { Problem } from '@opengoa/kernel/contract';
import { useState } from 'react';
import './scan.css';

type Hit = Answer<'kernel.scan'>['things'][number];

const words = {
  title: { zh: '扫一扫', en: 'Scan' },
  about: {
    zh: '扫本系统的标签、车牌号或表号的二维码；也可以用扫码枪，或直接输入。',
    en: 'Our label, or any code of a plate or a meter’s number; by camera, by a hand scanner, or typed.',
  },
  look: { zh: '查找', en: 'Look up' },
  none: { zh: '没有找到“{code}”', en: 'Nothing found for “{code}”' },
  noneTodo: {
    zh: '可能还没有登记，或不在您的范围内。',
    en: 'It may not be registered, or is not yours to see.',
  },
} as const;

/** 扫一扫: whatever is registered, by whatever identifies it. One hit opens at once. */
export default function ScanPage() {
  const { w } = useWords();
  const way = useWay();
  const [asked, setAsked] = useState('');
  const [hits, setHits] = useState<readonly Hit[]>();
  const [problem, setProblem] = useState<Problem>();

  const look = async (text: string) => {
    const plain = text.trim();
    setAsked(plain);
    setProblem(undefined);
    try {
      const { things } = await get('kernel.scan', { code: plain.slice(0, 300) });
      said(things.length > 0);
      setHits(things);
      if (things.length === 1) way.go(things[0]!.opens);
    } catch (caught) {
      said(false);
      setProblem(problemOf(caught));
    }
  };

  return (
    <Page title={words.title} about={words.about}>
      <div className="s-scan">
        <ScanBar id="scan-code" act={words.look} onCode={(code) => void look(code)} />
        <RefusalNote problem={problem} onClose={() => setProblem(undefined)} />
        <div aria-live="polite">
          {hits?.length === 0 && (
            <EmptyState
              icon="search"
              title={w(words.none).replace('{code}', asked.slice(0, 60))}
              todo={words.noneTodo}
            />
          )}
          {hits && hits.length > 0 && (
            <ul className="s-hits">
              {hits.map((hit) => (
                <li key={hit.id}>
                  <Go className="k-button" to={hit.opens}>
                    {w(hit.title)} {hit.code} · {hit.name}
                  </Go>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </Page>
  );
}
