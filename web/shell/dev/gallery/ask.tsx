import { Journey, EmptyState } from '@opengoa/web-kit';
export default function Ask() {
  return (
    <Journey
      title={{ zh: '我要用车', en: 'Ask for a vehicle' }}
      verb="trips.ask"
      steps={[
        {
          key: 'p',
          title: { zh: '去办什么事？', en: 'What for?' },
          fields: [
            { name: 'purpose', title: { zh: '事由', en: 'Purpose' }, kind: 'text', maxLength: 80 },
            {
              name: 'use',
              title: { zh: '用途', en: 'Use' },
              kind: 'choice',
              choices: {
                a: { zh: '机要通信', en: 'A' },
                b: { zh: '应急保障', en: 'B' },
                c: { zh: '特种专业', en: 'C' },
                d: { zh: '调研公务', en: 'D' },
                e: { zh: '其他', en: 'E' },
              },
            },
          ],
        },
        {
          key: 'w',
          title: { zh: '什么时候，去哪里？', en: 'When and where?' },
          fields: [
            { name: 'startsAt', title: { zh: '出发', en: 'From' }, kind: 'instant' },
            { name: 'endsAt', title: { zh: '返回', en: 'Back' }, kind: 'instant' },
            { name: 'to', title: { zh: '目的地', en: 'To' }, kind: 'text' },
            { name: 'distanceKm', title: { zh: '往返里程', en: 'Distance' }, kind: 'integer', unitOfMeasure: 'km' },
          ],
        },
        {
          key: 'n',
          title: { zh: '几个人？', en: 'How many?' },
          fields: [
            {
              name: 'people',
              title: { zh: '人数', en: 'People' },
              kind: 'integer',
              unitOfMeasure: '人',
              from: 1,
              to: 60,
            },
            { name: 'budget', title: { zh: '预计费用', en: 'Cost' }, kind: 'money', required: false },
            { name: 'crossCity', title: { zh: '跨市出行', en: 'Cross city' }, kind: 'yes-no' },
            { name: 'unit', title: { zh: '承担单位', en: 'Unit' }, kind: 'unit', required: false },
          ],
        },
      ]}
      beside={() => <p>编制内可用 3 辆；预计费用 86 元；需 何科长 审批，通常 40 分钟</p>}
      sent={() => <EmptyState icon="check" title="已提交" todo="何科长会收到提醒。" />}
    />
  );
}
