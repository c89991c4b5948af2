import { LedgerPage } from '@opengoa/web-kit';

/** 轨迹调阅记录: who looked, and why. */
export default function ViewingList() {
  return (
    <LedgerPage
      list="vehicles.viewings"
      searchBy={['opened_at', 'person_name', 'ground']}
      tones={{ ground: { 'in-progress': 'busy', finding: 'check', glass: 'check' } }}
      empty={{
        title: { zh: '还没有人调阅过轨迹', en: 'Nobody has looked at a track' },
        todo: { zh: '无需处理；每次调阅自动留痕。', en: 'Nothing to do; every look is kept here.' },
      }}
    />
  );
}
