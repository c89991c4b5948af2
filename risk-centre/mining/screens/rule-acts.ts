import { words } from '@opengoa/kernel/words';
import type { Acts, ActObject } from '@opengoa/web-kit/room';

const reason = {
  name: 'reason',
  title: words('理由', 'Reason'),
  kind: 'long-text',
  maxLength: 2_000,
} as const;
const rule = (object: ActObject) => ({ rule: object.id });

/** How the decisions on a mined rule are offered. */
export const ruleActs: Acts = {
  'risk-centre.sign-rule': {
    title: words('签署', 'Sign'),
    tone: 'primary',
    input: rule,
    fields: [reason],
    done: words('已签署', 'Signed'),
  },
  'risk-centre.refuse-rule': {
    title: words('不采纳', 'Refuse'),
    tone: 'danger',
    input: rule,
    fields: [reason],
    done: words('已记为不采纳', 'Refused'),
  },
  'risk-centre.withdraw-rule': {
    title: words('撤回', 'Take back'),
    tone: 'danger',
    input: rule,
    fields: [reason],
    done: words('已撤回', 'Taken back'),
  },
};
