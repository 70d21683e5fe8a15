import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { hold, sell } from '../fixtures/buying.js';
import { type RunningSimulator, start } from '../fixtures/running-simulator.js';

const service = 'ExternalOrderService';
let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await start();
});
afterEach(() => simulator.close());

interface FileDetails {
  fileDetailsData: {
    fileAttachments: { fileAttachmentId: number; name: string; uploadDate: string }[];
    fileContacts: { contactReference: string; fileContactType: string }[];
    fileId: number;
    fileState: string;
    lastModDateTime: string;
  };
  orderDetailsDatas: { orderId: number; fileId: number }[];
}

/** An order of the demo contact, with its file. */
async function ordered() {
  const { orderUpdateData } = await hold(simulator, [{}], { purchasersInfo: [{ contactReference: '9001' }] });
  const { orderId, orderSecretId } = orderUpdateData;
  const byOrder = await simulator.call<FileDetails>(service, 'getFileDetailsFromOrderSecretId', {
    orderSecretId,
  });
  return { orderId, orderSecretId, fileId: byOrder.fileDetailsData.fileId };
}

describe('a file', () => {
  it('is there as soon as its order, by its id and by the order’s secret', async () => {
    const { orderId, orderSecretId, fileId } = await ordered();
    const { fileDetailsData, orderDetailsDatas } = await simulator.call<FileDetails>(
      service,
      'getFileDetails',
      {
        fileId,
      },
    );
    assert.deepEqual(
      orderDetailsDatas.map((order) => [order.orderId, order.fileId]),
      [[orderId, fileId]],
    );
    assert.deepEqual(
      [fileDetailsData.fileState, fileDetailsData.fileContacts, fileDetailsData.fileAttachments],
      ['RUNNING', [{ contactReference: '9001', fileContactType: 'SALE' }], []],
    );
    assert.equal(fileDetailsData.lastModDateTime, '2026-11-24T10:00:00.000+00:00');
    const { text } = await simulator.soap(
      service,
      'getFileDetailsFromOrderSecretId',
      `<orderSecretId>${orderSecretId}</orderSecretId>`,
    );
    assert.match(text, new RegExp(`<FileDetailResult>.*<fileId>${fileId}</fileId>.*<orderDetailsDatas>`));
    assert.equal((await sell(simulator, orderId)).statusCode, 'success');
    const sold = await simulator.call<FileDetails>(service, 'getFileDetails', { fileId });
    assert.equal(sold.fileDetailsData.fileState, 'SOLDED');
  });

  it('takes another order in, and is paid for once nothing is open in it', async () => {
    const { orderId, fileId } = await ordered();
    await sell(simulator, orderId);
    const { orderUpdateData } = await hold(simulator, [{}], { fileId });
    const read = async () => {
      const answer = await simulator.call<FileDetails>(service, 'getFileDetails', { fileId });
      const { fileState, fileContacts } = answer.fileDetailsData;
      return [fileState, fileContacts.length, answer.orderDetailsDatas.map((order) => order.orderId)];
    };
    const both = [orderId, orderUpdateData.orderId];
    assert.deepEqual(await read(), ['RUNNING', 1, both]);
    await simulator.control('clock', { advanceSeconds: 3600 });
    assert.deepEqual(await read(), ['SOLDED', 1, both]);
    const { fileSummaries } = await simulator.call<{ fileSummaries: { orderIds: number[] }[] }>(
      'ExternalOrderHistoryService',
      'searchFilesByCriteria',
    );
    assert.deepEqual(
      fileSummaries.map(({ orderIds }) => orderIds),
      [both],
    );
  });

  it('that is unknown takes no order in, and nothing is held', async () => {
    const seats = { fileId: 1 };
    assert.equal((await hold(simulator, [{ quantity: 20 }], seats)).statusCode, 'error.sim.orderNotFound');
    assert.equal((await hold(simulator, [{ quantity: 12 }])).statusCode, 'success');
  });

  it('that is unknown, or a secret that is none, is refused', async () => {
    const unknown = 'error.sim.orderNotFound';
    assert.equal((await simulator.call(service, 'getFileDetails', { fileId: '1' })).statusCode, unknown);
    const guessed = await simulator.call(service, 'getFileDetailsFromOrderSecretId', { orderSecretId: 'x' });
    assert.equal(guessed.statusCode, unknown);
    assert.equal((await simulator.call(service, 'updateFileStatus', { fileId: '1' })).statusCode, unknown);
  });

  it('takes a word of its status, and an empty one', async () => {
    const { fileId } = await ordered();
    for (const fileStatusIC of ['CHECKED', '']) {
      const answer = await simulator.call(service, 'updateFileStatus', { fileId, fileStatusIC });
      assert.equal(answer.statusCode, 'success');
    }
  });
});

describe('an attachment of a file', () => {
  const printableFileAttachmentData = { data: 'SGVsbG8=', fileName: 'pass.txt', mimetype: 'text/plain' };

  it('comes back as it was given, to whoever gave it, until it is deleted', async () => {
    const { fileId } = await ordered();
    const given = { fileId, printableFileAttachmentData, contactReference: '9001' };
    assert.equal((await simulator.call(service, 'uploadFileAttachment', given)).statusCode, 'success');
    const listed = async () =>
      (await simulator.call<FileDetails>(service, 'getFileDetails', { fileId })).fileDetailsData
        .fileAttachments;
    const [attachment] = await listed();
    assert.equal(attachment?.name, 'pass.txt');
    const asked = { fileAttachmentId: attachment?.fileAttachmentId, contactReference: '9001' };
    const { fileAttachment } = await simulator.call<{ fileAttachment: object }>(
      service,
      'getFileAttachment',
      asked,
    );
    const uploadDate = '2026-11-24T10:00:00.000+00:00';
    assert.deepEqual(fileAttachment, { ...printableFileAttachmentData, uploadDate });
    const other = { ...asked, contactReference: '9002' };
    for (const operation of ['getFileAttachment', 'deleteFileAttachment'])
      assert.equal(
        (await simulator.call(service, operation, other)).statusCode,
        'error.sim.invalidParameter',
      );
    assert.equal((await simulator.call(service, 'deleteFileAttachment', asked)).statusCode, 'success');
    assert.deepEqual(await listed(), []);
  });

  it('without a name or without data is refused, and so is one of a contact that nobody knows', async () => {
    const { fileId } = await ordered();
    for (const [change, code] of [
      [
        { printableFileAttachmentData: { ...printableFileAttachmentData, fileName: '' } },
        'error.sim.invalidParameter',
      ],
      [
        { printableFileAttachmentData: { ...printableFileAttachmentData, data: '' } },
        'error.sim.invalidParameter',
      ],
      [{ contactReference: '1' }, 'error.sim.contactNotFound'],
    ] as const) {
      const given = { fileId, printableFileAttachmentData, contactReference: '9001', ...change };
      assert.equal((await simulator.call(service, 'uploadFileAttachment', given)).statusCode, code);
    }
  });
});

describe('an external reference of an order', () => {
  it('is kept by its key, under the same name twice', async () => {
    const { orderId } = await ordered();
    const of = { id: orderId, externalReferenceKind: 'ORDER' };
    for (const externalReference of [
      { key: 'CRM', value: '77' },
      { key: 'TOUR', value: '8' },
      { key: 'CRM', value: '78' },
      { key: 'TOUR', value: '' },
    ]) {
      const answer = await simulator.call(service, 'updateExternalReferences', { ...of, externalReference });
      assert.equal(answer.statusCode, 'success');
    }
    const { externalReferences } = await simulator.call<{ externalReferences: object }>(
      service,
      'getExternalReference',
      of,
    );
    assert.deepEqual(externalReferences, { id: orderId, externalReferences: [{ key: 'CRM', value: '78' }] });
  });

  it('of anything else than an order is refused', async () => {
    const asked = { id: '1', externalReferenceKind: 'FILE' };
    const { statusCode } = await simulator.call(service, 'getExternalReference', asked);
    assert.equal(statusCode, 'error.sim.invalidParameter');
  });
});
