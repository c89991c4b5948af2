import { type FactDraft, isRefusal, newId, notFound, refuse, sql, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { CardRegistered, type RegisterCard } from '../cards/contract.ts';
import { cardRegistered, cardsToCome, registerRefusals } from '../cards/register-card.ts';
import { nextNumber } from '../papers/next-number.ts';
import { modes } from './words.zh.ts';
import { AcceptDelivery, DeliveryAccepted } from './contract.ts';
import { linesOf } from './purchase-store.ts';
import { lockPurchase, purchaseMoves, purchaseOf } from './purchase.ts';

/** 验收到货: what came, held against the plan; cards are made from it and nothing is asked that the plan knows (条例第三十条 不得有账外资产). */
export const acceptDelivery = verb('assets.accept-delivery', {
  title: { zh: '验收到货', en: 'Accept a delivery' },
  input: AcceptDelivery,
  who: ['assets-clerk', 'clerk'],
  on: 'assets.purchase',
  facts: [DeliveryAccepted, CardRegistered],
  refusals: [
    'not-now',
    'line-unknown',
    'look-again-first',
    'more-than-planned',
    'serials-not-the-quantity',
    'rented-has-no-card',
    'serial-known',
    ...registerRefusals,
  ],
  result: z.strictObject({ note: z.uuid(), number: z.string(), cards: z.array(z.uuid()) }),
  object: ({ purchase }) => purchase,
  async load(tx, { purchase: asked, line: lineId, serials, apart, quantity, day }, context) {
    const purchase = await lockPurchase(tx, asked);
    const lines = await linesOf(tx, asked);
    const line = lines.find((each) => each.id === lineId);
    const own = serials.length > 0 || apart;
    const count = !line || line.mode === 'rent' ? 0 : own ? quantity : 1;
    const [again] = await tx.rows<{ thing: string }>(sql`
      select concat_ws(' ', card_number, card_name) as thing from assets.match_answer
       where line_id = ${lineId} and answer = 'declined' and followed = 'look-again' order by answered_at limit 1`);
    return {
      purchase,
      line,
      again,
      open: lines.reduce((sum, each) => sum + each.open, 0),
      id: newId(),
      number: await nextNumber(tx, 'accept', 'YS', day),
      cards: await cardsToCome(
        tx,
        Array.from({ length: count }, () => ({ unit: purchase.unit, number: undefined })),
        context,
      ),
      known: await tx.maybe<{ serial: string; number: string }>(sql`
        select serial, number from assets.card
         where serial <> '' and upper(serial) = any (${serials.map((serial) => serial.toUpperCase())}::text[]) and state <> 'disposed' limit 1`),
    };
  },
  at: ({ purchase }) => ({ unit: purchase.unit, object: purchase.id }),
  decide({ purchase, line, again, open, id, number, cards, known }, input, context) {
    const closed = purchaseMoves.refusal(purchase.state, 'assets.accept-delivery');
    if (closed) return closed;
    if (!line) return notFound();
    if (again) return refuse('look-again-first', { thing: again.thing }, { status: 409 });
    const { quantity, serials, day } = input;
    if (quantity > line.open) return refuse('more-than-planned', { name: line.name, open: line.open, quantity });
    if (serials.length > 0 && serials.length !== quantity)
      return refuse('serials-not-the-quantity', { serials: serials.length, quantity });
    if (line.mode === 'rent' && serials.length > 0) return refuse('rented-has-no-card');
    const twice = serials.find((serial, at) => serials.indexOf(serial) !== at);
    if (twice !== undefined || known)
      return refuse('serial-known', { serial: twice ?? known!.serial, number: known?.number ?? '' }, { status: 409 });
    const priceFen = input.priceFen ?? line.priceFen;
    const supplier = input.supplier || purchase.supplier;
    const made: FactDraft[] = [];
    for (const [at, card] of cards.entries()) {
      const count = cards.length === 1 ? quantity : 1;
      const registered = cardRegistered(
        card,
        {
          unit: purchase.unit,
          name: line.name,
          class: line.class,
          model: (input.model || line.model).slice(0, 100),
          brand: input.brand,
          serial: serials[at] ?? '',
          measure: line.measure,
          quantity: count,
          valueFen: priceFen * count,
          valueKind: 'cost',
          acquiredBy: line.mode === 'donation' ? 'donation' : 'purchase',
          acquiredOn: day,
          bookedOn: null,
          voucher: input.invoice,
          supplier,
          purchaseForm: modes[line.mode].zh,
          budgetItem: purchase.budgetItem,
          funds: purchase.funds,
          warrantyUntil: input.warrantyUntil,
          lifeYears: null,
          keeper: null,
          condition: 'new',
          item: line.equipment ?? '',
          note: '',
          department: null,
          user: null,
          room: input.room,
          place: input.place,
          state: 'in-stock',
        } satisfies RegisterCard,
        context,
      );
      if (isRefusal(registered)) return registered;
      made.push(registered);
    }
    const body = {
      note: id,
      number,
      line: line.id,
      day,
      quantity,
      priceFen,
      supplier,
      invoice: input.invoice,
      difference: input.difference,
      cards: cards.map((card) => card.id),
      files: input.files,
      last: open === quantity,
    };
    const cost = { amountFen: priceFen * quantity, unit: purchase.unit, day, item: 'equipment' };
    return {
      facts: [
        DeliveryAccepted.of({ object: purchaseOf(purchase), unit: purchase.unit, body, facets: { cost: [cost] } }),
        ...made,
      ],
      result: { note: id, number, cards: body.cards },
    };
  },
});
