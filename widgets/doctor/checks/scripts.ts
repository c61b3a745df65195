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

const moving = ({ url, release: name, file }: OurScript) =>
  `<script type="module" src="${url.origin}/widgets/${name}/${file}"></script>`;

/** The same for another widget: its own file beside it, unless this one is for all of them. */
const movingFor = (script: OurScript, widget: string) =>
  moving({ ...script, file: script.file.replace(/^ambassador-.+(?=\.\w+\.js)/, `ambassador-${widget}`) });

/** Whether a file brings every widget, and not one alone. */
export const isWhole = ({ file }: OurScript): boolean => !file.startsWith('ambassador-');

/** How the page loads our files: as modules, once, from one release, from the current one, with the right hash. */
export async function checkScripts({ club, version, scripts, elements }: Scene): Promise<Finding[]> {
  const current = await release(club, version.split('.', 1)[0] ?? '');
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
  // What serves all widgets is kept rather than what serves one.
  const kept = runs.find(isWhole) ?? first;
  const line = kept ? `${tagOf(kept.element)}</script>` : '';
  if (more.some((script) => isWhole(script) || script.file === first?.file))
    findings.push({
      code: 'twice',
      severity: 'advice',
      facts: { files: runs.map(({ file }) => file).join(', ') },
      line,
      place: 'html',
    });
  return [...findings, ...checkClasses(kept, line, elements, findings.length > 0)];
}

/** Who holds our tags. */
function checkClasses(
  script: OurScript | undefined,
  kept: string,
  elements: readonly HTMLElement[],
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
          line: movingFor(script, widget),
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
      line: kept,
      place: 'html',
    });
  return findings;
}

/** The widgets that a page may hold. */
export const known = ['badge', 'console', 'counter', 'signup', 'story-form', 'testimonials'];
