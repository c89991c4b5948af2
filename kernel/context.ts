import type { Actor } from './actor.ts';
import type { Calendar } from './calendar/calendar.ts';
import type { Id } from './id.ts';
import type { LabelledKind } from './labels/labelled.ts';
import type { KnownKit } from './risk-kit/kit.ts';
import type { Organisation } from './organisation/organisation.ts';
import type { StandardSet } from './standards/standards.ts';
import type { Cases } from './tasks/cases.ts';

/** What a verb may know besides its input and what it loaded. Everything here is plain data: `decide` stays pure. */
export interface Context {
  readonly actor: Actor;
  readonly now: Date;
  /** Today in Asia/Shanghai. */
  readonly today: string;
  readonly requestId: Id;
  readonly organisation: Organisation;
  readonly standards: StandardSet;
  readonly calendar: Calendar;
  readonly cases: Cases;
  /** The register of kits, by id `<room>/<kit>`. */
  readonly kits: ReadonlyMap<string, KnownKit>;
  /** The rights words of the house: the kernel's and those its rooms bring. */
  readonly roles: ReadonlySet<string>;
  /** Things that bear a QR label, by their kind. */
  readonly labelled: ReadonlyMap<string, LabelledKind>;
}
