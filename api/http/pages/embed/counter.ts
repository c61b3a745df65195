import { html } from 'hono/html';
import { embedPaths } from '../../../contract/embed.ts';
import type { CounterView } from '../../../contract/counter.ts';
import { readCounter } from '../../../domain/counter/read.ts';
import { embedTerms } from '../../../lang/embed/index.ts';
import { termsFor } from '../../../lang/index.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import type { Route } from '../../router.ts';
import { flame, page, type Html } from '../layout.ts';
import type { FrameView } from './asked.ts';
import { widgetAround } from './widget.ts';
import { framed } from './framed.ts';
import { frameOptions } from './options.ts';

/** How many we are: a sentence or a figure. With a script, the widget keeps the number fresh. */
export function counterFrameRoute(deps: AppDeps): Route {
  const handler = framed(deps, 'counter', (c, view) => showCounter(c, deps, view));
  return { method: 'GET', path: embedPaths.frame('counter'), role: 'public', handler };
}

async function showCounter(c: AppContext, deps: AppDeps, view: FrameView): Promise<Response> {
  const { partner, locale, choice } = view;
  const counter = await readCounter(deps, partner, locale);
  const sentence = sentenceOf(counter, view);
  const isFigure = choice.attributes['variant'] === 'figure';
  return page(
    c,
    deps,
    { title: sentence, ...frameOptions(deps, view), widgets: true },
    html`<main class="embed-counter">${isFigure ? figure(counter, view) : line(counter, view, sentence)}</main>`,
  );
}

const withGoal = ({ choice }: FrameView): boolean => choice.attributes['no-goal'] === undefined;

function sentenceOf({ members, goal }: CounterView, view: FrameView): string {
  const { counter } = termsFor(view.locale);
  const { number, label } = embedTerms[view.locale];
  return withGoal(view) ? counter.sentence(members, goal.members, goal.date) : `${number(members)} ${label(members)}`;
}

function shareOf({ partner: share }: CounterView, { locale, choice }: FrameView): Html | string {
  if (!share || share.members === 0 || choice.attributes['share'] === undefined) return '';
  return html`<p class="share">${termsFor(locale).counter.share(share.members, share.name)}</p>`;
}

/** Bar and share are for browsers without a script: the widget says and draws them itself. */
function line(counter: CounterView, view: FrameView, sentence: string): Html {
  return html`<p class="line">${widgetAround(view, html`${flame} <span>${sentence}</span>`)}</p>
    <noscript>${withGoal(view) ? bar(counter) : ''} ${shareOf(counter, view)}</noscript>`;
}

/** As the widget draws it, so that it can take its place and move nothing. */
function figure(counter: CounterView, view: FrameView): Html {
  const { locale } = view;
  const terms = embedTerms[locale];
  const { members, goal } = counter;
  const drawn = html`<div class="figure">
    <p class="number">${flame}&nbsp;${terms.number(members)}</p>
    <p class="label">${terms.label(members)}</p>
    ${
      withGoal(view)
        ? html`${bar(counter)}
            <p class="note">${terms.aim(goal.members, goal.date)}</p>`
        : ''
    }
    ${shareOf(counter, view)}
  </div>`;
  return widgetAround(view, drawn);
}

function bar({ members, goal }: CounterView): Html {
  return html`<progress
    max="${goal.members}"
    value="${Math.min(members, goal.members)}"
    aria-hidden="true"
  ></progress>`;
}
