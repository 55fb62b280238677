/** Expressions for Firefox's own window that reach into views of the extension, which BiDi does not list: popup and background. */

/** A view that is put away, or just being drawn, answers nothing: who waits for a state asks again. */
const VIEW_LIMIT_MS = 8000;

/**
 * Runs `source`, an expression, inside the view of this browser element by a frame script: the one way in that needs no
 * debugger. The page's content security policy forbids `eval` in the page, so a sandbox over it is used.
 */
export function inView(browserElement: string, source: string, asAct = false): string {
  return runFrameScript(
    browserElement,
    `(async () => {
      const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      ${asAct ? 'const act = content.windowUtils.setHandlingUserInput(true);' : ''}
      try { return Cu.evalInSandbox(${JSON.stringify(`(async () => JSON.stringify((await (${source})) ?? null))()`)}, sandbox); }
      finally { ${asAct ? 'act.destruct();' : ''} }
    })()`,
  );
}

/**
 * What the extension's process holds of `console.error`, and what the browser noted as uncaught. Every view lives in one
 * process, so any view that is alive can be asked; without one there is only the second half.
 */
export const ERRORS_OF_EXTENSION = `(async () => {
  const uncaught = Services.console.getMessageArray().flatMap((message) => {
    if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.warningFlag) return [];
    return message.sourceName.startsWith('moz-extension://') ? [message.sourceName + ': ' + message.errorMessage] : [];
  });
  const view = [...extension.views].find(({ xulBrowser }) => xulBrowser?.messageManager);
  if (view === undefined) return uncaught;
  const said = await ${runFrameScript(
    'view.xulBrowser',
    `JSON.stringify(Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).getEvents()
      .filter(({ level, addonId }) => level === 'error' && addonId)
      .map(({ filename, arguments: values }) => filename + ': ' + [...values].map(String).join(' ')))`,
  )};
  return [...uncaught, ...JSON.parse(said)];
})()`;

/** @returns an expression for a promise of what `body`, an expression in a frame script, gives: always a string. */
function runFrameScript(browserElement: string, body: string): string {
  const script = `(async () => {
    try { sendAsyncMessage('tallystick:said', { value: await (${body}) }); }
    catch (error) { sendAsyncMessage('tallystick:said', { error: String(error) }); }
  })()`;
  return `new Promise((resolve, reject) => {
    const manager = (${browserElement}).messageManager;
    const limit = setTimeout(() => {
      manager.removeMessageListener('tallystick:said', listener);
      reject(new Error('the view went away without an answer'));
    }, ${VIEW_LIMIT_MS});
    const listener = ({ data }) => {
      clearTimeout(limit);
      manager.removeMessageListener('tallystick:said', listener);
      if (data.error === undefined) resolve(data.value);
      else reject(new Error(data.error));
    };
    manager.addMessageListener('tallystick:said', listener);
    manager.loadFrameScript('data:,' + encodeURIComponent(${JSON.stringify(script)}), false);
  })`;
}
