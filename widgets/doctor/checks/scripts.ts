import type { Finding } from '../finding.ts';
import { tagOf, type OurScript, type Release, type Scene } from '../scene.ts';

/** One answer of each release, while the doctor is at work. */
async function release(club: string, name: string): Promise<Release | undefined> {
  try {
    const response = await fetch(`${club}/widgets/${name}/manifest.json`, { credentials: 'omit' });
    return response.ok ? ((await response.json()) as Release) : undefined;
  } catch {
    return undefined;
  }
}

/** The tag of a file of the release that is current. */
function pinned(club: string, { version, files }: Release, file: string): string {
  const name = Object.hasOwn(files, file) ? file : 'loader.js';
  const integrity = files[name]?.integrity ?? '';
  return `<script type="module" src="${club}/widgets/${version}/${name}" integrity="${integrity}" crossorigin="anonymous"></script>`;
}

const tag = (origin: string, name: string, file: string) =>
  `<script type="module" src="${origin}/widgets/${name}/${file}"></script>`;

const moving = ({ url, release: name, file }: OurScript) => tag(url.origin, name, file);

/** The part of a release that never changes. */
const major = (version: string) => version.split('.', 1)[0] ?? '';

/** What defines a tag: the script that is there, when it is one for all widgets; else the widget's own file beside it. */
function definer(script: OurScript, widget: string): OurScript {
  const [, language] = /^ambassador-[a-z-]+\.([a-z]+)\.js$/.exec(script.file) ?? [];
  return language ? { ...script, file: `ambassador-${widget}.${language}.js` } : script;
}

/** Not for one widget alone. */
const isWhole = ({ file }: OurScript) => !file.startsWith('ambassador-');

/** How the page loads our files: as modules, once, from one release, from the current one, with the right hash. */
export async function checkScripts(scene: Scene): Promise<Finding[]> {
  const { club, version, scripts } = scene;
  const current = await release(club, major(version));
  const findings: Finding[] = [];
  const runs = scripts.filter(({ file }) => file !== 'frame.js');
  for (const script of runs) {
    const { element, file, release: name } = script;
    const facts = { file, version: name, current: current?.version ?? '' };
    if (element.type !== 'module')
      findings.push({ code: 'module', severity: 'broken', facts, line: moving(script), place: 'html' });
    if (!current) continue;
    const line = pinned(club, current, file);
    if (!name.includes('.')) continue;
    const own = name === current.version ? current : await release(club, name);
    if (!own || !Object.hasOwn(own.files, file))
      findings.push({ code: 'gone', severity: 'broken', facts, line, place: 'html' });
    else if (element.integrity && !element.integrity.split(/\s+/).includes(own.files[file]?.integrity ?? ''))
      findings.push({ code: 'integrity', severity: 'broken', facts, line: pinned(club, own, file), place: 'html' });
    else if (name !== current.version)
      findings.push({ code: 'version', severity: 'advice', facts, line, place: 'html' });
  }
  const [first, ...more] = runs;
  const wholes = more.filter((script) => isWhole(script) || script.file === first?.file);
  if (first && wholes.length)
    findings.push({
      code: 'twice',
      severity: 'advice',
      facts: { files: runs.map(({ file }) => file).join(', ') },
      line: `${tagOf((runs.find(isWhole) ?? first).element)}</script>`,
      place: 'html',
    });
  return [...findings, ...checkClasses(scene, runs, findings.length > 0)];
}

/** Who holds our tags. */
function checkClasses(
  { club, version, elements }: Scene,
  [script]: readonly OurScript[],
  explained: boolean,
): Finding[] {
  const findings: Finding[] = [];
  const versions = new Set<string>();
  for (const name of new Set(elements.map(({ localName }) => localName))) {
    const holder = customElements.get(name);
    const widget = name.slice('ambassador-'.length);
    if (!holder) {
      if (script && !explained && known.includes(widget))
        findings.push({
          code: 'unloaded',
          severity: 'broken',
          facts: { tag: name },
          line: moving(definer(script, widget)),
          place: 'html',
        });
    } else if ('ambassadorVersion' in holder) versions.add(String(holder.ambassadorVersion));
    else
      findings.push({
        code: 'taken',
        severity: 'broken',
        facts: { tag: name },
        line: `customElements.define('${name}', …)`,
        place: 'script',
      });
  }
  if (versions.size > 1)
    findings.push({
      code: 'versions',
      severity: 'advice',
      facts: { versions: [...versions].join(', ') },
      line: tag(club, major(version), 'loader.js'),
      place: 'html',
    });
  return findings;
}

/** The widgets that a page may hold. */
export const known = ['badge', 'console', 'counter', 'signup', 'story-form', 'testimonials'];
