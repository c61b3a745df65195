/** The club's mark: ambassadors declare their flame to the city. Thirty-two units high. */

const outer =
  'M12.6 0c.9 5.2-1.4 8-3.9 11C6.2 14 3.6 16.7 3.6 21.2 3.6 27.3 7.6 32 12.4 32s8.6-4.3 8.6-10c0-3.6-1.5-6.7-3.4-9.2-.3 1.9-1.1 3.3-2.4 4.3C15.6 10.8 15.4 4.7 12.6 0Z';
const inner = 'M12.5 17.5c.4 2.5-3.3 3.9-3.3 7.4 0 2.5 1.5 4.3 3.3 4.3s3.3-1.7 3.3-4.2c0-3-2.6-4.2-3.3-7.5Z';

/** Both paths, and the middle of their box: it is what stands in the middle of a circle. */
export const flamePaths = { outer, inner, middle: { x: 12.3, y: 16 }, height: 32 } as const;

/** The club's flame, so high in pixels. */
export function flame(x: number, y: number, size: number, fill: string, core: string): string {
  return `<g transform="translate(${x} ${y}) scale(${size / 32})"><path d="${outer}" fill="${fill}"/><path d="${inner}" fill="${core}"/></g>`;
}
