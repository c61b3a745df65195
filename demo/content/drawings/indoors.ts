/** Pictures of tables, walls, cloth and water. */
import { chance, circle, ellipse, group, ink, line, over, path, rect, repeat, type Drawing } from './ink.ts';

/** A stall of the market under its awning. */
export function market(): Drawing {
  const next = chance(1908);
  const crate = (x: number, y: number, fruit: string, leaf: string) =>
    group(
      `translate(${x} ${y})`,
      repeat(14, (index) => {
        const row = Math.floor(index / 5);
        return circle(26 + (index % 5) * 44 + (row % 2) * 18, -8 - row * 26, 25, index % 4 === 3 ? leaf : fruit);
      }),
      repeat(9, () => circle(next(20, 210), next(-58, -16), 5, ink.cream, 'opacity="0.7"')),
      rect(0, 0, 234, 78, ink.ochre),
      rect(0, 24, 234, 7, ink.brown, 'opacity="0.4"'),
      rect(0, 52, 234, 7, ink.brown, 'opacity="0.4"'),
      rect(10, 0, 12, 78, ink.brown, 'opacity="0.45"'),
      rect(212, 0, 12, 78, ink.brown, 'opacity="0.45"'),
      path('M82 16h70v38h-70Z', ink.cream),
      line('M94 30h46M94 42h28', ink.brown, 4),
    );
  return {
    width: 1000,
    height: 1000,
    body: [
      rect(0, 0, 1000, 1000, ink.mist),
      path('M0 0H1000V210H0Z', ink.sky, 'opacity="0.6"'),
      repeat(6, (index) => line(`M${100 + index * 160} 0L${40 + index * 180} 240`, ink.pine, 6, 'opacity="0.5"')),
      rect(70, 250, 22, 700, ink.brown),
      rect(908, 250, 22, 700, ink.brown),
      repeat(10, (index) => {
        const x = 20 + index * 96;
        return path(`M${x + 24} 190H${x + 104}L${x + 96} 400a48 42 0 0 1 -96 0Z`, index % 2 ? ink.cream : ink.red);
      }),
      over(path('M44 190H970L980 250H20Z', ink.brown, 'opacity="0.18"')),
      rect(120, 330 + 100, 760, 130, ink.pine, 'opacity="0.35"'),
      repeat(6, (index) =>
        group(
          `translate(${190 + index * 124} 424)`,
          line('M0 0V44', ink.brown, 4),
          repeat(5, (bulb) =>
            ellipse(
              (bulb % 2 ? 15 : -15) * (bulb === 4 ? 0 : 1),
              56 + bulb * 17,
              19,
              17,
              index % 2 ? ink.peach : ink.cream,
            ),
          ),
        ),
      ),
      crate(90, 700, ink.red, ink.brick),
      crate(384, 700, ink.ochre, ink.peach),
      crate(676, 700, ink.sage, ink.pine),
      rect(60, 760, 880, 26, ink.brown),
      rect(60, 786, 880, 214, ink.brick),
      over(rect(60, 786, 880, 214, 'url(#hatch)', 'opacity="0.22"')),
      crate(150, 880, ink.brick, ink.red),
      crate(430, 880, ink.pine, ink.sage),
      group(
        'translate(800 850)',
        path('M-70 -60H70L52 96H-52Z', ink.peach),
        repeat(4, (index) =>
          line(`M${-62 + index * 4} ${-40 + index * 32}H${62 - index * 4}`, ink.brown, 5, 'opacity="0.5"'),
        ),
        line('M-56 -60C-50 -150 50 -150 56 -60', ink.brown, 11),
        path('M-46 -64c6 -60 30 -96 46 -110c6 34 2 70 -10 110Z', ink.sage),
        path('M6 -64c-2 -50 18 -90 40 -104c6 40 0 70 -12 104Z', ink.pine),
      ),
    ].join(''),
  };
}

/** Cotton, printed by hand: flowers, leaves and seeds in three colours. */
export function cloth(): Drawing {
  const flower = (x: number, y: number, size: number, turn: number) =>
    group(
      `translate(${x} ${y}) rotate(${turn}) scale(${size})`,
      line('M0 8C16 60 -10 90 14 142', ink.pine, 7),
      path('M10 70c36 -40 70 -30 86 -12c-30 30 -62 34 -86 12Z', ink.sage),
      line('M16 70c24 -10 44 -12 66 -12', ink.pine, 3),
      path('M-2 104c-36 -34 -64 -22 -78 -4c28 24 56 26 78 4Z', ink.sage),
      line('M-8 102c-22 -8 -38 -8 -58 -4', ink.pine, 3),
      repeat(8, (index) =>
        group(`rotate(${index * 45})`, path('M0 0C-30 -30 -24 -66 0 -78C24 -66 30 -30 0 0Z', ink.red)),
      ),
      over(
        repeat(8, (index) =>
          group(
            `rotate(${index * 45 + 5}) translate(3 3)`,
            path('M0 -18C-14 -36 -10 -54 0 -60C10 -54 14 -36 0 -18Z', ink.peach),
          ),
        ),
      ),
      circle(0, 0, 19, ink.ochre),
      repeat(8, (index) => group(`rotate(${index * 45 + 22})`, circle(0, -11, 3.5, ink.brown))),
    );
  const seeds = (x: number, y: number) =>
    group(
      `translate(${x} ${y})`,
      repeat(6, (index) =>
        group(`rotate(${index * 60})`, line('M0 -8V-28', ink.pine, 4), circle(0, -34, 8, ink.ochre)),
      ),
      circle(0, 0, 8, ink.red),
    );
  return {
    width: 900,
    height: 1200,
    body: [
      rect(0, 0, 900, 1200, ink.cream),
      repeat(20, (index) => {
        const x = (index % 4) * 250 + (Math.floor(index / 4) % 2) * 125 + 20;
        const y = Math.floor(index / 4) * 262 + 60;
        return flower(x, y, 1, index % 2 ? 14 : -12) + seeds(x + 125, y + 20);
      }),
      path('M900 700C780 760 700 900 640 1200H900Z', ink.brown, 'opacity="0.28"'),
      path('M900 740C800 800 730 930 680 1200H900Z', ink.paper),
      path('M900 740C800 800 730 930 680 1200H720C766 960 830 840 900 790Z', ink.peach),
      line('M892 764C812 822 748 950 702 1196', ink.red, 4, 'stroke-dasharray="14 12"'),
      group(
        'translate(812 1066) rotate(-18)',
        rect(-74, -40, 148, 80, ink.cream),
        rect(-74, -40, 148, 80, 'none', `stroke="${ink.brown}" stroke-width="4"`),
        line('M-50 -12h100M-50 12h62', ink.brown, 5),
        circle(54, 14, 10, ink.red),
      ),
    ].join(''),
  };
}

/** A cabinet of the museum: every drawer has its year, and in the open one lies every blue. */
export function drawers(): Drawing {
  const blues = [ink.sky, ink.mist, ink.pine, ink.night, ink.water];
  const drawer = (column: number, row: number) =>
    group(
      `translate(${64 + column * 260} ${70 + row * 150})`,
      rect(0, 0, 252, 134, ink.brick, 'rx="6"'),
      rect(10, 10, 232, 114, ink.peach, 'rx="4" opacity="0.55"'),
      path('M92 34h68v32h-68Z', ink.cream),
      line('M102 44h48M102 56h30', ink.brown, 4),
      line('M104 92C104 110 148 110 148 92', ink.ochre, 8),
    );
  const swatch = (index: number) => {
    const [ground, mark] = [
      blues[index % 5]!,
      blues[(index * 2 + 1) % 5 === index % 5 ? (index + 2) % 5 : (index * 2 + 1) % 5]!,
    ];
    const motifs = [
      repeat(9, (dot) => circle(26 + (dot % 3) * 44, 30 + Math.floor(dot / 3) * 48, 10, mark)),
      repeat(5, (stripe) => rect(0, 12 + stripe * 32, 140, 13, mark)),
      repeat(4, (leaf) =>
        group(
          `translate(${40 + (leaf % 2) * 62} ${52 + Math.floor(leaf / 2) * 74}) rotate(${leaf * 40})`,
          path('M0 24C-20 8 -18 -18 0 -32C18 -18 20 8 0 24Z', mark),
        ),
      ),
      repeat(16, (seed) =>
        group(
          `translate(${20 + (seed % 4) * 34} ${22 + Math.floor(seed / 4) * 40}) rotate(45)`,
          rect(-7, -7, 14, 14, mark),
        ),
      ),
    ];
    return group(
      `translate(${88 + (index % 5) * 147} ${840 + Math.floor(index / 5) * 182}) rotate(${((index * 7) % 5) - 2})`,
      rect(5, 6, 136, 164, ink.brown, 'opacity="0.3"'),
      rect(0, 0, 136, 164, ground),
      `<svg width="136" height="164" viewBox="0 0 136 164">${motifs[index % 4]}</svg>`,
    );
  };
  return {
    width: 900,
    height: 1200,
    body: [
      rect(0, 0, 900, 1200, ink.pine),
      rect(44, 44, 812, 640, ink.brown, 'rx="10"'),
      repeat(12, (index) => drawer(index % 3, Math.floor(index / 3))),
      path('M30 690H870L900 1200H0Z', ink.night, 'opacity="0.55"'),
      path('M44 700H856L884 1200H16Z', ink.brick),
      path('M84 770H816L838 1200H62Z', ink.paper),
      over(path('M84 770H816L812 800H88Z', ink.brown, 'opacity="0.28"')),
      path('M372 716h156v40h-156Z', ink.cream),
      line('M390 730h96M390 744h120', ink.brown, 4),
      repeat(10, swatch),
    ].join(''),
  };
}

/** The old town hall, where half of the columns are paint. */
export function townHall(): Drawing {
  const bay = (x: number) =>
    group(
      `translate(${x} 0)`,
      rect(0, 300, 118, 150, ink.brown, 'rx="2"'),
      rect(8, 308, 48, 134, ink.sky),
      rect(62, 308, 48, 134, ink.sky),
      line('M8 352h102M8 398h102', ink.brown, 4),
      path('M-10 296L59 258L128 296Z', ink.ochre),
      rect(-14, 450, 146, 16, ink.ochre),
    );
  return {
    width: 1200,
    height: 900,
    body: [
      rect(0, 0, 1200, 900, ink.sky),
      line('M70 110c50 -22 78 22 128 0s70 -14 104 4', ink.cream, 10),
      path('M110 220L210 60H990L1090 220Z', ink.pine),
      repeat(9, (row) =>
        repeat(22, (column) =>
          row * 17 < 150
            ? path(
                `M${150 + column * 42 + (row % 2) * 21} ${80 + row * 17}a11 9 0 0 0 22 0Z`,
                (row + column) % 4 ? ink.sage : ink.ochre,
              )
            : '',
        ),
      ),
      path('M110 220L210 60H0V220ZM1090 220L990 60H1200V220Z', ink.sky),
      rect(140, 216, 920, 590, ink.brick),
      over(rect(140, 216, 920, 590, ink.peach, 'opacity="0.55"')),
      rect(120, 206, 960, 26, ink.ochre),
      rect(120, 232, 960, 8, ink.brown, 'opacity="0.5"'),
      repeat(6, (index) => {
        const x = 150 + index * 174;
        return (
          rect(x, 240, 34, 250, ink.cream) +
          rect(x + 22, 240, 12, 250, ink.brown, 'opacity="0.28"') +
          rect(x - 8, 240, 50, 14, ink.ochre) +
          rect(x - 8, 478, 50, 14, ink.ochre)
        );
      }),
      repeat(5, (index) => bay(201 + index * 174)),
      rect(140, 496, 920, 34, ink.cream),
      repeat(15, (index) => path(`M${156 + index * 60} 504h44l-8 18h-28Z`, index % 2 ? ink.red : ink.pine)),
      repeat(4, (index) => {
        const x = [196, 352, 746, 902][index]!;
        return (
          path(`M${x} 700V604a50 50 0 0 1 100 0V700Z`, ink.brown) +
          path(`M${x + 10} 690V606a40 40 0 0 1 80 0V690Z`, ink.sky) +
          line(`M${x + 50} 566V690M${x + 10} 630h80`, ink.brown, 5)
        );
      }),
      // The double stair, and the door under its little roof.
      path('M516 660V560H684V660Z', ink.night),
      path('M536 660V584a64 50 0 0 1 128 0V660Z', ink.red),
      line('M600 548V660', ink.brown, 5),
      path('M488 560L600 486L712 560Z', ink.pine),
      rect(506, 552, 14, 118, ink.cream),
      rect(680, 552, 14, 118, ink.cream),
      path('M300 806L500 660H700L900 806Z', ink.paper),
      path('M700 660L900 806H780L640 700Z', ink.brown, 'opacity="0.18"'),
      line('M300 776L496 632H704L900 776', ink.brown, 9),
      repeat(9, (index) =>
        line(
          `M${318 + index * 23} ${764 - index * 16.6}v34M${882 - index * 23} ${764 - index * 16.6}v34`,
          ink.brown,
          4,
        ),
      ),
      repeat(7, (index) =>
        line(
          `M${340 + index * 26} ${790 - index * 18}h520`.replace('h520', `h${520 - index * 52}`),
          ink.brown,
          2,
          'opacity="0.3"',
        ),
      ),
      path('M552 806V744a48 44 0 0 1 96 0V806Z', ink.night),
      // The grimacing stone on its chain.
      group(
        'translate(1012 560)',
        line('M0 -64V-34', ink.brown, 5),
        path('M-38 -30C-30 -46 30 -46 38 -30C50 0 40 40 0 52C-40 40 -50 0 -38 -30Z', ink.mist),
        circle(-14, -6, 8, ink.brown),
        circle(14, -6, 8, ink.brown),
        path('M-20 14C-8 26 8 26 20 14L14 34C6 40 -6 40 -14 34Z', ink.brown),
        path('M-6 26H8L4 46C2 50 -2 50 -4 46Z', ink.red),
      ),
      rect(0, 806, 1200, 94, ink.ochre),
      over(rect(0, 806, 1200, 94, 'url(#dots)', 'opacity="0.3"')),
      repeat(4, (index) =>
        line(`M0 ${822 + index * 24}H1200`, ink.brown, 3, 'opacity="0.25" stroke-dasharray="60 14"'),
      ),
    ].join(''),
  };
}

/** Fried carp, lemon, chips and a glass, from above. */
export function carp(): Drawing {
  const next = chance(1648);
  return {
    width: 1200,
    height: 900,
    body: [
      rect(0, 0, 1200, 900, ink.red),
      repeat(13, (index) => rect(index * 100, 0, 50, 900, ink.cream, 'opacity="0.28"')),
      repeat(10, (index) => rect(0, index * 100, 1200, 50, ink.cream, 'opacity="0.28"')),
      ellipse(572, 476, 402, 330, ink.brown, 'opacity="0.22"'),
      ellipse(560, 456, 400, 330, ink.cream),
      ellipse(560, 456, 372, 304, 'none', `stroke="${ink.pine}" stroke-width="7"`),
      ellipse(560, 456, 296, 238, ink.paper),
      repeat(5, (index) =>
        group(
          `translate(${392 + index * 66} ${396 + (index % 2) * 34}) rotate(${-24 + index * 11})`,
          path(
            'M-46 -104C-8 -122 40 -108 52 -66C60 -10 44 60 6 112C-40 80 -62 10 -60 -50C-58 -76 -54 -94 -46 -104Z',
            ink.brick,
          ),
          path(
            'M-34 -86C-4 -100 28 -90 38 -58C44 -10 32 44 4 86C-28 56 -46 6 -46 -42C-44 -64 -40 -78 -34 -86Z',
            ink.ochre,
          ),
          line('M-4 -84C-10 -30 -2 30 4 74', ink.brick, 5),
          repeat(4, (bone) => line(`M-6 ${-56 + bone * 30}l-24 12M-2 ${-56 + bone * 30}l26 8`, ink.brick, 4)),
          repeat(7, () => circle(next(-30, 24), next(-70, 60), 4, ink.peach)),
        ),
      ),
      repeat(18, (index) =>
        group(
          `translate(${next(420, 720)} ${next(560, 668)}) rotate(${next(0, 180).toFixed(0)})`,
          rect(-44, -9, 88, 18, index % 3 ? ink.ochre : ink.peach, 'rx="4"'),
          rect(-44, 3, 88, 6, ink.brick, 'opacity="0.4" rx="3"'),
        ),
      ),
      group(
        'translate(792 420) rotate(20)',
        circle(0, 0, 58, ink.ochre),
        circle(0, 0, 48, ink.cream),
        repeat(8, (index) =>
          group(`rotate(${index * 45})`, path('M0 -6L14 -42A44 44 0 0 0 -14 -42Z', ink.ochre, 'opacity="0.85"')),
        ),
      ),
      group(
        'translate(318 566)',
        repeat(6, (index) =>
          group(
            `rotate(${index * 60 + 10})`,
            path('M0 0C-18 -16 -14 -40 0 -48C14 -40 18 -16 0 0Z', index % 2 ? ink.pine : ink.sage),
          ),
        ),
      ),
      group(
        'translate(1040 230)',
        circle(8, 10, 96, ink.brown, 'opacity="0.22"'),
        circle(0, 0, 96, ink.mist),
        circle(0, 0, 78, ink.ochre),
        circle(-14, -12, 56, ink.cream, 'opacity="0.45"'),
        line('M-50 -38A64 64 0 0 1 -18 -60', ink.cream, 9),
      ),
      group(
        'translate(1044 600) rotate(8)',
        rect(-10, -120, 20, 330, ink.mist, 'rx="10"'),
        path('M-36 -240H-24V-150H-16V-240H-4V-150H4V-240H16V-150H24V-240H36V-130C36 -96 -36 -96 -36 -130Z', ink.mist),
      ),
      group(
        'translate(84 520) rotate(-6)',
        path('M-8 -300C30 -230 34 -130 14 -60H-12Z', ink.mist),
        rect(-12, -66, 24, 280, ink.mist, 'rx="12"'),
      ),
    ].join(''),
  };
}

/** A studio in the old mill: pots on a shelf before the great window. */
export function studio(): Drawing {
  const pot = (x: number, base: number, d: string, fill: string, band: string) =>
    group(`translate(${x} ${base})`, path(d, fill), over(path(d, 'url(#dots)', 'opacity="0.14"')), band);
  return {
    width: 1000,
    height: 1000,
    body: [
      rect(0, 0, 1000, 1000, ink.peach),
      repeat(13, (row) =>
        repeat(9, (column) =>
          rect(
            column * 124 - (row % 2) * 62,
            row * 48,
            118,
            42,
            ink.brick,
            `opacity="${0.5 + ((row * 5 + column * 3) % 4) * 0.12}"`,
          ),
        ),
      ),
      rect(150, 60, 700, 500, ink.brown),
      repeat(20, (index) =>
        rect(
          166 + (index % 5) * 136,
          76 + Math.floor(index / 5) * 120,
          124,
          108,
          index % 7 === 3 ? ink.ochre : ink.mist,
        ),
      ),
      path('M166 556V410C260 360 330 420 440 384S700 330 834 404V544H166Z', ink.sage, 'opacity="0.7"'),
      chimneyInWindow(),
      repeat(4, (index) => rect(286 + index * 136, 60, 16, 500, ink.brown)),
      repeat(3, (index) => rect(150, 184 + index * 120, 700, 12, ink.brown)),
      rect(120, 552, 760, 26, ink.cream),
      rect(0, 760, 1000, 240, ink.brown),
      rect(0, 740, 1000, 40, ink.ochre),
      over(rect(0, 780, 1000, 220, 'url(#hatch)', 'opacity="0.5"')),
      pot(
        190,
        744,
        'M-70 0C-110 -90 -70 -170 -30 -200V-236H30V-200C70 -170 110 -90 70 0Z',
        ink.pine,
        rect(-86, -110, 172, 18, ink.cream) +
          line('M-84 -76l21 14l21 -14l21 14l21 -14l21 14l21 -14l21 14l21 -14', ink.cream, 6),
      ),
      pot(
        384,
        744,
        'M-80 0C-96 -50 -92 -96 -84 -130H84C92 -96 96 -50 80 0Z',
        ink.cream,
        repeat(5, (index) => circle(-60 + index * 30, -66, 10, ink.red)) + rect(-88, -128, 176, 12, ink.brick),
      ),
      pot(
        566,
        744,
        'M-44 0C-78 -60 -66 -160 -24 -240V-330H24V-240C66 -160 78 -60 44 0Z',
        ink.red,
        rect(-24, -318, 48, 10, ink.ochre) + line('M-60 -96C-20 -70 20 -70 60 -96', ink.ochre, 8),
      ),
      line(
        'M566 416C556 330 520 300 500 250M566 416C580 320 612 296 634 236M566 416C566 340 566 300 570 226',
        ink.pine,
        6,
      ),
      circle(498, 244, 17, ink.ochre),
      circle(636, 230, 17, ink.ochre),
      circle(571, 216, 20, ink.cream),
      pot(
        748,
        744,
        'M-66 0C-100 -40 -96 -110 -60 -146H60C96 -110 100 -40 66 0Z',
        ink.ochre,
        line('M62 -116C116 -120 116 -46 72 -44', ink.ochre, 18) +
          repeat(4, (index) => rect(-54 + index * 32, -100, 14, 60, ink.brown, 'opacity="0.5" rx="7"')),
      ),
      pot(900, 744, 'M-50 0L-60 -84H60L50 0Z', ink.mist, rect(-60, -84, 120, 10, ink.pine)),
      line('M876 664V560M900 664V530M922 664V576', ink.brown, 8),
      path('M868 566c-6 -30 4 -46 8 -50c6 14 12 26 8 50ZM890 536c-8 -34 6 -52 10 -56c8 16 14 30 8 56Z', ink.peach),
      ellipse(500, 872, 210, 44, ink.cream, 'opacity="0.92"'),
      ellipse(500, 864, 172, 32, ink.mist),
      path('M410 862C390 800 430 770 500 768S610 800 590 862C570 884 430 884 410 862Z', ink.brick),
      ellipse(500, 776, 64, 17, ink.brown),
    ].join(''),
  };
}

const chimneyInWindow = (): string =>
  path('M640 540L648 250H668L678 540Z', ink.brick) +
  rect(644, 240, 28, 12, ink.brick) +
  rect(646, 276, 24, 7, ink.cream);

/** A galette with a slice out of it, and the little towers that were baked in it. */
export function galette(): Drawing {
  const charm = (x: number, y: number, hat: string, turn: number) =>
    group(
      `translate(${x} ${y}) rotate(${turn})`,
      ellipse(4, 6, 36, 11, ink.brown, 'opacity="0.25"'),
      path('M-24 0L-19 -96H19L24 0Z', ink.cream),
      path('M2 0V-96H19L24 0Z', ink.peach),
      repeat(4, (index) => rect(-13, -82 + index * 19, 11, 9, ink.pine)),
      path('M-30 -100H30L24 -82H-24Z', hat),
      line('M0 -100V-126', ink.brown, 4),
    );
  return {
    width: 1000,
    height: 1000,
    body: [
      rect(0, 0, 1000, 1000, ink.pine),
      repeat(11, (row) =>
        repeat(11, (column) =>
          group(
            `translate(${column * 100 + (row % 2) * 50} ${row * 96})`,
            path('M0 -14L8 0L0 14L-8 0Z', ink.sage, 'opacity="0.6"'),
          ),
        ),
      ),
      circle(500, 540, 372, ink.night, 'opacity="0.35"'),
      circle(488, 520, 372, ink.cream),
      circle(488, 520, 350, 'none', `stroke="${ink.red}" stroke-width="6"`),
      circle(488, 520, 300, ink.brick),
      repeat(30, (index) =>
        group(
          `translate(488 520) rotate(${index * 12})`,
          path('M-22 -284A286 286 0 0 1 22 -284L16 -312A34 34 0 0 1 -16 -312Z', ink.brick),
        ),
      ),
      circle(488, 520, 278, ink.ochre),
      over(circle(488, 520, 278, 'url(#dots)', 'opacity="0.12"')),
      repeat(16, (index) =>
        group(`translate(488 520) rotate(${index * 22.5})`, line('M0 -14C44 -80 40 -180 -6 -262', ink.brick, 8)),
      ),
      circle(488, 520, 17, ink.brick),
      path('M488 520L768 372A318 318 0 0 1 806 520L800 600Z', ink.cream),
      path('M488 520L768 372L760 396L506 534Z', ink.peach),
      path('M488 520L800 600L794 622L486 534Z', ink.brick),
      line('M540 506L742 400', ink.ochre, 6),
      charm(690, 546, ink.red, 8),
      charm(840, 250, ink.ochre, -10),
      charm(164, 208, ink.sage, -6),
      charm(874, 880, ink.brick, 10),
      group(
        'translate(196 866) rotate(-16)',
        path('M-120 26L-134 -58L-74 -12L-46 -76L0 -20L46 -76L74 -12L134 -58L120 26Z', ink.ochre),
        rect(-120, 26, 240, 26, ink.red),
        circle(-134, -62, 11, ink.red),
        circle(-46, -82, 11, ink.red),
        circle(46, -82, 11, ink.red),
        circle(134, -62, 11, ink.red),
        repeat(5, (index) => circle(-92 + index * 46, 39, 7, ink.cream)),
      ),
    ].join(''),
  };
}

/** A pool in the early morning, before anybody is in it. */
export function pool(): Drawing {
  const lane = (index: number) => 120 + index * 140;
  return {
    width: 1200,
    height: 800,
    body: [
      rect(0, 0, 1200, 800, ink.sky),
      repeat(6, (index) => rect(0, lane(index) + 56, 1200, 26, ink.pine, 'opacity="0.4"')),
      repeat(34, (index) =>
        line(
          `M${(index * 211) % 1180} ${30 + ((index * 97) % 740)}c18 -10 34 10 52 0s34 -8 50 2`,
          ink.cream,
          5,
          'opacity="0.75"',
        ),
      ),
      path('M1200 0L760 800H1200Z', ink.ochre, 'opacity="0.3"'),
      path('M1000 0L560 800H700L1140 0Z', ink.cream, 'opacity="0.28"'),
      repeat(6, (index) =>
        repeat(50, (float) => rect(float * 25, lane(index) - 8, 21, 16, float % 8 < 4 ? ink.red : ink.cream, 'rx="7"')),
      ),
      rect(0, 0, 150, 800, ink.paper),
      over(rect(0, 0, 150, 800, 'url(#dots)', 'opacity="0.14"')),
      rect(138, 0, 16, 800, ink.brick),
      repeat(5, (index) =>
        group(
          `translate(76 ${lane(index) + 70})`,
          rect(-46, -40, 100, 80, ink.brown, 'opacity="0.25" rx="6"'),
          rect(-54, -46, 100, 84, ink.red, 'rx="6"'),
          rect(-42, -34, 76, 60, ink.brick, 'rx="4"'),
          repeat(index + 1, (dot) => circle(-24 + dot * 12, -4, 4.5, ink.cream)),
        ),
      ),
      group(
        'translate(640 330)',
        path('M-40 -26C-10 -44 34 -40 46 -14C54 10 30 28 0 26C-34 28 -52 8 -40 -26Z', ink.red),
        line('M-30 -22C-6 -36 28 -32 38 -12', ink.peach, 6),
        line('M46 -8c40 -6 60 16 96 8M-46 6c-30 10 -50 -6 -84 6', ink.cream, 7),
      ),
    ].join(''),
  };
}

/** A stage after the performance: the curtain, the boards, one lamp that stays lit. */
export function stage(): Drawing {
  return {
    width: 1200,
    height: 900,
    body: [
      rect(0, 0, 1200, 900, ink.night),
      path('M600 250L230 760H970Z', ink.ochre, 'opacity="0.16"'),
      circle(600, 330, 210, ink.ochre, 'opacity="0.18"'),
      circle(600, 330, 110, ink.ochre, 'opacity="0.3"'),
      path('M0 690H1200V900H0Z', ink.brick),
      repeat(9, (index) =>
        line(`M${600 + (index - 4) * 90} 690L${600 + (index - 4) * 190} 900`, ink.brown, 4, 'opacity="0.6"'),
      ),
      ellipse(600, 764, 330, 60, ink.ochre, 'opacity="0.45"'),
      line('M600 764V360', ink.brown, 10),
      path('M560 772L600 744L640 772Z', ink.brown),
      circle(600, 326, 40, ink.cream),
      circle(600, 326, 40, 'none', `stroke="${ink.brown}" stroke-width="5"`),
      line('M600 286V366M562 314C586 330 614 330 638 314', ink.brown, 3),
      repeat(2, (side) =>
        group(
          side ? 'translate(1200 0) scale(-1 1)' : '',
          path('M0 0H400C380 240 330 420 190 540C250 640 262 760 240 860H0Z', ink.red),
          repeat(6, (fold) =>
            path(
              `M${20 + fold * 62} 0H${50 + fold * 62}C${46 + fold * 50} 260 ${30 + fold * 36} 420 ${20 + fold * 27} 540C${24 + fold * 34} 640 ${26 + fold * 37} 760 ${22 + fold * 36} 860H${4 + fold * 36}C${8 + fold * 34} 740 ${8 + fold * 32} 640 ${4 + fold * 26} 540C${14 + fold * 34} 420 ${26 + fold * 48} 260 ${20 + fold * 62} 0Z`,
              ink.brown,
              'opacity="0.35"',
            ),
          ),
          path('M10 520C80 552 150 552 206 528L200 566C140 588 70 588 10 560Z', ink.ochre),
        ),
      ),
      path(
        'M0 0H1200V96C1100 150 1000 150 900 96C800 150 700 150 600 96C500 150 400 150 300 96C200 150 100 150 0 96Z',
        ink.brick,
      ),
      line(
        'M0 96C100 150 200 150 300 96C400 150 500 150 600 96C700 150 800 150 900 96C1000 150 1100 150 1200 96',
        ink.ochre,
        10,
      ),
      over(rect(0, 690, 1200, 210, 'url(#hatch)', 'opacity="0.25"')),
      repeat(2, (index) =>
        group(
          `translate(${index ? 900 : 280} 838)`,
          path('M-60 0V-52A22 22 0 0 1 -16 -60H16A22 22 0 0 1 60 -52V0Z', ink.night),
          ellipse(0, 0, 64, 12, ink.night),
        ),
      ),
    ].join(''),
  };
}
