import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from './config.js';

describe('the configuration', () => {
  it('needs nothing', () => {
    assert.deepEqual(readConfig({}), {
      port: 8090,
      controlPort: 8091,
      seed: 1,
      origin: 'http://localhost:8090',
      expirySeconds: 900,
      lifespanSeconds: 3600,
      callsPerMinute: 180,
    });
  });

  it('lets the control port and the origin follow the port', () => {
    const { controlPort, origin } = readConfig({ SIMULATOR_PORT: '18090' });
    assert.deepEqual([controlPort, origin], [18_091, 'http://localhost:18090']);
  });

  it('says all that is wrong at once', () => {
    const environment = {
      SIMULATOR_PORT: 'http',
      SIMULATOR_SEED: '-1',
      SIMULATOR_ORIGIN: 'localhost:8090/path',
      SIMULATOR_ORDER_EXPIRY_SECONDS: '9000',
    };
    assert.throws(
      () => readConfig(environment),
      (error: Error) => {
        assert.deepEqual(error.message.split('\n'), [
          'SIMULATOR_PORT must be a whole number from 1 to 65534, not "http"',
          'SIMULATOR_SEED must be a whole number from 0 to 2147483647, not "-1"',
          'SIMULATOR_ORIGIN must be like https://tickets.example.org, not "localhost:8090/path"',
          'SIMULATOR_ORDER_LIFESPAN_SECONDS must not be less than SIMULATOR_ORDER_EXPIRY_SECONDS',
        ]);
        return true;
      },
    );
  });

  it('keeps the two ports apart', () => {
    assert.throws(() => readConfig({ SIMULATOR_CONTROL_PORT: '8090' }), /must not be SIMULATOR_PORT/);
  });
});
