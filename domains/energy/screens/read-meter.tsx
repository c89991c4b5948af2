import { Ledger, Page } from '@opengoa/web-kit';

/** 抄表: the meters that are read by hand; opening one offers the reading. Phone first. */
export default function ReadMeter() {
  return (
    <Page title={{ zh: '抄表', en: 'Read a meter' }}>
      <Ledger
        list="energy.meters"
        inside
        fixed={{ reads: { is: 'register' } }}
        opens="page"
        empty={{
          title: { zh: '没有需要人工抄录的表', en: 'No meter is read by hand' },
          todo: { zh: '自动上传的表无需抄录。', en: 'Meters that send by themselves need no reading.' },
        }}
      />
    </Page>
  );
}
