/**
 * The S-360 services that the relay calls: where each one lives and which version is meant.
 * Source: the vendor's API reference; rows marked GUESS are listed in docs/decisions/0001.
 */
export type ServiceName =
  | 'CatalogService'
  | 'AvailabilityService'
  | 'ExternalOrderFacade'
  | 'ExternalOrderService'
  | 'ExternalPaymentService'
  | 'ExternalOrderHistoryService'
  | 'ContactInformationPublicService'
  | 'ContactAuthenticationPublicService'
  | 'ShipmentPublicService'
  | 'ProductionPublicService';

interface ServiceAddress {
  readonly module: 'tnseb' | 'tnco' | 'tnpsb';
  readonly javaPackage: string;
  readonly version: string;
  /** No public page names it. */
  readonly isGuess?: true;
}

const realtime = 'com.secutix.service.realtime';

const addresses: Record<ServiceName, ServiceAddress> = {
  CatalogService: { module: 'tnseb', javaPackage: `${realtime}.catalog`, version: 'v1_33' },
  AvailabilityService: { module: 'tnseb', javaPackage: `${realtime}.availability`, version: 'v1_33' },
  ExternalOrderFacade: { module: 'tnseb', javaPackage: `${realtime}.externalorder`, version: 'v1_33' },
  ExternalOrderService: { module: 'tnseb', javaPackage: `${realtime}.externalorder`, version: 'v1_33' },
  ExternalPaymentService: { module: 'tnseb', javaPackage: `${realtime}.externalpayment`, version: 'v1_33' },
  ExternalOrderHistoryService: { module: 'tnseb', javaPackage: `${realtime}.history`, version: 'v1_33' },
  ContactInformationPublicService: {
    module: 'tnco',
    javaPackage: 'com.secutix.service.contact',
    version: 'v2_21',
  },
  ContactAuthenticationPublicService: {
    module: 'tnco',
    javaPackage: 'com.secutix.service.contact',
    version: 'v2_21',
  },
  ShipmentPublicService: { module: 'tnpsb', javaPackage: 'com.secutix.facade.shipment', version: 'v1_17' },
  // GUESS: module, package and version of the production service are in no public page.
  ProductionPublicService: {
    module: 'tnpsb',
    javaPackage: 'com.secutix.facade.production',
    version: 'v1_0',
    isGuess: true,
  },
};

export const serviceNames = Object.keys(addresses) as ServiceName[];

/** Other versions than the table's, by service; the WSDL file of such a service must be fetched anew. */
export type Versions = Partial<Record<ServiceName, string>>;

/** Path of a SOAP service below the institution's host; `?wsdl` behind it gives its WSDL. */
export function soapPath(service: ServiceName, versions: Versions = {}): string {
  const { module, javaPackage, version } = addresses[service];
  return `/${module}/external-remoting/${javaPackage}.${versions[service] ?? version}.${service}.webservice`;
}

/** Path of the vendor's generated reference of a service; undefined where there is none that we know of. */
export function referencePath(service: ServiceName): string | undefined {
  const { module, version, isGuess } = addresses[service];
  return isGuess ? undefined : `/${module}/apidocs/${service}_${version}.html`;
}

/** Path of the same operation in the JSON form of the API. */
export function restPath(service: ServiceName, operation: string, versions: Versions = {}): string {
  const { module, version } = addresses[service];
  const name = service.charAt(0).toLowerCase() + service.slice(1);
  return `/${module}/backend-apis/${name}/${versions[service] ?? version}/${operation}`;
}
