import { words } from '@opengoa/kernel/words';
import {
  ActButtons,
  day,
  EmptyState,
  Go,
  instant,
  number,
  Page,
  Pairs,
  Section,
  Shown,
  StatusTag,
  ThingPage,
  useRead,
  useWords,
  type Answer,
  type Pair,
  type ScreenProps,
} from '@opengoa/web-kit';
import { RowsTable } from '../../screens/rows-table.tsx';
import { windowStandingWords } from '../words.ts';
import { LookThrough } from './look-through.tsx';
import { windowTones } from './window-list.tsx';
import './windows.css';

type WindowAnswer = Answer<'risk-centre.window'>;

/** 一个只读窗口: to whoever looks through it the way in, to whoever keeps it who looked. */
export default function WindowPage({ params }: ScreenProps<'id'>) {
  const known = useRead('risk-centre.window', { id: params.id });
  return (
    <Shown known={known} lines={12}>
      {(it) => (it.mine ? <Front it={it} /> : <Keeping it={it} />)}
    </Shown>
  );
}

/** What whoever looks through sees: the banner that always stands, the scope, and the way in while it is open. */
function Front({ it }: { readonly it: WindowAnswer }) {
  const { w } = useWords();
  return (
    <Page
      title={it.paper}
      tag={<StatusTag tone={windowTones[it.standing]}>{w(windowStandingWords[it.standing])}</StatusTag>}
      acts={<ActButtons may={it.may} object={{ id: it.id }} />}
    >
      <p className="rc-window-banner" role="note">
        {w(
          words(
            `只读窗口 · 至 ${it.to} · 每次查看均留痕`,
            `Read-only window · until ${it.to} · every look is recorded`,
          ),
        )}
      </p>
      <Section title={words('范围', 'Scope')}>
        <Pairs pairs={scopeOf(it, w)} />
      </Section>
      {it.may?.includes('risk-centre.look-through-window') ? (
        <LookThrough window={it.id} />
      ) : (
        <EmptyState title={windowStandingWords[it.standing]} todo={whyShut(it)} />
      )}
    </Page>
  );
}

/** Why nothing is to be seen through it now. */
function whyShut({ standing, from, to, reason }: WindowAnswer) {
  switch (standing) {
    case 'proposed':
      return words('经另一人确认后开放。', 'It opens once another person has confirmed it.');
    case 'ahead':
      return words(`从 ${from} 起可以查看。`, `It may be looked through from ${from}.`);
    case 'over':
      return words(
        `已于 ${to} 到期；需要继续查看的，请重新提出。`,
        `It was open until ${to}; propose a new one to look again.`,
      );
    case 'closed':
      return reason ?? words('窗口已经关闭。', 'The window has been closed.');
    case 'open':
      return words('请按“查看异常清单”。', 'Press “Show the list”.');
  }
}

const scopeOf = (it: WindowAnswer, w: ReturnType<typeof useWords>['w']): Pair[] => [
  {
    term: words('单位', 'Units'),
    value: w(
      words(
        `${it.units.map(({ name }) => name).join('、')}（含下级）`,
        `${it.units.map(({ name }) => name).join(', ')}, with all below`,
      ),
    ),
    wide: true,
  },
  {
    term: words('指明的异常', 'Named findings'),
    value:
      it.named === 0
        ? w(words('不限，所列单位全部', 'none: all of these units'))
        : it.findings.length === 0
          ? w(words(`${number(it.named)} 条`, number(it.named)))
          : it.findings.map(({ id, number: called }) => (
              <Go key={id} className="k-link rc-window-finding" to={`/risk/findings/${id}`}>
                {called}
              </Go>
            )),
    wide: true,
  },
  { term: words('用途', 'Purpose'), value: it.purpose, wide: true },
  { term: words('查看人员', 'Inspectors'), value: it.inspectors, wide: true },
  { term: words('开放日期', 'Open'), value: `${it.from} — ${it.to}`, wide: true },
];

/** What whoever keeps windows sees: both persons, days left, and every look. */
function Keeping({ it }: { readonly it: WindowAnswer }) {
  const { w, language } = useWords();
  const decided: Pair[] = [
    { term: words('提出', 'Proposed'), value: `${it.proposedBy} ${instant(it.proposedAt, language)}`, wide: true },
    ...(it.confirmedAt === null
      ? []
      : [
          {
            term: words('确认', 'Confirmed'),
            value: `${it.confirmedBy} ${instant(it.confirmedAt, language)}`,
            wide: true,
          },
        ]),
    ...(it.closedAt === null
      ? []
      : [
          {
            term: it.state === 'closed' ? words('关闭', 'Closed') : words('到期', 'Over'),
            value: [instant(it.closedAt, language), it.reason].filter(Boolean).join('：'),
            wide: true,
          },
        ]),
  ];
  return (
    <ThingPage
      id={it.id}
      title={it.paper}
      status={{ tone: windowTones[it.standing], words: windowStandingWords[it.standing] }}
      summary={it.purpose}
      may={it.may}
      object={{ id: it.id }}
      figures={[
        { title: words('剩余天数', 'Days left'), value: it.standing === 'open' ? number(it.daysLeft) : '—' },
        { title: words('最后一天', 'Last day'), value: day(it.to, language) },
        { title: words('查看次数', 'Looks'), value: number(it.looked) },
      ]}
    >
      <Section title={words('范围', 'Scope')}>
        <Pairs pairs={[...scopeOf(it, w), ...decided]} />
      </Section>
      <Section title={words('查看记录', 'Looks')}>
        <RowsTable
          title={words('查看记录', 'Looks')}
          rows={it.looks}
          keyOf={({ id }) => id}
          columns={[
            { title: words('时间', 'At'), cell: ({ at }) => instant(at, language) },
            { title: words('查看人', 'Who'), cell: ({ person }) => person },
            {
              title: words('查看内容', 'What'),
              cell: ({ finding }) =>
                finding === null ? (
                  w(words('清单', 'the list'))
                ) : (
                  <Go className="k-link" to={`/risk/findings/${finding.id}`}>
                    {finding.number}
                  </Go>
                ),
            },
            { title: words('单位', 'Unit'), cell: ({ unitName }) => unitName },
          ]}
          empty={{ title: words('还没有人查看过', 'Nobody has looked yet') }}
        />
        {it.looked > it.looks.length && (
          <p className="k-faint">
            {w(
              words(
                `共 ${number(it.looked)} 次，列出最近 ${number(it.looks.length)} 次；其余见经过。`,
                `${number(it.looked)} in all, the newest ${number(it.looks.length)} listed; the others stand in the story.`,
              ),
            )}
          </p>
        )}
      </Section>
    </ThingPage>
  );
}
