/**
 * A style sheet, made once and adopted by every element that lists it in `static styles`. Always a
 * constructed one: a `<style>` element would be refused where a page's policy says `style-src 'none'`.
 */
export function css(strings: TemplateStringsArray): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(strings[0] as string);
  return sheet;
}
