import { embedPaths } from '../../../contract/embed.ts';
import { webhookEvents } from '../../../contract/webhook.ts';
import type { StaffActor } from '../../../domain/actor.ts';
import { DomainError } from '../../../domain/errors.ts';
import { createFormToken, requireFormToken } from '../../../domain/proofs/form-token.ts';
import { addWebhook, changeWebhook, replayDelivery } from '../../../domain/webhooks/manage.ts';
import { termsFor } from '../../../lang/index.ts';
import { webhooksIn, type WebhookNote } from '../../../lang/webhooks/index.ts';
import { readForm } from '../../body.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import { staffActor } from '../../guard.ts';
import type { Route } from '../../router.ts';
import { page, pageLocale, seeOther, withLang } from '../layout.ts';
import { webhooksView, type WebhooksView } from './view.ts';

const actions = ['pause', 'resume', 'rotate', 'remove', 'try', 'replay-all'] as const;
const notes: readonly WebhookNote[] = ['added', 'replay', ...actions];
/** Rows that are shown of one webhook, and of the dead. */
const shown = 20;

/** Where staff say who is told of what, and see what did not arrive. */
export function webhookPageRoutes(deps: AppDeps): Route[] {
  async function render(c: AppContext, sent?: WebhooksView['sent']): Promise<Response> {
    const locale = pageLocale(c, deps);
    const { webhooks } = deps.storage;
    const all = await webhooks.all();
    const main = webhooksView({
      locale,
      now: deps.clock.now(),
      keys: deps.keys,
      club: deps.club,
      token: createFormToken(deps, boundTo(staffActor(c))),
      webhooks: await Promise.all(
        all.map(async (webhook) => ({ webhook, deliveries: await webhooks.deliveries(webhook.id, shown) })),
      ),
      dead: await webhooks.dead(shown),
      deadCounts: await webhooks.deadCounts(),
      partners: await deps.storage.partners(),
      note: notes.find((one) => one === c.req.query('done')),
      ...(sent && { sent }),
    });
    const title = webhooksIn[locale].title;
    return page(
      c,
      deps,
      {
        title: sent ? `${termsFor(locale).join.errorPrefix}${title}` : title,
        locale,
        status: sent ? 422 : 200,
        noindex: true,
        sheets: ['partners.css'],
        languagePath: embedPaths.webhooks,
      },
      main,
    );
  }

  /** A form of ours, from our page, in this session. */
  async function formOf(c: AppContext): Promise<Map<string, string>> {
    const values = await readForm(c);
    requireFormToken(deps, values.get('token'), boundTo(staffActor(c)));
    return values;
  }

  const done = (c: AppContext, note: WebhookNote) =>
    seeOther(deps, `${withLang(embedPaths.webhooks, pageLocale(c, deps))}&done=${note}`);

  async function add(c: AppContext): Promise<Response> {
    const values = await formOf(c);
    const events = webhookEvents.filter((event) => values.has(`events-${event}`));
    const input = { url: values.get('url') ?? '', partner: values.get('partner') ?? '', events };
    try {
      await addWebhook(deps, staffActor(c), input);
    } catch (error) {
      if (!(error instanceof DomainError && error.errors)) throw error;
      return render(c, { ...input, errors: error.errors });
    }
    return done(c, 'added');
  }

  async function change(c: AppContext): Promise<Response> {
    const what = actions.find((one) => one === c.req.param('what'));
    if (!what) throw new DomainError('not_found');
    await formOf(c);
    await changeWebhook(deps, staffActor(c), c.req.param('id') ?? '', what);
    return done(c, what);
  }

  async function replay(c: AppContext): Promise<Response> {
    const id = c.req.param('delivery') ?? '';
    if (!/^[1-9]\d{0,14}$/.test(id)) throw new DomainError('not_found');
    await formOf(c);
    await replayDelivery(deps, staffActor(c), Number(id));
    return done(c, 'replay');
  }

  const route = (method: Route['method'], path: string, handler: Route['handler']): Route => ({
    method,
    path: embedPaths.webhooks + path,
    role: 'admin',
    handler,
  });
  return [
    route('GET', '', (c) => render(c)),
    route('POST', '', add),
    route('POST', '/deliveries/:delivery', replay),
    route('POST', '/:id/:what', change),
  ];
}

const boundTo = (actor: StaffActor) => `webhooks:${actor.session}`;
