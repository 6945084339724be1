// The worker's program. A run has one lead, and perhaps helpers; the first
// message says which one this is. All of them are ended with the run, which
// gives the engines' memory back.

import { unpacked } from './archive.js';
import { help } from './helper.js';
import { Lead } from './lead.js';
import { Meter } from './meter.js';
import { HEARTBEAT_MS } from './protocol.js';
import { answer } from './remote.js';

// Silence means that the worker hangs or is gone, also while it waits.
setInterval(() => self.postMessage({ id: 0, alive: true }), HEARTBEAT_MS);

/** @type {Lead | undefined} */
let lead;
/** @type {(progress: import('./protocol.js').Progress) => void} */
let tell = () => {};
/** @type {Promise<unknown>} */
let last = Promise.resolve();

/** @type {Record<string, (args: any[]) => unknown>} */
const methods = {
  unpack: ([files, names]) => unpacked(files, names, new Meter((p) => tell(p))),
  async open([open]) {
    const opened = await Lead.open(open, open.ports, new Meter((p) => tell(p)));
    lead = opened.lead;
    return opened.outcome;
  },
  revise: ([decisions]) => lead?.revise(decisions),
  name: ([name]) => lead?.name(name),
  findings: () => lead?.findings(),
  reveal: ([secret]) => lead?.reveal(secret),
  requests: () => lead?.requests(),
  request: ([index]) => lead?.request(index),
  revocations: () => lead?.revocations(),
  digest: ([number]) => lead?.digest(number),
};

// The page sends one thing that a browser may refuse to pass on.
self.onmessageerror = () => {
  throw new Error('the engine did not come over');
};

self.onmessage = ({ data }) => {
  if (data.method === 'help') {
    help(data.port, data.engine);
    return;
  }
  // One after the other: each may wait for the disk or for the helpers.
  last = last.then(() =>
    answer(self, data, (progress) => {
      tell = progress;
      return methods[data.method](data.args);
    }),
  );
};
