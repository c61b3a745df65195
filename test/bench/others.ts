/**
 * What other projects let webmasters paste into their pages, from the packages they publish: the code that their
 * documentation gives, their files compressed as a good host would, and in place of their services answers that
 * are there at once. What their frames would load beyond that is not counted.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { storyText } from './stories.ts';

/** What somebody else's page has in it, and what is there once it shows itself. */
export interface Other {
  name: string;
  markup: string;
  shown: string;
}

export interface Others {
  all: readonly Other[];
  close(): Promise<void>;
}

interface File {
  type: string;
  content: Buffer;
}

const script = 'text/javascript; charset=utf-8';
const frame = '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>-</title></head><body>-</body></html>';

/** A file of a package. */
const read = (resolved: string) => readFileSync(fileURLToPath(resolved), 'utf8');

/** One file of a component that is published for bundlers: what it imports is in it. */
async function bundled(resolved: string): Promise<string> {
  const input = fileURLToPath(resolved);
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: input, formats: ['es'] },
      rolldownOptions: { output: { minify: true } },
      reportCompressedSize: false,
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  return outputs.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
}

/** Their files and frames by address. `self` stands for where they are served from. */
async function files(self: string): Promise<Map<string, File>> {
  const theirs: [path: string, type: string, text: string][] = [
    ['/signup-form.min.js', script, read(import.meta.resolve('@tryghost/signup-form/umd/signup-form.min.js'))],
    // The address of its own style sheets is written into it.
    [
      '/embed.js',
      script,
      read(import.meta.resolve('@typeform/embed/build/embed.js')).replaceAll(
        'https://embed.typeform.com/next/css/',
        `${self}/css/`,
      ),
    ],
    ['/css/widget.css', 'text/css', read(import.meta.resolve('@typeform/embed/build/css/widget.css'))],
    [
      '/swiper-element-bundle.min.js',
      script,
      // Made for script tags, and so not among what the package exports.
      read(new URL('swiper-element-bundle.min.js', import.meta.resolve('swiper/element')).href),
    ],
    ['/giscus.js', script, await bundled(import.meta.resolve('giscus'))],
    ['/to/form', 'text/html', frame],
    ['/fr/widget', 'text/html', frame],
  ];
  // Quality 11 is the most that there is, and the default.
  return new Map(theirs.map(([path, type, text]) => [path, { type, content: brotliCompressSync(text) }]));
}

function pages(self: string): Other[] {
  const slides = Array.from({ length: 12 }, (_, i) => `<swiper-slide><p>${storyText(i)}</p></swiper-slide>`).join('');
  return [
    {
      name: '@tryghost/signup-form',
      markup: `<div style="min-height: 58px; max-width: 440px; margin: 0 auto; width: 100%"><script
        src="${self}/signup-form.min.js" data-button-color="#FF1A75" data-button-text-color="#FFFFFF"
        data-site="${self}/" data-locale="fr" async></script></div>`,
      shown: 'iframe',
    },
    {
      name: '@typeform/embed',
      markup: `<div data-tf-widget="form" data-tf-domain="${self}"></div><script src="${self}/embed.js"></script>`,
      shown: 'iframe',
    },
    {
      name: 'swiper (element)',
      markup: `<script src="${self}/swiper-element-bundle.min.js"></script>
        <swiper-container slides-per-view="1" navigation="true" pagination="true">${slides}</swiper-container>`,
      shown: 'swiper-container >>> .swiper-initialized',
    },
    {
      name: 'giscus',
      markup: `<script type="module" src="${self}/giscus.js"></script>
        <giscus-widget id="comments" host="${self}" repo="ville/site" repoid="R_1" category="General" categoryid="D_1"
        mapping="pathname" lang="fr" loading="lazy"></giscus-widget>`,
      shown: 'giscus-widget >>> iframe:not(.loading)',
    },
  ];
}

/** Serves all of them from one origin on this machine. */
export async function openOthers(): Promise<Others> {
  let served = new Map<string, File>();
  const server = createServer((request, response) => {
    const file = served.get(new URL(request.url ?? '/', 'http://others').pathname);
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': file.type,
      'content-encoding': 'br',
      'content-length': file.content.length,
      'cache-control': 'public, max-age=604800',
      'access-control-allow-origin': '*',
    });
    response.end(file.content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const self = `http://localhost:${(server.address() as AddressInfo).port}`;
  served = await files(self);
  return {
    all: pages(self),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
