import { flame, html, nothing, type TemplateResult } from '../../core.ts';
import { formatClock } from '../dates.ts';
import type { Desk } from '../desk.ts';
import type { Session } from '../session.ts';

const valueOf = (event: Event, name: string) => {
  event.preventDefault();
  return String(new FormData(event.target as HTMLFormElement).get(name) ?? '');
};

/** The way in: three steps, one on screen at a time. */
export function signInTemplate(desk: Desk, session: Session): TemplateResult {
  const step = { code: codeStep, passkey: passkeyStep }[session.step as string] ?? addressStep;
  return html`<section class="sign-in" part="sign-in">${flame()} ${step(desk, session)}</section>`;
}

const problemOf = (session: Session) => html`<p class="error" id="problem" role="alert">${session.problem}</p>`;

const button = (session: Session, label: string) =>
  html`<button class="button" part="button" aria-disabled=${session.busy ? 'true' : 'false'}>${label}</button>`;

function addressStep({ terms: { signIn } }: Desk, session: Session): TemplateResult {
  return html`<h2 id="sign-in">${signIn.title}</h2>
    <p>${signIn.lead}</p>
    <form
      novalidate
      aria-labelledby="sign-in"
      @submit=${(event: Event) => void session.askCode(valueOf(event, 'email'))}
    >
      <div class="field">
        <label for="email">${signIn.email}</label>
        <p class="hint" id="email-hint">${signIn.emailHint}</p>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="username webauthn"
          required
          aria-describedby="email-hint problem"
          aria-invalid=${session.problem ? 'true' : 'false'}
        />
        ${problemOf(session)}
      </div>
      ${button(session, signIn.askCode)}
    </form>`;
}

function codeStep({ terms: { signIn }, locale }: Desk, session: Session): TemplateResult {
  return html`<h2 id="sign-in">${signIn.codeTitle}</h2>
    <p>${signIn.codeLead(formatClock(session.expiresAt, locale))}</p>
    <form
      novalidate
      aria-labelledby="sign-in"
      @submit=${(event: Event) => void session.enterCode(valueOf(event, 'code'))}
    >
      <div class="field">
        <label for="code">${signIn.code}</label>
        <p class="hint" id="code-hint">${signIn.codeHint}</p>
        <input
          id="code"
          name="code"
          class="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          required
          aria-describedby="code-hint problem"
          aria-invalid=${session.problem ? 'true' : 'false'}
        />
        ${problemOf(session)}
      </div>
      ${button(session, signIn.enter)}
      <button type="button" class="link" @click=${() => session.restart()}>${signIn.otherAddress}</button>
    </form>`;
}

function passkeyStep({ terms: { signIn } }: Desk, session: Session): TemplateResult {
  const { me } = session;
  if (!me) return html`${nothing}`;
  return html`<h2>${signIn.passkeyTitle}</h2>
    <p>${signIn.welcome(me.name)}</p>
    <p>${me.hasPasskey ? signIn.passkeyShow : signIn.passkeyMake}</p>
    ${problemOf(session)}
    <p class="ways">
      <button
        id="passkey"
        class="button"
        part="button"
        aria-describedby="problem"
        aria-disabled=${session.busy ? 'true' : 'false'}
        @click=${() => void session.showPasskey()}
      >
        ${me.hasPasskey ? signIn.show : signIn.make}
      </button>
      <button type="button" class="link" @click=${() => session.restart()}>${signIn.otherAddress}</button>
    </p>`;
}
