import { Figure, Pairs, Section, ThingPage, yuan, StandardVerdict, type ScreenProps } from '@opengoa/web-kit';
export default function Thing({ params }: ScreenProps<'id'>) {
  return (
    <ThingPage
      id={params.id}
      title="TR-2026-00418"
      status={{ tone: 'busy', words: { zh: '待派车', en: 'To dispatch' } }}
      summary="4 人 2026-03-06 08:00 去石桥县，往返 126 km"
      holder={['何涛', '林芳']}
      dueAt="2026-03-05T09:00:00Z"
      may={['trips.approve', 'trips.refuse', 'trips.hand-over', 'trips.return']}
      object={{ id: params.id }}
      figures={[
        {
          title: { zh: '本年公里', en: 'km' },
          value: (
            <Figure
              title="本年公里"
              source={{
                value: 12345,
                unit: 'km',
                period: '2026 年 1–3 月',
                formula: '∑(返回里程 − 出发里程)',
                standard: '党政机关公务用车管理办法',
                article: '第十八条',
                rows: '/trips',
                certifiedBy: '何涛',
                certifiedAt: '2026-03-31T10:00:00Z',
                at: '2026-04-01T00:10:00Z',
              }}
            >
              12,345 km
            </Figure>
          ),
          note: '去年同期 11,980 km',
        },
        { title: { zh: '每公里成本', en: 'cost/km' }, value: <Figure ask={{ name: 'x' }}>{yuan(186, true)}</Figure> },
        { title: { zh: '利用率', en: 'use' }, value: '63.4%' },
      ]}
      tabs={[
        {
          key: 'a',
          title: '概况',
          content: (
            <Section title="行程">
              <Pairs
                pairs={[
                  { term: '事由', value: '现场检查' },
                  { term: '车辆', value: '临A12345' },
                  { term: '驾驶员', value: '孙师傅' },
                  { term: '用途', value: '机要通信' },
                ]}
              />
              <StandardVerdict
                verdict={{
                  standard: 's',
                  title: '排气量',
                  outcome: 'over',
                  observed: 2.0,
                  allowed: 1.8,
                  unit: 'L',
                  document: '《党政机关公务用车管理办法》',
                  article: '第九条',
                }}
              />
            </Section>
          ),
        },
        { key: 'b', title: '费用', content: <Section>—</Section> },
      ]}
      rail={
        <Section title="下次">
          <Pairs
            pairs={[
              { term: '保险', value: '2026-08-01 周六', wide: true },
              { term: '年检', value: '2026-11-20 周五', wide: true },
            ]}
          />
        </Section>
      }
    />
  );
}
