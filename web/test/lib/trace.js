// What the main thread of a page does while something happens, by Chromium's own
// trace: every task, how long it took, and how much of that was its own work.
// Another program that holds the processor makes a task long, but not its work.

/**
 * @param {import('puppeteer-core').Page} page
 * @param {() => Promise<unknown>} work
 * @returns {Promise<{ task: number, work: number, over: number }>} the longest task
 *   by the clock and by its work, in ms, and how many worked for more than 50 ms
 */
export async function traced(page, work) {
  await page.tracing.start({ categories: ['-*', 'toplevel', 'disabled-by-default-devtools.timeline', 'blink.user_timing'] });
  // By this its thread is known.
  await page.evaluate(() => performance.mark('traced page'));
  await work();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  const mark = traceEvents.find((e) => e.name === 'traced page');
  if (!mark) throw new Error('the trace does not show the page');
  const tasks = traceEvents.filter((e) => e.name === 'RunTask' && e.ph === 'X' && e.pid === mark.pid && e.tid === mark.tid && e.ts >= mark.ts);
  if (tasks.length === 0) throw new Error('the trace has no tasks');
  // Not each has the time of its thread: then the clock's.
  const works = tasks.map((e) => (e.tdur ?? e.dur) / 1000);
  return { task: Math.round(Math.max(...tasks.map((e) => e.dur)) / 1000), work: Math.round(Math.max(...works)), over: works.filter((ms) => ms > 50).length };
}
