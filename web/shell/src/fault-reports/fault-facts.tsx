import { Go, instant, NameOf, type Pair, Pairs, Section, useWords, type Answer } from '@opengoa/web-kit';

/** What was said of which thing, the pictures, and what was begun because of it. */
export function FaultFacts({ report: it }: { readonly report: Answer<'kernel.fault-report'> }) {
  const { w, language } = useWords();
  const pair = (zh: string, en: string, value: Pair['value']): Pair => ({ term: { zh, en }, value });
  const pairs = [
    pair(
      '对象',
      'Thing',
      <>
        {it.opens ? (
          <Go className="k-link" to={it.opens}>
            {it.thing}
            {it.code && ` ${it.code}`}
          </Go>
        ) : (
          it.thing
        )}
      </>,
    ),
    pair('单位', 'Unit', it.unitName),
    pair('情况', 'What is wrong', it.said),
    pair('报修时间', 'Reported', instant(it.reportedAt, language)),
    pair(
      '报修人',
      'Reporter',
      it.reporter ? <NameOf id={it.reporter} /> : w({ zh: '未登录的扫码人', en: 'somebody who scanned it' }),
    ),
    ...(it.reopened > 0 ? [pair('再次打开', 'Reopened', String(it.reopened))] : []),
    ...(it.answer ? [pair('答复', 'Answer', it.answer)] : []),
    ...(it.whose ? [pair('应找', 'Whose it is', it.whose)] : []),
    ...(it.photos.length > 0
      ? [
          pair(
            '照片',
            'Photos',
            <>
              {it.photos.map((photo, n) => (
                <a key={photo} className="k-link" href={`/api/files/${photo}`} download>
                  {w({ zh: `照片${n + 1}`, en: `photo ${n + 1}` })}{' '}
                </a>
              ))}
            </>,
          ),
        ]
      : []),
  ];
  return (
    <>
      <Section>
        <Pairs pairs={pairs} />
      </Section>
      {it.links.length > 0 && (
        <Section title={{ zh: '由此开始的办理', en: 'Begun because of it' }}>
          <ul>
            {it.links.map((link) => (
              <li key={link.title}>
                <Go className="k-link" to={link.opens}>
                  {link.title}
                </Go>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
