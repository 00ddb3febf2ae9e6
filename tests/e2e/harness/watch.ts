/** What must not happen while the page is used, whatever is done with it. */
import type { BrowserContext, Page } from '@playwright/test';

export interface Watch {
  /** Violations of the content policy, as the page's own event and as the browser reports them. */
  violations: string[];
  /** Requests to another origin than the page's own. */
  elsewhere: string[];
  /** Dialogs that a script opened, and marks that a script in a name would leave. */
  ran: string[];
  /** Errors nobody caught and errors on the console. */
  errors: string[];
  /** How many requests were seen at all: none would mean that nothing was watched. */
  requests: number;
}

/** A script hidden in a name calls this; see hostile-names.ts. */
const MARK = 'weftRan';

export async function watch(context: BrowserContext, origin: string): Promise<Watch> {
  const seen: Watch = { violations: [], elsewhere: [], ran: [], errors: [], requests: 0 };
  await context.exposeFunction('weftReport', (kind: 'violations' | 'ran', what: string) => {
    seen[kind].push(what);
  });
  await context.addInitScript((mark) => {
    const report = (window as unknown as { weftReport(kind: string, what: string): void }).weftReport;
    addEventListener('securitypolicyviolation', (event) => {
      report('violations', `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
    Object.defineProperty(window, mark, { value: (what: unknown) => report('ran', String(what)) });
  }, MARK);
  context.on('request', (request) => {
    seen.requests++;
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('blob:') && url !== 'about:blank') seen.elsewhere.push(url);
  });
  context.on('console', (message) => {
    const text = message.text();
    if (/content security policy|trusted ?type/i.test(text)) seen.violations.push(text);
    // A refused question is an answer, which the page puts into words; the browser notes it all the same.
    else if (message.type() === 'error' && !/status of 4\d\d/.test(text)) seen.errors.push(text);
  });
  context.on('weberror', (error) => seen.errors.push(String(error.error())));
  const watchPage = (page: Page) =>
    page.on('dialog', (dialog) => {
      seen.ran.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  context.pages().forEach(watchPage);
  context.on('page', watchPage);
  return seen;
}
