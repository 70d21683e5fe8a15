import { css, html, nothing, type TemplateResult } from 'lit';

/** A picture in a fixed frame, so that nothing moves when it comes; without one, or when it fails, the frame is a plain field. */
export const poster = (url: string | null, isFaded = false): TemplateResult => html`<span
  class=${isFaded ? 'poster faded' : 'poster'}
  part="poster"
  >${url ? html`<img src=${url} alt="" loading="lazy" decoding="async" @error=${hide} />` : nothing}</span
>`;

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
  .poster img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  /* In the dark, posters dim by 8 %. */
  .poster::after {
    content: '';
    position: absolute;
    inset: 0;
    background: light-dark(#0000, #00000014);
  }
  .faded img {
    filter: saturate(0.25);
    opacity: 0.5;
  }
`;
