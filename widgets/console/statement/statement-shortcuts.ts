import type { Desk } from '../desk.ts';
import type { Shortcut } from '../keyboard.ts';
import type { Statement } from './statement.ts';

/** A digit chooses the reason and goes on to the words. */
export function statementShortcuts(desk: Desk, statement: Statement): Shortcut[] {
  return Array.from('1234567890', (digit) => ({
    keys: [digit],
    run: () => {
      if (statement.chooseByDigit(digit)) void desk.focus('#text');
    },
  }));
}
