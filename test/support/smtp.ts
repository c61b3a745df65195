/** A real mail server on loopback, well-behaved or not. */
import { createServer, type AddressInfo } from 'node:net';
import { domainToASCII } from 'node:url';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerAddress, type SMTPServerSession } from 'smtp-server';

/** What goes wrong. Nothing, unless said. Numbers are SMTP reply codes. */
export interface Behaviour {
  /** `hang`: accepts the connection and never says a word. */
  greeting?: 'hang' | number;
  /** Takes STARTTLS with a certificate that nobody trusts; otherwise it cannot encrypt. Fixed when it starts. */
  certificate?: 'bad';
  auth?: number;
  sender?: number;
  /** Decides by recipient; `[code, text]` where the text may start with an enhanced status. */
  recipient?: (address: string) => number | [code: number, text: string] | undefined;
  /** `drop`: takes the whole message, then closes the connection without an answer. */
  data?: 'drop' | 'hang' | number;
}

/** A mail as it arrived. */
export interface Arrival {
  from: string;
  /** Every RCPT TO of this transaction. */
  recipients: string[];
  raw: Buffer;
  /** False when the message was taken but not acknowledged. */
  acknowledged: boolean;
}

export interface TestSmtp {
  url: string;
  port: number;
  /** May be changed while it runs. */
  behaviour: Behaviour;
  arrivals: Arrival[];
  /** Every recipient that was ever named, accepted or not. */
  named: string[];
  /** How many connections were opened so far. */
  connections: number;
  /** The mails that arrived, read by a mail program's parser. */
  parsed(): Promise<ParsedMail[]>;
  /** Closes every open connection, as servers do with idle ones. */
  hangUp(): void;
  close(): Promise<void>;
}

const fault = (code: number, text = 'as told') => Object.assign(new Error(text), { responseCode: code });

// The server shows domains in Unicode; mails are addressed in punycode.
const ascii = ({ address }: SMTPServerAddress) => {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`;
};

/** Starts a mail server on a free port. */
export async function startSmtp(behaviour: Behaviour = {}): Promise<TestSmtp> {
  const test: TestSmtp = {
    url: '',
    port: 0,
    behaviour,
    arrivals: [],
    named: [],
    connections: 0,
    parsed: () => Promise.all(test.arrivals.map(({ raw }) => simpleParser(raw, { skipTextToHtml: true }))),
    hangUp: () => server.connections.forEach(({ _socket }) => _socket.destroy()),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    disabledCommands: behaviour.certificate ? [] : ['STARTTLS'],
    disableReverseLookup: true,
    // Behaviours name the enhanced status themselves when they want one.
    hideENHANCEDSTATUSCODES: true,
    closeTimeout: 20,
    onConnect(_session, done) {
      test.connections++;
      const { greeting } = test.behaviour;
      if (greeting === 'hang') return;
      done(greeting === undefined ? null : fault(greeting));
    },
    onAuth(_auth, _session, done) {
      const { auth } = test.behaviour;
      if (auth === undefined) done(null, { user: 'club' });
      else done(fault(auth));
    },
    onMailFrom(_address, _session, done) {
      const { sender } = test.behaviour;
      done(sender === undefined ? null : fault(sender));
    },
    onRcptTo(address, _session, done) {
      test.named.push(ascii(address));
      const answer = test.behaviour.recipient?.(ascii(address));
      const [code, text] = typeof answer === 'number' ? [answer] : (answer ?? []);
      done(code === undefined ? null : fault(code, text));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { data } = test.behaviour;
        const acknowledged = data === undefined;
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
        const recipients = session.envelope.rcptTo.map(ascii);
        if (typeof data !== 'number')
          test.arrivals.push({ from, recipients, raw: Buffer.concat(chunks), acknowledged });
        if (data === 'drop') hangUpOn(session);
        else if (data !== 'hang') done(acknowledged ? null : fault(data!));
      });
    },
  });
  const hangUpOn = ({ id }: SMTPServerSession) => {
    for (const connection of server.connections) if (connection.session.id === id) connection._socket.destroy();
  };
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.port = (server.server.address() as AddressInfo).port;
  test.url = `smtp://127.0.0.1:${test.port}`;
  return test;
}

/** The address of a mail server that is not there: connections are refused. */
export async function refusingSmtp(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `smtp://127.0.0.1:${port}`;
}
