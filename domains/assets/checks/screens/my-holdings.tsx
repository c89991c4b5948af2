import { ActButtons, EmptyState, Page, Section, Shown, StatusTag, useList, useWords } from '@opengoa/web-kit';
import { lineStates } from '../words.zh.ts';

const fact = (zh: string, en: string) => ({ zh, en });
const tones = { waiting: 'check', confirmed: 'done', disputed: 'refused', settled: 'done' } as const;

/** 我的资产自查: on the phone, one card for each thing: confirm or dispute. */
export default function MyHoldings() {
  const { w } = useWords();
  const known = useList('assets.my-holdings', { where: {} }, { size: 200 });
  return (
    <Page
      title={fact('我的资产自查', 'My self-check')}
      about={fact(
        '逐件核对名下资产：在用的点“确认”，不符的点“有异议”并写明情况。',
        'Look at each thing in your name: confirm it, or say what is not so.',
      )}
    >
      <Shown known={known} lines={8}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState
              icon="check"
              title={fact('没有需要自查的资产', 'Nothing to confirm')}
              todo={fact(
                '单位发起自查后，您名下的资产会列在这里。',
                'Once a self-check is open your things stand here.',
              )}
            />
          ) : (
            rows.map((row) => (
              <Section
                key={row.id}
                title={`${row.card_number} ${row.card_name}`}
                acts={<ActButtons may={row.may} object={row} />}
              >
                <p>
                  <StatusTag tone={tones[row.state as keyof typeof tones]}>
                    {w(lineStates[row.state as keyof typeof lineStates])}
                  </StatusTag>{' '}
                  {row.place ?? ''} {row.said ?? ''} {row.settled_words ?? ''}
                </p>
              </Section>
            ))
          )
        }
      </Shown>
    </Page>
  );
}
