import {
  type Answer,
  instant,
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
import { awardRules, inquiryStates, kinds, methods } from '../../words.zh.ts';
import { inquiryTones, quoteTones } from './inquiry-tones.ts';

type Inquiry = Answer<'procurement.inquiry'>;

/** 询价单: what is asked for, who was invited, what came, and who got it. */
export default function InquiryPage({ params }: ScreenProps<'id'>) {
  const inquiry = useRead('procurement.inquiry', { id: params.id });
  const { w } = useWords();
  return (
    <Shown known={inquiry} lines={14}>
      {(it) => (
        <ThingPage
          talk="procurement.inquiry"
          id={it.id}
          title={`${it.number} ${it.title}`}
          status={{ tone: inquiryTones[it.state], words: inquiryStates[it.state] }}
          summary={`${it.unitName} · ${w(kinds[it.kind])} · ${w(methods[it.method])}`}
          dueAt={it.state === 'open' ? it.deadline : null}
          may={it.may}
          object={it}
          figures={figures(it)}
          tabs={[
            {
              key: 'quotes',
              title: { zh: `报价（${it.quotes}）`, en: `Quotes (${it.quotes})` },
              content: <Quotes inquiry={it} />,
            },
            { key: 'about', title: { zh: '概况', en: 'About' }, content: <About inquiry={it} /> },
          ]}
        />
      )}
    </Shown>
  );
}

const figures = ({ estimateFen, lowestFen, amountFen }: Inquiry) => [
  { title: { zh: '预算', en: 'Estimate' }, value: yuan(estimateFen, true) },
  { title: { zh: '最低有效报价', en: 'Lowest valid' }, value: yuan(lowestFen, true) },
  { title: { zh: '成交金额', en: 'Awarded' }, value: yuan(amountFen, true) },
];

function Quotes({ inquiry }: { readonly inquiry: Inquiry }) {
  const { w } = useWords();
  return (
    <>
      {inquiry.openedAt === null && inquiry.state !== 'cancelled' && (
        <p className="k-note">
          {w({
            zh: '报价密封中：截止并开启后才显示金额。',
            en: 'Sealed: amounts show after the deadline and the opening.',
          })}
        </p>
      )}
      <Ledger
        list="procurement.quotes"
        inside
        fixed={{ inquiry_id: { is: inquiry.id } }}
        tones={{ state: quoteTones }}
        empty={{
          title: { zh: '还没有报价', en: 'No quotes yet' },
          todo: { zh: '收到后点“登记报价”。', en: 'Press “Enter a quote” when one comes.' },
        }}
      />
    </>
  );
}

const pair = (zh: string, en: string, value: Pair['value']): Pair => ({ term: { zh, en }, value });

function About({ inquiry: it }: { readonly inquiry: Inquiry }) {
  const { w, language } = useWords();
  return (
    <>
      {it.notices.length > 0 && (
        <Section title={{ zh: '限额提示', en: 'What the thresholds say' }}>
          {it.notices.map((notice) => (
            <p key={notice.zh} className="k-note">
              {w(notice)}
            </p>
          ))}
        </Section>
      )}
      <Section>
        <Pairs
          pairs={[
            pair('采购要求', 'Requirements', it.what || '—'),
            pair('方式', 'Method', w(methods[it.method])),
            pair('不公开的理由', 'Why not openly', it.reason || '—'),
            pair('成交规则', 'Award rule', w(awardRules[it.rule])),
            pair('报价截止', 'Deadline', instant(it.deadline, language)),
            pair('开启时间', 'Opened', it.openedAt === null ? '—' : instant(it.openedAt, language)),
            pair('经办人', 'Published by', it.publishedName),
            pair('成交供应商', 'Awarded to', it.supplier ?? '—'),
            pair('成交理由', 'Reason', it.awardReason || '—'),
            pair('确定人', 'Awarded by', it.awardedName ?? '—'),
            ...(it.why === null ? [] : [pair('取消原因', 'Why cancelled', it.why)]),
          ]}
        />
      </Section>
      <Section title={{ zh: '受邀供应商', en: 'Invited' }}>
        {it.invited.length === 0 ? (
          <p className="k-faint">{w({ zh: '未单独邀请', en: 'Nobody in particular' })}</p>
        ) : (
          <Pairs pairs={it.invited.map(({ supplier, code }) => ({ term: supplier, value: code }))} />
        )}
      </Section>
    </>
  );
}
