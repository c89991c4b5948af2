import { words } from '@opengoa/kernel/words';
import {
  type Answer,
  day,
  Figure,
  Go,
  instant,
  Ledger,
  money,
  type Pair,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  ThingPage,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { paperKinds, paperStates } from '../../papers/words.zh.ts';
import { CardRights } from '../../rights/screens/card-rights.tsx';
import { acquiredBy, cardConditions, cardStates, facetKinds, valueKinds } from '../words.zh.ts';
import { cardTones } from './card-tones.ts';
import { paperNow } from './paper-now.ts';
import { PrintLabels } from './print-labels.tsx';

type Card = Answer<'assets.card'>;

/** 资产卡片: what is left of its value, who has it and where, the papers of its life. */
export default function CardPage({ params }: ScreenProps<'id'>) {
  const known = useRead('assets.card', { id: params.id });
  return (
    <Shown known={known} lines={14}>
      {(it) => <Loaded of={it} />}
    </Shown>
  );
}

function Loaded({ of: it }: { readonly of: Card }) {
  const { w } = useWords();
  const place = [it.place, it.roomName].filter(Boolean)[0];
  return (
    <ThingPage
      id={it.id}
      title={it.name}
      talk="assets.card"
      status={{
        tone: cardTones[it.state] ?? 'plain',
        words: it.handedTo || it.handedUnit ? words('待签收', 'To be signed') : cardStates[it.state],
      }}
      summary={[it.number, it.unitName, it.userName, place].filter(Boolean).join(' · ')}
      may={it.may}
      object={it}
      figures={figuresOf(it)}
      tabs={[
        { key: 'about', title: words('卡片', 'Card'), content: <About of={it} /> },
        { key: 'papers', title: words('单据', 'Papers'), count: it.life.length, content: <Life of={it} /> },
        { key: 'rights', title: words('权利', 'Rights'), content: <CardRights card={it.id} /> },
        { key: 'value', title: words('折旧', 'Depreciation'), content: <Value of={it} /> },
        { key: 'upkeep', title: words('维护和配件', 'Upkeep and parts'), content: <Upkeep of={it} /> },
      ]}
      {...railOf(it, w)}
    />
  );
}

/** Where it goes on: in the office that keeps it, or on the paper that has it now. */
function railOf(it: Card, w: ReturnType<typeof useWords>['w']) {
  if (it.facetKind !== null) return { rail: <p className="k-note">{w(keptBy(it.facetKind))}</p> };
  const paper = paperNow(it.state, it.life);
  if (!paper)
    return it.state === 'in-repair'
      ? {
          rail: (
            <p className="k-note">
              {w(
                words(
                  '登记时即为维修中，没有送修单据；修好后点“变更”，把使用状况改为在用或在库。',
                  'Entered in repair, without a paper: once it is back, change its state to in use or in stock.',
                ),
              )}
            </p>
          ),
        }
      : {};
  return {
    rail: (
      <p className="k-note">
        {w(
          it.state === 'in-repair'
            ? words('维修中；登记维修完成请到单据', 'In repair; it is ended on the paper')
            : words('处置中；下一步请到单据', 'Being disposed of; it goes on with the paper'),
        )}{' '}
        <Go className="k-link" to={`/assets/papers/${paper.paper}`}>
          {paper.number}
        </Go>
      </p>
    ),
  };
}

const keptBy = (kind: string) => {
  const office = facetKinds[kind as keyof typeof facetKinds];
  return words(
    `本资产由“${office?.zh ?? kind}”登记和维护，这里随之更新。`,
    `Kept by ${office?.en ?? kind}; this card follows it.`,
  );
};

const figuresOf = ({ id, valueFen, depreciation }: Card) => [
  { title: words('原值', 'Value'), value: money(valueFen) },
  {
    title: words('累计折旧', 'Depreciated'),
    value: (
      <Figure
        source={{
          value: depreciation.accumulatedFen,
          unit: 'fen',
          formula: words(
            `原值 × 已提 ${depreciation.chargedMonths} 个月 ÷ ${depreciation.totalMonths} 个月`,
            `value × ${depreciation.chargedMonths} of ${depreciation.totalMonths} months`,
          ),
          rows: `/assets/cards/${id}?tab=value`,
          standard: 'assets.depreciation-years',
        }}
      >
        {money(depreciation.accumulatedFen)}
      </Figure>
    ),
  },
  { title: words('净值', 'Net value'), value: money(depreciation.netFen) },
];

const pair = (zh: string, en: string, value: Pair['value']): Pair => ({ term: words(zh, en), value: value || '—' });

function About({ of: it }: { readonly of: Card }) {
  const { w, language } = useWords();
  const dated = (value: string | null) => (value === null ? '' : day(value, language));
  return (
    <>
      <Section title={words('在哪里、谁在用', 'Where and with whom')}>
        <Pairs
          pairs={[
            pair('使用部门', 'Department', it.departmentName),
            pair('使用人', 'Used by', it.userName),
            pair('管理人', 'Kept by', it.keeperName),
            pair('存放地点', 'Place', it.place || it.roomName),
            pair('新旧程度', 'Condition', w(cardConditions[it.condition])),
            pair('用途', 'Use', it.item),
            pair('最近一次见到', 'Last seen', it.seenAt === null ? '' : instant(it.seenAt, language)),
          ]}
        />
      </Section>
      <Section
        title={words('卡片', 'Card')}
        acts={it.state === 'disposed' ? undefined : <PrintLabels cards={[it.id]} />}
      >
        <Pairs
          pairs={[
            pair('资产编号', 'Number', it.number),
            pair('分类', 'Class', `${it.class} ${w(it.className)}`),
            pair('规格型号', 'Model', [it.brand, it.model].filter(Boolean).join(' ')),
            pair('序列号', 'Serial number', it.serial),
            pair('数量', 'Quantity', `${it.quantity} ${it.measure}`),
            pair('价值类型', 'Kind of value', w(valueKinds[it.valueKind])),
            pair('取得', 'Acquired', `${w(acquiredBy[it.acquiredBy])} ${dated(it.acquiredOn)}`),
            pair('入账', 'Booked', `${dated(it.bookedOn)} ${it.voucher}`.trim()),
            pair('供应商', 'Supplier', it.supplier),
            pair('采购组织形式', 'Form of purchase', it.purchaseForm),
            pair('预算项目', 'Budget item', it.budgetItem),
            pair('经费来源', 'Funds', it.funds),
            pair('保修截止', 'Warranty until', dated(it.warrantyUntil)),
            pair('处置日期', 'Disposed of', dated(it.disposedOn)),
            pair('备注', 'Note', it.note),
          ]}
        />
      </Section>
      {it.ledgers.length > 1 && (
        <Section title={words('所在单位', 'Ledgers')}>
          <Pairs pairs={it.ledgers.map(({ unitName, from }) => pair(day(from, 'zh'), day(from, 'en'), unitName))} />
        </Section>
      )}
    </>
  );
}

function Life({ of: it }: { readonly of: Card }) {
  const { w, language } = useWords();
  if (it.life.length === 0)
    return (
      <Section>
        <p className="k-faint">{w(words('还没有办过单据。', 'No papers yet.'))}</p>
      </Section>
    );
  return (
    <Section>
      <Pairs
        pairs={it.life.map((each) => ({
          term: words(day(each.day, 'zh'), day(each.day, 'en')),
          wide: true,
          value: (
            <>
              <Go className="k-link" to={`/assets/papers/${each.paper}`}>
                {each.number}
              </Go>{' '}
              {w(paperKinds[each.kind as keyof typeof paperKinds] ?? words(each.kind, each.kind))} ·{' '}
              {w(paperStates[each.state as keyof typeof paperStates] ?? words(each.state, each.state))} {each.person} ·{' '}
              {each.madeName} {language === 'zh' ? '经办' : ''}
            </>
          ),
        }))}
      />
    </Section>
  );
}

/** 维护工单, and the components and seats of licences that are in it. */
function Upkeep({ of: it }: { readonly of: Card }) {
  return (
    <>
      <Section title={words('维护工单', 'Orders of upkeep')}>
        <Ledger
          list="assets.upkeep-orders"
          inside
          fixed={{ card_id: { is: it.id } }}
          empty={{
            title: words('没有维护工单', 'No orders of upkeep'),
            todo: words('在“更多”里点“开维护工单”。', 'Order upkeep under “More”.'),
          }}
        />
      </Section>
      <Section title={words('配件和软件授权', 'Components and licences')}>
        <Ledger
          list="assets.supply-moves"
          inside
          fixed={{ card_id: { is: it.id }, held: { from: '1' } }}
          empty={{
            title: words('没有装配件或软件授权', 'None in it'),
            todo: words(
              '在“耗材配件”里办“领用”，选择这件资产。',
              'Give one out to this thing on the page of supplies.',
            ),
          }}
        />
      </Section>
    </>
  );
}

function Value({ of: it }: { readonly of: Card }) {
  const { w } = useWords();
  const { depreciation: told } = it;
  const none = {
    nominal: words('以名义金额计量，不提折旧。', 'At nominal value: not depreciated.'),
    'no-years': words(
      '这一分类不提折旧，或还没有填写折旧年限（房屋按结构确定）。',
      'Its class is not depreciated, or its years are not known yet (a building’s go by its structure).',
    ),
  };
  if (told.none !== null)
    return (
      <Section>
        <p className="k-faint">{w(none[told.none])}</p>
      </Section>
    );
  return (
    <Section>
      <Pairs
        pairs={[
          pair('方法', 'Method', w(words('年限平均法，不留残值', 'Straight line, no residual value'))),
          pair('折旧年限', 'Years', String(it.lifeYears)),
          pair('每月计提', 'A month', money(told.monthlyFen)),
          pair('已提月数', 'Months charged', `${told.chargedMonths} / ${told.totalMonths}`),
          pair('累计折旧', 'Depreciated', money(told.accumulatedFen)),
          pair('净值', 'Net value', money(told.netFen)),
        ]}
      />
    </Section>
  );
}
