import { LedgerPage } from '@opengoa/web-kit';

/** 房屋台账. */
export default function BuildingList() {
  return (
    <LedgerPage
      list="space.buildings"
      searchBy={['unit_id', 'site', 'form', 'state']}
      opens="page"
      cells={{ built_year: ({ built_year: year }) => (year === null ? '—' : String(year)) }}
      tones={{ state: { 'in-use': 'done', 'under-repair': 'busy', disposed: 'plain' } }}
      empty={{
        title: { zh: '还没有登记房屋', en: 'No buildings yet' },
        todo: {
          zh: '点“登记房屋”逐栋登记，或从“导入”按模板一次导入；随后登记楼层和房间。',
          en: 'Register one, or import the sheet; then its floors and rooms.',
        },
      }}
    />
  );
}
