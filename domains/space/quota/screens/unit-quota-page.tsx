import { words } from '@opengoa/kernel/words';
import {
  ActButtons,
  type Answer,
  area,
  day,
  Figure,
  instant,
  number,
  Page,
  Pairs,
  percent,
  type ScreenProps,
  Section,
  Shown,
  StatusTag,
  TableBox,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { forms, quotaGroups } from '../words.zh.ts';

type Known = Answer<'space.unit-quota'>;
type Reckoning = NonNullable<Known['now']>;
type Group = Known['groups'][number];

const tones = { within: 'done', over: 'refused', check: 'check', unknown: 'plain' } as const;
const outcomes = {
  within: words('在核定面积内', 'Within'),
  over: words('大于核定面积', 'Above'),
  check: words('待核实', 'To be checked'),
  unknown: words('尚无核定', 'Not known'),
};

/** 单位面积核定: what a unit may have beside what it has, each figure with its formula and its rows. */
export default function UnitQuotaPage({ params }: ScreenProps<'id'>) {
  const known = useRead('space.unit-quota', { id: params.id }, { keep: true });
  return (
    <Shown known={known} lines={16}>
      {(it) => <Loaded of={it} />}
    </Shown>
  );
}

function Loaded({ of: it }: { readonly of: Known }) {
  const { w, language } = useWords();
  const reckoning = it.set?.reckoning ?? it.now;
  return (
    <Page
      title={it.unitName}
      about={
        it.set
          ? words(
              `自 ${day(it.set.from)} 起核定，${it.set.paper}`,
              `Set from ${day(it.set.from, 'en')} by ${it.set.paper}`,
            )
          : words('尚未核定，下面按今天的编制和标准试算。', 'No quota was set: reckoned below from today’s posts.')
      }
      acts={<ActButtons may={it.may} object={{ id: it.unit }} keys />}
    >
      <Section title={words('核定与实有', 'May have and has')}>
        <Groups of={it} reckoning={reckoning} />
        <p className="k-faint">
          {w(
            words(
              `另有附属用房 ${area(it.otherM2.ancillary)}、技术业务用房 ${area(it.otherM2.technical)}，不计入基本办公用房。整体以其中最不确定的依据为准。`,
              `Annexes ${area(it.otherM2.ancillary)} and technical rooms ${area(it.otherM2.technical)} are counted apart. The whole rests on the least certain of its papers.`,
            ),
          )}
        </p>
      </Section>
      {reckoning && <Made of={reckoning} />}
      <Section title={words('核定记录', 'Quotas set')}>
        {it.history.length === 0 ? (
          <p className="k-faint">{w(words('还没有核定过。', 'None yet.'))}</p>
        ) : (
          <ul>
            {it.history.map((each) => (
              <li key={each.id}>
                {day(each.from, language)} · {area(each.basicM2)} · {each.paper} · {each.setName}
                {each.struck === null ? '' : w(words(`（已撤销：${each.struck}）`, ` (struck: ${each.struck})`))}
              </li>
            ))}
          </ul>
        )}
        {it.set && (
          <p className="k-faint">
            {w(words('经办', 'Set by'))} {it.set.setName} {instant(it.set.setAt, language)}
          </p>
        )}
      </Section>
    </Page>
  );
}

function Groups({ of: it, reckoning }: { readonly of: Known; readonly reckoning: Reckoning | null }) {
  const { w } = useWords();
  const rows = `/space/rooms?f.unit_id=${it.unit}`;
  const period = day(it.day);
  return (
    <TableBox title={w(words('核定与实有', 'May have and has'))}>
      <table className="k-table">
        <thead>
          <tr>
            <th scope="col">{w(words('类别', 'Kind'))}</th>
            <th scope="col">{w(words('实有', 'Has'))}</th>
            <th scope="col">{w(words('核定（按编制）', 'May have, by posts'))}</th>
            <th scope="col">{w(words('按实有人数', 'By staff'))}</th>
            <th scope="col">{w(words('多于核定', 'Beyond'))}</th>
            <th scope="col">{w(words('实有/核定（编制 · 实有人数）', 'Ratio (posts · staff)'))}</th>
            <th scope="col">{w(words('结果', 'Result'))}</th>
          </tr>
        </thead>
        <tbody>
          {it.groups.map((group) => (
            <tr key={group.group}>
              <th scope="row">{w(quotaGroups[group.group])}</th>
              <td>
                <Figure
                  title={quotaGroups[group.group]}
                  source={{
                    value: group.haveM2,
                    unit: '㎡',
                    period,
                    formula: words(`${group.rooms} 间房间的使用面积之和`, `usable area of ${group.rooms} rooms`),
                    rows,
                  }}
                >
                  {area(group.haveM2)}
                </Figure>
              </td>
              <td>
                <May group={group} reckoning={reckoning} side="approved" />
              </td>
              <td>
                <May group={group} reckoning={reckoning} side="actual" />
              </td>
              <td>{group.surplusM2 === null ? '—' : area(group.surplusM2)}</td>
              <td>
                {percent(group.ratioApproved)} · {percent(group.ratioActual)}
              </td>
              <td>
                <StatusTag tone={tones[group.outcome]}>{w(outcomes[group.outcome])}</StatusTag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function May({
  group,
  reckoning,
  side,
}: {
  readonly group: Group;
  readonly reckoning: Reckoning | null;
  readonly side: 'approved' | 'actual';
}) {
  const value = side === 'approved' ? group.mayApprovedM2 : group.mayActualM2;
  if (value === null || reckoning === null) return '—';
  const { officeM2, serviceM2, equipmentM2, servicePerHeadM2, people } = reckoning[side];
  const share = percent(reckoning.equipmentShare);
  const formula = {
    office: words(`${people} 人，各按职级上限相加，见下方岗位`, `${people} posts, each by its rank, see below`),
    service: words(`${people} 人 × 人均 ${servicePerHeadM2}㎡`, `${people} × ${servicePerHeadM2} m² a head`),
    equipment: words(`（${officeM2}＋${serviceM2}）× ${share}`, `(${officeM2} + ${serviceM2}) × ${share}`),
    basic: words(`${officeM2}＋${serviceM2}＋${equipmentM2}`, `${officeM2} + ${serviceM2} + ${equipmentM2}`),
  }[group.group];
  const { paper } = group;
  return (
    <Figure
      title={quotaGroups[group.group]}
      source={{
        value,
        unit: '㎡',
        period: day(reckoning.day),
        formula,
        standard: paper?.standard ?? null,
        article: paper ? `《${paper.document}》${paper.number ?? ''} ${paper.article ?? ''}` : null,
      }}
    >
      {area(value)}
    </Figure>
  );
}

function Made({ of: it }: { readonly of: Reckoning }) {
  const { w } = useWords();
  const { approved } = it;
  return (
    <Section title={words('由来', 'What it is made of')}>
      <Pairs
        pairs={[
          {
            term: words('服务用房', 'Service rooms'),
            value: it.serviceFormula
              ? w(it.serviceFormula)
              : w(words('由省级规定，请录入本地值', 'for the province to say')),
            wide: true,
          },
          {
            term: words('基本办公用房建筑面积', 'Gross basic area'),
            value: `${area(approved.basicM2)} ÷ ${it.coefficient} = ${area(approved.basicGrossM2)}（${w(forms[it.form])}）`,
          },
          {
            term: words('附属用房建筑面积', 'Gross annexes'),
            value: w(
              words(
                `食堂 ${area(approved.canteenGrossM2)}，合计 ${area(approved.annexGrossM2)}`,
                `canteen ${area(approved.canteenGrossM2)}, together ${area(approved.annexGrossM2)}`,
              ),
            ),
          },
          { term: words('总建筑面积', 'Gross, all'), value: area(approved.grossM2) },
        ]}
      />
      <TableBox title={w(words('岗位', 'Posts'))}>
        <table className="k-table k-table-dense">
          <thead>
            <tr>
              <th scope="col">{w(words('岗位', 'Post'))}</th>
              <th scope="col">{w(words('职级', 'Rank'))}</th>
              <th scope="col">{w(words('标准级别', 'Rank of the standard'))}</th>
              <th scope="col">{w(words('编制', 'Approved'))}</th>
              <th scope="col">{w(words('实有', 'Staff'))}</th>
              <th scope="col">{w(words('每人上限', 'Each may have'))}</th>
              <th scope="col">{w(words('合计（编制）', 'Together'))}</th>
            </tr>
          </thead>
          <tbody>
            {it.posts.map((post) => (
              <tr key={post.post}>
                <th scope="row">{post.title}</th>
                <td>{post.rank}</td>
                <td>{post.rankTitle ? w(post.rankTitle) : w(words('标准未规定', 'not in the standard'))}</td>
                <td>{number(post.approved)}</td>
                <td>{number(post.actual)}</td>
                <td>{area(post.capM2)}</td>
                <td>{post.capM2 === null ? '—' : area(post.approved * post.capM2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Section>
  );
}
