import { words } from '@opengoa/kernel/words';
import { LedgerPage } from '@opengoa/web-kit';
import { HousingFigures } from './housing-figures.tsx';
import { applicationTones } from './tones.ts';

/** 住房申请: those one keeps homes or answers for, and one's own. */
export default function ApplicationList() {
  return (
    <LedgerPage
      list="space.home-applications"
      above={<HousingFigures />}
      opens="page"
      searchBy={['state', 'reason', 'unit_id']}
      tones={{ state: applicationTones }}
      empty={{
        title: words('还没有住房申请', 'No applications yet'),
        todo: words(
          '需要周转住房的，点“申请周转住房”；单位负责人审批后由管理员安排。',
          'Ask for a home where you need one; it is approved, then a home is assigned.',
        ),
      }}
    />
  );
}
