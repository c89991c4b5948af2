import type { Context } from '@opengoa/kernel';
import type { SharedBudget } from '../methods/alerts/share-week.ts';

type Standards = Pick<Context, 'standards' | 'today'>;

const item = ({ standards, today }: Standards, name: string): number =>
  standards.numberOn('risk-centre.alert-budget', today, [], { item: name });

/** What the week of so many officers may hold, by the standards in force. */
export const alertBudget = (context: Standards, persons: number): SharedBudget => ({
  falseShare: {
    red: item(context, 'false-red'),
    orange: item(context, 'false-orange'),
    yellow: item(context, 'false-yellow'),
  },
  officeAlerts: item(context, 'office-alerts'),
  alerts: persons * context.standards.numberOn('risk-centre.feedback', context.today, [], { item: 'alerts-a-week' }),
  hours: persons * item(context, 'person-hours'),
});

/** RE-03: what counts in the order where safety, integrity or secrecy is touched and less money, or none, is told. */
export const floorFen = (context: Standards): number => item(context, 'floor-fen');
