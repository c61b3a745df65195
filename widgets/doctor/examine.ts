import { version } from '../../api/contract/version.ts';
import { bare } from '../internal/dom.ts';
import type { DoctorTerms } from '../lang/doctor/terms.ts';
import { checkElements } from './checks/elements.ts';
import { checkGlobals } from './checks/globals.ts';
import { checkLooks } from './checks/looks.ts';
import { askClub } from './checks/network.ts';
import { checkPolicy } from './checks/policy.ts';
import { checkScripts, isWhole, known } from './checks/scripts.ts';
import {
  checkNames,
  severities,
  type Advice,
  type CheckName,
  type Finding,
  type FindingCode,
  type Report,
} from './finding.ts';
import { look, pageHeader, pause, type Scene } from './scene.ts';

/** Which check a finding belongs to: what has none is well. */
const partOf: Readonly<Record<FindingCode, CheckName>> = {
  csp: 'policy', 'trusted-types': 'policy', mixed: 'network', blocked: 'network', unreachable: 'network',
  origin: 'partner', 'partner-unknown': 'partner', 'partner-paused': 'partner', 'partner-missing': 'partner',
  module: 'scripts', unloaded: 'scripts', integrity: 'scripts', gone: 'scripts', version: 'scripts',
  versions: 'scripts', twice: 'scripts', taken: 'scripts', tag: 'elements', unclosed: 'elements',
  fallback: 'elements', attribute: 'elements', flag: 'elements', value: 'elements', ids: 'elements', lang: 'elements',
  hidden: 'looks', squeezed: 'looks', contrast: 'looks', polluted: 'globals', clobbered: 'globals',
}; // prettier-ignore

/** Examines the page: every check once, what blocks first. */
export async function examine(club: string, terms: DoctorTerms): Promise<Report> {
  const header = await pageHeader();
  let scene = look(club, version, header);
  await settled(scene);
  const fill = (partner: string) => say(terms.request, { origin: location.origin, partner });
  const answers = await askClub(scene, fill);
  const scripts = await checkScripts(scene);
  // The questions themselves may have been refused: now the browser has told by which policy.
  scene = look(club, version, header);
  const findings = [
    ...checkPolicy(scene),
    ...answers.findings.map((finding) =>
      finding.code === 'partner-paused' ? { ...finding, line: say(terms.resume, finding.facts) } : finding,
    ),
    ...scripts,
    ...checkElements(scene, answers.circles, terms.fallbacks),
    ...checkLooks(scene),
    ...checkGlobals(),
  ];
  // What is broken for a reason that is named is not also said to be merely not there.
  const isExplained = findings.some(({ code, severity }) => severity === 'broken' && code !== 'unloaded');
  const advice = unique(findings)
    .filter(({ code }) => code !== 'unloaded' || !isExplained)
    .map((finding) => withWords(finding, terms))
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const unwell = new Set(advice.map(({ code }) => partOf[code]));
  // Nobody has said that a partner is known, when the club could not be asked.
  if (!answers.reached) for (const name of ['network', 'partner', 'scripts'] as const) unwell.add(name);
  return bare({
    version,
    page: location.origin + location.pathname,
    findings: advice,
    well: checkNames.filter((name) => !unwell.has(name)),
  });
}

/** A sentence with its facts. Only own facts: a page may have given every object others. */
export function say(sentence: string, facts: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (braces, name: string) =>
    Object.hasOwn(facts, name) ? (facts[name] ?? '') : braces,
  );
}

function withWords(finding: Finding, terms: DoctorTerms): Advice {
  const [title, means] = terms.findings[finding.code];
  const { ratio } = finding.facts;
  const facts = bare({ ...finding.facts, ...(ratio && { ratio: ratio.replace('.', terms.decimal) }) });
  return bare({ ...finding, title: say(title, facts), means: say(means, facts), where: terms.places[finding.place] });
}

/** The same thing with the same remedy is said once, however often it stands on the page. */
function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.code} ${finding.line}`, finding])).values()];
}

/** Waits until the page is there and its widgets have had their time: what is still missing then, stays missing. */
async function settled({ elements, scripts }: Scene): Promise<void> {
  if (document.readyState !== 'complete')
    await Promise.race([pause(4000), new Promise((done) => addEventListener('load', done, { once: true }))]);
  const drawn = elements.map(async (element) => {
    if (!known.includes(element.localName.slice('ambassador-'.length))) return;
    await customElements.whenDefined(element.localName);
    for (let looks = 30; looks && !element.shadowRoot?.querySelector('.base'); looks--) await pause(60);
  });
  // A form below what is seen waits for its visitor: so do we, but not as long. What brings every
  // widget brings them after the page, each as late as the loader itself gives up.
  await Promise.race([Promise.all(drawn), pause(scripts.some(isWhole) ? 8000 : 1800)]);
}
