import type { MaskKind } from '../reads/mask.ts';
import type { Words } from '../words.ts';

/** The ways by which a value could reach somebody's eyes. */
export const channels = [
  'screen',
  'list',
  'search',
  'export',
  'print',
  'log',
  'record',
  'federation',
  'message',
] as const;
export type Channel = (typeof channels)[number];

export interface MaskedField {
  readonly title: Words;
  readonly mask: MaskKind;
  /** Roles that see the whole value, by channel. What is not named is masked, for every role (SEC-DC-03). */
  readonly whole: Readonly<Partial<Record<Channel, readonly string[]>>>;
  /** Roles that may ask to see it whole, each time with a reason, within the day's limit, on the Record (SEC-DC-04). Oneself always may. */
  readonly unmask: readonly string[];
  /** The column of a list that shows it. */
  readonly column: { readonly list: string; readonly column: string };
}

/** 脱敏表: field × role × channel. `kernel.masking.test` walks it through the real doors. */
export const maskingTable = {
  phone: {
    title: { zh: '电话', en: 'Telephone' },
    mask: 'phone',
    whole: {},
    unmask: ['system-admin', 'head', 'dispatcher', 'fleet-clerk'],
    column: { list: 'kernel.personal-values', column: 'shown' },
  },
  'id-number': {
    title: { zh: '公民身份号码', en: 'Identity number' },
    mask: 'id-number',
    whole: {},
    unmask: ['system-admin'],
    column: { list: 'kernel.personal-values', column: 'shown' },
  },
  'licence-number': {
    title: { zh: '驾驶证号', en: 'Driving licence number' },
    mask: 'id-number',
    whole: {},
    unmask: ['system-admin', 'fleet-clerk'],
    column: { list: 'kernel.personal-values', column: 'shown' },
  },
  'staff-number': {
    title: { zh: '工号', en: 'Staff number' },
    mask: 'all',
    whole: {
      screen: ['system-admin'],
      list: ['system-admin'],
      export: ['system-admin'],
      print: ['system-admin'],
    },
    unmask: [],
    column: { list: 'kernel.persons', column: 'number' },
  },
} as const satisfies Readonly<Record<string, MaskedField>>;

/** Fields that are kept sealed, and so can be asked for whole. */
export const sealedFields = ['phone', 'id-number', 'licence-number'] as const;
export type SealedField = (typeof sealedFields)[number];

/** Everybody who may ask for some field whole. */
export const unmaskers: readonly string[] = [...new Set(sealedFields.flatMap((field) => maskingTable[field].unmask))];
