import {
  day,
  EmptyState,
  Go,
  money,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  ThingPage,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { cardStates } from '../../cards/words.zh.ts';
import { clearanceStates } from '../words.zh.ts';

const fact = (zh: string, en: string) => ({ zh, en });

/** 离岗交接单: what is still in this name, and the certificate. */
export default function ClearancePage({ params }: ScreenProps<'id'>) {
  const { w, language } = useWords();
  const known = useRead('assets.clearance', { id: params.id }, { keep: true });
  return (
    <Shown known={known} lines={10}>
      {(it) => (
        <ThingPage
          id={it.id}
          title={it.personName}
          status={{ tone: it.state === 'open' ? 'check' : 'done', words: clearanceStates[it.state] }}
          summary={`${it.unitName} · ${w(fact('离岗', 'left on'))} ${day(it.leftOn, language)}`}
          may={it.may}
          object={it}
        >
          {it.number !== null && (
            <Section title={fact('离岗资产交接证明', 'Certificate of clearance')}>
              <Pairs
                pairs={[
                  { term: fact('编号', 'Number'), value: it.number },
                  { term: fact('办结人', 'Cleared by'), value: it.clearedName ?? '—' },
                  { term: fact('办结日期', 'On'), value: it.clearedOn === null ? '—' : day(it.clearedOn, language) },
                  { term: fact('留存资产', 'Left in this name'), value: String(it.remaining) },
                  { term: fact('说明', 'In words'), value: it.words || '—', wide: true },
                ]}
              />
            </Section>
          )}
          <Section title={fact('名下资产', 'Still in this name')}>
            {it.held.length === 0 ? (
              <EmptyState
                icon="check"
                title={fact('名下已没有资产', 'Nothing is left')}
                todo={fact('可以办结交接。', 'The post can be cleared.')}
              />
            ) : (
              <Pairs
                pairs={it.held.map((card) => ({
                  term: card.number,
                  value: (
                    <>
                      <Go className="k-link" to={`/assets/cards/${card.id}`}>
                        {card.name}
                      </Go>{' '}
                      {w(cardStates[card.state as keyof typeof cardStates])} · {money(card.valueFen)} · {card.place}
                    </>
                  ),
                }))}
              />
            )}
          </Section>
        </ThingPage>
      )}
    </Shown>
  );
}
