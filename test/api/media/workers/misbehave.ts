/** A decoding process that goes wrong in the way that the name of its input asks for. */
import { basename } from 'node:path';
import { writeFileSync } from 'node:fs';

interface Task {
  input: string;
  output: string;
}

const ways: Record<string, (task: Task) => void> = {
  hang: () => void setInterval(() => undefined, 1000),
  spin: () => {
    for (;;);
  },
  die: () => process.kill(process.pid, 'SIGSEGV'),
  swell: () => {
    const held: Buffer[] = [];
    setInterval(() => held.push(Buffer.alloc(20_000_000, 1)), 5);
  },
  exit: () => process.exit(0),
  babble: () => process.send!({ made: 'nonsense' }),
  lie: ({ output }) => {
    writeFileSync(`${output}/480.webp`, 'x');
    const file = { role: 'image', name: '../../secret', type: 'text/html', width: 1, height: 1 };
    process.send!({ made: { width: 1, height: 1, duration: null, placeholder: '#000000', files: [file] } });
  },
  snoop: ({ input, output }) => {
    writeFileSync(`${output}/480.webp`, JSON.stringify({ env: process.env, input, cwd: process.cwd() }));
    const file = { role: 'image', name: '480.webp', type: 'text/html', width: 1, height: 1 };
    process.send!({ made: { width: 1, height: 1, duration: null, placeholder: '#000000', files: [file] } }, () =>
      process.exit(0),
    );
  },
  escape: ({ output }) => {
    const tries: [string, () => unknown][] = [
      ['read', () => process.getBuiltinModule('fs').readFileSync('/etc/passwd')],
      ['write', () => process.getBuiltinModule('fs').writeFileSync(`${output}/../elsewhere`, 'x')],
      ['spawn', () => process.getBuiltinModule('child_process').execFileSync('/bin/true')],
    ];
    const done = tries.filter(([, attempt]) => {
      try {
        attempt();
        return true;
      } catch {
        return false;
      }
    });
    writeFileSync(`${output}/480.webp`, JSON.stringify(done.map(([name]) => name)));
    const file = { role: 'image', name: '480.webp', type: 'image/webp', width: 1, height: 1 };
    process.send!({ made: { width: 1, height: 1, duration: null, placeholder: '#000000', files: [file] } }, () =>
      process.exit(0),
    );
  },
};

process.once('message', (task: Task) => ways[basename(task.input)]?.(task));
