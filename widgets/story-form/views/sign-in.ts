import { html, nothing, type TemplateResult } from '../../core.ts';
import type { SessionController } from '../session.ts';
import { mainButton, textField, type View } from './controls.ts';

/** What signing in tells the element. */
export interface SignInHandlers {
  ask(event: Event): void;
  enter(event: Event): void;
}

/** An address, then six digits: the same for members and strangers. */
export function signInView(
  view: View,
  session: SessionController,
  on: SignInHandlers,
  join: string | undefined,
  box: unknown,
): TemplateResult {
  const { terms } = view;
  const notice = session.lost ? html`<p class="notice">${terms.ended}</p>` : nothing;
  if (session.state === 'code')
    return html`<form novalidate @submit=${on.enter}>
      ${notice}
      <p class="notice">${terms.codeSent(`\u2068${session.email}\u2069`)}</p>
      ${textField(view, {
        name: 'code',
        label: terms.code,
        hint: terms.codeHint,
        value: '',
        required: true,
        inputmode: 'numeric',
        autocomplete: 'one-time-code',
      })}
      ${box}
      <p class="actions">
        ${mainButton(view, terms.enter)}
        <button type="button" class="link" @click=${session.restart}>${terms.otherCode}</button>
      </p>
    </form>`;
  return html`<form novalidate @focusin=${session.touch} @submit=${on.ask}>
    ${notice}
    ${textField(view, {
      name: 'email',
      label: terms.email,
      hint: terms.emailHint,
      value: session.email,
      required: true,
      type: 'email',
      autocomplete: 'email',
    })}
    <div class="visually-hidden" inert>
      <label for="website">Website</label>
      <input id="website" name="website" type="text" tabindex="-1" autocomplete="off" />
    </div>
    ${box}
    <p class="actions">
      ${mainButton(view, terms.askCode)} ${join ? html`<a class="link" href=${join}>${terms.join}</a>` : nothing}
    </p>
  </form>`;
}
