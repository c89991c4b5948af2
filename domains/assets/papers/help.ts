import { words } from '@opengoa/kernel/words';

/** What each page is for, and how it is used. */
export default {
  '/assets/papers': [
    words(
      '领用、退库、借用、归还、移动、送修、移交、调拨和处置，每办一次一张单据，按种类和年度连续编号。',
      'One paper for each act, numbered without gaps by kind and year.',
    ),
    words(
      '新单据从资产台账开始：勾选一项或多项，再选要办的业务。等您签收的单据也会出现在待办里。',
      'They begin in the ledger: tick one card or many and choose. What waits for your signature is on your desk too.',
    ),
  ],
  '/assets/papers/{id}': [
    words(
      '一张单据：办了什么、涉及哪些资产、谁交谁接。可以打印；待签收的，接收人逐项核对后一次签收。',
      'One paper: what was done, over which assets, who gave and who took. It prints; the receiver checks the lines and signs once.',
    ),
    words(
      '资产里装着的配件列在备注栏，随资产一起走；调拨接收后转入对方的配件台账，软件授权留在原单位。',
      'Components go along and are listed; once taken they stand in the other unit’s cupboard. Seats of licences stay.',
    ),
  ],
};
