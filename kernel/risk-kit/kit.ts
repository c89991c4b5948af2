/**
 * A risk kit: one kind of thing that can go wrong, with its rule, its words, its limits and its cases in one folder.
 *
 *   risk.yaml    what it asks, on which paper, how grave, what is known to look like it and is harmless, what to do
 *   risk.ts      `judge`: plain data in, a judgement out; no database, no clock, no texts
 *   cases.yaml   what must and what must not be found, each with its reason
 *   method.md    how it works, in words
 *
 * The rule says which template speaks and with which numbers; the words stand in risk.yaml. A finding is an anomaly to be
 * verified (待核实异常): no kit accuses.
 */
import type { Source, Valued } from '../standards/standard.ts';
import type { Words } from '../words.ts';

/**
 * D, documentary: two records that cannot both be true. S, statistical: improbable under a null that is written down.
 * M, model: a calibrated probability of a fitted model, never shown without its measured precision.
 */
export type EvidenceClass = 'D' | 'S' | 'M';

/** `insufficient_data` is an answer: it is counted in the coverage report, so that "no flag" is never read as "clean". */
export type VerdictStatus = 'flag' | 'clear' | 'insufficient_data' | 'not_applicable';

/** The thing judged: a trip, a vehicle, a meter. `name` is what people call it (a plate, a building's name). */
export interface RiskSubject {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

/** What is at stake, as a range. Money in fen. */
export interface Loss {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly unit: 'fen' | 'kWh' | 'm2' | 'L' | 'km';
  /** The same as it was measured, where it is told in money. */
  readonly amount?: Omit<Loss, 'amount'>;
}

/** One value that the judgement rests on, by which it can be computed again. */
export interface Evidence {
  readonly table: string;
  readonly key: string;
  readonly field: string;
  readonly value: unknown;
}

/** Numbers of sensitivity, by the names risk.yaml gives them. */
export type Settings = Readonly<Record<string, number>>;

/** A standard's value as it was in force on the day judged. `Valued`, the answer of `valueOn`, is one. */
export type StandardInForce = Pick<Valued, 'id' | 'value' | 'unit' | 'day' | 'source' | 'confidence'>;

/** By the names risk.yaml gives them; one that was not in force is absent. */
export type StandardsInForce = Readonly<Record<string, StandardInForce>>;

export type SaidData = Readonly<Record<string, string | number>>;

/** Which template of risk.yaml speaks, and what fills its places. */
export interface Said {
  readonly template: string;
  readonly data: SaidData;
}

/** One rule of a kit that was looked at, found or not. */
export interface Signal {
  readonly rule: string;
  readonly found: boolean;
  readonly value: number;
  readonly threshold: number;
  readonly unit: string;
  readonly evidenceClass: EvidenceClass;
}

/** What `judge` in risk.ts answers. */
export interface Judgement {
  readonly status: VerdictStatus;
  /** The figure that decided, and what it was held against. Null where nothing could be compared. */
  readonly value: number | null;
  readonly threshold: number | null;
  readonly unit: string;
  /** The rule that decided; one of the kit's templates speaks for it. */
  readonly said: Said;
  readonly evidenceClass?: EvidenceClass;
  /** Upper tail under the null of the rule, where it has one. */
  readonly p?: number;
  /** Log likelihood ratio for the risk engine, natural logarithm. */
  readonly llr?: number;
  readonly loss?: Loss;
  /** From the first day to the day after the last. */
  readonly period?: readonly [from: string, toExclusive: string];
  readonly signals?: readonly Signal[];
  readonly evidence: readonly Evidence[];
  /** Known false alarms of risk.yaml that the inputs themselves exclude. */
  readonly excluded?: readonly string[];
}

/** A judgement put into words, with everything needed to show it again later. */
export interface Verdict extends Omit<Judgement, 'said' | 'excluded'> {
  readonly kit: string;
  readonly version: string;
  readonly subject: RiskSubject;
  readonly rule: string;
  readonly evidenceClass: EvidenceClass;
  readonly signals: readonly Signal[];
  readonly explanation: Words;
  /** Innocent explanations that the inputs did not exclude. */
  readonly benign: readonly Words[];
  readonly standards: StandardsInForce;
  readonly settings: Settings;
}

export type Judge<Subject extends RiskSubject, Inputs> = (
  subject: Subject,
  inputs: Inputs,
  settings: Settings,
  standards: StandardsInForce,
) => Judgement;

/** Where a kit stands: only `live` reaches the units; `shadow` runs and is sampled by its owner alone (RE-01). */
export const kitStates = ['draft', 'shadow', 'live', 'restricted', 'retired'] as const;
export type KitState = (typeof kitStates)[number];

export interface KitSetting {
  readonly value: number;
  /** The limits within which the risk centre may move it by itself. */
  readonly range: readonly [number, number];
  readonly unit: string;
  readonly why: string;
}

export interface StandardAsked {
  readonly id: string;
  readonly selector: Readonly<Record<string, string>>;
  readonly unit: string;
}

export interface RiskKit<Subject extends RiskSubject = RiskSubject, Inputs = unknown> {
  /** `energy/use-over-baseline`: room and folder. */
  readonly id: string;
  /** What it may turn out to be. Kits of one risk that speak of the same thing are one finding; its own id where it stands alone. */
  readonly risk: string;
  /** Kits that read the same records say less together than apart (RE-02); its own id where nobody else reads them. */
  readonly records: string;
  readonly folder: string;
  readonly version: string;
  readonly title: Words;
  readonly question: Words;
  readonly subject: string;
  readonly evidenceClass: EvidenceClass;
  readonly state: KitState;
  /** What the finding touches beside money; 'none' when nothing. */
  readonly impact: 'none' | 'safety' | 'integrity' | 'secrecy';
  readonly indicators: readonly string[];
  readonly article: Source;
  readonly remedy: Words;
  readonly checkHours: number;
  readonly prior: number;
  readonly knownFalseAlarms: Readonly<Record<string, Words>>;
  /** Fields of its evidence that are recorded under another name than a column's, with the record they are read from. A field that is neither here nor in `derived` is a column as it stands. */
  readonly native: Readonly<Record<string, Words>>;
  /** Fields of its evidence that are computed, with the formula; every other one is a record as it was entered or measured. */
  readonly derived: Readonly<Record<string, Words>>;
  readonly templates: Readonly<Record<string, Words>>;
  readonly settings: Readonly<Record<string, KitSetting>>;
  readonly standards: Readonly<Record<string, StandardAsked>>;
  /** Judges with the kit's own settings unless others are given, and says the result in words. */
  readonly judge: (
    subject: Subject,
    inputs: Inputs,
    given: { readonly settings?: Settings; readonly standards?: StandardsInForce },
  ) => Verdict;
}

/** As much of a fact as decides whether somebody should look. */
export interface FactSeen {
  readonly type: string;
  readonly objectId: string | null;
  readonly body: unknown;
}

export interface LooksAgain {
  readonly of: readonly string[];
  /** The thing to be looked at, as the kit's source knows it: a vehicle, a trip. */
  readonly at: (fact: FactSeen) => string | null;
}

/** A kit of the house and the room that feeds it. */
export interface KnownKit {
  readonly kit: RiskKit;
  readonly room: string;
  /** Absent where the kit looks at night only. */
  readonly looksAgain?: LooksAgain;
  /** What of its source is read as it was known on a past day, in words; absent where all rows are read as they stand today. */
  readonly asKnown?: Words;
}
