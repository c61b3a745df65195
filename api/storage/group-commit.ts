/**
 * One commit for all writes that arrive together. What a durable commit costs is the disk's flush,
 * and one flush serves fifty sign-ups as well as one.
 *
 * Writes are gathered until a turn of the event loop brings no more, not for a time: a write that is
 * alone does not wait. Each runs inside a savepoint, so that one that fails is undone alone;
 * nobody hears anything before the commit is on disk, and when that fails everybody hears so.
 */

/** What is needed of a connection. All of it is synchronous. */
export interface BatchConnection {
  readonly inTransaction: boolean;
  begin(): void;
  commit(): void;
  rollback(): void;
  /** Opens, keeps and undoes the part of one write. */
  mark(): void;
  keep(): void;
  undo(): void;
}

export interface GroupCommitOptions {
  /** Called when `begin` throws: waits and answers true to try again, or false to give up. */
  retryBegin(error: unknown, sinceStart: number): Promise<boolean>;
  /** Most writes in one commit: bounds how long other processes wait for the lock. */
  max: number;
}

interface Entry {
  work: () => Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

interface Outcome {
  entry: Entry;
  value?: unknown;
  error?: unknown;
  failed: boolean;
}

export class GroupCommit {
  readonly #connection: BatchConnection;
  readonly #options: GroupCommitOptions;
  #queue: Entry[] = [];
  #between: (() => void)[] = [];
  #scheduled = false;
  #closed = false;

  constructor(connection: BatchConnection, options: GroupCommitOptions) {
    this.#connection = connection;
    this.#options = options;
  }

  /** Runs `work` in the next commit. Resolves after it. */
  add<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('storage: closed. Nothing was written.'));
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ work, resolve: resolve as Entry['resolve'], reject });
      this.#schedule();
    });
  }

  /** Runs `action` when no transaction is open, after the next commit if one is due. */
  between<T>(action: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#between.push(() => {
        try {
          resolve(action());
        } catch (error) {
          reject(error);
        }
      });
      this.#schedule();
    });
  }

  /** Takes no more writes, and resolves when those that were taken are done. */
  async close(): Promise<void> {
    this.#closed = true;
    do await this.between(() => undefined);
    while (this.#queue.length > 0);
  }

  #schedule() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.#gather(0));
  }

  /** Requests are read from their sockets a few at a time: while each turn brings more, the commit waits for them. */
  #gather(seen: number) {
    const arrived = this.#queue.length;
    if (arrived > seen && arrived < this.#options.max) setImmediate(() => this.#gather(arrived));
    else void this.#turn();
  }

  async #turn() {
    if (this.#queue.length > 0) await this.#commitBatch();
    for (const action of this.#between.splice(0)) action();
    this.#scheduled = false;
    if (this.#queue.length > 0 || this.#between.length > 0) this.#schedule();
  }

  async #commitBatch() {
    try {
      await this.#begin();
    } catch (error) {
      for (const entry of this.#queue.splice(0)) entry.reject(error);
      return;
    }
    const outcomes: Outcome[] = [];
    let broken: { error: unknown } | undefined;
    // The queue is read anew each time: a write that arrives while others run still gets on.
    for (let i = 0; i < this.#options.max && this.#queue.length > 0 && !broken; i++) {
      const outcome = await this.#runOne(this.#queue.shift() as Entry);
      outcomes.push(outcome);
      // Some errors (full disk, broken disk) make the engine undo the whole transaction by itself.
      if (!this.#connection.inTransaction) broken = { error: outcome.error };
    }
    broken ??= this.#commit();
    for (const { entry, value, error, failed } of outcomes) {
      if (broken) entry.reject(broken.error);
      else if (failed) entry.reject(error);
      else entry.resolve(value);
    }
  }

  async #begin() {
    const start = performance.now();
    for (;;) {
      try {
        return this.#connection.begin();
      } catch (error) {
        if (!(await this.#options.retryBegin(error, performance.now() - start))) throw error;
      }
    }
  }

  async #runOne(entry: Entry): Promise<Outcome> {
    try {
      this.#connection.mark();
      const value = await entry.work();
      this.#connection.keep();
      return { entry, value, failed: false };
    } catch (error) {
      try {
        if (this.#connection.inTransaction) this.#connection.undo();
      } catch {
        // What cannot be undone alone takes the others with it.
        this.#rollback();
      }
      return { entry, error, failed: true };
    }
  }

  #commit(): { error: unknown } | undefined {
    try {
      this.#connection.commit();
      return undefined;
    } catch (error) {
      this.#rollback();
      return { error };
    }
  }

  #rollback() {
    try {
      if (this.#connection.inTransaction) this.#connection.rollback();
    } catch {
      // The error that led here is the one to report; a connection that cannot roll back fails at its next `begin`.
    }
  }
}
