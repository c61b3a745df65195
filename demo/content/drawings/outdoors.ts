/** Pictures of the open air. */
import { bollwerk, chimney, hills, house, mill, temple, tower, tram, tree } from './city.ts';
import { chance, circle, ellipse, group, ink, line, over, path, rect, repeat, type Drawing } from './ink.ts';

/** The city in the evening, from the mills to the mountains. */
export function skyline(): Drawing {
  const height = 800;
  const ground = 700;
  return {
    width: 1200,
    height,
    body: [
      rect(0, 0, 1200, height, ink.peach),
      rect(0, 0, 1200, 230, ink.ochre, 'opacity="0.55"'),
      rect(0, 230, 1200, 110, ink.ochre, 'opacity="0.28"'),
      circle(820, 330, 150, ink.red),
      over(circle(830, 336, 150, ink.ochre, 'opacity="0.55"')),
      line('M60 150c60 -26 90 26 150 0s90 -20 140 4', ink.cream, 9),
      line('M900 110c50 -20 76 20 126 0s70 -14 110 4', ink.cream, 9),
      hills(1200, 430, ground),
      chimney(110, ground, 320),
      chimney(236, ground, 250, ink.red),
      chimney(1010, ground, 290),
      chimney(1120, ground, 350, ink.red),
      mill(30, ground, 7),
      house(356, ground, 76, 130, ink.cream),
      temple(478, ground, 430),
      house(622, ground, 70, 156, ink.peach, ink.pine),
      house(702, ground, 84, 118, ink.cream),
      tower(850, ground, 460),
      house(896, ground, 66, 150, ink.ochre),
      mill(964, ground, 6),
      repeat(9, (index) => tree(40 + index * 140, ground + 8, 0.62 + (index % 3) * 0.16)),
      rect(0, ground, 1200, 100, ink.pine),
      over(rect(0, ground, 1200, 100, 'url(#hatch)', 'opacity="0.28"')),
      line(`M0 ${ground + 66}H1200`, ink.cream, 3, 'opacity="0.7" stroke-dasharray="34 20"'),
    ].join(''),
  };
}

/** A garden of the workers' city in June: beans, cabbages, sunflowers, and the little house behind the hedge. */
export function garden(): Drawing {
  const next = chance(1853);
  const sunflower = (x: number, base: number, height: number) =>
    group(
      `translate(${x} ${base})`,
      line(`M0 0C6 ${-height / 2} -6 ${-height * 0.7} 0 ${-height}`, ink.pine, 8),
      path(`M0 ${-height * 0.4}c34 -34 58 -24 70 -8c-24 20 -48 22 -70 8Z`, ink.sage),
      path(`M0 ${-height * 0.56}c-34 -34 -58 -24 -70 -8c24 20 48 22 70 8Z`, ink.sage),
      repeat(14, (index) =>
        group(`translate(0 ${-height}) rotate(${(index * 360) / 14})`, ellipse(0, -44, 11, 26, ink.ochre)),
      ),
      circle(0, -height, 28, ink.brown),
      circle(-5, -height - 5, 17, ink.brick, 'opacity="0.7"'),
    );
  const cabbage = (x: number, y: number) =>
    group(
      `translate(${x} ${y})`,
      ellipse(0, 0, 46, 34, ink.pine),
      ellipse(-12, -6, 30, 25, ink.sage),
      ellipse(14, -6, 27, 24, ink.sage),
      circle(0, -12, 20, ink.mist),
      line('M0 -30V6M0 -10l-13 -9M0 -4l14 -10', ink.pine, 3),
    );
  const poles = (x: number, base: number) =>
    group(
      `translate(${x} ${base})`,
      line('M-44 0L8 -310M44 0L-8 -310', ink.brown, 8),
      repeat(7, (index) => {
        const side = index % 2 ? 1 : -1;
        const y = -34 - index * 38;
        return (
          path(
            `M${side * (34 - index * 4)} ${y}c${side * 26} -22 ${side * 46} -8 ${side * 50} 6c${side * -20} 18 ${side * -42} 12 ${side * -50} -6Z`,
            ink.pine,
          ) + circle(side * (14 - index), y + 12, 8, index % 3 ? ink.brick : ink.cream)
        );
      }),
    );
  return {
    width: 900,
    height: 1200,
    body: [
      rect(0, 0, 900, 560, ink.mist),
      circle(690, 190, 92, ink.ochre),
      over(circle(698, 196, 92, ink.peach, 'opacity="0.5"')),
      line('M70 170c50 -22 78 22 128 0s70 -14 104 4', ink.cream, 10),
      chimney(610, 560, 330),
      rect(160, 296, 350, 300, ink.cream),
      rect(400, 296, 110, 300, ink.peach, 'opacity="0.6"'),
      path('M130 306L335 132L540 306Z', ink.red),
      path('M335 132L540 306H352Z', ink.brown, 'opacity="0.2"'),
      rect(424, 150, 40, 82, ink.brick),
      repeat(2, (index) =>
        group(
          `translate(${212 + index * 146} 350)`,
          rect(0, 0, 78, 104, ink.brown, 'rx="3"'),
          rect(6, 6, 30, 44, ink.sky),
          rect(42, 6, 30, 44, ink.sky),
          rect(6, 56, 30, 42, ink.sky),
          rect(42, 56, 30, 42, ink.sky),
          rect(-26, 0, 24, 104, ink.pine),
          rect(80, 0, 24, 104, ink.pine),
          rect(-8, 104, 94, 14, ink.brick),
          repeat(5, (flower) => circle(2 + flower * 18, 100 - (flower % 2) * 7, 10, flower % 2 ? ink.red : ink.peach)),
        ),
      ),
      circle(335, 244, 22, ink.brown),
      repeat(26, (index) => circle(index * 36, 566 - next(0, 26), next(36, 52), ink.pine)),
      rect(0, 560, 900, 640, ink.brick),
      over(rect(0, 560, 900, 640, 'url(#hatch)', 'opacity="0.12"')),
      path('M400 1200L438 560H500L590 1200Z', ink.paper),
      over(path('M400 1200L438 560H500L590 1200Z', 'url(#dots)', 'opacity="0.2"')),
      repeat(3, (row) => repeat(3, (column) => cabbage(60 + column * 118 - row * 8, 720 + row * 108))),
      poles(660, 800),
      poles(800, 830),
      repeat(4, (row) => line(`M${560 + row * 22} ${930 + row * 66}H900`, ink.brown, 5, 'opacity="0.35"')),
      repeat(12, (index) => {
        const x = 610 + (index % 6) * 54 + (index > 5 ? 16 : 0);
        const y = 936 + Math.floor(index / 6) * 66;
        return line(
          `M${x} ${y}c-8 -22 -22 -24 -26 -36M${x} ${y}c0 -26 2 -34 4 -46M${x} ${y}c8 -22 20 -26 26 -34`,
          ink.sage,
          6,
        );
      }),
      sunflower(84, 1180, 330),
      sunflower(196, 1220, 240),
      group(
        'translate(690 1122)',
        path('M-64 -66H64L54 54H-54Z', ink.pine),
        ellipse(0, -66, 64, 16, ink.night),
        line('M58 -20C112 -30 116 -92 150 -112', ink.pine, 18),
        path('M134 -130l44 16l-12 26l-40 -20Z', ink.pine),
        line('M-50 -74C-40 -150 40 -150 50 -74', ink.pine, 13),
        rect(-58, -20, 116, 12, ink.ochre),
      ),
    ].join(''),
  };
}

/** The tram under its arches. For the film it moves from left to right, and the sun rises: `at` goes from 0 to 1. */
export function tramRide(at = 0.5): Drawing {
  const ground = 560;
  return {
    width: 1200,
    height: 800,
    body: [
      rect(0, 0, 1200, 800, ink.mist),
      rect(0, 0, 1200, 560, ink.peach, `opacity="${(0.75 * (1 - at) ** 2).toFixed(3)}"`),
      rect(0, 0, 1200, 180, ink.sky, 'opacity="0.55"'),
      circle(250, 460 - at * 520, 84, ink.cream),
      hills(1200, 330, ground),
      house(20, ground, 110, 190, ink.peach),
      house(142, ground, 92, 240, ink.cream, ink.pine),
      house(246, ground, 120, 180, ink.ochre),
      chimney(404, ground, 330),
      house(430, ground, 96, 220, ink.cream),
      temple(584, ground, 420),
      house(752, ground, 116, 200, ink.peach, ink.pine),
      tower(930, ground, 400),
      house(980, ground, 100, 176, ink.cream),
      house(1092, ground, 120, 230, ink.ochre),
      rect(0, ground, 1200, 240, ink.brick),
      over(rect(0, ground, 1200, 240, 'url(#hatch)', 'opacity="0.15"')),
      rect(0, ground + 96, 1200, 18, ink.brown, 'opacity="0.75"'),
      rect(0, ground + 130, 1200, 110, ink.sage),
      over(rect(0, ground + 130, 1200, 110, 'url(#dots)', 'opacity="0.22"')),
      tram(-800 + at * 2060, ground + 108, 1.08),
      repeat(3, (index) => {
        const x = 60 + index * 500;
        return (
          line(`M${x} ${ground + 220}V330A110 110 0 0 1 ${x + 220} 330V${ground + 220}`, ink.cream, 26) +
          line(
            `M${x} ${ground + 220}V330A110 110 0 0 1 ${x + 220} 330V${ground + 220}`,
            ink.red,
            26,
            'stroke-dasharray="26 26" style="stroke-linecap:butt"',
          )
        );
      }),
    ].join(''),
  };
}

/** The tower of the old wall by night, with its moon. */
export function watchtower(): Drawing {
  const next = chance(1390);
  return {
    width: 900,
    height: 1200,
    body: [
      rect(0, 0, 900, 1200, ink.night),
      repeat(60, () =>
        circle(next(0, 900), next(0, 700), next(1.5, 4), ink.cream, `opacity="${next(0.4, 1).toFixed(2)}"`),
      ),
      circle(660, 250, 118, ink.ochre),
      circle(612, 226, 104, ink.night),
      path('M0 1200V880C160 830 300 900 460 866S760 820 900 872V1200Z', ink.pine),
      house(20, 930, 150, 210, ink.brick, ink.brown),
      house(186, 930, 120, 270, ink.peach, ink.red),
      house(640, 930, 130, 240, ink.brick, ink.brown),
      house(782, 930, 150, 190, ink.peach, ink.red),
      bollwerk(470, 980, 1.95),
      rect(0, 930, 900, 270, ink.brown),
      over(rect(0, 930, 900, 270, 'url(#hatch)', 'opacity="0.5"')),
      bollwerk(470, 980, 1.95),
      path('M380 1200L446 980H494L620 1200Z', ink.peach, 'opacity="0.55"'),
      repeat(2, (index) =>
        group(
          `translate(${index ? 736 : 196} 1080)`,
          line('M0 0V-190', ink.night, 9),
          circle(0, -206, 78, ink.ochre, 'opacity="0.16"'),
          path('M-20 -190L-14 -232H14L20 -190Z', ink.ochre),
          path('M-24 -232L0 -258L24 -232Z', ink.night),
        ),
      ),
    ].join(''),
  };
}

/** A white bear, its ice and its water. */
export function bear(): Drawing {
  return {
    width: 1200,
    height: 900,
    body: [
      rect(0, 0, 1200, 900, ink.sky),
      circle(930, 200, 104, ink.brick),
      over(circle(940, 206, 104, ink.ochre, 'opacity="0.6"')),
      path('M0 520L130 330L250 430L370 250L560 520Z', ink.cream),
      path('M370 250L560 520H420Z', ink.mist),
      path('M130 330L190 520H90Z', ink.mist),
      path('M760 520L900 380L1010 450L1110 360L1200 470V520Z', ink.cream),
      path('M1110 360L1200 470V520H1060Z', ink.mist),
      rect(0, 520, 1200, 380, ink.pine),
      repeat(9, (index) =>
        line(
          `M${((index * 263) % 1150) - 40} ${560 + index * 38}c30 -16 56 16 86 0s56 -12 80 2`,
          ink.sky,
          6,
          'opacity="0.6"',
        ),
      ),
      path('M120 700L210 600H900L1080 690L1010 780H240Z', ink.cream),
      path('M120 700L240 780H1010L1080 690L1010 730H250Z', ink.sky),
      group(
        'translate(300 320) scale(1.22)',
        path(
          'M20 250C10 190 16 128 60 92C108 54 190 56 262 62C300 64 330 44 362 26C382 12 402 10 416 22C424 6 446 8 446 28C470 44 486 74 492 92C498 106 484 118 462 116C438 116 420 124 404 144C392 168 384 196 384 250H340C336 214 330 196 322 186C280 200 210 200 170 186C150 204 146 222 148 250H104C100 226 96 210 88 198C74 212 66 228 66 250Z',
          ink.paper,
        ),
        path(
          'M66 250H20C10 190 16 128 60 92C40 140 44 186 88 198C74 212 66 228 66 250ZM340 250C336 214 330 196 322 186C352 178 374 160 404 144C392 168 384 196 384 250Z',
          ink.peach,
          'opacity="0.45"',
        ),
        circle(430, 66, 6, ink.brown),
        ellipse(486, 92, 10, 8, ink.brown),
        line('M478 106C468 110 458 108 452 104', ink.brown, 4),
        circle(432, 24, 7, ink.peach),
      ),
      path('M330 632h520c-60 26 -420 30 -520 0Z', ink.brown, 'opacity="0.16"'),
    ].join(''),
  };
}
