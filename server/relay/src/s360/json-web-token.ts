import { SignJWT } from 'jose';

export interface TokenSettings {
  readonly institution: string;
  readonly operator: string;
  /** Free text that names the partner. */
  readonly partner: string;
  readonly secret: string;
  /** The vendor's prose says milliseconds, its sample token and working clients say seconds. */
  readonly timeUnit: 'seconds' | 'milliseconds';
}

/** How long a token is good for. S-360 allows about 30 seconds. */
const lifeSeconds = 30;

/**
 * A token for one call of the JSON API. S-360 wants `iat` less than a second old on arrival: mint one for each call, at
 * S-360's time (`now`, milliseconds), and never keep it.
 */
export function mintToken(settings: TokenSettings, now: number): Promise<string> {
  const unit = settings.timeUnit === 'seconds' ? 1000 : 1;
  const iat = Math.floor(now / unit);
  return new SignJWT({
    sub: settings.institution,
    aud: settings.operator,
    iss: settings.partner,
    iat,
    exp: iat + (lifeSeconds * 1000) / unit,
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(settings.secret));
}
