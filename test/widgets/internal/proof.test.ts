import { expect } from '@open-wc/testing';
import type { Challenge } from '../../../api/contract/challenge.ts';
import { hasherFor, wordsOf } from '../../../widgets/internal/proof/sha256.ts';
import { hashesPerSlice, solveChallenge } from '../../../widgets/internal/proof/solve.ts';
import { Proof } from '../../../widgets/internal/proof/proof.ts';
import { challengeFor } from '../shared/challenge.ts';

const hexadecimal = (words: Iterable<number>) =>
  Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');

async function subtle(text: string): Promise<string> {
  const digest = new DataView(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return hexadecimal(Array.from({ length: 8 }, (_, i) => digest.getInt32(i * 4)));
}

describe('the proof of work of a form', () => {
  const realNow = Date.now;
  afterEach(() => {
    Date.now = realNow;
  });

  it('hashes as the platform does, at every length around a block', async () => {
    for (let length = 0; length <= 200; length++) {
      const prefix = 'é'.repeat(length % 5) + 'x'.repeat(length);
      const hash = hasherFor(prefix);
      for (const suffix of ['0', '49999', '123456789']) {
        const words = hexadecimal(hash(suffix));
        expect(words, `${length} + ${suffix}`).to.equal(await subtle(prefix + suffix));
        expect(hexadecimal(wordsOf(words))).to.equal(words);
      }
    }
  });

  for (const number of [0, 1, 31, 32, 4999, 5000])
    it(`finds ${number}`, async () => {
      expect(await solveChallenge(await challengeFor(number))).to.equal(number);
    });

  it('gives up on a challenge that has no answer', async () => {
    const challenge = await challengeFor(5001);
    let error: unknown;
    await solveChallenge(challenge).catch((reason: unknown) => (error = reason));
    expect(error).to.be.instanceOf(RangeError);
  });

  it('never hashes more than a slice between two pauses', async () => {
    const maxnumber = 20_000;
    const challenge = await challengeFor(maxnumber, { maxnumber });
    const stops: number[] = [];
    let pauses = 0;
    await solveChallenge(challenge, {
      onProgress: (part) => stops.push(Math.round(part * maxnumber)),
      pause: () => {
        pauses++;
        return Promise.resolve();
      },
    });
    expect(pauses).to.equal(stops.length);
    expect(stops.length).to.be.at.least(Math.floor(maxnumber / hashesPerSlice));
    [0, ...stops].reduce((before, stop) => {
      expect(stop - before).to.be.within(1, hashesPerSlice);
      return stop;
    });
  });

  it('hands the page its turn at each pause: timers and input come in between', async () => {
    const order: string[] = [];
    const challenge = await challengeFor(20_000, { maxnumber: 20_000 });
    setTimeout(() => order.push('timer'));
    await solveChallenge(challenge, { onProgress: () => order.push('slice') });
    expect(order.indexOf('timer')).to.be.within(1, order.length - 2);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const challenge = await challengeFor(5000);
    let slices = 0;
    const solving = solveChallenge(challenge, {
      signal: stop.signal,
      onProgress: () => {
        slices++;
        stop.abort();
      },
    });
    let error: unknown;
    await solving.catch((reason: unknown) => (error = reason));
    expect(error).to.equal(stop.signal.reason);
    expect(slices).to.equal(1);
  });

  describe('over one form', () => {
    function proofOf(challenges: (Challenge | Error)[]) {
      let fetched = 0;
      const proof = new Proof(() => {
        const next = challenges[Math.min(fetched++, challenges.length - 1)];
        return next instanceof Error ? Promise.reject(next) : Promise.resolve(next as Challenge);
      });
      return { proof, fetched: () => fetched };
    }

    it('writes what the server reads', async () => {
      const challenge = await challengeFor(77);
      const payload = JSON.parse(atob(await proofOf([challenge]).proof.take())) as object;
      expect(payload).to.deep.equal({
        algorithm: 'SHA-256',
        challenge: challenge.challenge,
        number: 77,
        salt: challenge.salt,
        signature: 'signed',
      });
    });

    it('begins once, and hands out each proof once', async () => {
      const { proof, fetched } = proofOf([await challengeFor(1), await challengeFor(2)]);
      proof.begin();
      proof.begin();
      const first = await proof.take();
      expect(fetched()).to.equal(1);
      expect(await proof.take()).not.to.equal(first);
      expect(fetched()).to.equal(2);
    });

    it('replaces a proof that has grown too old while the visitor wrote', async () => {
      const { proof, fetched } = proofOf([await challengeFor(1), await challengeFor(2)]);
      proof.begin();
      await new Promise((resolve) => setTimeout(resolve, 50));
      Date.now = () => realNow() + 10 * 60_000;
      expect(JSON.parse(atob(await proof.take()))).to.have.property('number', 2);
      expect(fetched()).to.equal(2);
    });

    it('waits out the least filling time', async () => {
      const { proof } = proofOf([await challengeFor(1, { minimumFill: 2000 })]);
      const { setTimeout } = window;
      const waits: (number | undefined)[] = [];
      window.setTimeout = ((run: () => void, wait?: number) => {
        waits.push(wait);
        return setTimeout(run);
      }) as typeof setTimeout;
      try {
        Date.now = () => 1000;
        await proof.take();
      } finally {
        window.setTimeout = setTimeout;
      }
      expect(waits).to.deep.equal([2000]);
    });

    it('tries again after a challenge that could not be fetched', async () => {
      const { proof, fetched } = proofOf([new Error('down'), await challengeFor(3)]);
      proof.begin();
      await new Promise((resolve) => setTimeout(resolve));
      expect(JSON.parse(atob(await proof.take()))).to.have.property('number', 3);
      expect(fetched()).to.equal(2);
    });

    it('fails when there is no challenge to be had', async () => {
      const down = new Error('down');
      let error: unknown;
      await proofOf([down])
        .proof.take()
        .catch((reason: unknown) => (error = reason));
      expect(error).to.equal(down);
    });
  });
});
