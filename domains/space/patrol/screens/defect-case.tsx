import { words } from '@opengoa/kernel/words';
import { type CaseProps, day, Go, Pairs, Section, Shown, useRead, useWords } from '@opengoa/web-kit';
import { PapersOf } from '../../papers/screens/papers-of.tsx';
import { findingKinds } from '../words.zh.ts';

/** What was found, on the desk of whoever puts it right: where, what, until when, and the photos. */
export default function DefectCase({ id }: CaseProps) {
  const known = useRead('space.defect', { id });
  const { w, language } = useWords();
  return (
    <Shown known={known} lines={8}>
      {(it) => {
        const place = [it.building, it.place].filter(Boolean).join(' ');
        return (
          <>
            <Section title={findingKinds[it.kind]}>
              <Pairs
                pairs={[
                  { term: words('问题', 'What'), value: it.what, wide: true },
                  {
                    term: words('位置', 'Where'),
                    value:
                      it.room === null ? (
                        place || w(words('未写明', 'Not told'))
                      ) : (
                        <Go className="k-link" to={`/space/rooms/${it.room}`}>
                          {place}
                        </Go>
                      ),
                  },
                  ...(it.due ? [{ term: words('整改期限', 'Due'), value: day(it.due, language) }] : []),
                  ...(it.said ? [{ term: words('整改和复核意见', 'Said'), value: it.said, wide: true }] : []),
                ]}
              />
            </Section>
            <PapersOf id={id} title={words('照片', 'Photos')} />
          </>
        );
      }}
    </Shown>
  );
}
