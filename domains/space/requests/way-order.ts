import type { Context, Id } from '@opengoa/kernel';
import { refuse, type Refusal } from '@opengoa/kernel';
import type { Way } from './contract.ts';
import { ways } from './words.zh.ts';

/** 配置次序: own premises, exchange, rent, building last; the order and its paper are a standard. */

export interface WayOrder {
  readonly ways: readonly Way[];
  readonly paper: string;
}

export function wayOrder(
  { standards, organisation, today }: Pick<Context, 'standards' | 'organisation' | 'today'>,
  unit: Id,
): WayOrder {
  const order = standards.valueOn('space.allocation-order', today, organisation.place(unit));
  if (!order.found) throw new RangeError('space.allocation-order says nothing');
  const { document, number, article } = order.source;
  return {
    ways: (order.value as readonly string[]).filter((way): way is Way => way in ways),
    paper: `《${document}》${number ? `（${number}）` : ''}${article ?? ''}`,
  };
}

/** The first way that was not ruled out yet. */
export const nextWay = (order: readonly Way[], ruledOut: readonly { readonly way: Way }[]): Way | null =>
  order.find((way) => !ruledOut.some((each) => each.way === way)) ?? null;

/** Why a way may not be taken up yet: one before it stands open, or it was ruled out itself. */
export function wayRefusal(
  way: Way,
  { ways: order, paper }: WayOrder,
  ruledOut: readonly { readonly way: Way }[],
): Refusal | undefined {
  if (ruledOut.some((each) => each.way === way)) return refuse('way-ruled-out', { way: ways[way] }, { status: 409 });
  const next = nextWay(order, ruledOut);
  return next === null || next === way
    ? undefined
    : refuse('earlier-way-open', { paper, first: ways[next], way: ways[way] });
}
