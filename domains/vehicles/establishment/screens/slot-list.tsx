import { Go, LedgerPage, useWords } from '@opengoa/web-kit';

/** 车辆编制. */
export default function SlotList() {
  const { w } = useWords();
  return (
    <LedgerPage
      list="vehicles.slots"
      acts={
        <>
          <Go className="k-link" to="/vehicles/purchases">
            {w({ zh: '车辆购置', en: 'Purchases' })}
          </Go>{' '}
        </>
      }
      searchBy={['category', 'unit_id']}

      empty={{
        title: { zh: '还没有核定编制', en: 'No slots yet' },
        todo: {
          zh: '按单位和车辆类别核定；没有空编不得购置。',
          en: 'Set them by unit and category; without a free slot none is bought.',
        },
      }}
    />
  );
}
