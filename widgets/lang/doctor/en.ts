import type { DoctorTerms } from './terms.ts';

export const en: DoctorTerms = {
  decimal: '.',
  title: 'Widget check-up',
  looking: 'Looking at the page…',
  one: 'One thing to mend',
  some: '{count} things to mend',
  well: 'All is well',
  wellMeans: 'Nothing on this page is in the widgets’ way.',
  checked: 'In order',
  places: {
    policy: 'In the Content-Security-Policy, replace or add this directive:',
    html: 'In the page’s HTML:',
    css: 'In the page’s style sheet:',
    club: 'To send to the club:',
    script: 'Where it can be mended:',
  },
  severities: { broken: 'Blocks', harmed: 'Harms', advice: 'Advice' },
  checks: {
    policy: 'The security policy lets through what is needed',
    network: 'The club answers',
    partner: 'Partner and address of this page are known',
    scripts: 'One version, current and intact',
    elements: 'Tags, attributes, language and fallback',
    looks: 'Visible and readable (4.5:1)',
    globals: 'No other script bends the browser',
  },
  copy: 'Copy',
  copied: 'Copied',
  selected: 'Selected',
  again: 'Check again',
  report: 'Copy the report',
  close: 'Close the check-up',
  request: 'Hello, please add {origin} to the addresses of the partner “{partner}”.',
  resume: 'Hello, the partner “{partner}” is paused. Can it go on at {origin}?',
  fallbacks: {
    signup: 'Become an ambassador',
    testimonials: 'Read the stories',
    badge: 'Check this badge',
    counter: 'Visit the club',
    'story-form': 'Tell my story',
  },
  findings: {
    csp: [
      'The security policy blocks “{directive}”',
      'The browser refuses these requests of the widget. Visitors see the fallback only, or half a widget.',
    ],
    'trusted-types': [
      'The policy “lit-html” is not allowed',
      'The page limits Trusted Types. Without this one, no widget can draw itself.',
    ],
    mixed: [
      'The club’s address begins with http',
      'A page on https cannot read anything by http. The widget stays with its fallback.',
    ],
    blocked: [
      'An extension blocks the club',
      '{origin} answers, but the widget’s question is stopped in this browser. Other visitors may have the same extension; they see the fallback.',
    ],
    unreachable: [
      'The club cannot be reached',
      '{origin} does not answer. Visitors see the fallback. Check the attribute “api” and your connection.',
    ],
    origin: [
      'This address is not the partner’s',
      'The club does not know {origin} for “{partner}”: sign-ups are refused here.',
    ],
    'partner-unknown': [
      'The partner “{partner}” is unknown',
      'Check the short name that the club gave you. Nothing can be sent from here.',
    ],
    'partner-paused': [
      'The partner “{partner}” is paused',
      'The club has suspended its widgets. Visitors see the fallback.',
    ],
    'partner-missing': ['“partner” is missing on <{tag}>', 'Without a partner’s name, the form does not show.'],
    module: [
      'type="module" is missing on {file}',
      'The browser reads this script the old way and stops at its first line. Nothing shows.',
    ],
    unloaded: ['<{tag}> is not loaded', 'No script of the page has defined this tag. Visitors see the fallback.'],
    integrity: ['The hash of {file} is wrong', 'The browser refuses a file that does not match “integrity”.'],
    gone: ['{file} {version} does not exist', 'This address leads to no file of the club. Nothing shows.'],
    version: [
      'Version {version} is not the latest',
      'It goes on working. Version {current} brings corrections and new texts.',
    ],
    versions: ['Several versions on the page: {versions}', 'The first to arrive serves everywhere. Keep one script.'],
    twice: [
      'The script is loaded more than once',
      'Nothing breaks, but visitors download too much: {files}. Keep this line alone.',
    ],
    taken: [
      'Another script has taken <{tag}>',
      'A page cannot have two definitions. Ours steps back and the fallback stays. Find and remove this code:',
    ],
    tag: ['There is no <{tag}>', 'The tag is probably <{right}>. Visitors see only what is in it.'],
    unclosed: [
      '<{tag}> is not closed',
      'Everything after it in the page then belongs to it, and may disappear. A slash in the tag does not close it.',
    ],
    fallback: [
      '<{tag}> is empty',
      'When the script is blocked, slow or refused, visitors see nothing. A real link always stays.',
    ],
    attribute: ['Unknown attribute “{name}”', '<{tag}> ignores it. Did you mean “{right}”?'],
    flag: ['“{name}="{value}"” means yes', 'The attribute counts by being there. For no, remove it.'],
    value: ['“{name}="{value}"” is not a known value', '<{tag}> ignores it. The nearest is “{right}”.'],
    ids: [
      'The id “{id}” is there twice',
      'Links and labels for <{tag}> lead to the first of the two. Rename the second.',
    ],
    lang: [
      'The page does not say its language',
      'Screen readers guess it, and the widgets speak French. It is also a criterion of accessibility (WCAG 3.1.1).',
    ],
    hidden: ['<{tag}> cannot be seen', 'The page’s style sheet hides it ({by}). No visitor sees it.'],
    squeezed: [
      'The frame is squeezed to {width} px',
      'A rule of the page limits the width of frames. The widget in it cannot be read.',
    ],
    contrast: [
      'Too little contrast: {ratio}:1',
      'In <{tag}>, “{words}” is hard to read (4.5:1 is needed, WCAG 1.4.3).',
    ],
    polluted: [
      'A script adds “{name}” to every object',
      'Our widgets guard against it, other scripts may not. Mend that script, or delete after it:',
    ],
    clobbered: [
      'An element is named “{name}”',
      'It hides document.{name} from other scripts. Our widgets guard against it. Rename it.',
    ],
  },
};
