import { css, html, nothing, type TemplateResult } from 'lit';

/**
 * A picture in a fixed frame, so that nothing moves when it comes; without one, or when it fails, the frame is a plain field with the
 * title's first letter.
 */
export const poster = (url: string | null, isFaded = false, title = ''): TemplateResult => html`<span
  class=${isFaded ? 'poster faded' : 'poster'}
  part="poster"
  aria-hidden="true"
  data-initial=${initialOf(title)}
  >${url ? html`<img src=${url} alt="" loading="lazy" decoding="async" @error=${hide} />` : nothing}</span
>`;

const initialOf = (title: string) => /[\p{L}\p{N}]/u.exec(title)?.[0].toLocaleUpperCase() ?? '';
const hide = ({ target }: Event) => (target as HTMLElement).remove();

export const posterStyles = css`
  .poster {
    position: relative;
    display: block;
    aspect-ratio: 4 / 5;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_fill-strong);
  }
  .poster:not(:has(img))::before {
    content: attr(data-initial);
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    color: var(--_ink-soft);
    font-size: 2.125em;
  }
  .poster img {
    width: 100%;
    height: 100%;
    object-fit: cover;
    filter: brightness(var(--_picture-light, 1));
  }
  .faded img {
    filter: saturate(0.25);
    opacity: 0.5;
  }
`;
