import { css } from 'lit';

/** The shapes of seats and blocks, as the painter draws them, for the key under the map. */
export const keyStyles = css`
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    color: var(--_ink-soft);
  }
  .key li {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .shape {
    display: grid;
    place-items: center;
    width: 16px;
    height: 16px;
    margin: 1px;
    border-radius: 50%;
    background: var(--_price-c);
    font-size: 8px;
    font-style: normal;
    font-weight: 600;
  }
  .shape svg {
    width: 12px;
    height: 12px;
    stroke-width: 2.4;
  }
  .yours {
    width: 12px;
    height: 12px;
    margin: 3px;
    background: var(--_accent);
    color: var(--_on-accent);
    box-shadow:
      0 0 0 1.5px var(--_ground),
      0 0 0 3px var(--_accent-ink);
  }
  .yours svg {
    width: 9px;
    height: 9px;
  }
  .held {
    width: 14px;
    height: 14px;
    border: 1.25px dashed var(--_edge);
    background: radial-gradient(var(--_edge) 1.5px, transparent 2px);
  }
  .sold {
    width: 6px;
    height: 6px;
    background: var(--_edge);
  }
  .restricted {
    height: 14px;
    border-block-start: 2px solid currentColor;
    border-radius: 0 0 8px 8px;
    background: linear-gradient(transparent 2px, var(--_price-c) 0);
  }
  .wheel {
    border-radius: 3px;
    color: var(--_on-price-c);
  }
  .companion {
    border-radius: 8px 8px 2px 2px;
    color: var(--_on-price-c);
  }
  .block {
    width: 18px;
    height: 14px;
    border-radius: 1px;
  }
  .few {
    background:
      linear-gradient(90deg, var(--_on-price-c) 35%, color-mix(in oklab, var(--_on-price-c) 40%, transparent) 0)
        50% 9px / 12px 3px no-repeat,
      var(--_price-c);
  }
  .out {
    border: 1px solid var(--_edge);
    background: linear-gradient(var(--_edge) 0 0) 50% / 10px 1.5px no-repeat;
  }
  .closed {
    border: 1px solid var(--_edge);
    background: repeating-linear-gradient(135deg, transparent 0 3px, var(--_edge) 3px 4px);
  }
`;
