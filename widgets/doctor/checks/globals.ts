import { bare, findAll } from '../../internal/dom.ts';
import type { Finding } from '../finding.ts';
import { tagOf } from '../scene.ts';

/** What other scripts and names of elements have done to what every script stands on. */
export function checkGlobals(): Finding[] {
  return [
    ...Object.keys(Object.prototype).map((name): Finding => ({
      code: 'polluted',
      severity: 'advice',
      facts: bare({ name }),
      line: `delete Object.prototype[${JSON.stringify(name)}];`,
      place: 'script',
    })),
    ...[...findAll('img[name], form[name], embed[name], object[name], object[id], iframe[name]')].flatMap(
      (element): Finding[] => {
        const attribute = element.hasAttribute('name') ? 'name' : 'id';
        const name = Element.prototype.getAttribute.call(element, attribute) ?? '';
        if (!(name in Document.prototype)) return [];
        const facts = bare({ name, tag: element.localName });
        return [
          {
            code: 'clobbered',
            severity: 'advice',
            facts,
            line: tagOf(element, { [attribute]: `my-${name}` }),
            place: 'html',
          },
        ];
      },
    ),
  ];
}
