import { LedgerPage } from '@opengoa/web-kit';

/** 应急调用权限. */
export default function CallRightList() {
  return (
    <LedgerPage
      list="assets.call-rights"
      searchBy={['store', 'caller_id', 'state']}
      tones={{ state: { kept: 'busy', ended: 'plain' } }}
      empty={{
        title: { zh: '还没有设定调用权限', en: 'No rights to call yet' },
        todo: {
          zh: '点“设定调用权限”，选择公物仓和可以调用的单位。',
          en: 'Keep one: the store, and the unit that may call.',
        },
      }}
    />
  );
}
