/** Proofs of domains, from a real name server and a real site, both on this machine, by the code that runs outside. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { RequestListener } from 'node:http';
import { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { gzipSync } from 'node:zlib';
import type { LookFinding } from '../../../api/contract/badge-words.ts';
import { createDomainProofs, type DomainProofsOptions } from '../../../api/net/domain-proofs.ts';
import { houseAddresses } from '../../support/addresses.ts';
import { certificateFor } from '../../support/certificate.ts';
import { startNameServer, type NameAnswer, type NameServer } from '../../support/name-server.ts';
import { startSite, type Site } from '../../support/site.ts';

const domain = 'shop.example';
const word = '7VqkT3yJmE2bqXr4AhpWnD';
const record = `_ambassador.${domain}`;
const somewhere = '93.184.216.34';
/** For what never answers: somebody has to give up. */
const soon = 400;

let dns: NameServer;
let site: Site;
before(async () => {
  dns = await startNameServer();
  site = await startSite(domain, 'xn--bckerei-5wa.example');
});
after(async () => {
  await site.close();
  await dns.close();
});
beforeEach(() => {
  dns.names.clear();
  dns.names.set('example', {});
  dns.asked.length = site.asked.length = site.dialled.length = 0;
  site.answer = (_request, response) => void response.writeHead(404).end();
});

function look(options: Partial<DomainProofsOptions> = {}, name = domain) {
  const parts = { publicUrl: 'https://club.example', resolver: () => dns.resolver(), connect: site.connect };
  return createDomainProofs({ ...parts, ...options }).look(name, word);
}

const serve = (
  body: string | Buffer,
  headers: Record<string, string> = { 'content-type': 'text/plain' },
  status = 200,
) =>
  function answer(_request, response) {
    response.writeHead(status, headers).end(body);
  } satisfies RequestListener;

describe('by DNS', () => {
  const value = `ambassador-badge=${word}`;

  for (const [what, texts] of [
    ['the record', [value]],
    ['the record among others', ['v=spf1 -all', `ambassador-badge=${'A'.repeat(22)}`, value, '']],
    ['the record in pieces', [['ambassador-', 'badge=', word]]],
    ['the record with spaces around it', [` ${value} `]],
  ] as [string, (string | string[])[]][]) {
    test(`finds ${what}`, async () => {
      dns.names.set(record, { texts });
      dns.names.set(domain, { addresses: [somewhere] });
      assert.equal(await look(), 'dns');
    });
  }

  for (const [what, texts, finding] of [
    ['nothing', [], 'nothing_there'],
    ['what a provider says of every name', ['v=spf1 -all', ''], 'nothing_there'],
    ['another badge’s word', [`ambassador-badge=${'A'.repeat(22)}`], 'other_record'],
    ['the word in other letters', [value.toLowerCase()], 'other_record'],
    ['the word with something after it', [`${value} x`, `${value}x`, `x${value}`], 'other_record'],
    ['the word alone', [word], 'other_record'],
    ['half in one record and half in the next', ['ambassador-badge=', word], 'other_record'],
  ] as [string, string[], LookFinding][]) {
    test(`does not take ${what}`, async () => {
      dns.names.set(record, { texts });
      dns.names.set(domain, { addresses: [somewhere] });
      assert.equal(await look(), finding);
      // Without a site, what is wrong with the record is said all the same.
      dns.names.set(domain, {});
      assert.equal(await look(), finding === 'nothing_there' ? 'no_answer' : finding);
    });
  }

  test('does not take the record of the domain itself, or of another domain', async () => {
    dns.names.set(domain, { texts: [value] });
    dns.names.set('_ambassador.other.example', { texts: [value] });
    assert.equal(await look(), 'no_answer');
  });

  test('asks for the name in punycode, and for what is no domain nobody', async () => {
    dns.names.set('_ambassador.xn--bckerei-5wa.example', { texts: [value] });
    assert.equal(await look({}, 'xn--bckerei-5wa.example'), 'dns');
    dns.asked.length = 0;
    for (const name of [
      'localhost',
      '127.0.0.1',
      'shop.example:8080',
      'a@shop.example',
      'bäckerei.example',
      'x/../y.example',
      '',
    ]) {
      assert.equal(await look({}, name), 'no_answer', name);
    }
    assert.deepEqual(dns.asked, []);
  });

  for (const answer of ['fails', 'silent'] as NameAnswer[]) {
    test(`knows nothing when the name server ${answer === 'fails' ? 'cannot tell' : 'says nothing'}`, async () => {
      dns.names.set(record, answer);
      dns.names.set(domain, answer);
      assert.equal(await look({ patience: soon }), 'unreachable');
      dns.names.set(domain, { addresses: [somewhere] });
      site.answer = serve('nothing');
      assert.equal(await look({ patience: 3 * soon }), 'unreachable');
      site.answer = serve(word);
      assert.equal(await look({ patience: 3 * soon }), 'file');
    });
  }

  test('a domain that is no more is an answer, unless the name server does not know its ending either', async () => {
    assert.equal(await look(), 'no_such_name');
    for (const answer of [undefined, 'fails', 'silent'] as const) {
      if (answer) dns.names.set('example', answer);
      else dns.names.delete('example');
      assert.equal(await look({ patience: answer === 'silent' ? soon : 5000 }), 'unreachable', answer);
    }
  });
});

describe('by a file', () => {
  beforeEach(() => {
    dns.names.set(domain, { addresses: [somewhere] });
  });

  for (const [what, body, type] of [
    ['alone', word, 'text/plain'],
    ['with a line’s end', `${word}\r\n`, 'text/plain; charset=utf-8'],
    ['among other lines', `# badges\n${'A'.repeat(22)}\n\t ${word} \n`, 'TEXT/PLAIN;charset=UTF-8'],
    ['behind a byte-order mark', `\ufeff${word}\r${'A'.repeat(22)}`, 'text/plain'],
  ] as const) {
    test(`finds the word ${what}`, async () => {
      site.answer = serve(body, { 'content-type': type });
      assert.equal(await look(), 'file');
    });
  }

  test('asks once, by name, over TLS, at the address that was looked up', async () => {
    site.answer = serve(word);
    await look();
    assert.deepEqual(site.asked, [`${domain} GET ${domain} /.well-known/ambassador-badge.txt`]);
    assert.deepEqual(site.dialled, [{ addresses: [somewhere], port: 443 }]);
  });

  type Never = readonly [finding: LookFinding, answer: RequestListener];
  const never: Record<string, Never> = {
    'an HTML page with the word on a line': ['web_page', serve(`<p>\n${word}\n</p>`, { 'content-type': 'text/html' })],
    'a file without a type': ['other_content', serve(word, {})],
    'another text': ['other_content', serve(word, { 'content-type': 'text/plainer' })],
    'the word inside a longer line': ['other_content', serve(`badge: ${word}`)],
    'a not-found page in plain text': ['nothing_there', serve(word, { 'content-type': 'text/plain' }, 404)],
    'a not-found page': ['nothing_there', serve('<h1>404</h1>', { 'content-type': 'text/html' }, 404)],
    'a part of a file': ['nothing_there', serve(word, { 'content-type': 'text/plain' }, 206)],
    'a redirect to the metadata of a cloud': [
      'redirected',
      serve(word, { 'content-type': 'text/plain', location: 'http://169.254.169.254/latest/meta-data/' }, 302),
    ],
    'a redirect to itself': ['redirected', serve(word, { location: '/other.txt', 'content-type': 'text/plain' }, 301)],
    'a compressed file': [
      'other_content',
      serve(gzipSync(word), { 'content-type': 'text/plain', 'content-encoding': 'gzip' }),
    ],
    'a file that says it is compressed': [
      'other_content',
      serve(word, { 'content-type': 'text/plain', 'content-encoding': 'br' }),
    ],
    'more than 4 KB': ['other_content', serve(`${word}\n`.repeat(200))],
    'a change of protocol': [
      'no_answer',
      (request) => {
        request.socket.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n');
      },
    ],
    'headers without end': [
      'no_answer',
      (request) => {
        request.socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n');
        const more = setInterval(() => request.socket.write(`x: ${'y'.repeat(4000)}\r\n`), 1);
        request.socket.on('close', () => clearInterval(more));
      },
    ],
    'no HTTP at all': ['no_answer', (request) => void request.socket.end(`${word}\n`)],
    'a connection that is cut': ['no_answer', (request) => void request.socket.destroy()],
    'a file that is cut': [
      'no_answer',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '100' });
        response.write(`${word}\n`, () => response.destroy());
      },
    ],
  };
  for (const [what, [finding, answer]] of Object.entries(never)) {
    test(`does not take ${what}`, async () => {
      site.answer = answer;
      assert.equal(await look(), finding);
      assert.equal(site.asked.length, 1);
    });
  }

  test('ten gigabytes are not read, announced or not', async () => {
    const before = site.sent();
    for (const length of [{ 'content-length': String(10e9) }, {}]) {
      site.answer = (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/plain', ...length });
        const flood = () => {
          while (response.write('y\n'.repeat(8192)));
          response.once('drain', flood);
        };
        flood();
      };
      assert.equal(await look(), 'other_content');
    }
    // What the buffers of two sockets hold, and no more.
    assert.ok(site.sent() - before < 50e6, `${site.sent() - before} bytes`);
  });

  test('a site that drips, or says nothing, is given up', async () => {
    site.answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const drip = setInterval(() => response.write('y'), 20);
      response.on('close', () => clearInterval(drip));
    };
    assert.equal(await look({ patience: soon }), 'no_answer');
    site.answer = () => {};
    assert.equal(await look({ patience: soon }), 'no_answer');
    // Everything was let go of: the sockets of the site are closed from our side.
    assert.equal(site.asked.length, 2);
  });

  test('a certificate of somebody else, or of nobody, is none', async () => {
    const stranger = await startSite('other.example');
    try {
      stranger.answer = serve(word);
      assert.equal(await look({ connect: stranger.connect }), 'no_answer');
      // Trusted, and of another name; then of this name, and trusted by nobody.
      assert.deepEqual(stranger.asked, []);
      site.answer = serve(word);
      assert.equal(
        await look({ connect: (options) => site.connect({ ...options, ca: certificateFor(domain).cert }) }),
        'no_answer',
      );
      assert.deepEqual(site.asked, []);
    } finally {
      await stranger.close();
    }
  });
});

describe('who cannot be reached', () => {
  beforeEach(() => {
    dns.names.set(domain, { addresses: [somewhere] });
  });

  /** Fails as a connection does that was never made. */
  const failing = (code: string) => () => {
    const socket = new TLSSocket(new Socket());
    process.nextTick(() => socket.destroy(Object.assign(new Error(code), { code })));
    return socket;
  };

  for (const code of ['ETIMEDOUT', 'ENETUNREACH', 'EHOSTUNREACH']) {
    test(`${code} says nothing of the domain`, async () => {
      assert.equal(await look({ connect: failing(code) }), 'unreachable');
    });
  }

  test('a site whose door is shut has answered', async () => {
    assert.equal(await look({ connect: failing('ECONNREFUSED') }), 'no_answer');
  });

  test('what DNS says is enough, whether the site is there or not', async () => {
    dns.names.set(record, { texts: [`ambassador-badge=${word}`] });
    assert.equal(await look({ connect: failing('ETIMEDOUT') }), 'dns');
  });
});

describe('where a domain may lead', () => {
  for (const [what, addresses] of Object.entries(houseAddresses)) {
    test(`nothing is dialled for ${what}`, async () => {
      site.answer = serve(word);
      for (const address of addresses.filter((one) => !one.includes('%'))) {
        dns.names.set(domain, { addresses: [address] });
        assert.equal(await look(), 'no_answer', address);
      }
      assert.deepEqual(site.dialled, []);
    });
  }

  test('what is inside our house is told as a site that gives no answer, and whether a name is there by nothing', async () => {
    for (const [there, notThere] of [
      ['db.house.example', 'bd.house.example'],
      ['nas.lan', 'san.lan'],
      ['mail.corp', 'liam.corp'],
    ] as const) {
      dns.names.set(there.slice(there.lastIndexOf('.') + 1), {});
      dns.names.set(there, { addresses: ['10.0.0.7'] });
      const told = [];
      for (const name of [there, notThere]) {
        dns.asked.length = 0;
        const finding = await look({}, name);
        // As many questions too: the time that an answer takes is an answer.
        told.push([finding, dns.asked.length]);
      }
      assert.deepEqual(told[0], told[1], there);
      assert.equal(told[0]![0], 'no_answer');
    }
    assert.deepEqual(site.dialled, []);
  });

  test('one address of the house among public ones is enough', async () => {
    site.answer = serve(word);
    for (const address of ['10.0.0.1', '::1', '::ffff:169.254.169.254']) {
      dns.names.set(domain, { addresses: [somewhere, '2606:4700::1', address] });
      assert.equal(await look(), 'no_answer', address);
    }
    assert.deepEqual(site.dialled, []);
  });

  test('a name that answers differently the second time is not asked a second time', async () => {
    site.answer = serve(word);
    let times = 0;
    dns.names.set(domain, () => {
      times += 1;
      // One question for each kind of address; whatever comes after them leads home.
      return { addresses: times <= 2 ? [somewhere] : ['127.0.0.1'] };
    });
    assert.equal(await look(), 'file');
    assert.deepEqual(site.dialled, [{ addresses: [somewhere], port: 443 }]);
    assert.deepEqual(dns.asked.filter((question) => question.endsWith(` ${domain}`)).toSorted(), [
      `A ${domain}`,
      `AAAA ${domain}`,
    ]);
  });

  test('a name with a thousand addresses is not tried at each', async () => {
    site.answer = serve(word);
    dns.names.set(domain, { addresses: Array.from({ length: 20 }, (_, index) => `93.184.216.${index}`) });
    assert.equal(await look(), 'file');
    assert.equal(site.dialled[0]!.addresses.length, 6);
  });

  test('whatever a resolver does, there is an answer, and its questions are taken back', async () => {
    let cancelled = 0;
    const broken = () => ({
      resolveTxt: () => Promise.reject(new Error('?')),
      resolve4: () => {
        throw new Error('?');
      },
      resolve6: () => new Promise<never>(() => {}),
      cancel: () => void (cancelled += 1),
    });
    assert.equal(
      await look({ resolver: broken as unknown as NonNullable<DomainProofsOptions['resolver']>, patience: soon }),
      'unreachable',
    );
    assert.equal(cancelled, 1);
  });
});
