import { words } from '@opengoa/kernel/words';
import {
  ActButtons,
  type Answer,
  day,
  Go,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  ThingPage,
  useRead,
  useWords,
  yuan,
} from '@opengoa/web-kit';
import { demandStates } from '../words.zh.ts';
import { demandTones } from './tones.ts';

type Demand = Answer<'assets.demand'>;
type Suiting = Demand['suiting'][number];

/** 需求: what is lacking, and what lies idle and would do, best first with the reasons. */
export default function DemandPage({ params }: ScreenProps<'id'>) {
  const demand = useRead('assets.demand', { id: params.id });
  const { w, language } = useWords();
  return (
    <Shown known={demand} lines={14}>
      {(it) => (
        <ThingPage
          id={it.id}
          title={`${it.name} ×${it.quantity}`}
          status={{ tone: demandTones[it.state], words: demandStates[it.state] }}
          summary={`${it.number} · ${it.unitName} · ${w(words('需要日期', 'needed by'))} ${day(it.needBy, language)}`}
          may={it.may?.filter((verb) => verb === 'assets.withdraw-demand')}
          object={it}
          figures={[
            { title: words('已收到', 'Received'), value: String(it.given) },
            { title: words('办理中', 'On its way'), value: String(it.coming) },
            { title: words('尚缺', 'Still lacking'), value: String(it.quantity - it.given - it.coming) },
          ]}
          tabs={[
            {
              key: 'suiting',
              title: words('可用的闲置物品', 'What would do'),
              count: it.suiting.length,
              content: <Suitings of={it.suiting} may={it.may} left={it.quantity - it.given - it.coming} />,
            },
            { key: 'about', title: words('概况', 'About'), content: <About of={it} /> },
          ]}
        />
      )}
    </Shown>
  );
}

function Suitings({
  of,
  may,
  left,
}: {
  readonly of: readonly Suiting[];
  readonly may: readonly string[] | undefined;
  readonly left: number;
}) {
  const { w } = useWords();
  if (of.length === 0)
    return (
      <p className="k-faint">
        {w(
          words(
            '目前没有合适的闲置物品；入仓后会出现在这里。',
            'Nothing that lies idle suits it now; it will show here.',
          ),
        )}
      </p>
    );
  const verbs = may?.filter((verb) => verb === 'assets.accept-match' || verb === 'assets.refuse-match');
  return (
    <>
      {of.map((it) => (
        <Section key={it.offer} title={`${it.name} · ${it.unitName} · ${it.score} ${w(words('分', 'points'))}`}>
          <p>
            <Go className="k-link" to={`/assets/warehouse/${it.offer}`}>
              {it.number}
            </Go>
            {` · ${w(words('可用', 'free'))} ${it.there} ${it.measure} · ${w(words('可节省', 'saves'))} ${yuan(it.savedFen, true)} · ${w(words('运输估', 'transport'))} ${yuan(it.transportFen, true)}`}
          </p>
          <ul>
            {it.reasons.map(({ factor, words: said }) => (
              <li key={factor}>{w(said)}</li>
            ))}
          </ul>
          <ActButtons
            may={verbs}
            object={{
              id: it.offer,
              demand: it.demand,
              offer: it.offer,
              quantity: Math.min(it.pieces, left),
              side: 'receiver',
            }}
          />
        </Section>
      ))}
    </>
  );
}

function About({ of: it }: { readonly of: Demand }) {
  const { w, language } = useWords();
  return (
    <Section>
      <Pairs
        pairs={[
          { term: words('分类代码', 'Class'), value: it.class },
          { term: words('功能用途', 'Function'), value: it.item || '—' },
          { term: words('估计新购单价', 'Price of one new'), value: yuan(it.newPriceFen) },
          {
            term: words('用到', 'Until'),
            value: it.until === null ? w(words('长期', 'For good')) : day(it.until, language),
          },
          { term: words('急需', 'Urgent'), value: w(it.urgent ? words('是', 'Yes') : words('否', 'No')) },
          { term: words('地点', 'Where'), value: it.place || '—' },
          { term: words('用途', 'For'), value: it.purpose || '—', wide: true },
        ]}
      />
    </Section>
  );
}
