import { words } from '@opengoa/kernel/words';
import { Go, Pairs, type ScreenProps, Section, Shown, ThingPage, useRead, useWords, yuan } from '@opengoa/web-kit';
import { matchStates } from '../words.zh.ts';
import { matchTones } from './tones.ts';

/** 匹配: which thing goes to which demand, and why; its giver decides by this page. */
export default function MatchPage({ params }: ScreenProps<'id'>) {
  const match = useRead('assets.match', { id: params.id });
  const { w } = useWords();
  return (
    <Shown known={match} lines={12}>
      {(it) => (
        <ThingPage
          id={it.id}
          title={`${it.name} ×${it.quantity}`}
          status={{ tone: matchTones[it.state], words: matchStates[it.state] }}
          summary={`${it.giverName} → ${it.unitName}（${it.needed}）`}
          may={it.may}
          object={it}
          figures={[
            { title: words('匹配分', 'Score'), value: String(it.score) },
            { title: words('节省', 'Saved'), value: yuan(it.savedFen, true) },
            { title: words('数量', 'Quantity'), value: `${it.quantity} ${it.measure}` },
          ]}
        >
          <Section title={words('理由', 'Reasons')}>
            <ul>
              {it.reasons.map(({ factor, words: said }) => (
                <li key={factor}>{w(said)}</li>
              ))}
            </ul>
          </Section>
          <Section>
            <Pairs
              pairs={[
                { term: words('意见', 'Opinion'), value: it.said || '—' },
                {
                  term: words('物品', 'Thing'),
                  value: (
                    <Go className="k-link" to={`/assets/warehouse/${it.offer}`}>
                      {it.name}
                    </Go>
                  ),
                },
                {
                  term: words('调拨单', 'Papers'),
                  value:
                    it.transfer === null ? (
                      '—'
                    ) : (
                      <Go className="k-link" to={`/assets/transfers/${it.transfer}`}>
                        {w(words('查看调拨单', 'See the transfer'))}
                      </Go>
                    ),
                },
              ]}
            />
          </Section>
        </ThingPage>
      )}
    </Shown>
  );
}
