/** S-360 as a process of a run: the simulator with the season that the run's visitors know. */

import { createServer } from 'node:http';
import { createSimulator } from '@s360-widgets/simulator/trial';
import { Evenings } from '../season.js';
import type { BoxOffice } from './orders.js';

const { port, controlPort, purchases, lifetimes, callsPerMinute } = JSON.parse(
  process.env.FAULTS_BOX_OFFICE ?? '',
) as BoxOffice;
const simulator = createSimulator({
  season: new Evenings(purchases).season(),
  lifetimes: { expirySeconds: lifetimes.holdSeconds, lifespanSeconds: lifetimes.orderSeconds },
  callsPerMinute,
  origin: `http://localhost:${port}`,
});
createServer(simulator.app).listen(port);
createServer(simulator.control).listen(controlPort, '127.0.0.1');
