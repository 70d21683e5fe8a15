import { css } from 'lit';

export const checkoutStyles = css`
  .steps {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 8px;
  }
  .steps li {
    border-block-start: 3px solid var(--_line);
  }
  .steps .past {
    border-color: currentColor;
  }
  .steps .now {
    border-color: var(--_accent-ink);
  }
  .step-name {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .step-of {
    margin-block-start: 12px;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    margin-block-start: 2px;
  }
  .step,
  form,
  .wide {
    display: grid;
    align-content: start;
    gap: 20px;
    min-width: 0;
  }
  .step {
    max-width: 640px;
  }
  .wide {
    display: none;
    gap: 16px;
  }
  .pair {
    display: grid;
    gap: 20px;
  }
  .mistakes ul {
    margin-block-start: 4px;
    padding-inline-start: 18px;
    list-style: disc;
  }
  .mistakes li {
    list-style: inherit;
  }
  .mistakes a {
    color: inherit;
    line-height: 1.75;
    text-underline-offset: 3px;
  }
  .mistakes:focus {
    outline: 2px solid var(--_accent-ink);
    outline-offset: 2px;
    box-shadow:
      0 0 0 2px var(--_ground),
      0 0 0 8px color-mix(in oklab, var(--_accent) 20%, transparent);
  }
  .ways {
    display: flex;
    flex-direction: column-reverse;
    gap: 8px;
    margin-block-start: 8px;
  }
  .options {
    display: grid;
    gap: 12px;
  }
  .option {
    align-items: flex-start;
    padding: 16px;
  }
  .option-text {
    display: grid;
    flex: 1;
    gap: 2px;
    font-size: 0.9375em;
    line-height: 1.4;
  }
  .option-head {
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: 1.0667em;
  }
  .option-head b {
    flex: 1;
    font-weight: 600;
  }
  .option-head bdi {
    font-weight: 600;
  }
  .facts {
    border-block-end: 1px solid var(--_line);
  }
  .facts > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 16px;
    padding-block: 14px;
    border-block-start: 1px solid var(--_line);
  }
  .facts dt {
    grid-column: 1;
  }
  .facts b {
    font-weight: 600;
  }
  .fact-change {
    grid-area: 1 / 2 / span 2;
    font-size: 0.9375em;
  }
  .terms {
    display: flex;
    gap: 12px;
    font-size: 0.9375em;
    line-height: 1.5;
  }
  .terms label,
  .terms .check {
    cursor: pointer;
  }
  .terms a {
    color: inherit;
    text-underline-offset: 3px;
  }
  .check[aria-invalid='true'] {
    border: 2px solid var(--_bad);
  }
  .bone {
    height: 80px;
    border-radius: var(--_radius);
    background: var(--_fill-strong);
  }
  @container (min-width: 480px) {
    .pair {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 16px;
    }
    .ways {
      flex-direction: row;
      align-items: center;
      justify-content: space-between;
    }
    .ways > .primary:only-child {
      margin-inline-start: auto;
    }
    .ways > .bare {
      margin-inline-start: -20px;
    }
  }
  @container (max-width: 479px) {
    .ways svg {
      display: none;
    }
  }
  @container (min-width: 600px) {
    .step-name {
      position: static;
      width: auto;
      height: auto;
      clip-path: none;
      display: flex;
      align-items: center;
      gap: 6px;
      margin-block-start: 12px;
      color: var(--_ink-soft);
      font-size: 0.9375em;
    }
    .past .step-name {
      color: inherit;
    }
    .now .step-name {
      color: inherit;
      font-weight: 600;
    }
    .step-of {
      display: none;
    }
    .columns {
      margin-block-start: 32px;
    }
  }
  @container (min-width: 800px) {
    .columns {
      grid-template: auto 1fr / minmax(0, 1fr) 360px;
      gap: 20px 48px;
    }
    .columns > .title-l {
      grid-area: 1 / 1;
    }
    .step {
      grid-area: 2 / 1;
    }
    .aside {
      grid-area: 1 / 2 / span 2;
    }
    .wide {
      display: grid;
    }
    .narrow {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .steps li {
      border-color: GrayText;
    }
    .steps .past {
      border-color: CanvasText;
    }
    .steps .now {
      border-block-start-width: 6px;
      border-color: Highlight;
    }
  }
`;
