import { AnswerBuilder } from './answer-builder.js';
import { orderArguments } from './arguments.js';
import { problemOfError, problemOfFault, problemOfStatus } from './outcome.js';
import { soapPath, type Versions } from './services.js';
import type { WireObject } from './shape.js';
import type { Request, Transport } from './transport.js';
import type { WireHttp } from './wire-http.js';
import { modelOf, type ServiceModels } from './wsdl.js';
import { XmlReader } from './xml-reader.js';

export interface SoapSettings {
  readonly baseUrl: string;
  readonly versions: Versions;
}

/** A fault comes with status 500, by some servers with 200; every other error status holds nothing to read. */
const mayHoldEnvelope = (status: number): boolean => status === 200 || status === 500;

/** SOAP 1.1 over HTTP: node-soap writes the envelopes, one streaming reader reads all answers. */
export class SoapTransport implements Transport {
  constructor(
    readonly settings: SoapSettings,
    readonly models: ServiceModels,
    readonly http: WireHttp,
  ) {}

  async send(request: Request): Promise<WireObject> {
    const { service, operation, timeoutMs, signal } = request;
    const model = modelOf(this.models, service, operation);
    const { xml, headers } = model.envelope(orderArguments(request.args, model.input));
    const reader = new XmlReader(new AnswerBuilder(model.result, request.items));
    try {
      const response = await this.http.post({
        url: this.settings.baseUrl + soapPath(service, this.settings.versions),
        headers: { ...headers, ...(request.language ? { 'accept-language': request.language } : {}) },
        body: xml,
        timeoutMs,
        signal,
      });
      const hasResult = await this.http.read(response, reader, mayHoldEnvelope);
      // A fault counts whatever the status; a 500 without one is S-360's own trouble.
      if (reader.fault) throw problemOfFault(reader.fault);
      if (!hasResult) throw problemOfStatus(response.status);
      return reader.builder.result;
    } catch (error) {
      throw problemOfError(error, signal);
    }
  }
}
