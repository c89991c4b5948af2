import { LedgerPage } from '@opengoa/web-kit';

/** 维修项目台账. */
export default function RenovationList() {
  return (
    <LedgerPage
      list="space.renovations"
      searchBy={['kind', 'state', 'building', 'unit_id']}
      opens="page"
      tones={{
        state: {
          proposed: 'busy',
          approved: 'check',
          'under-way': 'busy',
          accepted: 'done',
          refused: 'refused',
          cancelled: 'plain',
        },
      }}
      empty={{
        title: { zh: '还没有维修项目', en: 'No works yet' },
        todo: {
          zh: '点“登记维修项目”，填写房屋、预算和批复文号；批准后开工、登记支出、验收。',
          en: 'Propose works with their building, budget and paper; once approved they begin, are paid and accepted.',
        },
      }}
    />
  );
}
