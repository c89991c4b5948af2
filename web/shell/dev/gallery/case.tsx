import { Pairs, Verdicts, type CaseProps } from '@opengoa/web-kit';
export default function Case({ id }: CaseProps) {
  return (
    <div>
      <Pairs
        pairs={[
          { term: '出发', value: '2026-03-06 周五 08:00' },
          { term: '返回', value: '2026-03-06 周五 17:30' },
          { term: '人数', value: '4' },
          { term: '里程', value: '126 km' },
          { term: '编号', value: id.slice(0, 8) },
        ]}
      />
      <Verdicts
        verdicts={[
          {
            standard: 'vehicles/trip-approval',
            title: '跨县出行须处室负责人审批',
            outcome: 'within',
            observed: 126,
            allowed: 200,
            unit: 'km',
            document: '《党政机关公务用车管理办法》',
            article: '第十八条',
            version: '2017-12-05',
          },
          {
            standard: 'vehicles/lunch',
            title: '同行人数与车型',
            outcome: 'check',
            observed: 4,
            allowed: 4,
            unit: '人',
            document: '市局用车细则',
            article: '第六条',
          },
        ]}
      />
    </div>
  );
}
