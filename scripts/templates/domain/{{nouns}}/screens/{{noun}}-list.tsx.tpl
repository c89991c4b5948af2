import { LedgerPage } from '@opengoa/web-kit';

/** {{zh}}. */
export default function {{Noun}}List() {
  return (
    <LedgerPage
      list="{{room}}.{{nouns}}"
      searchBy={['unit_id']}
      empty={{
        title: { zh: '还没有登记', en: 'Nothing registered yet' },
        todo: { zh: '点“登记”添加第一条。', en: 'Press “Register” to add the first one.' },
      }}
    />
  );
}
