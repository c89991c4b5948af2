import {
  type Answer,
  day,
  Ledger,
  type Pair,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  ThingPage,
  useRead,
  useWords,
  yuan,
} from '@opengoa/web-kit';
import { words } from '@opengoa/kernel/words';
import { conditions, offerMays, offerReasons, offerStates, reaches, storeKinds } from '../words.zh.ts';
import { claimTones, offerTones } from './tones.ts';

type Offered = Answer<'assets.offer'>;

/** 在仓物品: what it is and who has it until when; its owner and its keeper also see why it is here and how it was found. */
export default function OfferPage({ params }: ScreenProps<'id'>) {
  const offer = useRead('assets.offer', { id: params.id });
  const { w } = useWords();
  return (
    <Shown known={offer} lines={12}>
      {(it) => (
        <ThingPage
          id={it.id}
          title={`${it.name} ${it.model}`}
          status={{ tone: offerTones[it.state], words: offerStates[it.state] }}
          summary={`${it.number} · ${it.unitName} · ${it.store} · ${w(storeKinds[it.storeKind])}`}
          may={it.may}
          object={it}
          figures={[
            { title: words('可用', 'Free'), value: `${it.free} / ${it.quantity} ${it.measure}` },
            { title: words('成色', 'Condition'), value: w(conditions[it.condition]) },
            { title: words('原值', 'Value'), value: yuan(it.valueFen, true) },
          ]}
          tabs={[
            { key: 'about', title: words('概况', 'About'), content: <About of={it} /> },
            ...(it.own === null
              ? []
              : [
                  {
                    key: 'inspections',
                    title: words('验收记录', 'Inspections'),
                    count: it.own.inspections.length,
                    content: <Inspections of={it.own} />,
                  },
                  { key: 'reservations', title: words('预约', 'Reservations'), content: <Reservations of={it} /> },
                ]),
          ]}
        />
      )}
    </Shown>
  );
}

const pair = (zh: string, en: string, value: Pair['value']): Pair => ({ term: words(zh, en), value });
const claimWords = {
  reservation: words('预约', 'Reserved'),
  loan: words('借用', 'Lent'),
  match: words('已匹配', 'Matched'),
  transfer: words('正在调剂', 'Being transferred'),
  call: words('应急调用', 'Called'),
};

function About({ of: it }: { readonly of: Offered }) {
  const { w, language } = useWords();
  return (
    <>
      <Section>
        <Pairs
          pairs={[
            pair('品牌', 'Brand', it.brand || '—'),
            pair('分类代码', 'Class', it.class),
            pair('取得日期', 'Acquired', day(it.acquiredOn, language)),
            pair('折旧年限', 'Years of life', it.lifeYears === null ? '—' : String(it.lifeYears)),
            pair('方式', 'How', w(offerMays[it.offeredFor])),
            pair('存放地点', 'Where', it.place || '—'),
            pair('保管单位', 'Kept by', it.keeperName),
            pair('修复费用（估）', 'Repair, estimated', yuan(it.refurbishFen)),
            pair('共享至', 'Until', it.untilDay === null ? '—' : day(it.untilDay, language)),
            ...(it.own === null
              ? []
              : [
                  pair('入仓理由', 'Why', w(offerReasons[it.own.reason])),
                  pair('范围', 'Shown to', w(reaches[it.own.reach])),
                  pair('备注', 'Note', it.own.note || '—'),
                ]),
          ]}
        />
      </Section>
      <Section title={words('占用情况', 'Who has it')}>
        {it.claims.length === 0 ? (
          <p className="k-faint">{w(words('没有预约或借出', 'Nobody has spoken for it'))}</p>
        ) : (
          <Pairs
            pairs={it.claims.map((claim) => ({
              term: claimWords[claim.kind],
              value: `${claim.unitName} ${claim.quantity} ${it.measure}${claim.untilDay === null ? '' : ` · ${day(claim.untilDay, language)}`}`,
            }))}
          />
        )}
      </Section>
      {it.own !== null && it.photos.length > 0 && (
        <Section title={words('照片', 'Photos')}>
          {it.photos.map((id, at) => (
            <a key={id} className="k-link" href={`/api/files/${id}`}>
              {`${w(words('照片', 'Photo'))} ${at + 1} `}
            </a>
          ))}
        </Section>
      )}
    </>
  );
}

function Inspections({ of: own }: { readonly of: NonNullable<Offered['own']> }) {
  const { w, language } = useWords();
  if (own.inspections.length === 0) return <p className="k-faint">{w(words('还没有验收', 'Not inspected yet'))}</p>;
  return (
    <>
      {own.inspections.map((it) => (
        <Section key={it.id} title={day(it.day, language)}>
          <Pairs
            pairs={[
              pair('结果', 'Outcome', w(it.passed ? words('入仓', 'Taken in') : words('未予入仓', 'Not taken in'))),
              pair('成色', 'Condition', w(conditions[it.condition])),
              pair('修复费用（估）', 'Repair, estimated', yuan(it.refurbishFen)),
              pair('说明', 'Said', it.said || '—'),
              pair('验收人', 'By', it.inspectedName),
            ]}
          />
        </Section>
      ))}
    </>
  );
}

const Reservations = ({ of: it }: { readonly of: Offered }) => (
  <Ledger
    list="assets.reservations"
    inside
    fixed={{ offer_id: { is: it.id }, side: { is: 'given' } }}
    tones={{ state: claimTones }}
    empty={{ title: words('没有预约', 'No reservations'), todo: words('预约后显示在这里。', 'They show here.') }}
  />
);
