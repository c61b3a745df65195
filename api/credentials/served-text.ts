const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * JSON as it is served and baked. What means something in HTML and XML is written as JSON's own escapes: the value
 * is the same, no `]]>` ends the CDATA it may sit in, and readers that decode `&…;` in what they fetch find none.
 */
export function servedText(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029\ufffe\uffff]/g, escaped);
}
