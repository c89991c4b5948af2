import type { Words } from '@opengoa/kernel/contract';
import { words } from '@opengoa/kernel/words';

/** What the pages of rights are for. */
const help: Readonly<Record<string, readonly Words[]>> = {
  '/space/rights': [
    words(
      '房屋登记在谁名下、分配给谁、由谁使用、如何处置，各记一条，各有起止日期。',
      'To whom a building is registered, given, lent or sold: each on its own, with its days.',
    ),
    words(
      '有所有权或土地使用权而没有证号的，会一直提醒补证；补到后终止原登记，按证号重新登记。',
      'A title without a certificate is reminded of; when it comes, end the entry and record it anew.',
    ),
  ],
  '/space/disputes': [
    words(
      '权属争议及其结果。未解决的会提醒办公用房管理人员。',
      'Disputes of title and how they ended. What is open is reminded of.',
    ),
  ],
};
export default help;
