/** How the form of a code page looks. */
import type { Reply } from '../../exchange.ts';
import { html, type Markup } from '../../html.ts';
import { filled } from '../../language.ts';
import { failure } from '../../layout.ts';
import { maskedNumber, readNumber } from '../../phones.ts';
import type { Visit } from '../../service.ts';
import { type Brand, brandSheet } from './brand.ts';
import { type CodePage, type FormState, purposeOf, type Target } from './code-page.ts';

export function codeSheet(visit: Visit, page: CodePage, target: Target, state: FormState): Reply {
  const { title, hint } = page.words(visit.words);
  const { code: text, confirm } = visit.words.members;
  const content = html`<h1>${title}</h1><p class="soft">${hint}</p>
<form method="post" action="${page.path}">${failure(state.problem ?? null)}
${state.news === undefined ? null : html`<p role="status" class="success">${state.news}</p>`}
${enterConfirms()}
${target.to === null ? numberFields(visit, page.brand) : html`<p>${filled(text.goesTo, { to: shown(target.to) })}</p>`}
${page.fields?.(visit) ?? null}
<label for="otp">${text.label}</label>
<div class="code-row"><input id="otp" name="otp" inputmode="numeric" autocomplete="one-time-code"
 maxlength="${page.brand.rule.digits}" required>${sendButtons(visit, page, target)}</div>
${page.fieldsBelow?.(visit) ?? null}
<button name="do" value="confirm">${confirm}</button></form>
${page.below?.(visit) ?? null}`;
  return brandSheet(visit, page.brand, { title, content, scripts: ['resend'], status: state.status });
}

/** The Enter key presses the first button of a form, and that must not be the one that sends another code. */
function enterConfirms(): Markup {
  return html`<button class="default" name="do" value="confirm" tabindex="-1" aria-hidden="true"></button>`;
}

function shown(to: string): string {
  return to.includes('@') ? to.replace(/^(.).*(?=@)/, '$1***') : maskedNumber(to);
}

function numberFields({ words, form }: Visit, brand: Brand): Markup {
  const { number } = words.members;
  const country = form.get('country') ?? brand.countries[0];
  const options = brand.countries.map(
    (code) =>
      html`<option value="${code}" ${code === country ? html`selected` : null}>+${code} ${number.countries[code as keyof typeof number.countries]}</option>`,
  );
  const choice = html`<label for="country">${number.country}</label><select id="country" name="country" autocomplete="tel-country-code">${options}</select>`;
  return html`${brand.countries.length > 1 ? choice : null}
<label for="phone">${number.label}</label>
<input id="phone" name="phone" type="tel" inputmode="tel" autocomplete="tel-national" value="${form.get('phone') ?? ''}" required>`;
}

function sendButtons(visit: Visit, page: CodePage, target: Target): Markup {
  const { code } = visit.words.members;
  const to = target.to ?? typedNumber(visit, page.brand);
  const { sentCodes } = visit.world.town;
  const purpose = purposeOf(page, target.member, to ?? '');
  const isAgain = to !== null && sentCodes.hasSent(purpose);
  return html`${page.channels.map((channel) => {
    const waitMs = to === null ? 0 : sentCodes.resendWaitMs(purpose, channel, page.brand.rule);
    const verb = channel === 'call' ? code.callInstead : isAgain ? code.getAgain : code.get;
    return html`<button class="quiet" name="do" value="${channel}" formnovalidate
 ${waitMs > 0 ? html`data-wait="${Math.ceil(waitMs / 1000)}" data-words="${code.waitShort}"` : null}>${verb}</button>`;
  })}`;
}

function typedNumber({ form }: Visit, brand: Brand): string | null {
  const country = brand.countries.find((one) => one === form.get('country')) ?? brand.countries[0] ?? '86';
  const reading = readNumber(country, form.get('phone') ?? '');
  return 'number' in reading ? reading.number : null;
}
