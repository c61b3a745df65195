import type { PartnerView } from '../../../api/contract/partner.ts';
import { widgetPaths } from '../../../api/contract/paths.ts';
import type { Finding, FindingCode } from '../finding.ts';
import { corrected } from '../policy.ts';
import { apiOf, tagOf, type Scene } from '../scene.ts';

/** What the club answered about the partners of this page. */
export interface Answers {
  findings: Finding[];
  /** Whether the club could be asked at all. */
  reached: boolean;
  /** The circles that it knows. */
  circles: string[];
}

const codes: Readonly<Record<string, FindingCode>> = {
  partner_unknown: 'partner-unknown',
  partner_paused: 'partner-paused',
  origin_not_allowed: 'origin',
};

/** Asks the club about each partner that is named, once: the same question as the widgets ask. */
export async function askClub(scene: Scene, request: (partner: string) => string): Promise<Answers> {
  const findings: Finding[] = [];
  const circles = new Set<string>();
  const asked = new Map<string, HTMLElement | undefined>();
  for (const element of scene.elements) {
    const partner = element.getAttribute('partner');
    const api = apiOf(element, scene.club);
    if (partner) asked.set(`${api}${widgetPaths.partner(partner)}`, element);
    else if (/-(?:signup|story-form)$/.test(element.localName))
      findings.push({
        code: 'partner-missing',
        severity: 'broken',
        facts: { tag: element.localName },
        line: tagOf(element, { partner: '…' }),
        place: 'html',
      });
  }
  if (!asked.size) asked.set(`${scene.club}/v1/counter`, undefined);
  let reached = true;
  for (const [url, element] of asked) {
    const partner = element?.getAttribute('partner') ?? '';
    const answer = await ask(url);
    if (!answer) {
      reached = false;
      findings.push(...(await unreached(scene, url, element)));
      continue;
    }
    for (const circle of (answer as Partial<PartnerView>).circles ?? []) circles.add(circle.id);
    const code = codes[(answer as { code?: string }).code ?? ''];
    if (!code) continue;
    const facts = { partner, origin: location.origin };
    const line = code === 'partner-unknown' && element ? tagOf(element, { partner: '…' }) : request(partner);
    findings.push({ code, severity: 'broken', facts, line, place: code === 'partner-unknown' ? 'html' : 'club' });
  }
  return { findings, reached, circles: [...circles] };
}

async function ask(url: string): Promise<object | undefined> {
  try {
    const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'strict-origin' });
    const answer: unknown = await response.json();
    return typeof answer === 'object' && answer ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** Why the club cannot be asked. A page's policy is told of elsewhere; here, what no policy explains. */
async function unreached({ policies }: Scene, url: string, element: HTMLElement | undefined): Promise<Finding[]> {
  if (policies.some((policy) => corrected(policy, [{ directive: 'connect-src', url }], location.origin))) return [];
  const { origin } = new URL(url);
  // Only "api" can say so: a script by http would not run here.
  if (location.protocol === 'https:' && url.startsWith('http:') && element)
    return [
      {
        code: 'mixed',
        severity: 'broken',
        facts: { origin },
        line: tagOf(element, { api: origin.replace('http:', 'https:') }),
        place: 'html',
      },
    ];
  // The page itself can be had, the club's script could: then something in between refuses the question alone.
  const isThere = await fetch(`${origin}/healthz`, { mode: 'no-cors', cache: 'no-store' }).then(
    () => true,
    () => false,
  );
  const code = isThere ? 'blocked' : 'unreachable';
  return [
    {
      code,
      severity: 'broken',
      facts: { origin },
      line: isThere ? `@@||${new URL(url).host}^` : `curl -I ${url}`,
      place: 'script',
    },
  ];
}
