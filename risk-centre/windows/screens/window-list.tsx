import { words } from '@opengoa/kernel/words';
import { LedgerPage, type Answer, type Tone } from '@opengoa/web-kit';

export const windowTones: Readonly<Record<Answer<'risk-centre.window'>['standing'], Tone>> = {
  proposed: 'check',
  ahead: 'plain',
  open: 'busy',
  over: 'plain',
  closed: 'plain',
};

/** 只读窗口: all of them for whoever keeps them, one's own for whoever looks through. */
export default function WindowList() {
  return (
    <LedgerPage
      list="risk-centre.windows"
      searchBy={['state', 'unit_id', 'paper']}
      tones={{ state: { proposed: 'check', open: 'busy', closed: 'plain', ended: 'plain' } }}
      opens="page"
      empty={{
        title: words('没有只读窗口', 'No read-only windows'),
        todo: words(
          '点“提出窗口”，写明查看人员、范围、文号和起止日期；另一人确认后开放。',
          'Press “Propose a window”: persons, scope, paper and days; it opens once another person confirms it.',
        ),
      }}
    />
  );
}
