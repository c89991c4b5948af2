import { LedgerPage } from '@opengoa/web-kit';
import { bodyTones } from './tones.ts';

/** 大型活动和临时机构. */
export default function BodyList() {
  return (
    <LedgerPage
      list="assets.bodies"
      searchBy={['state', 'kind', 'unit_id']}
      tones={{ state: bodyTones }}
      opens="page"
      empty={{
        title: { zh: '没有活动或临时机构', en: 'No events or temporary bodies' },
        todo: {
          zh: '点“登记活动或临时机构”，填写起止日期和需求；只借用，结束前全部归还。',
          en: 'Enter one with its days and needs: it borrows only, and gives all back before it ends.',
        },
      }}
    />
  );
}
