import { AnswerBuilder } from './answer-builder.js';
import { orderArguments, toJsonForm } from './arguments.js';
import { JsonReader } from './json-reader.js';
import { mintToken, type TokenSettings } from './json-web-token.js';
import { problemOfError, problemOfStatus } from './outcome.js';
import { restPath, type Versions } from './services.js';
import type { WireObject } from './shape.js';
import type { Request, Transport } from './transport.js';
import type { WireHttp } from './wire-http.js';
import { modelOf, type ServiceModels } from './wsdl.js';

export interface RestSettings extends TokenSettings {
  readonly baseUrl: string;
  readonly versions: Versions;
}

/**
 * The same operations as JSON. Ids go out as text, which S-360 takes as well as numbers (the vendor's own samples send
 * some so), since a JavaScript number would not hold all of them.
 */
export class RestTransport implements Transport {
  constructor(
    readonly settings: RestSettings,
    readonly models: ServiceModels,
    readonly http: WireHttp,
  ) {}

  async send(request: Request): Promise<WireObject> {
    const { service, operation, timeoutMs, signal } = request;
    const model = modelOf(this.models, service, operation);
    const body = JSON.stringify(toJsonForm(orderArguments(request.args, model.input), model.input));
    const reader = new JsonReader(new AnswerBuilder(model.result, request.items));
    try {
      const response = await this.http.post({
        url: this.settings.baseUrl + restPath(service, model.name, this.settings.versions),
        headers: {
          authorization: `Bearer ${await mintToken(this.settings, this.http.clock.now())}`,
          'content-type': 'application/json',
          ...(request.language ? { 'accept-language': request.language } : {}),
        },
        body,
        timeoutMs,
        signal,
      });
      // Bodies of error answers may be no JSON at all, so only the status counts.
      if (await this.http.read(response, reader, (status) => status === 200)) return reader.builder.result;
      throw problemOfStatus(response.status);
    } catch (error) {
      throw problemOfError(error, signal);
    }
  }
}
