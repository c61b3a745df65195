/**
 * Counts what an element leaves behind in the page: listeners on what outlives it, and observers
 * that are still at work.
 */
export interface Watchers {
  /** Descriptions of what is attached now. */
  left(): string[];
  stop(): void;
}

const outlives = (target: unknown) => target === window || target === document || target instanceof MediaQueryList;

/** Starts to watch; call before the element is created. */
export function watch(): Watchers {
  const listeners = new Map<string, number>();
  const observers = new Map<object, string>();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const kinds = [MutationObserver, IntersectionObserver, ResizeObserver];
  const originals = kinds.map((kind) => ({ ...methodsOf(kind) }));
  const count = (target: unknown, type: string, change: number) => {
    const key = `${Object.prototype.toString.call(target)} ${type}`;
    if (outlives(target ?? window)) listeners.set(key, (listeners.get(key) ?? 0) + change);
  };

  EventTarget.prototype.addEventListener = function (this: EventTarget, ...args) {
    count(this, args[0], 1);
    addEventListener.apply(this, args);
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget, ...args) {
    count(this, args[0], -1);
    removeEventListener.apply(this, args);
  };
  kinds.forEach((kind, index) => {
    const { observe, disconnect } = originals[index] as Methods;
    Object.assign(kind.prototype, {
      observe(this: object, ...args: unknown[]) {
        observers.set(this, kind.name);
        observe.apply(this, args);
      },
      disconnect(this: object) {
        observers.delete(this);
        disconnect.apply(this);
      },
    });
  });

  return {
    left: () => [
      ...[...listeners].filter(([, n]) => n !== 0).map(([key, n]) => `${n} × ${key}`),
      ...observers.values(),
    ],
    stop() {
      Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
      kinds.forEach((kind, index) => Object.assign(kind.prototype, originals[index]));
    },
  };
}

interface Methods {
  observe: (...args: unknown[]) => void;
  disconnect: () => void;
}

function methodsOf(kind: { prototype: object }): Methods {
  const { observe, disconnect } = kind.prototype as Methods;
  return { observe, disconnect };
}
