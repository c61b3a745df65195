import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { ApiFailure } from '../../../widgets/internal/api-client.ts';
import { RequestController } from '../../../widgets/internal/request-controller.ts';
import { mount } from '../shared/mount.ts';

class TestRequest extends LitElement {
  readonly request = new RequestController<string>(this);
}
customElements.define('test-request', TestRequest);

/** A task that the test ends, and whose signal it sees. */
function task() {
  let signal: AbortSignal | undefined;
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const start = (given: AbortSignal) => {
    signal = given;
    return promise;
  };
  return { start, resolve, reject, aborted: () => signal?.aborted };
}

describe('RequestController', () => {
  const element = () => mount<TestRequest>('<test-request></test-request>');

  it('goes from idle over pending to success', async () => {
    const { request } = await element();
    expect(request.status).to.equal('idle');
    const one = task();
    const run = request.run(one.start);
    expect(request.status).to.equal('pending');
    one.resolve('a');
    expect(await run).to.equal('a');
    expect([request.status, request.value]).to.deep.equal(['success', 'a']);
  });

  it('keeps the last answer when a later run fails', async () => {
    const { request } = await element();
    await request.run(() => Promise.resolve('a'));
    const failure = new ApiFailure('offline');
    expect(await request.run(() => Promise.reject(failure))).to.equal(undefined);
    expect([request.status, request.failure, request.value]).to.deep.equal(['error', failure, 'a']);
    void request.run(task().start);
    expect(request.failure).to.equal(undefined);
  });

  it('drops an answer that a newer run has made stale, and aborts its request', async () => {
    const { request } = await element();
    const [one, two] = [task(), task()];
    const first = request.run(one.start);
    const second = request.run(two.start);
    expect(one.aborted()).to.equal(true);
    two.resolve('new');
    one.resolve('old');
    expect(await Promise.all([first, second])).to.deep.equal([undefined, 'new']);
    expect(request.value).to.equal('new');
  });

  it('drops a failure that a newer run has made stale', async () => {
    const { request } = await element();
    const one = task();
    const first = request.run(one.start);
    await request.run(() => Promise.resolve('new'));
    one.reject(new ApiFailure('offline'));
    await first;
    expect([request.status, request.failure]).to.deep.equal(['success', undefined]);
  });

  it('aborts when its element leaves the page, and is idle again', async () => {
    const host = await element();
    const one = task();
    void host.request.run(one.start);
    host.remove();
    await Promise.resolve();
    expect([one.aborted(), host.request.status]).to.deep.equal([true, 'idle']);
  });

  it('goes on while its element is moved', async () => {
    const host = await element();
    const one = task();
    const run = host.request.run(one.start);
    document.body.append(host);
    await Promise.resolve();
    one.resolve('a');
    expect(await run).to.equal('a');
    host.remove();
  });

  it('does not hide a mistake of ours', async () => {
    const { request } = await element();
    const mistake = new TypeError('mistake');
    let thrown: unknown;
    await request.run(() => Promise.reject(mistake)).catch((error: unknown) => (thrown = error));
    expect(thrown).to.equal(mistake);
  });
});
