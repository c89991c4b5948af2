import { rm } from 'node:fs/promises';
import { isRefusal, newId, refuse, type Actor, type Id, type Refusal } from '@opengoa/kernel';
import {
  dryRunFile,
  importFile,
  ownBatch,
  undoImport,
  type Counts,
  type DryRunReport,
  type ImportReport,
  type RefusedRow,
} from '@opengoa/kernel/exchange';
import { actorKey, type Kernel } from '@opengoa/kernel/host';
import { takeTurns } from './take-turns.ts';

export type ImportState = 'running' | 'judged' | 'refused' | 'undone' | ImportReport['state'];

/** A file that somebody brought, and how far the program has come with it. */
export interface ImportJob {
  readonly id: Id;
  readonly kind: string;
  readonly of: string;
  readonly path: string;
  readonly dry: boolean;
  readonly begunAt: number;
  readonly stopping: AbortController;
  state: ImportState;
  batch: Id | null;
  progress: { done: number; of: number | null; counts: Counts } | null;
  report:
    | (Pick<DryRunReport, 'counts' | 'mapping'> & { refused: readonly Pick<RefusedRow, 'line' | 'problems'>[] })
    | null;
  refusal: Refusal | null;
  /** Settles when nothing of it runs any more. */
  running: Promise<void>;
}

export interface ImportOrder {
  readonly actor: Actor;
  readonly kind: string;
  readonly path: string;
  readonly name: string;
  readonly dry: boolean;
  readonly accept: 'all-or-nothing' | 'good-rows';
}

/** Ended jobs are shown this long, with their file for the error workbook. */
const keptMillis = 30 * 60_000;
const keptMost = 100;

/**
 * Imports run beside the requests that began them, a few at a time (REL-22, REL-21); each person asks for their own alone. What went in is
 * in the store as a batch and goes on from there when the same file comes again; what is kept here is only what to show meanwhile.
 */
export class ImportJobs {
  readonly #kernel: Kernel;
  readonly #onFault: (fault: Error) => void;
  readonly #jobs = new Map<Id, ImportJob>();
  readonly #turns = takeTurns({ inAll: 2, each: 1 });

  constructor(kernel: Kernel, onFault: (fault: Error) => void) {
    this.#kernel = kernel;
    this.#onFault = onFault;
  }

  /** A place for one more, taken before its file is received; or undefined when there is none. */
  place(actor: Actor): (() => void) | undefined {
    return this.#turns.take(actorKey(actor));
  }

  /** The job, if it is this actor's own. */
  of(actor: Actor, id: Id): ImportJob | undefined {
    const job = this.#jobs.get(id);
    return job?.of === actorKey(actor) ? job : undefined;
  }

  /** Begins with a received file. @param back gives the place back when it is over */
  begin(order: ImportOrder, back: () => void): ImportJob {
    this.#forgetOld();
    const job: ImportJob = {
      id: newId(),
      kind: order.kind,
      of: actorKey(order.actor),
      path: order.path,
      dry: order.dry,
      begunAt: Date.now(),
      stopping: new AbortController(),
      state: 'running',
      batch: null,
      progress: null,
      report: null,
      refusal: null,
      running: Promise.resolve(),
    };
    this.#jobs.set(job.id, job);
    const { actor, kind, path, name: fileName } = order;
    const desk = {
      actor,
      kind,
      path,
      fileName,
      signal: job.stopping.signal,
      progress: ({ done, of, counts }: { done: number; of: number | null; counts: Counts }) => {
        job.progress = { done, of, counts };
      },
    };
    job.running = this.#run(job, back, async () => {
      if (order.dry) {
        const judged = await dryRunFile(this.#kernel, desk);
        if (isRefusal(judged)) return judged;
        [job.state, job.report] = ['judged', judged];
        return undefined;
      }
      const done = await importFile(this.#kernel, { ...desk, accept: order.accept });
      if (isRefusal(done)) return done;
      [job.state, job.report, job.batch] = [done.state, done, done.batchId];
      return undefined;
    });
    return job;
  }

  /**
   * A batch of this actor's that ended some time ago, taken up again under its own id so that it can be taken back.
   * @returns nothing when it is nobody's, somebody else's, or not to be taken back any more
   */
  async takeUp(actor: Actor, batchId: Id): Promise<ImportJob | undefined> {
    const batch = await ownBatch(this.#kernel, { actor, batchId });
    const { state, kind } = batch ?? {};
    if (kind === undefined || (state !== 'done' && state !== 'stopped' && state !== 'part-way')) return undefined;
    const known = [...this.#jobs.values()].find((job) => job.batch === batchId && job.of === actorKey(actor));
    if (known) return known;
    this.#forgetOld();
    const job: ImportJob = {
      id: batchId,
      kind,
      of: actorKey(actor),
      path: '',
      dry: false,
      begunAt: Date.now(),
      stopping: new AbortController(),
      state,
      batch: batchId,
      progress: null,
      report: null,
      refusal: null,
      running: Promise.resolve(),
    };
    this.#jobs.set(job.id, job);
    return job;
  }

  /** Takes a finished batch back. @returns why not, or undefined when it has begun */
  undo(actor: Actor, job: ImportJob): Refusal | undefined {
    const { batch } = job;
    if (job.state === 'running' || batch === null) return refuse('batch-not-finished', {}, { status: 409 });
    const back = this.place(actor);
    if (!back) return refuse('overloaded', {}, { status: 503 });
    const before = job.state;
    job.state = 'running';
    job.progress = null;
    job.running = this.#run(job, back, async () => {
      const report = await undoImport(this.#kernel, { actor, batchId: batch });
      if (isRefusal(report)) {
        job.state = before;
        job.refusal = report;
        return undefined;
      }
      job.state = report.kept.length > 0 ? 'part-way' : 'undone';
      return undefined;
    });
    return undefined;
  }

  /** Stops what runs and waits for it: batches stay as they are and go on when the file comes again (REL-26). */
  async stop(): Promise<void> {
    const jobs = [...this.#jobs.values()];
    for (const { stopping } of jobs) stopping.abort();
    await Promise.all(jobs.map(({ running }) => running));
    for (const { path } of jobs) if (path !== '') await rm(path, { force: true });
    this.#jobs.clear();
  }

  async #run(job: ImportJob, back: () => void, work: () => Promise<Refusal | undefined>): Promise<void> {
    try {
      const refused = await work();
      if (refused) [job.state, job.refusal] = ['refused', refused];
    } catch (error) {
      this.#onFault(error as Error);
      [job.state, job.refusal] = ['refused', refuse('fault', {}, { status: 500 })];
    } finally {
      back();
    }
  }

  #forgetOld(): void {
    const ended = [...this.#jobs.values()].filter(({ state }) => state !== 'running');
    const tooMany = this.#jobs.size - keptMost + 1;
    for (const [at, job] of ended.entries()) {
      if (at >= tooMany && Date.now() - job.begunAt < keptMillis) continue;
      this.#jobs.delete(job.id);
      if (job.path !== '') void rm(job.path, { force: true });
    }
  }
}
