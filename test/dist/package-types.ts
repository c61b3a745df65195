/** The types of the package, as a site's compiler reads them: what is right compiles, what is wrong does not. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { embeddable, embedOptions, type Embeddable } from '../../api/contract/embed.ts';
import { snippetsFor } from '../../api/domain/embed/snippets.ts';
import type { Project } from '../support/package.ts';

const tsc = join(import.meta.dirname, '../../node_modules/.bin/tsc');

// A line that must not compile has an "expect error" before it, and is an error itself when it does.
const elements = `
  import { AmbassadorSignup, AmbassadorSignupRequestEvent, setClub, type SignupRequestDetail } from 'ambassador-widgets';
  import 'ambassador-widgets/kit.js';
  import badge from 'ambassador-widgets/lang/badge.fr.js';

  setClub('https://club.example');
  const signup: AmbassadorSignup = document.createElement('ambassador-signup');
  signup.open = true;
  signup.reset();
  // @ts-expect-error there is no such property
  signup.opened = true;
  // @ts-expect-error a flag is no text
  signup.compact = 'yes';
  const valid: string = badge.valid;

  signup.addEventListener('ambassador-signup-request', (event) => {
    const { firstName, page }: SignupRequestDetail = event.detail;
    const source: string | undefined = page?.utm?.source;
    console.log(firstName.length, source, event instanceof AmbassadorSignupRequestEvent, valid);
    // @ts-expect-error what only the server needs is not told
    console.log(event.detail.proof);
  });
  document.addEventListener('ambassador-counter-change', ({ detail }) => detail.members.toFixed());
  // @ts-expect-error a number is no text
  document.addEventListener('ambassador-counter-change', ({ detail }) => detail.members.trim());
  document.querySelector('ambassador-badge')?.addEventListener('ambassador-badge-state', ({ detail }) => {
    const state: 'valid' | 'ended' | 'wrong-site' | 'unknown' = detail.state;
    console.log(state);
  });
  customElements.define('club-signup', class extends AmbassadorSignup {});
`;

// Nothing but the tag is imported: its events come along.
const alone = `
  import 'ambassador-widgets/define/testimonials.js';
  const stories = document.createElement('ambassador-testimonials');
  stories.layout = 'wall';
  stories.addEventListener('ambassador-story-play', ({ detail }) => detail.story.trim());
`;

const tags = `
  import 'ambassador-widgets/jsx';
  import { createRef } from 'react';
  import type { AmbassadorTestimonials } from 'ambassador-widgets';

  const ref = createRef<AmbassadorTestimonials>();
  export const right = (
    <main>
      <ambassador-signup partner="ville" compact lang="gsw" className="join" onambassador-signup-success={({ detail }) => detail.circle.trim()}>
        <a href="/join">Join</a>
      </ambassador-signup>
      <ambassador-counter variant="figure" no-goal theme="dark" />
      <ambassador-testimonials ref={ref} limit={8} order="newest" />
      <ambassador-badge badge="x" variant="seal" id="b" />
      <ambassador-story-form open />
    </main>
  );
  // @ts-expect-error no such variant
  export const variant = <ambassador-counter variant="seal" />;
  // @ts-expect-error no such attribute
  export const attribute = <ambassador-badge bage="x" />;
  // @ts-expect-error a flag is no text
  export const flag = <ambassador-signup compact="yes" />;
  // @ts-expect-error the event has no such detail
  export const event = <ambassador-badge onambassador-badge-state={({ detail }) => detail.members} />;
`;

const components = `
  import { useRef } from 'react';
  import { AmbassadorBadge, AmbassadorCounter, AmbassadorSignup, AmbassadorStoryForm, AmbassadorTestimonials, type AmbassadorSignupProps } from 'ambassador-widgets/react';
  import type { AmbassadorSignup as Signup } from 'ambassador-widgets';

  export function Right(props: AmbassadorSignupProps) {
    const ref = useRef<Signup>(null);
    return (
      <main>
        <AmbassadorSignup {...props} partner="ville" compact ref={ref} key="a" onSignupRequest={(event) => event.preventDefault()} onSignupSuccess={({ detail }) => detail.circle.trim()}>
          <button onClick={() => ref.current?.reset()}>Again</button>
        </AmbassadorSignup>
        <AmbassadorCounter noGoal variant="line" style={{ display: 'block' }} onCounterChange={({ detail }) => detail.members.toFixed()} />
        <AmbassadorTestimonials onlyPartner limit={3} onStoryPlay={({ detail }) => detail.media.trim()} />
        <AmbassadorBadge badge="x" onBadgeState={({ detail }) => detail.state === 'valid'} />
        <AmbassadorStoryForm circle="habitants" />
      </main>
    );
  }
  // @ts-expect-error no such layout
  export const layout = <AmbassadorTestimonials layout="slider" />;
  // @ts-expect-error no such prop
  export const prop = <AmbassadorBadge bagde="x" />;
  // @ts-expect-error no such event
  export const event = <AmbassadorCounter onSignupSuccess={() => {}} />;
  // @ts-expect-error the event has no such detail
  export const detail = <AmbassadorSignup onSignupError={({ detail }) => detail.circle} />;
  // @ts-expect-error the element is another one
  export const ref = <AmbassadorBadge ref={(element: Signup | null) => void element} />;
`;

/** As much of another framework as its types for us rest upon. */
const preact = `
  export interface ClassAttributes<T> { key?: string; ref?: (element: T | null) => void }
  export interface HTMLAttributes<T> { class?: string; onClick?: (event: MouseEvent & { currentTarget: T }) => void }
  export namespace JSX { interface IntrinsicElements { div: HTMLAttributes<HTMLDivElement> } }
`;
const solid = `
  export namespace JSX {
    interface HTMLAttributes<T> { class?: string; ref?: (element: T) => void }
    interface IntrinsicElements { div: HTMLAttributes<HTMLDivElement> }
  }
`;
const others = `
  import 'ambassador-widgets/jsx/preact';
  import 'ambassador-widgets/jsx/solid';
  import type { JSX as Preact } from 'preact';
  import type { JSX as Solid } from 'solid-js';

  export const one: Preact.IntrinsicElements['ambassador-counter'] = { class: 'a', 'no-goal': true, 'onambassador-counter-change': ({ detail }) => detail.goal.toFixed() };
  export const two: Solid.IntrinsicElements['ambassador-counter'] = { class: 'a', 'no-goal': true, 'on:ambassador-counter-change': ({ detail }) => detail.goal.toFixed() };
  // @ts-expect-error no such variant
  export const three: Preact.IntrinsicElements['ambassador-counter'] = { variant: 'seal' };
  // @ts-expect-error named as another framework names it
  export const four: Solid.IntrinsicElements['ambassador-counter'] = { 'onambassador-counter-change': () => {} };
`;

/** What the club's configurator gives people who use React, with everything chosen that can be. */
function snippetOf(widget: Embeddable): string {
  const each = Object.fromEntries(embeddable.map((name) => [name, 'Vers le club'])) as Record<Embeddable, string>;
  const quote = { text: 'Ich bin do.', author: 'Odile', language: 'gsw', url: 'https://club.example/stories/abc' };
  const words = { language: 'fr', links: each, withoutScript: each, frames: each, counter: '214', badge: 'Badge', quote } as const; // prettier-ignore
  const site = { publicUrl: 'https://club.example', version: '1.0.0', major: 1, integrity: () => undefined, words };
  const values = embedOptions[widget].map((option) => {
    const chosen = option.kind === 'choice' ? option.values.at(-1) : option.kind === 'number' ? `${option.max}` : option.kind === 'flag' ? '' : 'x'; // prettier-ignore
    return [option.name, chosen ?? ''];
  });
  const attributes = Object.fromEntries(values) as Record<string, string>;
  return snippetsFor(site, { widget, partner: 'ville', language: 'de', theme: 'dark', attributes }).react;
}

/**
 * The tests of the types.
 * @param installed the project that has the package
 */
export function describeTypes(installed: () => Project): void {
  describe('has types', () => {
    let site: Project;

    before(() => {
      site = installed();
      for (const name of ['@types/react', '@types/trusted-types', 'csstype']) site.link(name);
      site.write('elements.ts', elements);
      site.write('alone.ts', alone);
      site.write('tags.tsx', tags);
      site.write('components.tsx', components);
      site.write('others.ts', others);
      for (const widget of embeddable) site.write(`snippets/${widget}.tsx`, snippetOf(widget));
      for (const [name, types] of [
        ['preact', preact],
        ['solid-js', solid],
      ] as const) {
        site.write(`node_modules/${name}/package.json`, `{ "name": "${name}", "types": "index.d.ts" }`);
        site.write(`node_modules/${name}/index.d.ts`, types);
      }
    });

    /** What the compiler finds wrong. Libraries are checked, too: a type that reached out would be found. */
    const compile = (files: string[], module = 'esnext', moduleResolution = 'bundler') => {
      const compilerOptions = { strict: true, noEmit: true, target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'], types: [], jsx: 'react-jsx', exactOptionalPropertyTypes: true, module, moduleResolution }; // prettier-ignore
      const config = site.write('tsconfig.json', JSON.stringify({ compilerOptions, files }));
      return promisify(execFile)(tsc, ['-p', config], { cwd: site.path }).then(
        () => '',
        (error: { stdout: string }) => error.stdout,
      );
    };

    test('of elements and events, as Node resolves them', async () => {
      assert.equal(await compile(['elements.ts'], 'nodenext', 'nodenext'), '');
    });

    test('of its events for whoever defines one tag', async () => {
      assert.equal(await compile(['alone.ts']), '');
    });

    test('of elements, of components for React 19, which the configurator’s own code fits, and of tags in JSX', async () => {
      const snippets = embeddable.map((widget) => `snippets/${widget}.tsx`);
      assert.equal(await compile(['elements.ts', 'tags.tsx', 'components.tsx', 'others.ts', ...snippets]), '');
    });

    test('that find a mistake where none is expected', async () => {
      site.write('wrong.tsx', tags.replaceAll(/\/\/ @ts-expect-error.*/g, ''));
      const found = await compile(['wrong.tsx']);
      assert.equal(found.match(/error TS/g)?.length, 4, found);
    });
  });
}
