/**
 * `npm run new:widget story-form`: a widget that runs, with its texts in every language, its test
 * and its demo page. It asks for the partner and greets in its name; write the real one over it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { locales, type Locale } from '../api/contract/locales.ts';

const reserved = ['internal', 'lang', 'styles'];

const greetings: Record<Locale, string> = {
  fr: 'Bonjour de la part de « ${partner} »',
  de: 'Guten Tag von „${partner}“',
  en: 'Hello from “${partner}”',
  gsw: 'Güete Tàg vu „${partner}“',
};

/** The names of a widget, from the one that its folder has. */
interface Names {
  /** `story-form`: folder, files, part of the tag. */
  kebab: string;
  /** `storyForm`: its texts. */
  camel: string;
  /** `StoryForm`: part of its classes. */
  pascal: string;
}

function namesOf(kebab: string): Names {
  const camel = kebab.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
  return { kebab, camel, pascal: camel.charAt(0).toUpperCase() + camel.slice(1) };
}

const element = ({ kebab, pascal }: Names) => `import type { PartnerView } from '../../api/contract/partner.ts';
import { paths } from '../../api/contract/paths.ts';
import {
  AmbassadorElement,
  baseStyles,
  html,
  RequestController,
  type PropertyValues,
  type TemplateResult,
} from '../core.ts';
import { Ambassador${pascal}ReadyEvent } from './${kebab}.events.ts';
import { ${namesOf(kebab).camel}Styles } from './${kebab}.styles.ts';

/**
 * @summary Greets in the name of the partner.
 * @tagname ambassador-${kebab}
 * @slot - Shown until the widget can show itself, and whenever it cannot.
 * @event {Ambassador${pascal}ReadyEvent} ambassador-${kebab}-ready - Emitted when the widget shows itself.
 * @csspart base - Everything that is drawn.
 */
export class Ambassador${pascal} extends AmbassadorElement<'${kebab}'> {
  static override readonly widget = '${kebab}';
  static override styles = [baseStyles, ${namesOf(kebab).camel}Styles];

  readonly #request = new RequestController<PartnerView>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && !this.#request.value) void this.#ask();
  }

  protected override updated(changed: PropertyValues): void {
    if (this.terms && ['partner', 'api', 'terms'].some((key) => changed.has(key))) void this.#ask();
  }

  async #ask(): Promise<void> {
    const { partner, locale: lang } = this;
    if (!partner) {
      this.warn(\`"partner" is missing. Add it, e.g. <\${this.localName} partner="…">. Nothing was sent.\`);
      return;
    }
    const view = await this.#request.run((signal) =>
      this.request(paths.partner(partner), { query: { lang }, signal }),
    );
    if (this.#request.failure) this.warnAbout(this.#request.failure);
    else if (view) this.dispatchEvent(new Ambassador${pascal}ReadyEvent({ partner }));
  }

  protected override renderContent(): TemplateResult {
    const view = this.#request.value;
    if (!view) return this.renderFallback();
    return html\`<div class="base" part="base" lang=\${this.locale}>\${this.terms.greeting(view.partner.name)}</div>\`;
  }
}
`;

const styles = ({ camel }: Names) => `import { css } from '../core.ts';

export const ${camel}Styles = css\`
  .base {
    border-block-end: 2px solid var(--_accent);
  }
\`;
`;

const events = ({
  kebab,
  pascal,
}: Names) => `/** What the page is told when the widget shows itself. Plain data: it can be cloned, stored or sent. */
export interface Ambassador${pascal}ReadyDetail {
  partner: string;
}

/** The widget shows itself. */
export class Ambassador${pascal}ReadyEvent extends Event {
  readonly detail: Ambassador${pascal}ReadyDetail;

  constructor(detail: Ambassador${pascal}ReadyDetail) {
    super('ambassador-${kebab}-ready', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ambassador-${kebab}-ready': Ambassador${pascal}ReadyEvent;
  }
}
`;

const definition = ({ kebab, pascal }: Names) => `import { define } from '../core.ts';
import { Ambassador${pascal} } from './${kebab}.ts';

define('ambassador-${kebab}', Ambassador${pascal});

declare global {
  interface HTMLElementTagNameMap {
    'ambassador-${kebab}': Ambassador${pascal};
  }
}
`;

const test = ({ kebab }: Names) => `import { expect } from '@open-wc/testing';
import type { PartnerView } from '../../api/contract/partner.ts';
import '../../widgets/${kebab}/define.ts';
import { fakeApi, json } from './shared/fake-api.ts';
import { drawn, mount, untilDrawn } from './shared/mount.ts';
import { useSourceTerms } from './shared/terms.ts';
import { runWidgetSuite } from './shared/widget-suite.ts';

const view: Pick<PartnerView, 'partner'> = { partner: { slug: 'ville', name: 'Ville de Mulhouse' } };
const answer = () => json(view);

runWidgetSuite('ambassador-${kebab}', {
  widget: '${kebab}',
  attributes: 'partner="ville"',
  answer,
  defineAgain: () => import(new URL('../../widgets/${kebab}/define.ts?again', import.meta.url).href),
});

describe('<ambassador-${kebab}>', () => {
  before(() => useSourceTerms('${kebab}'));

  it('greets in the name of the partner', async () => {
    fakeApi(answer);
    const element = await mount('<ambassador-${kebab} partner="ville"></ambassador-${kebab}>');
    await untilDrawn(element);
    expect(drawn(element)).to.contain('Ville de Mulhouse');
  });
});
`;

const demo = ({ kebab }: Names) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <link rel="stylesheet" href="/demo/widgets/demo.css" />
    <script type="module" src="/widgets/1/loader.js"></script>
    <title>ambassador-${kebab} – Ambassador Widgets</title>
  </head>
  <body>
    <main>
      <h1><code>ambassador-${kebab}</code></h1>
      <p class="stage" lang="fr">
        <ambassador-${kebab} partner="club"><a href="/">Le club des ambassadeurs</a></ambassador-${kebab}>
      </p>
      <pre><code>&lt;ambassador-${kebab} partner="ville-de-mulhouse"&gt;…&lt;/ambassador-${kebab}&gt;</code></pre>
    </main>
  </body>
</html>
`;

/**
 * Writes a new widget into a copy of the project.
 * @param root the project's folder
 * @param kebab the widget's name, without the tag's prefix
 * @returns what was written or added to, relative to the root
 * @throws when the name is not one, or is taken; nothing is written then
 */
export function createWidget(root: string, kebab: string): string[] {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(kebab))
    throw new Error(`"${kebab}" is not a name: lower-case letters, digits and single dashes, e.g. story-form.`);
  if (reserved.includes(kebab) || existsSync(join(root, 'widgets', kebab)))
    throw new Error(`widgets/${kebab} exists already. Choose another name.`);

  const names = namesOf(kebab);
  const { camel, pascal } = names;
  const folder = `widgets/${kebab}`;
  const files: Record<string, string> = {
    [`${folder}/${kebab}.ts`]: element(names),
    [`${folder}/${kebab}.styles.ts`]: styles(names),
    [`${folder}/${kebab}.events.ts`]: events(names),
    [`${folder}/define.ts`]: definition(names),
    [`test/widgets/${kebab}.test.ts`]: test(names),
    [`demo/widgets/${kebab}.html`]: demo(names),
  };

  const add = (path: string, change: (text: string) => string) => {
    files[path] = change(readFileSync(join(root, path), 'utf8'));
  };
  const before = (anchor: string, more: string) => (text: string) => {
    if (!text.includes(anchor)) throw new Error(`Found no place for the widget: "${anchor}" is missing.`);
    return text.replace(anchor, `${more}${anchor}`);
  };
  add('widgets/lang/terms.ts', (text) => {
    const section = `/** What ${kebab} says. */\nexport interface ${pascal}Terms {\n  greeting(partner: string): string;\n}\n\n`;
    const anchor = '/** Every section of a language. */';
    const entry = `  ${camel === kebab ? camel : `'${kebab}'`}: ${pascal}Terms;\n`;
    return before(anchor, section)(text).replace(/(export interface Terms \{\n(?:.*\n)*?)\}/, `$1${entry}}`);
  });
  for (const locale of locales)
    add(`widgets/lang/${locale}.ts`, (text) => {
      const section = `\nexport const ${camel}: ${pascal}Terms = {\n  greeting: (partner) => \`${greetings[locale]}\`,\n};\n`;
      return `import type { ${pascal}Terms } from './terms.ts';\n${text.trimEnd()}\n${section}`;
    });
  add('widgets/kit.ts', (text) => {
    const imported = before('\n\nexport {', `\nimport { Ambassador${pascal} } from './${kebab}/${kebab}.ts';`)(text);
    return before('];\n\n/** Milliseconds', `, Ambassador${pascal}`)(imported);
  });
  add('widgets/index.ts', (text) =>
    [
      text.trimEnd(),
      `export { Ambassador${pascal} } from './${kebab}/${kebab}.ts';`,
      `export { Ambassador${pascal}ReadyEvent } from './${kebab}/${kebab}.events.ts';`,
      `export type { Ambassador${pascal}ReadyDetail } from './${kebab}/${kebab}.events.ts';\n`,
    ].join('\n'),
  );

  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return Object.keys(files);
}

if (import.meta.main) {
  const [name] = process.argv.slice(2);
  try {
    if (!name) throw new Error('Give the widget a name: npm run new:widget -- story-form');
    for (const path of createWidget(join(import.meta.dirname, '..'), name)) console.log(path);
    console.log(
      `\nNext: npm run format, then its weight in test/dist/bundle.test.ts and its line in demo/widgets/index.html.`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
