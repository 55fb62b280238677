/** The page on which everything can be made to go wrong, and the clock moved forward: `/switches`. */
import type { Reply } from '../exchange.ts';
import { html, type Markup } from '../html.ts';
import { filled } from '../language.ts';
import { sheet } from '../layout.ts';
import type { Service, Visit } from '../service.ts';
import { hasSwitch, SERVICE_IDS, type ServiceId, SWITCH_NAMES } from '../switches.ts';

/** In minutes; keys of `steps` in the words. */
const STEPS = { minute: 1, quarter: 15, day: 1440, threeDays: 4320, month: 44_640 } as const;
const STEP_NAMES = Object.keys(STEPS) as readonly (keyof typeof STEPS)[];

export const controls: Service = {
  routes: [
    { method: 'GET', path: '/switches', handle: (visit) => switchesSheet(visit, null) },
    { method: 'POST', path: '/switches', handle: set },
    { method: 'POST', path: '/switches/clock', handle: moveClock },
  ],
  groups: [
    {
      title: ({ controls }) => controls.group,
      listings: [
        {
          path: '/switches',
          title: ({ controls }) => controls.title,
          about: ({ controls }) => controls.listed,
        },
      ],
    },
  ],
};

/** One service's switches as they are ticked. */
function set(visit: Visit): Reply {
  const { form, world, words } = visit;
  const id = SERVICE_IDS.find((one) => one === form.get('service'));
  if (id === undefined) return switchesSheet(visit, null);
  for (const name of SWITCH_NAMES) if (hasSwitch(id, name)) world.town.switches.set(id, name, form.has(name));
  return switchesSheet(visit, filled(words.controls.saved, { name: words[id].name }));
}

function moveClock(visit: Visit): Reply {
  const step = STEP_NAMES.find((one) => one === visit.form.get('step'));
  if (step !== undefined) visit.world.town.moveClock(STEPS[step] * 60_000);
  return switchesSheet(visit, visit.words.controls.moved);
}

function switchesSheet(visit: Visit, news: string | null): Reply {
  const { controls: words } = visit.words;
  const { town } = visit.world;
  const time = new Date(town.nowMs()).toISOString().slice(0, 16).replace('T', ' ');
  const content = html`<h1>${words.title}</h1><p>${words.about}</p>
${news === null ? null : html`<p role="status" class="success">${news}</p>`}
<form method="post" action="/switches/clock"><h2>${words.clock}</h2><p>${filled(words.now, { time })}</p>
<div class="code-row">${STEP_NAMES.map((step) => html`<button class="quiet" name="step" value="${step}">${words.steps[step]}</button>`)}</div></form>
${SERVICE_IDS.map((id) => serviceForm(visit, id))}`;
  return sheet(visit, { title: words.title, content, hasWays: true });
}

function serviceForm(visit: Visit, id: ServiceId): Markup {
  const { controls: words } = visit.words;
  const boxes = SWITCH_NAMES.filter((name) => hasSwitch(id, name)).map((name) => {
    const isOn = visit.world.town.switches.isOn(id, name);
    return html`<label class="check"><input type="checkbox" name="${name}" ${isOn ? html`checked` : null}> ${words.switches[name]}</label>`;
  });
  const { name } = visit.words[id];
  return html`<form method="post" action="/switches" aria-label="${name}"><h2>${name}</h2>
<input type="hidden" name="service" value="${id}">${boxes}<button>${filled(words.save, { name })}</button></form>`;
}
