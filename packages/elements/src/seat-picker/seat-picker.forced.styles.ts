import { css } from 'lit';

const swatches = css`
  .swatch {
    display: grid;
    place-items: center;
    width: 16px;
    height: 16px;
    border: 1px solid CanvasText;
    font: 600 10px/1 system-ui;
  }
  .a::before {
    content: 'A';
  }
  .b::before {
    content: 'B';
  }
  .c::before {
    content: 'C';
  }
  .d::before {
    content: 'D';
  }
  .e::before {
    content: 'E';
  }
  .f::before {
    content: 'F';
  }
`;

/** What the painter reads its colours from. */
const probes = css`
  .probes {
    --_raised: Canvas;
    --_seat-ground: Canvas;
    --_fill-strong: Canvas;
    --_accent-fill: Canvas;
    --_ink: CanvasText;
    --_ink-soft: CanvasText;
    --_edge: GrayText;
    --_accent: Highlight;
    --_accent-ink: Highlight;
    --_on-accent: HighlightText;
    --_price-edge: CanvasText;
  }
  .probes i {
    forced-color-adjust: none;
  }
  .probes .fill {
    color: Canvas !important;
  }
  .probes .text {
    color: CanvasText !important;
  }
`;

/** Shapes of the key, which are told apart by outline, tick, dash and dot. */
const key = css`
  .shape {
    forced-color-adjust: none;
    border: 1px solid CanvasText;
    background: none;
    color: CanvasText;
  }
  .yours {
    border: 0;
    background: Highlight;
    color: HighlightText;
    box-shadow:
      0 0 0 1.5px Canvas,
      0 0 0 3px Highlight;
  }
  .held {
    border: 1.25px dashed GrayText;
    background: radial-gradient(GrayText 1.5px, transparent 2px);
  }
  .sold {
    border: 0;
    background: GrayText;
  }
  .few {
    background: linear-gradient(90deg, CanvasText 35%, GrayText 0) 50% 8px / 12px 3px no-repeat;
  }
  .out,
  .closed {
    border-color: GrayText;
  }
  .out {
    background: linear-gradient(GrayText 0 0) 50% / 10px 1.5px no-repeat;
  }
  .closed {
    background: repeating-linear-gradient(135deg, transparent 0 3px, GrayText 3px 4px);
  }
`;

/** For visitors whose system sets the colours: shapes and letters where the others have colours. */
export const styles = css`
  @media (forced-colors: active) {
    ${swatches} ${probes} ${key}
    .switch [aria-pressed='true'],
    .prices [aria-pressed='true'] {
      border: 3px solid Highlight;
    }
  }
`;
