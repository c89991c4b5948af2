import type { Input, JourneyStep } from '@opengoa/web-kit';
import { field, type NamedField } from '@opengoa/web-kit/room';
import { uses } from '../../words.zh.ts';

type Plan = NamedField<Exclude<keyof Input<'vehicles.request-trip'>, 'for'>>;

/** The questions of a request, one page each on the phone; asked again, all together, when it is revised. */
export const planSteps: readonly (JourneyStep & { readonly fields: readonly Plan[] })[] = [
  {
    key: 'purpose',
    title: { zh: '去办什么事？', en: 'What is it for?' },
    fields: [
      field('purpose', '事由', 'Purpose', 'text', { maxLength: 200 }),
      field('use', '用途', 'Use', 'choice', { choices: uses }),
    ],
  },
  {
    key: 'when-and-where',
    title: { zh: '什么时候，去哪里？', en: 'When and where?' },
    fields: [
      field('startsAt', '出发时间', 'Leaves at', 'instant'),
      field('endsAt', '预计返回', 'Back at', 'instant'),
      field('from', '出发地', 'From', 'text', { maxLength: 100 }),
      field('to', '目的地', 'To', 'text', { maxLength: 100 }),
      field('distanceKm', '往返里程', 'Distance there and back', 'integer', {
        unitOfMeasure: 'km',
        from: 1,
        to: 10_000,
      }),
      field('crossCity', '离开本市', 'Leaves the city', 'yes-no'),
    ],
  },
  {
    key: 'people',
    title: { zh: '几个人去？', en: 'How many people?' },
    fields: [
      field('people', '乘车人数', 'Passengers', 'integer', {
        unitOfMeasure: '人',
        from: 1,
        to: 60,
        help: { zh: '不含驾驶员', en: 'without the driver' },
      }),
      field('note', '其他要说明的', 'Anything else', 'long-text', { required: false, maxLength: 500 }),
    ],
  },
];

export const planFields: readonly Plan[] = planSteps.flatMap((step) => step.fields);
