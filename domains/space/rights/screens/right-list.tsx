import { LedgerPage } from '@opengoa/web-kit';

/** 权属. */
export default function RightList() {
  return (
    <LedgerPage
      list="space.rights"
      searchBy={['kind', 'state', 'lacks_certificate', 'unit_id']}
      tones={{ state: { standing: 'done', ended: 'plain' } }}
      empty={{
        title: { zh: '还没有登记权属', en: 'No rights yet' },
        todo: {
          zh: '在房屋页点“登记权属”，填写权利人、证号和起始日期。',
          en: 'Record one on a building’s page with its holder, certificate and first day.',
        },
      }}
    />
  );
}
