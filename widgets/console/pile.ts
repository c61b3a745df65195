/** What is looked at one after the other: stories, reports, appeals. Knows no API and draws nothing. */
export class Pile<T extends object> {
  items: T[] = [];
  index = 0;
  /** Where the next page begins, when there is one. */
  next: string | null = null;

  get current(): T | undefined {
    return this.items[this.index];
  }

  /** Replaces everything; stays with what is looked at, if that is still in it. */
  fill(items: T[], next: string | null, same: (a: T, b: T) => boolean): void {
    const before = this.current;
    this.items = items;
    this.next = next;
    this.index = Math.max(before ? items.findIndex((item) => same(item, before)) : 0, 0);
  }

  add(items: T[], next: string | null): void {
    this.items = [...this.items, ...items];
    this.next = next;
  }

  /** Goes by so many steps; false at an end. */
  move(steps: number): boolean {
    const wanted = this.index + steps;
    if (wanted < 0 || wanted >= this.items.length) return false;
    this.index = wanted;
    return true;
  }

  /** Takes the current item away: what came after it takes its place. */
  drop(): void {
    this.items = this.items.toSpliced(this.index, 1);
    this.index = Math.max(Math.min(this.index, this.items.length - 1), 0);
  }

  /** Puts an item back where it was, and looks at it. */
  restore(item: T, index: number): void {
    this.index = Math.min(index, this.items.length);
    this.items = this.items.toSpliced(this.index, 0, item);
  }

  replace(before: T, after: T): void {
    this.items = this.items.map((item) => (item === before ? after : item));
  }
}
