/** Answers of several lines, as the mail library hands them over. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFailure } from '../../../api/mail/failure.ts';

const refusal = (...lines: string[]) => {
  const response = lines.map((line, i) => `550${i === lines.length - 1 ? ' ' : '-'}${line}`).join('\n');
  return readFailure(Object.assign(new Error(response), { command: 'RCPT TO', responseCode: 550, response }));
};

test('an unknown mailbox, explained at length, is one', () => {
  const lines = ['5.1.1 The account that you tried to reach', '5.1.1 does not exist. Mind the spaces in a message.'];
  assert.deepEqual([refusal(...lines).error.suppress, refusal(...lines).error.code], [true, 'SMTP 550 5.1.1']);
  assert.equal(refusal('Dear sender,', '5.1.1 there is nobody here').error.suppress, true);
  assert.equal(refusal('We are sorry:', 'there is nobody here').error.suppress, true);
});

test('a reason that comes in the last line is read', () => {
  for (const last of ['your host is on a block list', '#5.2.2 no room', 'see 5.7.1']) {
    assert.deepEqual(
      [refusal('We are sorry:', last).error.suppress, refusal('We are sorry:', last).error.kind],
      [false, 'permanent'],
      last,
    );
  }
  assert.equal(refusal('We are sorry:', '5.7.1 not you').ours, true);
});
