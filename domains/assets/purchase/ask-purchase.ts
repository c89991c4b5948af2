import { refuse, stale, TaskRaised, verb } from '@opengoa/kernel';
import { AskPurchase, PurchaseAsked } from './contract.ts';
import { matchesOf, waitingOf } from './matches.ts';
import { linesOf } from './purchase-store.ts';
import { lockPurchase, purchaseMoves, purchaseOf, taskToApprove } from './purchase.ts';

/** 提交审批: only once every idle thing that would do is taken or declined with its reason (公物仓优先). */
export const askPurchase = verb('assets.ask-purchase', {
  title: { zh: '提交审批', en: 'Send for approval' },
  input: AskPurchase,
  who: ['assets-clerk', 'clerk'],
  on: 'assets.purchase',
  facts: [PurchaseAsked, TaskRaised],
  refusals: ['not-now', 'stale-version', 'nothing-to-buy', 'idle-not-answered'],
  object: ({ purchase }) => purchase,
  async load(tx, { purchase: asked }, context) {
    const purchase = await lockPurchase(tx, asked);
    const lines = await linesOf(tx, asked);
    const matches = await matchesOf(tx, purchase, lines, context);
    return { purchase, lines: lines.map((line) => ({ ...line, matches: matches.get(line.id) ?? [] })) };
  },
  at: ({ purchase }) => ({ unit: purchase.unit, object: purchase.id }),
  decide({ purchase, lines }, { version }, context) {
    const closed = purchaseMoves.refusal(purchase.state, 'assets.ask-purchase');
    if (closed) return closed;
    if (version !== purchase.version) return stale({ version: purchase.version });
    if (lines.every(({ open }) => open === 0)) return refuse('nothing-to-buy');
    const waiting = waitingOf(lines);
    if (waiting.length > 0)
      return refuse('idle-not-answered', {
        count: waiting.length,
        things: waiting
          .slice(0, 3)
          .map(({ number, name }) => `${number} ${name}`)
          .join('、'),
      });
    return [
      PurchaseAsked.of({ object: purchaseOf(purchase), unit: purchase.unit, body: {} }),
      ...taskToApprove(purchase, context),
    ];
  },
});
