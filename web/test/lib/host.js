// A host page that embeds the module, as a portal does: the module is on
// globalThis.module there.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { dist } from './tool.js';

const html = `<!doctype html><title>host</title><input type="file">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:">
<script type="module" src="/main.js"></script>`;

/** Serves the page and the built module. Gives the page's address, and ways to open and to stop it. */
export async function serveHost() {
  const files = {
    '/': ['text/html', html],
    '/main.js': ['text/javascript', `import * as module from '/har-redactor.js'; globalThis.module = module;`],
    '/har-redactor.js': ['text/javascript', readFileSync(join(dist, 'har-redactor.js'))],
  };
  const server = createServer((req, res) => {
    const [type, body] = files[req.url] ?? ['text/plain', ''];
    res.writeHead(files[req.url] ? 200 : 404, { 'content-type': type }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}/`;
  return {
    url,
    /** Shows the page, up to where the module is there. */
    async open(page) {
      await page.goto(url);
      await page.waitForFunction(() => globalThis.module);
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
