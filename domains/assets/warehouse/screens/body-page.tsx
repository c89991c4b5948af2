import { words } from '@opengoa/kernel/words';
import {
  type Answer,
  day,
  Go,
  Ledger,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  ThingPage,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { bodyKinds, bodyStates } from '../words.zh.ts';
import { bodyTones, loanTones } from './tones.ts';

type Body = Answer<'assets.body'>;

/** 大型活动或临时机构: what it needs, what it has out, what was bought for it; it ends when all that is settled. */
export default function BodyPage({ params }: ScreenProps<'id'>) {
  const body = useRead('assets.body', { id: params.id });
  const { w, language } = useWords();
  return (
    <Shown known={body} lines={12}>
      {(it) => (
        <ThingPage
          id={it.id}
          title={it.name}
          status={{ tone: bodyTones[it.state], words: bodyStates[it.state] }}
          summary={`${it.unitName} · ${w(bodyKinds[it.kind])} · ${day(it.from, language)}–${day(it.until, language)}`}
          may={it.may}
          object={it}
          figures={[
            { title: words('未归还', 'Still out'), value: String(it.out) },
            { title: words('购置', 'Bought'), value: String(it.bought.length) },
            { title: words('需求', 'Needs'), value: String(it.needs.length) },
          ]}
          tabs={[
            { key: 'loans', title: words('借用', 'Loans'), content: <Loans of={it} /> },
            { key: 'about', title: words('需求和购置', 'Needs and purchases'), content: <About of={it} /> },
          ]}
        />
      )}
    </Shown>
  );
}

const Loans = ({ of: it }: { readonly of: Body }) => (
  <Ledger
    list="assets.pool-loans"
    inside
    fixed={{ body_id: { is: it.id }, side: { is: 'taken' } }}
    tones={{ state: loanTones }}
    empty={{
      title: words('还没有借用', 'Nothing borrowed yet'),
      todo: words('在“公物仓共享物品”中预约，借出时选择本活动。', 'Reserve on the shelf; the loan names this event.'),
    }}
  />
);

function About({ of: it }: { readonly of: Body }) {
  const { w } = useWords();
  return (
    <>
      <Section title={words('需求清单', 'Needs')}>
        {it.needs.length === 0 ? (
          <p className="k-faint">{w(words('没有填写', 'None entered'))}</p>
        ) : (
          <Pairs pairs={it.needs.map(({ what, quantity }) => ({ term: what, value: String(quantity) }))} />
        )}
      </Section>
      <Section title={words('购置的资产', 'Bought for it')}>
        {it.bought.length === 0 ? (
          <p className="k-faint">{w(words('没有购置', 'Nothing was bought'))}</p>
        ) : (
          <Pairs
            pairs={it.bought.map((card) => ({
              term: card.number,
              value: (
                <>
                  {card.name}{' '}
                  {card.state === 'pooled'
                    ? w(words('已入仓', 'in the warehouse'))
                    : w(words('未入仓，结束前须申请入仓', 'to be offered before the end'))}
                </>
              ),
            }))}
          />
        )}
        <Go className="k-link" to="/assets/offers">
          {w(words('去申请入仓', 'Offer to the warehouse'))}
        </Go>
      </Section>
      <Section>
        <Pairs
          pairs={[
            { term: words('依据', 'Paper'), value: it.document || '—' },
            { term: words('结束说明', 'Said at the end'), value: it.said || '—', wide: true },
          ]}
        />
      </Section>
    </>
  );
}
