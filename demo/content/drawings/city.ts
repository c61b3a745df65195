/** What stands in the city, from its foot up: every building is drawn at the origin and grows to the top. */
import { circle, ellipse, group, ink, line, path, rect, repeat } from './ink.ts';

/** A factory chimney with its rings. */
export const chimney = (x: number, base: number, height: number, fill: string = ink.brick): string =>
  group(
    `translate(${x} ${base})`,
    path(`M-13 0L-8 ${-height}H8L13 0Z`, fill),
    path(`M0 0L1 ${-height}H8L13 0Z`, ink.brown, 'opacity="0.18"'),
    rect(-11, -height - 9, 22, 11, fill),
    rect(-9, -height + 22, 18, 5, ink.cream, 'opacity="0.75"'),
    rect(-9.5, -height + 34, 19, 5, ink.cream, 'opacity="0.75"'),
  );

/** The tower with three faces, of which one sees two, and its crown that turned. */
export const tower = (x: number, base: number, height: number): string =>
  group(
    `translate(${x} ${base})`,
    rect(-30, -height, 34, height, ink.cream),
    rect(4, -height, 24, height, ink.peach),
    repeat(Math.floor((height - 30) / 15), (row) =>
      [
        rect(-25, -height + 40 + row * 15, 24, 6, ink.pine, 'opacity="0.75"'),
        rect(8, -height + 40 + row * 15, 16, 6, ink.brown, 'opacity="0.55"'),
      ].join(''),
    ),
    path(`M-40 ${-height}L-34 ${-height + 26}H32L38 ${-height}Z`, ink.red),
    rect(-40, -height - 8, 78, 9, ink.brown),
    rect(-18, -height - 24, 32, 17, ink.brick),
    line(`M-2 ${-height - 24}V${-height - 70}`, ink.brown, 3),
  );

/** The temple with its stone spire, slender and green with age. */
export const temple = (x: number, base: number, height: number): string =>
  group(
    `translate(${x} ${base})`,
    rect(-24, -height * 0.46, 48, height * 0.46, ink.peach),
    rect(2, -height * 0.46, 22, height * 0.46, ink.brick, 'opacity="0.5"'),
    path(`M-24 ${-height * 0.46}L0 ${-height}L24 ${-height * 0.46}Z`, ink.pine),
    path(`M0 ${-height}L24 ${-height * 0.46}H3Z`, ink.night, 'opacity="0.3"'),
    repeat(2, (side) => path(`M${side ? 17 : -31} ${-height * 0.44}l7 -46l7 46Z`, ink.pine)),
    path(`M-8 0V${-height * 0.2}A8 10 0 0 1 8 ${-height * 0.2}V0Z`, ink.brown),
    circle(0, -height * 0.35, 9, ink.brown),
    circle(0, -height * 0.35, 5, ink.ochre),
    rect(24, -height * 0.3, 130, height * 0.3, ink.peach),
    path(`M20 ${-height * 0.3}L40 ${-height * 0.47}H140L160 ${-height * 0.3}Z`, ink.brick),
    repeat(4, (index) =>
      path(
        `M${40 + index * 28} ${-height * 0.05}v${-height * 0.13}a7 9 0 0 1 14 0v${height * 0.13}Z`,
        ink.brown,
        'opacity="0.75"',
      ),
    ),
  );

/** A house with a gable to the street. */
export const house = (
  x: number,
  base: number,
  width: number,
  height: number,
  wall: string,
  roof: string = ink.red,
): string => {
  const rows = Math.max(1, Math.floor((height - 20) / 44));
  const columns = Math.max(1, Math.floor(width / 36));
  const gap = width / columns;
  return group(
    `translate(${x} ${base})`,
    rect(0, -height, width, height, wall),
    path(`M-8 ${-height}L${width / 2} ${-height - width * 0.52}L${width + 8} ${-height}Z`, roof),
    path(
      `M${width / 2} ${-height - width * 0.52}L${width + 8} ${-height}H${width / 2 + 6}Z`,
      ink.brown,
      'opacity="0.2"',
    ),
    repeat(rows * columns, (index) => {
      const left = (index % columns) * gap + gap / 2 - 7;
      const top = -height + 14 + Math.floor(index / columns) * 44;
      return rect(left, top, 14, 22, (index * 7) % 5 === 2 ? ink.ochre : ink.brown, 'rx="2"');
    }),
  );
};

/** The saw-toothed roof of a mill. */
export const mill = (x: number, base: number, teeth: number): string =>
  group(
    `translate(${x} ${base})`,
    rect(0, -60, teeth * 46, 60, ink.brick),
    repeat(teeth, (index) => path(`M${index * 46} -60V-92L${index * 46 + 46} -60Z`, ink.brown)),
    repeat(teeth, (index) => path(`M${index * 46 + 4} -64V-84L${index * 46 + 14} -77V-64Z`, ink.ochre)),
    repeat(teeth * 2, (index) => rect(index * 23 + 5, -44, 13, 26, ink.cream, 'opacity="0.85"')),
  );

/** The tower of the old wall, with its hood. */
export const bollwerk = (x: number, base: number, size: number): string =>
  group(
    `translate(${x} ${base}) scale(${size})`,
    path('M-62 0L-54 -190H54L62 0Z', ink.peach),
    path('M8 0L8 -190H54L62 0Z', ink.brick, 'opacity="0.55"'),
    repeat(9, (index) => rect(-50 + ((index * 37) % 82), -24 - index * 18, 17, 7, ink.brick, 'opacity="0.55"')),
    rect(-64, -206, 128, 20, ink.brown),
    path('M-70 -204L-14 -318H14L70 -204Z', ink.red),
    path('M4 -318H14L70 -204H12Z', ink.brown, 'opacity="0.25"'),
    line('M0 -318V-352', ink.brown, 4),
    path('M0 -352h26l-8 7l8 7H0Z', ink.ochre),
    path('M-15 0V-52A15 18 0 0 1 15 -52V0Z', ink.brown),
    rect(-34, -140, 9, 34, ink.brown),
    rect(26, -140, 9, 34, ink.brown),
    rect(-4, -150, 9, 34, ink.ochre),
  );

/** The tram, on its rails, seen from the side. */
export const tram = (x: number, base: number, size = 1): string =>
  group(
    `translate(${x} ${base}) scale(${size})`,
    repeat(3, (car) =>
      group(
        `translate(${car * 236} 0)`,
        path(
          car === 0
            ? 'M0 -20C0 -84 26 -128 66 -128H226V-20Z'
            : car === 2
              ? 'M0 -20V-128H160C200 -128 226 -84 226 -20Z'
              : 'M0 -20V-128H226V-20Z',
          ink.ochre,
        ),
        rect(0, -48, 226, 10, ink.red),
        ...(car === 0
          ? [path('M14 -62C20 -92 36 -112 66 -112H70V-62Z', ink.night)]
          : car === 2
            ? [path('M212 -62C206 -92 190 -112 160 -112H156V-62Z', ink.night)]
            : []),
        repeat(car === 1 ? 3 : 2, (index) =>
          rect((car === 0 ? 82 : 12) + index * 70, -112, 58, 50, ink.night, 'rx="6"'),
        ),
        repeat(car === 1 ? 3 : 2, (index) =>
          path(`M${(car === 0 ? 82 : 12) + index * 70 + 6} -66l26 -42h14l-26 42Z`, ink.sky, 'opacity="0.55"'),
        ),
        circle(56, -14, 15, ink.brown),
        circle(170, -14, 15, ink.brown),
        circle(56, -14, 6, ink.peach),
        circle(170, -14, 6, ink.peach),
      ),
    ),
    rect(226, -120, 10, 96, ink.brown),
    rect(462, -120, 10, 96, ink.brown),
    line('M340 -128L372 -156L340 -184', ink.brown, 5),
    line('M300 -186H384', ink.brown, 5),
  );

/** A round tree. */
export const tree = (x: number, base: number, size: number, fill: string = ink.pine): string =>
  group(
    `translate(${x} ${base}) scale(${size})`,
    rect(-4, -46, 8, 46, ink.brown),
    ellipse(0, -72, 34, 40, fill),
    path('M0 -112A34 40 0 0 1 0 -32A52 60 0 0 0 0 -112Z', ink.night, 'opacity="0.22"'),
  );

/** The rounded mountains in the west, one behind the other. */
export const hills = (width: number, top: number, base: number): string =>
  [
    path(
      `M0 ${base}V${top + 46}C${width * 0.14} ${top - 12} ${width * 0.22} ${top + 8} ${width * 0.36} ${top + 40}S${width * 0.6} ${top - 34} ${width * 0.76} ${top + 16}S${width * 0.94} ${top + 18} ${width} ${top + 4}V${base}Z`,
      ink.sage,
    ),
    path(
      `M0 ${base}V${top + 84}C${width * 0.2} ${top + 38} ${width * 0.3} ${top + 86} ${width * 0.5} ${top + 66}S${width * 0.86} ${top + 40} ${width} ${top + 82}V${base}Z`,
      ink.pine,
      'opacity="0.75"',
    ),
  ].join('');
