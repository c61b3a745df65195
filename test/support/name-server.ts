/** A name server on this machine (RFC 1035), asked over UDP by Node's own resolver. */
import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';

/** What a name has. A list of lists is one text in pieces. `fails`: the server says that it cannot tell. */
export interface NameRecords {
  addresses?: string[];
  texts?: (string | string[])[];
}
export type NameAnswer = NameRecords | 'fails' | 'silent';

export interface NameServer {
  /** Names and what they have; all others do not exist. Another answer may be given every time. */
  names: Map<string, NameAnswer | (() => NameAnswer)>;
  /** Every question: `A shop.example`. */
  asked: string[];
  resolver(): Resolver;
  close(): Promise<void>;
}

const types: Record<number, string> = { 1: 'A', 16: 'TXT', 28: 'AAAA' };

export async function startNameServer(): Promise<NameServer> {
  const names: NameServer['names'] = new Map();
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (question, { port, address }) => {
    const { name, type, end } = readQuestion(question);
    asked.push(`${type} ${name}`);
    const known = names.get(name);
    const answer = typeof known === 'function' ? known() : known;
    if (answer !== 'silent') socket.send(reply(question.subarray(0, end), type, answer), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    names,
    asked,
    resolver() {
      const resolver = new Resolver({ timeout: 3000, tries: 1 });
      resolver.setServers([`127.0.0.1:${socket.address().port}`]);
      return resolver;
    },
    close: () => new Promise((resolve) => socket.close(resolve)),
  };
}

function readQuestion(packet: Buffer) {
  const labels: string[] = [];
  let at = 12;
  for (let length = packet[at]!; length > 0; length = packet[at]!) {
    labels.push(packet.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: types[packet.readUInt16BE(at + 1)] ?? '?', end: at + 5 };
}

function reply(question: Buffer, type: string, answer: Exclude<NameAnswer, 'silent'> | undefined): Buffer {
  const data = answer === undefined || answer === 'fails' ? [] : dataOf(answer, type);
  const head = Buffer.from(question);
  const code = answer === undefined ? 3 : answer === 'fails' ? 2 : 0;
  head.writeUInt16BE(0x8180 | code, 2);
  head.writeUInt16BE(data.length, 6);
  head.fill(0, 8, 12);
  const records = data.map((bytes) => {
    const record = Buffer.alloc(12);
    record.writeUInt16BE(0xc00c, 0);
    record.writeUInt16BE(Number(Object.keys(types).find((number) => types[Number(number)] === type)), 2);
    record.writeUInt16BE(1, 4);
    record.writeUInt16BE(bytes.length, 10);
    return Buffer.concat([record, bytes]);
  });
  return Buffer.concat([head, ...records]);
}

function dataOf({ addresses = [], texts = [] }: NameRecords, type: string): Buffer[] {
  if (type === 'A') {
    return addresses.filter((one) => !isIPv6(one)).map((one) => Buffer.from(one.split('.').map(Number)));
  }
  if (type === 'AAAA') return addresses.filter(isIPv6).map(bytesOf);
  if (type !== 'TXT') return [];
  return texts.map((text) =>
    Buffer.concat(
      [text].flat().flatMap((piece) => [Buffer.from([Buffer.byteLength(piece)]), Buffer.from(piece, 'utf8')]),
    ),
  );
}

/** The sixteen bytes of an address. The parser of addresses knows every spelling. */
function bytesOf(address: string): Buffer {
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = (part: string) => part.split(':').filter((group) => group !== '');
  const missing = 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(missing).fill('0'), ...groups(tail)];
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex');
}
