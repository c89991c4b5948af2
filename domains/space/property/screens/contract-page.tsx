import {
  type Answer,
  day,
  EMPTY,
  Figure,
  Go,
  Ledger,
  money,
  number,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  ThingPage,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { words } from '@opengoa/kernel/words';
import { contractStates, dimensions } from '../words.zh.ts';
import { ContractChecks } from './contract-checks.tsx';
import { ContractEditions } from './contract-editions.tsx';
import { contractTones, rectificationTones } from './tones.ts';

type Contract = Answer<'space.service-contract'>;

/** 物业合同: its terms, its checks over time, what is to be put right. */
export default function ContractPage({ params }: ScreenProps<'id'>) {
  const known = useRead('space.service-contract', { id: params.id }, { keep: true });
  return (
    <Shown known={known} lines={14}>
      {(it) => <Loaded of={it} />}
    </Shown>
  );
}

function Loaded({ of: it }: { readonly of: Contract }) {
  const { w, language } = useWords();
  const last = it.checks.at(-1);
  const period = `${it.from} – ${it.endedOn ?? it.to}`;
  return (
    <ThingPage
      id={it.id}
      title={`${it.supplier} · ${it.number}`}
      status={{ tone: contractTones[it.state], words: contractStates[it.state] }}
      summary={[it.unitName, it.buildings.map(({ name }) => name).join('、')].join(' · ')}
      may={it.may}
      object={it}
      figures={[
        {
          title: words('年费', 'Annual fee'),
          value: (
            <Figure
              source={{
                value: it.annualFeeFen / 100,
                unit: '元',
                period,
                formula: words(
                  `今日执行的约定；每月 ${money(it.monthlyFeeFen)}（年费 ÷ 12）`,
                  `by the terms of today; ${money(it.monthlyFeeFen)} a month (a twelfth)`,
                ),
                rows: `/space/property-contracts?f.number=${encodeURIComponent(it.number)}`,
              }}
            >
              {money(it.annualFeeFen)}
            </Figure>
          ),
        },
        {
          title: words('最近考评结果', 'Last result'),
          value: last ? (
            <Figure
              source={{
                value: last.result,
                unit: '分',
                period: last.month,
                formula: last.formula,
                rows: `/space/property-checks?f.contract_id=${it.id}&f.current=true`,
              }}
            >
              {last.result === null ? w(words('数据不足', 'Too little marked')) : number(last.result, 2)}
            </Figure>
          ) : (
            EMPTY
          ),
          ...(last ? { note: last.month } : {}),
        },
        { title: words('到期', 'Ends'), value: day(it.endedOn ?? it.to, language) },
      ]}
      tabs={[
        { key: 'terms', title: words('约定', 'Terms'), content: <Terms of={it} /> },
        {
          key: 'checks',
          title: words('考评', 'Checks'),
          count: it.checks.length,
          content: <ContractChecks of={it} />,
        },
        {
          key: 'editions',
          title: words('各版约定', 'Editions'),
          count: it.editions.length,
          content: <ContractEditions of={it} />,
        },
        {
          key: 'rectifications',
          title: words('整改', 'Rectifications'),
          content: (
            <Ledger
              list="space.service-rectifications"
              fixed={{ contract_id: { is: it.id } }}
              tones={{ state: rectificationTones }}
              inside
              bare
            />
          ),
        },
      ]}
    />
  );
}

function Terms({ of: it }: { readonly of: Contract }) {
  const { w, language } = useWords();
  return (
    <>
      {it.proposed && (
        <Section title={words('等待审批的变更', 'An amendment waits')}>
          <p className="k-note">
            {w(
              words(
                `${it.proposed.paper}，自 ${it.proposed.from} 起；内容见“各版约定”。`,
                `${it.proposed.paper}, from ${it.proposed.from}: see Editions.`,
              ),
            )}
          </p>
        </Section>
      )}
      {it.notices.length > 0 && (
        <Section title={words('待核实', 'To be looked at')}>
          {it.notices.map(({ standard, explained }) => (
            <p key={standard} className="k-note">
              {w(explained)}
            </p>
          ))}
        </Section>
      )}
      <Section>
        <Pairs
          pairs={[
            { term: words('物业公司', 'Company'), value: it.supplier },
            { term: words('期限', 'Period'), value: `${day(it.from, language)} – ${day(it.to, language)}` },
            { term: words('年费', 'Annual fee'), value: money(it.annualFeeFen) },
            { term: words('每月', 'A month'), value: money(it.monthlyFeeFen) },
            {
              term: words('房屋', 'Buildings'),
              wide: true,
              value: it.buildings.map(({ id, name }) => (
                <span key={id}>
                  <Go className="k-link" to={`/space/buildings/${id}`}>
                    {name}
                  </Go>{' '}
                </span>
              )),
            },
            {
              term: words('服务项目', 'What is served'),
              wide: true,
              value: `${it.dimensions.map((each) => w(dimensions[each])).join(w(words('、', ', ')))}${it.dimensionsOf && w(words(`；依据${it.dimensionsOf}`, `; by ${it.dimensionsOf}`))}`,
            },
            {
              term: words('节能管理目标', 'Energy targets'),
              wide: true,
              value: it.energyTargets || w(words('未登记', 'none entered')),
            },
            { term: words('登记', 'Registered by'), value: it.askedName },
            ...(it.decidedName ? [{ term: words('审批', 'Decided by'), value: it.decidedName }] : []),
            ...(it.endedOn ? [{ term: words('终止', 'Ended'), value: day(it.endedOn, language) }] : []),
            ...(it.said ? [{ term: words('意见', 'Said'), value: it.said, wide: true }] : []),
            ...(it.note ? [{ term: words('备注', 'Note'), value: it.note, wide: true }] : []),
          ]}
        />
      </Section>
    </>
  );
}
